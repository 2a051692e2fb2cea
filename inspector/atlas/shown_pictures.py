"""Real pictures in a site: each kept once, shown cut to what a unit sees by the page that shows it."""

from __future__ import annotations

from pathlib import Path

from inspector.atlas.site import Site
from inspector.atlas.sprites import named_by_content, webp
from inspector.atlas.unit_view import Shown
from inspector.atlas.words import short
from inspector.lenses.examples.evidence import Box, Example

FOLDER = "files/pictures"


class ShownPictures:
    """The real pictures of a network's part of a site.

    Args:
        site: The site.
        network: The network's folder in it.
        left_out: Whether no picture and no name of one may be in the site.
    """

    def __init__(self, site: Site, network: Path, *, left_out: bool) -> None:
        self._site, self._network, self._left_out = site, network, left_out
        self._files: dict[int, str] = {}

    def shown(self, example: Example) -> Shown:
        """An example as its page shows it; its picture is in the site then."""
        text = f"{example.label or 'picture'}"
        if self._left_out or not example.thumbnail.size:
            return Shown("", text, example.label, short(example.value))
        height, width = example.thumbnail.shape[:2]
        left, top, right, bottom = squared(example.box, width, height)
        a, b, c, d = example.box
        return Shown(
            self._file(example),
            f"{Path(example.name).name}{f' ({example.label})' if example.label else ''}",
            example.label,
            short(example.value),
            cut=_css(left, top, right - left, bottom - top),
            seen=f"left:{a:.2%};top:{b:.2%};width:{c - a:.2%};height:{d - b:.2%}",
            shape=f"{width}/{height}",
        )

    def _file(self, example: Example) -> str:
        if example.picture not in self._files:
            name = f"{FOLDER}/{named_by_content(example.thumbnail)}"
            if not self._site.holds(self._network / name):
                self._site.write(self._network / name, webp(example.thumbnail, 80))
            self._files[example.picture] = name
        return self._files[example.picture]


def squared(box: Box, width: int, height: int) -> Box:
    """A box (shares of a picture's sides) made square in px: grown where there is room, else cut."""
    left, top, right, bottom = box[0] * width, box[1] * height, box[2] * width, box[3] * height
    side = min(max(right - left, bottom - top), width, height)
    x = min(max((left + right - side) / 2, 0.0), width - side)
    y = min(max((top + bottom - side) / 2, 0.0), height - side)
    return x / width, y / height, (x + side) / width, (y + side) / height


def _css(left: float, top: float, width: float, height: float) -> str:
    """Place and size of the whole picture in a frame that shows only the cut."""
    width, height = max(width, 1e-3), max(height, 1e-3)
    return f"width:{1 / width:.2%};height:{1 / height:.2%};left:{-left / width:.2%};top:{-top / height:.2%}"
