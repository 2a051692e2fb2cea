"""Angles: two lines that meet in the middle of the picture, from a fold to a straight line."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, on_grey, stroke, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length, orientation


@register
class Angle(Family):
    """Two arms with round ends; at orientation 0 the angle opens upwards, like the letter V."""

    name = "angle"
    title = "Angles"
    sentence = "Two lines that meet in the middle of the picture, over orientation and opening."
    varied = ("orientation", "opening")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            orientation(360),
            Axis("opening", "deg", 30, 180, 6, 90, "Angle between the two lines.", minimum=0, maximum=360),
            length(size, "length", "Length of each line.", (0.05, 0.7, 0.35), 12, extent=True),
            length(size, "width", "Width of the lines.", (0.01, 0.12, 0.05), 8, logarithmic=True),
            contrast("1 is white lines on grey, -1 black ones."),
        )

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["width"].device)
        along, across = turned(x, y, values["orientation"])
        # Both arms are alike left and right of the angle's axis: one distance serves for both.
        arm, aside = turned(across, along.abs(), values["opening"] / 2)
        beyond = (arm - arm.clamp(min=0).minimum(values["length"])).abs()
        return on_grey(stroke(torch.hypot(beyond, aside), values["width"]), values["contrast"])
