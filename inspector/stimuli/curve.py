"""Curves: arcs of a circle, over orientation and radius."""

from __future__ import annotations

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates, hsl, inside, on_grey, paint, stroke, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import choice, contrast, length, orientation, turn

_FILLS = ("outline", "filled", "coloured")


@register
class Curve(Family):
    """Arcs whose middle lies in the middle of the picture (after Cammarata et al. 2020, "Curve Detectors").

    At orientation 0 the curve opens upwards like a cup; turning it counter-clockwise by 90 deg opens it
    to the left. Filled, it is the edge of a whole disc.
    """

    name = "curve"
    title = "Curves"
    sentence = "Arcs through the middle of the picture, over their orientation and their radius."
    varied = ("orientation", "radius")

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            orientation(360),
            length(size, "radius", "Radius of the circle it is part of.", (0.06, 0.7, 0.2), 8, True),
            length(size, "width", "Width of the line.", (0.01, 0.12, 0.05), 8, True),
            contrast("1 is a white line on grey, -1 a black one."),
            Axis(
                "arc", "deg", 20, 360, 18, 120, "How much of the circle is drawn.",
                minimum=1, maximum=360,
            ),
            choice("fill", "A white line, a white disc that ends there, or a line in colour.", *_FILLS),
            turn("hue", "Colour of the coloured line: 0 is red, 120 green, 240 blue."),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        x, y = coordinates(size, values["radius"].device)
        along, across = turned(x, y, values["orientation"])
        covered = _covered(along, across, values)
        coloured = values["fill"] == _FILLS.index("coloured")
        if not coloured.any():
            return on_grey(covered, values["contrast"])
        white = torch.ones_like(values["hue"])
        ink = torch.where(coloured.unsqueeze(1), hsl(values["hue"], white, white / 2), 1.0)
        return paint(values["contrast"] * covered, ink)


def _covered(along: torch.Tensor, across: torch.Tensor, values: Values) -> torch.Tensor:
    """Coverage [n,H,W] by the lines, and by discs where they are filled."""
    radius, filled = values["radius"], values["fill"] == _FILLS.index("filled")
    if filled.all():
        return inside(torch.hypot(along, across - radius) - radius)
    line = stroke(arc_distance(along, across, radius, values["arc"]), values["width"])
    if not filled.any():
        return line
    return torch.where(filled, inside(torch.hypot(along, across - radius) - radius), line)


def arc_distance(
    along: torch.Tensor, across: torch.Tensor, radius: torch.Tensor, degrees: torch.Tensor
) -> torch.Tensor:
    """Distance [n,H,W] in px from an arc whose middle touches `across` = 0, bending to growing `across`."""
    half = torch.deg2rad(degrees / 2)
    side, depth = along.abs(), radius - across  # seen from the circle's centre, towards the arc's middle
    sin, cos = torch.sin(half), torch.cos(half)
    from_circle = (torch.hypot(side, depth) - radius).abs()
    from_end = torch.hypot(side - radius * sin, depth - radius * cos)
    return torch.where(cos * side > sin * depth, from_end, from_circle)
