"""One colour per curve: the theme's own for a few, hues around the circle for many."""

from __future__ import annotations

from PySide6.QtGui import QColor

from inspector.gui.theme import DARK, Tokens

_SATURATION, _LIGHT, _DARK = 0.72, 0.42, 0.62


def curve_colours(count: int, tokens: Tokens) -> list[str]:
    """Colours "#rrggbb" that tell `count` curves apart."""
    if count <= len(tokens.series):
        return list(tokens.series[:count])
    lightness = _DARK if tokens is DARK else _LIGHT
    return [QColor.fromHslF(place / count, _SATURATION, lightness).name() for place in range(count)]
