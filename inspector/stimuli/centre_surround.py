"""A disc in a ring: centre and surround."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import GREY, coordinates, inside
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length, place


@register
class CentreSurround(Family):
    """A disc and the ring around it, each lighter or darker than the grey beyond."""

    name = "centre-surround"
    title = "Centre and surround"
    sentence = "A disc in a ring, over the brightness of the one and of the other."
    varied = ("centre", "surround")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            _named(contrast("Contrast of the disc: 1 is white, -1 black."), "centre", 1),
            _named(contrast("Contrast of the ring: 1 is white, -1 black."), "surround", -1),
            length(size, "radius", "Radius of the disc.", (0.02, 0.4, 0.1), 12, extent=True),
            length(size, "ring", "Width of the ring around it.", (0.02, 0.4, 0.1), 12),
            place(size, "x"),
            place(size, "y"),
        )

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["radius"].device)
        distance = torch.hypot(x - values["x"], y - values["y"])
        disc = inside(distance - values["radius"])
        whole = inside(distance - values["radius"] - values["ring"])
        return GREY + GREY * (values["centre"] * disc + values["surround"] * (whole - disc))


def _named(axis: Axis, name: str, default: float) -> Axis:
    return Axis(name, "", axis.low, axis.high, 11, default, axis.sentence, minimum=-1, maximum=1)
