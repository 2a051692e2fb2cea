"""Rings."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, on_grey, stroke
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length, place


@register
class Ring(Family):
    """Circles drawn as a line; the radius is that of the line's middle."""

    name = "ring"
    title = "Rings"
    sentence = "Light or dark rings on grey, over their radius and the width of their line."
    varied = ("radius", "width")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            length(size, "radius", "Radius of the ring.", (0.02, 0.5, 0.2), 16, extent=True),
            length(size, "width", "Width of its line.", (0.01, 0.12, 0.05), 8, logarithmic=True),
            contrast("1 is a white ring on grey, -1 a black one."),
            place(size, "x"),
            place(size, "y"),
        )

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["radius"].device)
        distance = torch.hypot(x - values["x"], y - values["y"])
        return on_grey(stroke((distance - values["radius"]).abs(), values["width"]), values["contrast"])
