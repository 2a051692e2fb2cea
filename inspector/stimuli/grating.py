"""Sine gratings behind a soft round aperture."""

from __future__ import annotations

import math

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import GREY, coordinates, soft_disc
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, frequency, half_diagonal, orientation, place, share, turn

# The aperture's fading, as a part of the picture's shorter side.
_EDGE = 1 / 12


@register
class Grating(Family):
    """Sine gratings in a window that takes them along; growing phase drifts them to the left of the bars.

    Turned by 180 deg, a grating is the one of the opposite phase (the same one at phase 0 and 180).
    """

    name = "grating"
    title = "Gratings"
    sentence = "Sine gratings in a soft round window, over orientation, spatial frequency and phase."
    varied = ("orientation", "frequency")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        window = share(size, 0.5 - _EDGE / 2)
        return (
            orientation(180),
            frequency(size),
            turn("phase", "At 0 a bright bar runs through the window's middle; growing, the bars drift."),
            contrast("0 is plain grey, 1 runs from black to white.", signed=False),
            Axis(
                "radius", "px", share(size, 0.05), window, 12, window,
                "Radius of the round window.", minimum=0.5, maximum=2 * half_diagonal(size),
                extent=True,
            ),
            place(size, "x"),
            place(size, "y"),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        wave = _waves(values, size)
        x, y = coordinates(size, wave.device)
        window = soft_disc(torch.hypot(x - values["x"], y - values["y"]), values["radius"], min(size) * _EDGE)
        return torch.addcmul(torch.full_like(wave[:1], GREY), wave, window)


def _waves(values: Values, size: Size) -> torch.Tensor:
    # cos(a + b) is a product of two thin matrices, which costs a fraction of a cosine at every pixel.
    step = 2 * math.pi / min(size) * values["frequency"]
    angle, phase = torch.deg2rad(values["orientation"]), torch.deg2rad(values["phase"])
    x, y = coordinates(size, step.device)
    across = (y - values["y"]) * (step * torch.cos(angle))
    along = (values["x"] - x) * (step * torch.sin(angle)) - phase
    amplitude = GREY * values["contrast"]
    left = torch.cat([torch.cos(across), -torch.sin(across)], dim=2) * amplitude
    right = torch.cat([torch.cos(along), torch.sin(along)], dim=1)
    return torch.matmul(left, right)
