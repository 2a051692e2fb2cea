"""Colour against colour."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, hsl, inside, paint, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import fraction, orientation, turn


@register
class ColourContrast(Family):
    """Two halves of pure colour, the first on the counter-clockwise side (above, at orientation 0)."""

    name = "colour-contrast"
    title = "Colour contrast"
    sentence = "Two colours side by side, the hue of the one over the hue of the other."
    varied = ("first", "second")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            turn("first", "Hue of the one half: 0 is red, 120 green, 240 blue."),
            turn("second", "Hue of the other half.", default=180),
            orientation(360),
            fraction("saturation", "0 is grey, 1 the pure colours.", default=1),
        )

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["first"].device)
        _, across = turned(x, y, values["orientation"])
        middle = torch.full_like(values["first"][:1], 0.5)
        one, other = (hsl(values[name], values["saturation"], middle) for name in ("first", "second"))
        return paint(inside(-across), one, ground=other)
