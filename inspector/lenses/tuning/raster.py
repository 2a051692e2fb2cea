"""A canvas of pixels, drawn with Pillow and antialiased by drawing twice as large."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from inspector.lenses.tuning.canvas import FAINT, INK, LINE, Canvas, Colour, Frame, Point

_SCALE = 2
_DASH_DEGREES = 3


class RasterCanvas(Canvas):
    """Pixels of `width` x `height`."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._image = Image.new("RGB", (width * _SCALE, height * _SCALE), (255, 255, 255))
        self._draw = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        """The picture in its own size."""
        return self._image.resize(self._size, Image.Resampling.LANCZOS)

    def text(self, place: Point, text: str, size: int, anchor: str = "mm") -> None:
        font = ImageFont.load_default(size * _SCALE)
        self._draw.text(_scaled(place), text, fill=INK, font=font, anchor=anchor)

    def line(self, start: Point, end: Point, colour: Colour = INK, width: int = 1) -> None:
        self._draw.line((*_scaled(start), *_scaled(end)), fill=colour, width=width * _SCALE)

    def dot(self, place: Point, radius: float) -> None:
        self._draw.ellipse(_around(place, radius), fill=LINE)

    def ring(self, place: Point, radius: float, colour: Colour = FAINT, dashed: bool = False) -> None:
        step = 2 * _DASH_DEGREES if dashed else 360
        for start in range(0, 360, step):
            end = start + (_DASH_DEGREES if dashed else 360)
            self._draw.arc(_around(place, radius), start, end, fill=colour, width=_SCALE)

    def paste(self, colours: np.ndarray[Any, Any], frame: Frame) -> None:
        size = ((frame.right - frame.left) * _SCALE, (frame.bottom - frame.top) * _SCALE)
        image = Image.fromarray(colours).resize(size, Image.Resampling.NEAREST)
        self._image.paste(image, (frame.left * _SCALE, frame.top * _SCALE))


def _scaled(place: Point) -> Point:
    return place[0] * _SCALE, place[1] * _SCALE


def _around(place: Point, radius: float) -> tuple[float, float, float, float]:
    x, y = _scaled(place)
    reach = radius * _SCALE
    return x - reach, y - reach, x + reach, y + reach
