"""Checkerboards."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import GREY, coordinates, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length, orientation


@register
class Checkerboard(Family):
    """Checks over the whole picture, a white one in its middle; turned by 90 deg they are the same."""

    name = "checkerboard"
    title = "Checkerboards"
    sentence = "Black and white checks over the whole picture, over their orientation and their size."
    varied = ("orientation", "check")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            orientation(90, count=18),
            length(size, "check", "Side of one check.", (0.02, 0.4, 0.1), 10, logarithmic=True),
            contrast("1 is black and white with a white check in the middle, -1 with a black one."),
        )

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["check"].device)
        along, across = turned(x, y, values["orientation"])
        checks = _stripes(along, values["check"]) * _stripes(across, values["check"])
        return GREY + GREY * values["contrast"] * checks


def _stripes(place: torch.Tensor, width: torch.Tensor) -> torch.Tensor:
    """A square wave from -1 to 1, antialiased; 1 around place 0. Stripes below one pixel fade to nothing."""
    from_white = (torch.remainder(place + width, 2 * width) - width).abs()
    inward = width / 2 - from_white  # signed distance to the nearest edge, positive in a white stripe
    return (2 * inward).clamp(-1, 1) * width.clamp(max=1)
