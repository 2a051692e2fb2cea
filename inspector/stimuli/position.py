"""Small spots at every place: receptive-field mapping."""

from __future__ import annotations

from typing import ClassVar

from inspector.stimuli.axes import Axis
from inspector.stimuli.family import Size, register
from inspector.stimuli.ranges import contrast, length, place
from inspector.stimuli.spot import Spot


@register
class Position(Spot):
    """A small spot; where it drives a unit is the unit's receptive field. Read the node at its centre."""

    name = "position"
    title = "Position"
    sentence = "A small spot at every place of the picture: the map of a receptive field."
    varied: ClassVar[tuple[str, ...]] = ("x", "y")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            place(size, "x", reach=0.46, count=24),
            place(size, "y", reach=0.46, count=24),
            length(size, "radius", "Radius of the spot.", (0.01, 0.2, 0.04), 8, logarithmic=True),
            contrast("1 is a white spot on grey, -1 a black one."),
        )
