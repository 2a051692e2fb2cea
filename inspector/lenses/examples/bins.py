"""Histograms whose bins grow with what comes in, and end up the same in whatever order it came."""

from __future__ import annotations

from typing import Any

import numpy as np

from inspector.lenses.examples.spectrum_size import BINS

Array = np.ndarray[Any, Any]
NARROWEST = 2.0**-120
"""Width of a bin whose reciprocal still fits into float32."""


class Bins:
    """The bins of each unit: powers of two wide, beginning at multiples of their width, as narrow as can be.

    They always reach to zero. The width follows from the smallest and the largest value alone, and wider bins
    are whole numbers of narrower ones, so that counts can be brought from the one to the other.

    Attributes:
        low: float64 [units], smallest value so far, or 0 where none is below.
        high: float64 [units], largest value so far, or 0 where none is above.
        width: float64 [units], of a bin; 0 until the unit has shown a value that is not zero.
        start: int64 [units], number of the first bin; bin 0 begins at zero.
    """

    def __init__(self, units: int) -> None:
        self.low, self.high = np.zeros(units), np.zeros(units)
        self.width, self.start = np.zeros(units), np.zeros(units, np.int64)

    def reach(self, low: Array, high: Array) -> Array:
        """Make room for values from `low` to `high` [units]; the units whose bins changed, int64."""
        low, high = np.minimum(self.low, low), np.maximum(self.high, high)
        units = np.flatnonzero((low < self.low) | (high > self.high))
        self.low, self.high = low, high
        before = self.width[units].copy(), self.start[units].copy()
        self.width[units], self.start[units] = narrowest(low[units], high[units])
        changed = (self.width[units] != before[0]) | (self.start[units] != before[1])
        return np.asarray(units[changed])

    @property
    def safe_width(self) -> Array:
        """float64 [units], the width, 1 where there is none yet."""
        return np.where(self.width > 0, self.width, 1.0)

    def arrays(self) -> dict[str, Array]:
        """All that is kept, by name."""
        return {"low": self.low, "high": self.high, "width": self.width, "start": self.start}


def narrowest(low: Array, high: Array) -> tuple[Array, Array]:
    """Width and first number of the narrowest bins that hold both ends; `low` <= 0 <= `high`."""
    span = high - low
    with np.errstate(divide="ignore"):
        exponent = np.ceil(np.log2(span / BINS))
    width = np.where(span > 0, np.maximum(np.exp2(exponent), NARROWEST), 0.0)
    safe = np.where(width > 0, width, 1.0)
    # A range that does not begin with a bin needs one more.
    for _ in range(2):
        wide = np.floor(high / safe) - np.floor(low / safe) >= BINS
        width, safe = np.where(wide, width * 2, width), np.where(wide, safe * 2, safe)
    return width, np.floor(low / safe).astype(np.int64)


def moved(cells: Array, old_width: Array, old_start: Array, width: Array, start: Array, step: int) -> Array:
    """Numbers [units, n] of the new cells that the old ones become part of.

    Args:
        cells: int64 [n], numbers of the old cells, counted from the unit's first one.
        old_width: [units], of the bins before; 0 means that all values were zero.
        old_start: [units], number of the first bin before.
        width: [units], of the bins now.
        start: [units], number of the first bin now.
        step: How many bins a cell has, a power of two.
    """
    ratio = np.where(old_width > 0, width / np.where(old_width > 0, old_width, 1.0), 1.0)
    ratio = np.minimum(ratio, 1 << 20).astype(np.int64)  # all numbers are small, because bins reach to zero
    old = (old_start // step)[:, None] + cells[None]
    return np.asarray(old // ratio[:, None] - (start // step)[:, None])
