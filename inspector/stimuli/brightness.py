"""Plain brightness."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import GREY
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import fraction


@register
class Brightness(Family):
    """One grey over the whole picture."""

    name = "brightness"
    title = "Brightness"
    sentence = "One plain grey over the whole picture, from black to white."
    varied = ("lightness",)

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (fraction("lightness", "0 is black, 0.5 mid grey, 1 white.", default=GREY, count=33),)

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        return values["lightness"].expand(-1, *size)
