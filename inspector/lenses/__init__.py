"""Techniques: one folder each, holding a frozen parameters dataclass, its payloads and a generator.

A lens's own `__init__` is free of torch, so that the window can name, explain and parametrise it before the
engine is loaded; the generator's module is imported when it first runs.
"""
