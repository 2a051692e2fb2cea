"""A plot axis whose ticks stand at round values of a stimulus axis, linear or by ratio."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg

from inspector.gui.views.words import number

_DEGREE_STEPS = (1, 2, 5, 10, 15, 30, 45, 90, 180, 360)
_ROUND = (1, 2, 5)
_PIXELS_PER_TICK = {"bottom": 40, "left": 24}
_RATIO_FOR_OCTAVES = 4


def coordinates(values: np.ndarray[Any, Any], logarithmic: bool) -> np.ndarray[Any, Any]:
    """Where values stand on a plot: as they are, or their binary logarithms."""
    return np.log2(values) if logarithmic else np.asarray(values, float)


def round_values(low: float, high: float, most: int, *, unit: str = "", octaves: bool = False) -> list[float]:
    """Round values from low to high, about `most`: multiples of 45 deg, powers of two, 1-2-5 steps."""
    if octaves and high >= low * _RATIO_FOR_OCTAVES:
        first, last = math.ceil(math.log2(low) - 1e-9), math.floor(math.log2(high) + 1e-9)
        stride = max(1, math.ceil((last - first + 1) / most))
        return [2.0**power for power in range(first, last + 1, stride)]
    step = _step((high - low) / max(most, 1), unit)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [k * step for k in range(first, last + 1)]


def _step(least: float, unit: str) -> float:
    if unit == "deg":
        return float(next((step for step in _DEGREE_STEPS if step >= least), _DEGREE_STEPS[-1]))
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next((digit * power for digit in _ROUND if digit * power >= least * (1 - 1e-9)), 10 * power)


class ScaleAxis(pg.AxisItem):
    """An axis that shows values of a stimulus axis where the plot has put them."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._values = np.array([0.0, 1.0])
        self._places = self._values
        self._unit, self._logarithmic = "", False
        self._choices: tuple[str, ...] = ()
        self._told: tuple[Any, ...] = (self._values, self._places, "", False, ())
        self._texts: dict[float, str] = {}

    @property
    def is_logarithmic(self) -> bool:
        """Whether values rise by ratio."""
        return self._logarithmic

    def set_scale(
        self,
        values: Sequence[float],
        places: Sequence[float],
        unit: str,
        logarithmic: bool,
        choices: tuple[str, ...] = (),
    ) -> None:
        """Values (rising), where each stands on the plot, their unit, and whether they rise by ratio.

        Where the values are choices, their names stand at the ticks.
        """
        told = np.asarray(values, float), np.asarray(places, float), unit, logarithmic, choices
        same = all(np.array_equal(a, b) for a, b in zip(told, self._told, strict=True))
        if same:
            return  # laying out ticks costs more than drawing a curve
        self._told = told
        self._values, self._places, self._unit, self._logarithmic, self._choices = told
        self.picture = None
        self.update()

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Places of the ticks that fit into `size` pixels."""
        if self._choices:
            named = zip(self._places.tolist(), self._values, strict=True)
            self._texts = {place: self._choices[round(value)] for place, value in named}
            return [(1.0, list(self._texts))]
        most = max(2, int(size // _PIXELS_PER_TICK[self.orientation]))
        shown = round_values(
            self._values[0], self._values[-1], most, unit=self._unit, octaves=self._logarithmic
        )
        if len(shown) < 2:
            shown = [float(self._values[0]), float(self._values[-1])]
        bend = np.log if self._logarithmic else np.asarray
        places = np.interp(bend(np.array(shown)), bend(self._values), self._places)
        self._texts = dict(zip(places.tolist(), map(number, shown), strict=True))
        return [(1.0, list(self._texts))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [self._texts.get(value, "") for value in values]
