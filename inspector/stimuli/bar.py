"""Straight bars."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, on_grey, stroke, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length, orientation, place


@register
class Bar(Family):
    """One bar with square ends; at orientation 0 it lies flat."""

    name = "bar"
    title = "Bars"
    sentence = "One light or dark bar, over its orientation and its width."
    varied = ("orientation", "width")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            orientation(180),
            length(size, "width", "Width of the bar.", (0.01, 0.3, 0.06), 8, logarithmic=True),
            length(size, "length", "Length of the bar.", (0.03, 1, 0.6), 12, extent=True),
            contrast("1 is a white bar on grey, -1 a black one."),
            place(size, "x"),
            place(size, "y"),
        )

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["width"].device)
        along, across = turned(x - values["x"], y - values["y"], values["orientation"])
        covered = stroke(across.abs(), values["width"]) * stroke(along.abs(), values["length"])
        return on_grey(covered, values["contrast"])
