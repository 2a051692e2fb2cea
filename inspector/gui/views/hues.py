"""One colour per curve: the theme's own for a few, hues from red to magenta for many."""

from __future__ import annotations

from PySide6.QtGui import QColor

from inspector.gui.theme import LIGHT, Tokens

_LAST_HUE = 300 / 360
_SATURATION, _LIGHT, _DARK = 0.72, 0.42, 0.62


def curve_colours(count: int, tokens: Tokens) -> list[str]:
    """Colours "#rrggbb" that tell `count` curves apart."""
    if count <= len(tokens.series):
        return list(tokens.series[:count])
    lightness = _LIGHT if tokens is LIGHT else _DARK
    # The circle is left open between magenta and red: else the last curve looks like the first one.
    hues = [_LAST_HUE * place / (count - 1) for place in range(count)]
    return [QColor.fromHslF(hue, _SATURATION, lightness).name() for hue in hues]
