"""Angles: two lines that meet, from a fold to a straight line, and from a sharp angle to a curve."""

from __future__ import annotations

import torch
from torch import Tensor

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, on_grey, stroke, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, fraction, length, orientation

_STRAIGHT = 89.5  # half the opening in deg from which on a bend is told from a straight line no more


@register
class Angle(Family):
    """Two arms with round ends; at orientation 0 the angle opens upwards, like the letter V.

    Roundness bends it into an arc (the morph from angle to curve of Cammarata et al. 2020, "Curve
    Detectors"): a circle touches both arms ever further out, and what is left of them runs on straight. The
    middle of the line stays in the middle of the picture.
    """

    name = "angle"
    title = "Angles"
    sentence = (
        "Two lines that meet in the middle of the picture, over orientation and opening, or bent round."
    )
    varied = ("orientation", "opening")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            orientation(360),
            Axis("opening", "deg", 30, 180, 6, 90, "Angle between the two lines.", minimum=0, maximum=360),
            fraction("roundness", "0 is an angle, 1 a curve, between them both.", default=0, count=5),
            length(size, "length", "Length of each line.", (0.05, 0.7, 0.35), 12, extent=True),
            length(size, "width", "Width of the lines.", (0.01, 0.12, 0.05), 8, logarithmic=True),
            contrast("1 is white lines on grey, -1 black ones."),
        )

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["width"].device)
        # An angle of more than 180 deg is one of less seen from its back.
        half = values["opening"] / 2
        back = torch.where(half > 90, 180, 0)
        along, across = turned(x, y, values["orientation"] + back)
        distance = _distance(along, across, torch.minimum(half, 180 - half), values)
        return on_grey(stroke(distance, values["width"]), values["contrast"])


def _distance(along: Tensor, across: Tensor, half: Tensor, values: Values) -> Tensor:
    """Distance [n,H,W] in px from the line, which opens to growing `across` by `half` <= 90 deg to a side."""
    bent = values["roundness"] * values["length"]  # how far out the circle touches the arms
    angle = torch.deg2rad(half.clamp(max=_STRAIGHT))
    radius, middle = bent * torch.tan(angle), bent / torch.cos(angle)
    # Both arms are alike left and right of the angle's axis: one distance serves for both.
    arm, aside = turned(across + (middle - radius), along.abs(), half)
    if not bool(bent.any()):  # without an arc the whole line is two arms that end in their corner
        return torch.hypot(arm - torch.minimum(arm.clamp(min=0), values["length"]), aside)
    on_arm = torch.hypot((arm - values["length"]).clamp(min=0), aside)
    on_circle = (torch.hypot(across - radius, along) - radius).abs()
    return torch.where(arm < bent, on_circle, on_arm)
