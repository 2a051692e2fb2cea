"""The k pictures of the highest or lowest maximum of every unit, kept while pictures stream by."""

from __future__ import annotations

from typing import Any

import numpy as np

from inspector.lenses.examples import upkeep

Array = np.ndarray[Any, Any]


class Extremes:
    """The k pictures of the highest (sign 1) or lowest (sign -1) maximum of every unit, extreme first.

    Attributes:
        index: int64 [units, k], numbers of the pictures, the earlier first among equals; -1 for none.
        value: float32 [units, k], their maxima; NaN for none.
        place: int64 [units, k], flat positions of the maxima; -1 for none.
    """

    def __init__(self, units: int, k: int, sign: int) -> None:
        self._sign = sign
        self.index = np.full((units, k), -1, np.int64)
        self.value = np.full((units, k), np.nan, np.float32)
        self.place = np.full((units, k), -1, np.int64)

    @property
    def threshold(self) -> Array:
        """float32 [units]: what a maximum must pass to come in; an infinity where there is room."""
        last = self.value[:, -1]
        return np.where(np.isnan(last), np.float32(-np.inf * self._sign), last)

    def add(self, values: Array, places: Array, pictures: Array) -> None:
        """Take maxima and their places, each [n, units], of the pictures [n] of these numbers.

        The numbers rise from call to call, so one that equals the last one kept never comes in.
        """
        if not len(pictures):
            return
        if values.size >= upkeep.WORTH_COMPILING and (loops := upkeep.loops()) is not None:
            kept = self.index, self.value, self.place
            loops.bring(values, places, pictures, np.float32(self._sign), *kept)
            return
        best = values.max(0) if self._sign > 0 else values.min(0)
        units = np.flatnonzero(self._sign * best > self._sign * self.threshold)
        if units.size:
            index = np.broadcast_to(pictures, (units.size, len(pictures)))
            self._take(units, values.T[units], places.T[units], index)

    def merge(self, other: Extremes) -> None:
        """Take what another one kept of other pictures."""
        self._take(np.arange(len(self.index)), other.value, other.place, other.index)

    def arrays(self) -> dict[str, Array]:
        """All that is kept, by name."""
        return {"index": self.index, "value": self.value, "place": self.place}

    def _take(self, units: Array, values: Array, places: Array, pictures: Array) -> None:
        k = self.index.shape[1]
        value = np.concatenate([self.value[units], values], 1)
        index = np.concatenate([self.index[units], pictures], 1)
        place = np.concatenate([self.place[units], places], 1)
        # NaN sorts last, so empty places give way; the earlier picture wins among equals.
        order = np.lexsort((index, -self._sign * value), axis=1)[:, :k]
        self.value[units] = np.take_along_axis(value, order, 1)
        self.index[units] = np.take_along_axis(index, order, 1)
        self.place[units] = np.take_along_axis(place, order, 1)
