"""Item models: what lists, grids and trees show, free of any widget."""
