"""Fine texture on one side of a boundary, coarse on the other."""

from __future__ import annotations

import math

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import GREY, coordinates, inside, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, frequency, orientation


@register
class HighLowFrequency(Family):
    """Gratings across a boundary (after Schubert et al. 2021, "High-Low Frequency Detectors").

    At orientation 0 the boundary lies flat, the fine grating above it and the coarse one below; the bars of
    both run at right angles to it.
    """

    name = "high-low-frequency"
    title = "High and low frequency"
    sentence = "A fine grating beside a coarse one, over the orientation of the boundary and their ratio."
    varied = ("orientation", "ratio")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            orientation(360),
            Axis(
                "ratio", "", 1, 16, 5, 4, "How many times finer the one grating is than the other.",
                minimum=1, maximum=64, logarithmic=True,
            ),
            frequency(size, "frequency", "Cycles of the fine grating over the shorter side of the picture."),
            contrast("0 is plain grey, 1 runs from black to white.", signed=False),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["ratio"].device)
        along, across = turned(x, y, values["orientation"])
        step = 2 * math.pi / min(size) * values["frequency"]
        fine, coarse = torch.cos(step * along), torch.cos(step / values["ratio"] * along)
        return GREY + GREY * values["contrast"] * torch.lerp(coarse, fine, inside(-across))
