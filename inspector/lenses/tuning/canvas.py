"""What plots are drawn on: frames and labelled scales on any surface that knows lines, dots and text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.lenses.tuning.ticks import number, ticks

FloatArray = np.ndarray[Any, np.dtype[np.floating[Any]]]
Point = tuple[float, float]
Colour = tuple[int, int, int]

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
        names: What the values 0, 1, 2 ... of x and y are called, where they are choices and no numbers.
    """

    left: int
    top: int
    right: int
    bottom: int
    x: tuple[float, float]
    y: tuple[float, float]
    logarithmic: tuple[bool, bool] = (False, False)
    names: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def at(self, x: float, y: float) -> Point:
        """The place of a pair of values."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)


class Canvas(ABC):
    """A white picture; places are in px of the finished one, y downwards."""

    @abstractmethod
    def text(self, place: Point, text: str, size: int, anchor: str = "mm") -> None:
        """Write; the anchor is Pillow's: "l", "m" or "r" across, "m" for the middle down."""

    @abstractmethod
    def line(self, start: Point, end: Point, colour: Colour = INK, width: int = 1) -> None:
        """A straight line."""

    @abstractmethod
    def dot(self, place: Point, radius: float) -> None:
        """A filled round point."""

    @abstractmethod
    def ring(self, place: Point, radius: float, colour: Colour = FAINT, dashed: bool = False) -> None:
        """The outline of a circle."""

    @abstractmethod
    def paste(self, colours: np.ndarray[Any, Any], frame: Frame) -> None:
        """Fill a frame with uint8 [h,w,3], cells kept sharp."""

    def scales(self, frame: Frame, x_label: str, y_label: str, grid: bool) -> None:
        """The frame's outline, marks with numbers on both axes, and what they are."""
        self._outline(frame)
        for place, shown in _marks(frame, 0):
            x, _ = frame.at(place, frame.y[0])
            self.line((x, frame.bottom), (x, frame.bottom + 6))
            self.text((x, frame.bottom + 18), shown, 13)
        for place, shown in _marks(frame, 1):
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


def _marks(frame: Frame, side: int) -> list[tuple[float, str]]:
    span = (frame.x, frame.y)[side]
    if frame.names[side]:
        return [(place, name) for place, name in enumerate(frame.names[side]) if span[0] <= place <= span[1]]
    if not frame.logarithmic[side]:
        return [(value, number(value)) for value in ticks(*span, 8)]
    values = ticks(10 ** span[0], 10 ** span[1], 8, logarithmic=True)
    return [(float(np.log10(value)), number(value)) for value in values]
