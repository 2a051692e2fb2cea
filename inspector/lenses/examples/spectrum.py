"""Histogram, quilt and classes by value of every unit, kept while places of pictures stream by."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from inspector.lenses.examples import counting
from inspector.lenses.examples.bins import NARROWEST, Bins, moved
from inspector.lenses.examples.keys import EMPTY, KEY_BITS
from inspector.lenses.examples.spectrum_size import BINS, SLOTS, STEP

Array = np.ndarray[Any, Any]
_PLACES = 64
"""Places taken at first, for as many batches: once they have filled the quilt, few of the others come in."""
_LOW_BITS = KEY_BITS - 30


class Spectrum:
    """What is kept of the values at places that were looked at. Memory does not grow with their number.

    Attributes:
        bins: The histogram's bins.
        counts: int64 [units, BINS].
        above: int64 [units], values above zero.
        keys: int64 [units, SLOTS, m], of the places in the quilt: the m smallest keys of each range of
            values, rising; `EMPTY` for none. An even draw, because keys are as if drawn by chance.
        values: float32 [units, SLOTS, m], the values there.
        classes: int32 [units, SLOTS, classes], places by value and class; no classes where they are too many.
    """

    def __init__(self, units: int, quilt: int, classes: int) -> None:
        self.bins = Bins(units)
        self.counts = np.zeros((units, BINS), np.int64)
        self.above = np.zeros(units, np.int64)
        self.keys = np.full((units, SLOTS, quilt), EMPTY, np.int64)
        self.values = np.zeros((units, SLOTS, quilt), np.float32)
        self.classes = np.zeros((units, SLOTS, classes), np.int32)
        self._pending: list[tuple[Array, Array, Array]] = []
        self._waiting = 0
        self._largest: tuple[Array | None, Array] = (None, self.counts)

    def add(
        self, values: torch.Tensor, keys: Array, labels: Array, ends: tuple[Array, Array] | None = None
    ) -> None:
        """Take values float32 [units, places], all finite, and each place's key and class (-1 for none).

        `ends` are the lowest and highest [units], where they are known already.

        Unit by unit, because counting goes several times faster where a unit's bins stay in the cache.
        """
        low, high = ends or (values.amin(1).numpy(), values.amax(1).numpy())
        self._reach(low.astype(np.float64), high.astype(np.float64))
        if values.numel() >= counting.WORTH_COMPILING and (loops := counting.loops()) is not None:
            mine = self.counts, self.above, self.classes, self._worst(), self.keys, self.values
            scale = self._scale().numpy()
            loops.enter(values.contiguous().numpy(), scale, self.bins.start, labels, keys, *mine)
            return
        numbers = self._numbers(values)
        flat = (numbers + torch.arange(len(self.counts), dtype=torch.int32)[:, None] * BINS).flatten()
        self.counts += torch.bincount(flat, minlength=self.counts.size).numpy().reshape(self.counts.shape)
        self.above += torch.count_nonzero(values > 0, 1).numpy()
        slots = self._slots(numbers)
        self._count_classes(slots, labels)
        self._draw(values, slots, keys)

    def merge(self, other: Spectrum) -> None:
        """Take what another one kept of other pictures."""
        mine, theirs = self.bins, other.bins
        low, high = np.minimum(mine.low, theirs.low), np.maximum(mine.high, theirs.high)
        self._reach(low, high)
        other._reach(low, high)
        self.counts += other.counts
        self.above += other.above
        self.classes += other.classes
        other.settle()
        units, slots, places = np.nonzero(other.keys < EMPTY)
        self._insert(
            units * SLOTS + slots, other.keys[units, slots, places], other.values[units, slots, places]
        )

    def arrays(self) -> dict[str, Array]:
        """All that is kept beside the bins, by name."""
        self.settle()
        return {name: getattr(self, name) for name in ("counts", "above", "keys", "values", "classes")}

    def settle(self) -> None:
        """Bring what waits into the quilt; needed before `keys` and `values` are read."""
        if self._pending:
            cells, keys, values = (np.concatenate(parts) for parts in zip(*self._pending, strict=True))
            self._pending, self._waiting = [], 0
            self._insert(cells, keys, values)

    def _reach(self, low: Array, high: Array) -> None:
        width, start = self.bins.width.copy(), self.bins.start.copy()
        units = self.bins.reach(low, high)
        if not units.size:
            return
        change = width[units], start[units], self.bins.width[units], self.bins.start[units]
        self.counts[units] = _added(self.counts[units], moved(np.arange(BINS), *change, 1))
        cells = moved(np.arange(SLOTS), *change, STEP)
        if self.classes.shape[2]:
            self.classes[units] = _added(self.classes[units], cells)
        self._regroup(units, cells)
        if self._pending:
            table = np.arange(self.keys[:, :, 0].size)
            table.reshape(-1, SLOTS)[units] = units[:, None] * SLOTS + cells
            self._pending = [(table[old], keys, values) for old, keys, values in self._pending]

    def _regroup(self, units: Array, cells: Array) -> None:
        """Bring the quilt's pictures into the ranges that theirs have become part of."""
        keys, values = self.keys[units], self.values[units]
        self.keys[units], self.values[units] = EMPTY, 0
        if self._largest[0] is self.keys:
            self._largest[1][units] = EMPTY
        unit, slot, place = np.nonzero(keys < EMPTY)
        self._insert(
            units[unit] * SLOTS + cells[unit, slot], keys[unit, slot, place], values[unit, slot, place]
        )

    def _worst(self) -> Array:
        """int64 [units, SLOTS], the largest key of each range, side by side: a copy that is kept up."""
        keys, worst = self._largest
        if keys is not self.keys:  # others were read from a file, or some put in
            worst = self.keys[:, :, -1].copy()
            self._largest = self.keys, worst
        return worst

    def _numbers(self, values: torch.Tensor) -> torch.Tensor:
        """The bin of each value, int32 [units, places], counted from the unit's first one."""
        # Dividing by a power of two is exact, so a value on an edge falls above it on every machine.
        start = torch.from_numpy(self.bins.start).int()
        return (values * self._scale()[:, None]).floor_().int().sub_(start[:, None])

    def _scale(self) -> torch.Tensor:
        return torch.from_numpy(1 / np.maximum(self.bins.safe_width, NARROWEST)).float()

    def _slots(self, numbers: torch.Tensor) -> torch.Tensor:
        """The quilt's range of each value, int32 [units, places], counted over all units."""
        start = torch.from_numpy(self.bins.start)
        offset = (start % STEP).int()  # the first range may begin before the first bin
        base = torch.arange(len(self.counts), dtype=torch.int32) * SLOTS
        return (numbers + offset[:, None]).bitwise_right_shift_(2).add_(base[:, None])

    def _count_classes(self, slots: torch.Tensor, labels: Array) -> None:
        if self.classes.shape[2] and (labels >= 0).any():
            known = torch.from_numpy(np.flatnonzero(labels >= 0))
            flat = slots[:, known].long() * self.classes.shape[2] + torch.from_numpy(labels)[known]
            counts = torch.bincount(flat.flatten(), minlength=self.classes.size)
            self.classes += counts.int().numpy().reshape(self.classes.shape)

    def _draw(self, values: torch.Tensor, slots: torch.Tensor, keys: Array) -> None:
        if self.counts[:1].sum() > _PLACES * values.shape[1]:
            self._offer(values, slots, keys)
            return
        order = np.argsort(keys)
        for part in (order[:_PLACES], order[_PLACES:]):
            if part.size:
                at = torch.from_numpy(part)
                self._offer(values[:, at], slots[:, at], keys[part])

    def _offer(self, values: torch.Tensor, slots: torch.Tensor, keys: Array) -> None:
        """Put what is among the smallest of its range into the quilt."""
        # In 32 bits: half of the memory to go through. Keys that agree in the upper bits are let pass.
        worst = torch.from_numpy((self.keys[:, :, -1].reshape(-1) >> _LOW_BITS).clip(0, 2**31 - 1)).int()
        mine = torch.from_numpy(keys >> _LOW_BITS).int()
        passing = mine <= worst.index_select(0, slots.flatten()).view(slots.shape)
        unit, place = np.nonzero(passing.numpy())
        if len(unit):
            at = torch.from_numpy(unit), torch.from_numpy(place)
            self._wait(slots[at].long().numpy(), keys[place], values[at].numpy())

    def _wait(self, cells: Array, keys: Array, values: Array) -> None:
        self._pending.append((cells, keys, values))
        self._waiting += len(cells)
        # Many at once: most of an insertion is sorting what is there already.
        if self._waiting > self.keys[:, :, 0].size:
            self.settle()

    def _insert(self, cells: Array, keys: Array, values: Array) -> None:
        """Put entries into cells (unit * SLOTS + slot) [n] and keep the smallest keys of each."""
        if not cells.size:
            return
        m = self.keys.shape[2]
        flat_keys, flat_values = self.keys.reshape(-1, m), self.values.reshape(-1, m)
        touched = np.flatnonzero(np.bincount(cells, minlength=len(flat_keys)))
        all_cells = np.concatenate([np.repeat(touched, m), cells])
        all_keys = np.concatenate([flat_keys[touched].ravel(), keys])
        all_values = np.concatenate([flat_values[touched].ravel(), values])
        order = _order(all_cells, all_keys)
        first = np.searchsorted(all_cells[order], touched)
        take = order[first[:, None] + np.arange(m)]  # every cell has its m old entries at least
        flat_keys[touched] = all_keys[take]
        if self._largest[0] is self.keys:
            self._largest[1].reshape(-1)[touched] = flat_keys[touched, -1]
        flat_values[touched] = np.where(all_keys[take] < EMPTY, all_values[take], 0)


def _order(cells: Array, keys: Array) -> Array:
    """The order by cell and, within one, by key."""
    if int(cells.max()) >= 1 << (63 - KEY_BITS):
        return np.lexsort((keys, cells))
    # One number of 63 bits sorts several times faster than two.
    return np.argsort((cells << KEY_BITS) | np.minimum(keys, (1 << KEY_BITS) - 1))


def _added(counts: Array, cells: Array) -> Array:
    """Counts [units, n, ...] added up by the new numbers [units, n] of their cells; empty ones may be any."""
    result = np.zeros_like(counts)
    unit, cell = np.nonzero(counts.reshape(*counts.shape[:2], -1).any(2))
    np.add.at(result, (unit, cells[unit, cell]), counts[unit, cell])
    return result
