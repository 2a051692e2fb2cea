"""A picture to plot on with Pillow: frames, labelled scales, antialiased by drawing twice as large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from inspector.lenses.tuning.ticks import number, ticks

FloatArray = np.ndarray[Any, np.dtype[np.floating[Any]]]
Point = tuple[float, float]

_SCALE = 2
INK, FAINT, LINE, GAP = (32, 33, 36), (222, 224, 228), (0, 92, 175), (150, 150, 150)
_VIRIDIS = "440154 472d7b 3b528b 2c728e 21918c 28ae80 5ec962 addc30 fde725"


@dataclass(frozen=True)
class Frame:
    """A rectangle in px of the finished picture and the values it spans.

    Attributes:
        left: Left edge.
        top: Upper edge.
        right: Right edge.
        bottom: Lower edge.
        x: Values at the left and right edge; their common logarithms where `logarithmic` says so.
        y: Values at the lower and upper edge, likewise.
        logarithmic: Whether x and y are on a logarithmic scale.
    """

    left: int
    top: int
    right: int
    bottom: int
    x: tuple[float, float]
    y: tuple[float, float]
    logarithmic: tuple[bool, bool] = (False, False)

    def at(self, x: float, y: float) -> Point:
        """The place of a pair of values."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)


class Canvas:
    """A white picture; places are in px of the finished one."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._image = Image.new("RGB", (width * _SCALE, height * _SCALE), (255, 255, 255))
        self._draw = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        """The picture in its own size."""
        return self._image.resize(self._size, Image.Resampling.LANCZOS)

    def text(self, place: Point, text: str, size: int, anchor: str = "mm") -> None:
        """Write with Pillow's own font; anchors as in Pillow."""
        font = ImageFont.load_default(size * _SCALE)
        self._draw.text(_scaled(place), text, fill=INK, font=font, anchor=anchor)

    def line(self, start: Point, end: Point, colour: tuple[int, int, int] = INK, width: int = 1) -> None:
        """A straight line."""
        self._draw.line((*_scaled(start), *_scaled(end)), fill=colour, width=width * _SCALE)

    def dot(self, place: Point, radius: float) -> None:
        """A round point."""
        x, y = _scaled(place)
        reach = radius * _SCALE
        self._draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=LINE)

    def paste(self, colours: np.ndarray[Any, Any], frame: Frame) -> None:
        """Fill a frame with uint8 [h,w,3], cells kept sharp."""
        size = ((frame.right - frame.left) * _SCALE, (frame.bottom - frame.top) * _SCALE)
        image = Image.fromarray(colours).resize(size, Image.Resampling.NEAREST)
        self._image.paste(image, (frame.left * _SCALE, frame.top * _SCALE))

    def scales(self, frame: Frame, x_label: str, y_label: str, grid: bool) -> None:
        """The frame's outline, marks with numbers on both axes, and what they are."""
        self._outline(frame)
        for place, shown in _marks(frame.x, frame.logarithmic[0]):
            x, _ = frame.at(place, frame.y[0])
            self.line((x, frame.bottom), (x, frame.bottom + 6))
            self.text((x, frame.bottom + 18), shown, 13)
        for place, shown in _marks(frame.y, frame.logarithmic[1]):
            _, y = frame.at(frame.x[0], place)
            if grid:
                self.line((frame.left + 1, y), (frame.right - 1, y), FAINT)
            self.line((frame.left - 6, y), (frame.left, y))
            self.text((frame.left - 10, y), shown, 13, "rm")
        self.text(((frame.left + frame.right) / 2, frame.bottom + 46), x_label, 15)
        self.text((frame.left, frame.top - 14), y_label, 14, "lm")

    def _outline(self, frame: Frame) -> None:
        for y in (frame.top, frame.bottom):
            self.line((frame.left, y), (frame.right, y))
        for x in (frame.left, frame.right):
            self.line((x, frame.top), (x, frame.bottom))


def viridis(values: FloatArray) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """Colours uint8 [..., 3] of values in [0, 1]; grey where there is none."""
    anchors = np.array([list(bytes.fromhex(colour)) for colour in _VIRIDIS.split()])
    known = np.isfinite(values)
    places = np.where(known, values, 0) * (len(anchors) - 1)
    channels = [np.interp(places, np.arange(len(anchors)), anchors[:, channel]) for channel in range(3)]
    return np.where(known[..., None], np.stack(channels, axis=-1), GAP).round().astype(np.uint8)


def _scaled(place: Point) -> Point:
    return place[0] * _SCALE, place[1] * _SCALE


def _marks(span: tuple[float, float], logarithmic: bool) -> list[tuple[float, str]]:
    if not logarithmic:
        return [(value, number(value)) for value in ticks(*span, 8)]
    values = ticks(10 ** span[0], 10 ** span[1], 8, logarithmic=True)
    return [(float(np.log10(value)), number(value)) for value in values]
