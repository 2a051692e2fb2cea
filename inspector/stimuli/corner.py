"""Corners of surfaces, from sharp to round."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, inside, on_grey, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, orientation, share


@register
class Corner(Family):
    """A plain surface with one corner, whose tip lies in the middle; at orientation 0 it opens upwards."""

    name = "corner"
    title = "Corners"
    sentence = "The corner of a plain surface, over orientation and opening, sharp or round."
    varied = ("orientation", "opening")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            orientation(360),
            Axis("opening", "deg", 30, 180, 6, 90, "Angle of the corner.", minimum=5, maximum=180),
            Axis(
                "radius", "px", 0, share(size, 0.4), 8, 0, "Radius that rounds the tip; 0 is sharp.",
                minimum=0, maximum=4.0 * max(size),
            ),
            contrast("1 is a white surface on grey, -1 a black one."),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["radius"].device)
        along, across = turned(x, y, values["orientation"])
        half, radius = torch.deg2rad(values["opening"] / 2), values["radius"]
        middle = radius / torch.sin(half)  # of the rounding circle, from where the straight edges would meet
        depth = across + (middle - radius)
        edge, aside = turned(depth, along.abs(), values["opening"] / 2)
        round_tip = torch.hypot(depth - middle, along) - radius
        return on_grey(
            inside(torch.where(edge < radius / torch.tan(half), round_tip, aside)), values["contrast"]
        )
