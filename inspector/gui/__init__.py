"""All Qt: the window, its panels and views, and the worker behind it."""
