"""Crosses."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, on_grey, stroke, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length, orientation


@register
class Cross(Family):
    """Two bars that cross at right angles in the middle; turned by 90 deg they are the same."""

    name = "cross"
    title = "Crosses"
    sentence = "Two bars that cross at right angles, over their orientation and their width."
    varied = ("orientation", "width")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            orientation(90, count=18),
            length(size, "width", "Width of the bars.", (0.01, 0.2, 0.06), 8, logarithmic=True),
            length(size, "length", "Length of the bars.", (0.05, 1, 0.6), 12, extent=True),
            contrast("1 is a white cross on grey, -1 a black one."),
        )

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["width"].device)
        along, across = (side.abs() for side in turned(x, y, values["orientation"]))
        width, length = values["width"], values["length"]
        flat = stroke(across, width) * stroke(along, length)
        upright = stroke(along, width) * stroke(across, length)
        return on_grey(torch.maximum(flat, upright), values["contrast"])
