"""What a scan keeps of one node while pictures stream by: extremes and distribution of every unit.

Memory does not grow with the number of pictures.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from inspector.lenses.examples import NodeExamples
from inspector.network.graph import Node
from inspector.probe.reduce import units_first

Array = np.ndarray[Any, Any]
BINS = 128
_NARROWEST = 2.0**-120
"""Width of a bin whose reciprocal still fits into float32."""


class Tally:
    """Takes a node's values batch by batch."""

    def __init__(self, node: Node, top: int) -> None:
        self._node = node
        self._top = Extremes(node.units, top, sign=1)
        self._bottom = Extremes(node.units, top, sign=-1)
        self._distribution = Distribution(node.units)

    def add(self, value: torch.Tensor, first: int) -> None:
        """Take the values [n, ...] of pictures `first` and following; what is not finite counts as zero."""
        flat = units_first(value, self._node).float().nan_to_num(0, 0, 0).cpu()
        peaks, places = flat.max(2)
        pictures = np.arange(first, first + len(flat))
        for extremes in (self._top, self._bottom):
            extremes.add(peaks.numpy().T, places.numpy().T, pictures)
        self._distribution.add(flat)

    def result(self, pictures: tuple[str, ...], skipped: tuple[str, ...]) -> NodeExamples:
        """Everything kept, for pictures of these names."""
        edges, counts = self._distribution.histogram()
        return NodeExamples(
            node=self._node.name,
            pictures=pictures,
            top_index=self._top.index,
            top_value=self._top.value,
            top_place=self._top.place,
            bottom_index=self._bottom.index,
            bottom_value=self._bottom.value,
            bottom_place=self._bottom.place,
            map_shape=self._node.map_shape,
            edges=edges,
            counts=counts,
            mean=self._distribution.mean,
            variance=self._distribution.variance,
            firing=self._distribution.firing,
            skipped=skipped,
        )


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

    def add(self, values: Array, places: Array, pictures: Array) -> None:
        """Take maxima and their places, each [units, n], of the pictures [n] of these numbers."""
        k = self.index.shape[1]
        value = np.concatenate([self.value, values], 1)
        # NaN sorts last, so empty places give way; stable, so the earlier picture wins among equals.
        order = np.argsort(-self._sign * value, axis=1, kind="stable")[:, :k]
        index = np.concatenate([self.index, np.broadcast_to(pictures, values.shape)], 1)
        place = np.concatenate([self.place, places], 1)
        self.value = np.take_along_axis(value, order, 1)
        self.index = np.take_along_axis(index, order, 1)
        self.place = np.take_along_axis(place, order, 1)


class Distribution:
    """Histogram, mean, variance and share above zero of every unit, over all positions.

    A unit's histogram begins with what its first values need; whenever a value falls outside, its bins are
    made twice as wide by merging neighbours, so that no count is ever lost or guessed. Bins are powers of two
    wide.
    """

    def __init__(self, units: int) -> None:
        self._seen = 0
        self._mean = np.zeros(units)
        self._squares = np.zeros(units)
        self._above = np.zeros(units, np.int64)
        self._counts = np.zeros((units, BINS), np.int64)
        self._start = np.zeros(units, np.int64)
        """Number of the first bin; bin 0 begins at zero."""
        self._width = np.zeros(units)
        """0 until the unit has shown a value that is not zero."""

    def add(self, flat: torch.Tensor) -> None:
        """Take values float32 [n, units, positions], all finite."""
        self._add_moments(flat)
        low, high = (extreme.double().numpy() for extreme in (flat.amin((0, 2)), flat.amax((0, 2))))
        self._make_room(low, high)
        self._count(flat)
        self._seen += flat.shape[0] * flat.shape[2]

    @property
    def mean(self) -> Array:
        """float64 [units]."""
        return self._mean.copy()

    @property
    def variance(self) -> Array:
        """float64 [units], of the values as they are (divided by their number)."""
        return self._squares / max(self._seen, 1)

    @property
    def firing(self) -> Array:
        """float64 [units], share of values above zero."""
        return self._above / max(self._seen, 1)

    def histogram(self) -> tuple[Array, Array]:
        """Edges float64 [units, BINS + 1] and counts int64 [units, BINS]; bins include their lower edge."""
        width = np.where(self._width > 0, self._width, 1.0)
        edges = (self._start[:, None] + np.arange(BINS + 1)) * width[:, None]
        return edges, self._counts.copy()

    def _add_moments(self, flat: torch.Tensor) -> None:
        """Chan, Golub & LeVeque (1979): means and sums of squares of two parts make those of the whole."""
        count, total = flat.shape[0] * flat.shape[2], self._seen + flat.shape[0] * flat.shape[2]
        mean = flat.mean(2).double().mean(0)
        # About their mean, so that float32 loses nothing; rows first, the fast way through memory.
        about = flat - mean.float()[:, None]
        rest = about.sum(2).double().sum(0) / count
        squares = torch.linalg.vector_norm(about, dim=2).double().square().sum(0) - rest**2 * count
        shift = (mean + rest).numpy() - self._mean
        self._mean += shift * count / total
        self._squares += squares.numpy() + shift**2 * self._seen * count / total
        # As floats: whole numbers below 2**24 are exact, and sums of booleans many times slower.
        self._above += (flat > 0).float().sum((0, 2)).long().numpy()

    def _make_room(self, low: Array, high: Array) -> None:
        """Widen the bins of the units whose values do not fit."""
        fresh = self._width == 0
        low, high = np.where(fresh, np.minimum(low, 0), low), np.where(fresh, np.maximum(high, 0), high)
        for unit in np.flatnonzero(fresh & (high > low)):
            # Half as many bins as there are, so that the range has room to grow.
            wanted = (high[unit] - low[unit]) / (BINS / 2)
            self._width[unit] = max(2.0 ** np.ceil(np.log2(wanted)), _NARROWEST)
            self._start[unit] = np.floor(low[unit] / self._width[unit])
            # Nothing but zeros so far: they lay in the bin that begins at zero.
            self._counts[unit] = np.roll(self._counts[unit], -self._start[unit])
        width = np.where(self._width > 0, self._width, 1.0)
        below = low < self._start * width
        above = high >= (self._start + BINS) * width
        for unit in np.flatnonzero(below | above):
            self._widen(int(unit), low[unit], high[unit])

    def _widen(self, unit: int, low: float, high: float) -> None:
        """Shift and merge one unit's bins until both values have one."""
        filled = np.flatnonzero(self._counts[unit])
        numbers, counts = self._start[unit] + filled, self._counts[unit, filled]
        width = self._width[unit]
        ends = [low, high, *(number * width for number in numbers)]
        while np.floor(max(ends) / width) - np.floor(min(ends) / width) >= BINS:
            width, numbers = width * 2, numbers >> 1
        self._start[unit] = np.floor(min(ends) / width)
        self._width[unit] = width
        self._counts[unit] = np.bincount(numbers - self._start[unit], counts, BINS).astype(np.int64)

    def _count(self, flat: torch.Tensor) -> None:
        units = flat.shape[1]
        scale = torch.from_numpy(np.where(self._width > 0, 1 / np.maximum(self._width, _NARROWEST), 1.0))
        start = torch.from_numpy(self._start - np.arange(units) * BINS)
        # Dividing by a power of two is exact, so a value on an edge falls above it on every machine; the
        # numbers of bins are small, because the bins always reach to zero.
        bins = (flat * scale.float()[:, None]).floor_().int().sub_(start.int()[:, None])
        self._counts += torch.bincount(bins.flatten(), minlength=units * BINS).numpy().reshape(units, BINS)
