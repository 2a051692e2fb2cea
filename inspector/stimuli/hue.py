"""Plain colours: hue against saturation."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, hsl, paint, soft_disc
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import fraction, half_diagonal, share, turn


@register
class Hue(Family):
    """One colour over the whole picture, or over a soft disc where a radius is given.

    Colours are those of HSL: saturation 0 at lightness 0.5 is the mid grey of the background. Hues of one
    lightness differ in luminance (yellow is brighter than blue).
    """

    name = "hue"
    title = "Hue"
    sentence = "One plain colour over the picture or a disc in its middle, over hue and saturation."
    varied = ("hue", "saturation")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        whole = half_diagonal(size) + share(size, 0.1)
        return (
            turn("hue", "0 is red, 120 green, 240 blue.", count=36),
            fraction("saturation", "0 is grey, 1 the pure colour.", default=1),
            fraction("lightness", "0 is black, 0.5 the purest colour, 1 white.", default=0.5, count=11),
            Axis(
                "radius", "px", share(size, 0.05), whole, 12, whole,
                "Radius of the disc; the default covers the picture.", minimum=0.5, maximum=2 * whole,
                extent=True,
            ),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["radius"].device)
        disc = soft_disc(torch.hypot(x, y), values["radius"], min(size) / 12)
        return paint(disc, hsl(values["hue"], values["saturation"], values["lightness"]))
