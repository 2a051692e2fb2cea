"""Panels: layers, units, pictures, jobs. State comes in by setters, intents go out as signals."""
