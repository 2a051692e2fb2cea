"""The classes of pictures: one painter per class, registered under its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from inspector.demonstration.canvas import Array, Frame, Layer

Painter = Callable[[Frame, np.random.Generator, Array], Layer]
"""Paints an object into a frame; the last argument is the mean colour `[3]` of what lies below."""


@dataclass(frozen=True)
class PictureClass:
    """One class of pictures.

    Attributes:
        name: the label.
        paint: draws one random member.
        scales: the smallest and largest radius, in scene units (half the picture's side is 1).
        turn: the largest rotation to either side, in radians.
    """

    name: str
    paint: Painter
    scales: tuple[float, float]
    turn: float


CLASSES: dict[str, PictureClass] = {}


def register(
    name: str, scales: tuple[float, float] = (0.4, 0.9), turn: float = np.pi
) -> Callable[[Painter], Painter]:
    """Adds a painter to the classes."""

    def add(paint: Painter) -> Painter:
        CLASSES[name] = PictureClass(name, paint, scales, turn)
        return paint

    return add
