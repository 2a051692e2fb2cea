"""From a position in a node's map to a box in the picture. Free of torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inspector.lenses.examples.evidence import Box, BoxSource

WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Field:
    """What the neurons of a node see of the network's input, in pixels: neuron (0, 0), and each further one.

    Attributes:
        source: How it was found.
        start: Top and left of what neuron (0, 0) sees; may lie outside.
        size: Height and width.
        step: How far a neighbour's field lies from it, down and across.
    """

    source: BoxSource
    start: tuple[float, float]
    size: tuple[float, float]
    step: tuple[float, float]

    def pixels(self, y: int, x: int, crop: tuple[int, int]) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what neuron (y, x) sees of an input of this height and width."""
        if self.source == "whole":
            return 0.0, 0.0, float(crop[1]), float(crop[0])
        top, left = self.start[0] + y * self.step[0], self.start[1] + x * self.step[1]
        return (
            min(max(left, 0.0), crop[1] - 1.0),
            min(max(top, 0.0), crop[0] - 1.0),
            max(min(left + self.size[1], float(crop[1])), 1.0),
            max(min(top + self.size[0], float(crop[0])), 1.0),
        )


def box(field: Field, y: int, x: int, size: tuple[int, int], preprocessing: Mapping[str, Any]) -> Box:
    """What neuron (y, x) sees, as shares of a whole picture of this width and height.

    Args:
        field: The node's.
        y: Row in the node's map.
        x: Column.
        size: Width and height of the picture in pixels.
        preprocessing: As `Preprocessing.to_json` gives it.
    """
    height, width = preprocessing["crop"]
    left, top, right, bottom = field.pixels(y, x, (height, width))
    shorter = preprocessing.get("resize")
    if shorter is None or min(size) < 1:
        return left / width, top / height, right / width, bottom / height
    across, down = (max(int(shorter * side / min(size)), 1) for side in size)
    margin_x, margin_y = _margin(across, width), _margin(down, height)
    return (
        _share(left + margin_x, across),
        _share(top + margin_y, down),
        _share(right + margin_x, across),
        _share(bottom + margin_y, down),
    )


def _share(position: float, side: int) -> float:
    return min(max(position / side, 0.0), 1.0)


def _margin(side: int, crop: int) -> int:
    """Where a centre crop begins, as `Preprocessing` has it."""
    return round((side - crop) / 2) if side >= crop else -((crop - side) // 2)
