"""Spots of growing size: size tuning and surround suppression."""

from __future__ import annotations

from typing import ClassVar

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, inside, on_grey
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length, place


@register
class Spot(Family):
    """Round spots with a sharp (antialiased) edge."""

    name = "spot"
    title = "Spots"
    sentence = "Light or dark spots on grey, over their radius: whether more of the same still helps."
    varied: ClassVar[tuple[str, ...]] = ("radius",)

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            length(size, "radius", "Radius of the spot.", (0.01, 0.5, 0.12), 36, extent=True),
            contrast("1 is a white spot on grey, -1 a black one."),
            place(size, "x"),
            place(size, "y"),
        )

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["radius"].device)
        distance = torch.hypot(x - values["x"], y - values["y"])
        return on_grey(inside(distance - values["radius"]), values["contrast"])
