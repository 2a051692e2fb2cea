"""The style of pages that stand alone."""

from __future__ import annotations

from functools import cache

from inspector.atlas.render import asset


@cache
def style() -> str:
    """The atlas's style with what single pages need beside it."""
    return (asset("atlas.css") + asset("alone.css")).decode("utf-8")
