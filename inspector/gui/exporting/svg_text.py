"""What Qt's SVG leaves to be wished for other programs: names of fonts, sharp pixels, white space."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtGui import QFont, QFontInfo

_FAMILY = re.compile(r'font-family="([^"]*)"')
_EMPTY = re.compile(r"<g[^<>]*>\s*</g>\s*")


def polished(svg: str) -> str:
    """The drawing with its fonts' real names and a kind behind each, sharp pixels, no empty groups."""
    svg = _FAMILY.sub(lambda found: f'font-family="{_families(found[1])}"', svg)
    svg = svg.replace('image-rendering="optimizeSpeed"', 'style="image-rendering:pixelated"')
    before = ""
    while before != svg:  # groups of empty groups
        before, svg = svg, _EMPTY.sub("", svg)
    return svg


@cache
def _families(name: str) -> str:
    """Qt's own names, such as "Sans Serif", are known to Qt alone."""
    info = QFontInfo(QFont(name))
    kind = "monospace" if info.fixedPitch() else "sans-serif"
    real = info.family().replace('"', "").replace("'", "")
    return f"'{real}', {kind}"
