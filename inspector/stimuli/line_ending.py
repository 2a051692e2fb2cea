"""Lines that end."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, inside, on_grey, stroke, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length, orientation, share


@register
class LineEnding(Family):
    """A line from the picture's edge that ends square; at orientation 0 it points to the right."""

    name = "line-ending"
    title = "Line endings"
    sentence = "A line that ends in the middle of the picture, over where it points and where it ends."
    varied = ("orientation", "end")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        reach = share(size, 0.3)
        return (
            orientation(360),
            Axis(
                "end", "px", -reach, reach, 13, 0, "Where it ends, along the line from the middle.",
                minimum=-float(max(size)), maximum=float(max(size)),
            ),
            length(size, "width", "Width of the line.", (0.01, 0.3, 0.06), 8, logarithmic=True),
            contrast("1 is a white line on grey, -1 a black one."),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["width"].device)
        along, across = turned(x, y, values["orientation"])
        covered = stroke(across.abs(), values["width"]) * inside(along - values["end"])
        return on_grey(covered, values["contrast"])
