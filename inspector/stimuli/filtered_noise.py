"""Noise with a chosen spectrum: textures."""

from __future__ import annotations

import math

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.chance import seed, uniform
from inspector.stimuli.drawing import GREY, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, orientation

_MANY = 1 << 14  # frequencies per row in the numbering of random phases: more than pictures are large


@register
class FilteredNoise(Family):
    """Waves of every frequency that fits the picture, with random phases and the amplitudes asked for.

    Amplitude falls with frequency f as 1 / f^slope: 0 is white noise, 1 like natural pictures (Field 1987).
    Over orientation it is 2^-(tan(d) / tan(bandwidth / 2))^2 at an angle d from the orientation: one half at
    half the bandwidth, and every orientation alike at a bandwidth of 180 deg.
    """

    name = "filtered-noise"
    title = "Filtered noise"
    sentence = "Random texture, over the orientation of its streaks and how fast its spectrum falls."
    varied = ("orientation", "slope")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            orientation(180),
            Axis(
                "slope", "", 0, 3, 7, 1, "How fast amplitude falls with frequency: 0 is white, 1 natural.",
                minimum=-2, maximum=6,
            ),
            Axis(
                "bandwidth", "deg", 10, 180, 8, 40,
                "Range of orientations, full width at half height; 180 holds all alike.",
                minimum=1, maximum=180,
            ),
            contrast("1 lets the pixel furthest from grey reach black or white.", signed=True),
            seed(),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        noise: torch.Tensor = torch.fft.irfft2(
            _amplitudes(values, size) * _phases(values["seed"], size), s=size
        )
        lowest, highest = noise.flatten(1).aminmax(dim=1)
        furthest = torch.maximum(highest, -lowest).clamp(min=1e-12).view(-1, 1, 1)
        scale = GREY * values["contrast"] / furthest
        if len(scale) > len(noise):
            return noise * scale + GREY
        return noise.mul_(scale).add_(GREY)


def _frequencies(size: Size, device: torch.device) -> tuple[torch.Tensor, torch.Tensor]:
    """Whole cycles over the picture, to the right [1,1,W//2+1] and up [1,H,1]."""
    height, width = size
    right = torch.fft.rfftfreq(width, 1 / width, device=device)
    up = -torch.fft.fftfreq(height, 1 / height, device=device)
    return right.view(1, 1, -1), up.view(1, -1, 1)


def _amplitudes(values: Values, size: Size) -> torch.Tensor:
    right, up = (
        side / count
        for side, count in zip(_frequencies(size, values["slope"].device), size[::-1], strict=True)
    )
    squared = (right**2 + up**2).clamp(min=1e-12)
    # In a frame along the streaks, a wave's angle from running across them has the tangent along / across.
    along, across = turned(right, up, values["orientation"])
    off = along.square_().div_(across.square_() + 1e-10 * squared)
    open_by = torch.tan(torch.deg2rad(values["bandwidth"] / 2)) ** 2
    return torch.exp_(torch.log(squared) * (-0.5 * values["slope"]) - off * (math.log(2) / open_by))


def _phases(seeds: torch.Tensor, size: Size) -> torch.Tensor:
    """Unit complex numbers, the same for a frequency whatever the picture's size; 0 where none fits."""
    # Many pictures of a grid share a seed.
    different, which = torch.unique(seeds.flatten(), return_inverse=True)
    right, up = (side.long() for side in _frequencies(size, seeds.device))
    # The finest waves of an even side have no phase of their own; they and the mean are left out.
    fits = (right < size[1] / 2) & (up.abs() < size[0] / 2) & ((right != 0) | (up != 0))
    # A wave and its mirror image are one: without waves to the right, up and down share a phase but its sign.
    upright = right == 0
    row = torch.where(upright, up.abs(), up % _MANY)
    sign = torch.where(upright & (up < 0), -1, 1)
    phase = uniform(different.view(-1, 1, 1), row * _MANY + right) * (2 * math.pi * sign)
    waves = torch.polar(fits.float().expand_as(phase), phase)
    return waves if len(different) == len(seeds) == 1 else waves[which]
