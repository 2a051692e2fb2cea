"""Which units are shown, and in which row each."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np

Array = np.ndarray[Any, Any]
Order = Literal["number", "response", "index"]


class UnitOrder:
    """The rows of a list of units.

    Attributes:
        units: How many units there are, shown or not.
        unit_at: int [rows], the unit in each row.
    """

    def __init__(self, units: int = 0) -> None:
        self.units = units
        self._set(np.arange(units))

    @property
    def rows(self) -> int:
        """How many units are shown."""
        return len(self.unit_at)

    def row_of(self, unit: int) -> int:
        """The row that shows a unit; -1 where none does."""
        return int(self._row_of[unit])

    def rows_of(self, units: Array) -> Array:
        """The rows that show units, rising; those that are not shown are left out."""
        rows = np.sort(self._row_of[np.asarray(units, dtype=np.intp)])
        return rows[rows >= 0]

    def arranged(self, key: Array | None, shown: Array | None) -> UnitOrder | None:
        """The order by falling key (by number where it is None or NaN), of the shown ones; None: as it is."""
        unit_at = np.arange(self.units) if key is None else np.argsort(-key, kind="stable")
        if shown is not None:
            unit_at = unit_at[shown[unit_at]]
        if np.array_equal(unit_at, self.unit_at):
            return None
        other = UnitOrder(self.units)
        other._set(unit_at)
        return other

    def _set(self, unit_at: Array) -> None:
        self.unit_at = unit_at
        self._row_of = np.full(self.units, -1)
        self._row_of[unit_at] = np.arange(len(unit_at))
