"""Edges between light and dark."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import GREY, coordinates, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length, orientation, share


@register
class Edge(Family):
    """A straight edge through the whole picture; flat at orientation 0, light above, dark below."""

    name = "edge"
    title = "Edges"
    sentence = "A straight edge from dark to light through the picture, over its orientation."
    varied = ("orientation",)

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        reach = share(size, 0.4)
        return (
            orientation(360),
            length(size, "blur", "How far it is from dark to light.", (0.005, 0.5, 0.005), 8, True),
            contrast("1 is black to white, -1 white to black."),
            Axis(
                "offset", "px", -reach, reach, 17, 0, "Shift of the edge towards its light side.",
                minimum=-float(max(size)), maximum=float(max(size)),
            ),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["blur"].device)
        _, across = turned(x, y, values["orientation"])
        # An edge is never sharper than one pixel: that is its antialiasing.
        ramp = ((across - values["offset"]) / values["blur"].clamp(min=1) + 0.5).clamp(0, 1)
        return GREY + GREY * values["contrast"] * (2 * ramp - 1)
