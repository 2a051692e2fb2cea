"""Random dots."""

from __future__ import annotations

import math

import torch
from torch.nn import functional

from inspector.stimuli.axes import Axis
from inspector.stimuli.chance import seed, uniform
from inspector.stimuli.drawing import inside, on_grey
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, length

_NOTHING = 1e-4  # what the Fourier transform leaves where there is no dot


@register
class Dots(Family):
    """Equal round dots at random pixels; one that crosses an edge goes on at the opposite one.

    So they are equally dense everywhere. A growing number adds dots to those that are there.
    """

    name = "dots"
    title = "Dots"
    sentence = "Equal dots at random places, over their number and their size."
    varied = ("number", "radius")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            Axis(
                "number", "", 1, 128, 15, 24, "How many dots there are.",
                minimum=0, maximum=1000, logarithmic=False,
            ),
            length(size, "radius", "Radius of each dot.", (0.01, 0.12, 0.03), 8, logarithmic=True),
            contrast("1 is white dots on grey, -1 black ones."),
            seed(),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        spectrum = torch.fft.rfft2(_middles(values, size)) * torch.fft.rfft2(_dot(values, size)).real
        covered = torch.fft.irfft2(spectrum, s=size).clamp_(max=1)
        return on_grey(functional.threshold(covered, _NOTHING, 0, inplace=True), values["contrast"])


def _middles(values: Values, size: Size) -> torch.Tensor:
    """[n,H,W], one at every dot's middle; a number's part behind the point is its last dot's strength."""
    height, width = size
    number = values["number"]
    index = torch.arange(max(math.ceil(float(number.max())), 1), device=number.device)
    row, column = (uniform(values["seed"], 2 * index + side) for side in (0, 1))
    places = (row * height).long() * width + (column * width).long()
    strengths = (number - index).clamp(0, 1)
    count = max(len(places), len(strengths))
    field = number.new_zeros(count, height * width)
    wide = (part.flatten(1).expand(count, -1) for part in (places, strengths))
    return field.scatter_add_(1, *wide).view(-1, height, width)


def _dot(values: Values, size: Size) -> torch.Tensor:
    """A dot around the first pixel, on a picture without edges."""
    y, x = (torch.arange(side, device=values["radius"].device) for side in size)
    across, down = torch.minimum(x, size[1] - x), torch.minimum(y, size[0] - y).unsqueeze(1)
    return inside(torch.hypot(across.float(), down.float()) - values["radius"])
