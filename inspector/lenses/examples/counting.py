"""Loops that Numba compiles, for what `Spectrum` counts: the same whole numbers that torch's operations make.

One value leads to one bin, one range and one class, so one look at it does for all of them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from inspector.lenses.examples.spectrum_size import SLOTS, STEP

Array = np.ndarray[Any, Any]
WORTH_COMPILING = 1 << 16
"""With so many values in a batch the loops repay the seconds that compiling them takes."""


class Loops(NamedTuple):
    """The compiled loops: one enters values into the counts, one picks those that may come into the quilt."""

    enter: Callable[..., None]
    pick: Callable[..., int]


@functools.cache
def loops() -> Loops | None:
    """The loops, compiled at their first call; None where Numba is not there."""
    try:
        import numba
    except (ImportError, OSError):
        return None
    # Its own types know it as a decorator only.
    compiled: Any = numba.njit
    return Loops(compiled(_count, nogil=True), compiled(_pick, nogil=True))


def _count(
    values: Array,
    scale: Array,
    start: Array,
    labels: Array,
    counts: Array,
    above: Array,
    classes: Array,
    slots: Array,
) -> None:
    """Count values float32 [units, places]; `slots` int32 is filled with their ranges over all units."""
    units, places = values.shape
    zero, known = np.float32(0), classes.shape[2] > 0
    for u in range(units):
        first = start[u]
        offset, base = first % STEP, u * SLOTS
        for p in range(places):
            value = values[u, p]
            number = np.int64(np.floor(value * scale[u])) - first
            slot = (number + offset) // STEP
            counts[u, number] += 1
            if value > zero:
                above[u] += 1
            if known and labels[p] >= 0:
                classes[u, slot, labels[p]] += 1
            slots[u, p] = base + slot


def _pick(
    slots: Array, keys: Array, worst: Array, values: Array, cells: Array, found: Array, kept: Array
) -> int:
    """Write cells, keys and values of those smaller than their range's largest; how many there are."""
    many = 0
    for u in range(len(slots)):
        base = u * SLOTS
        for p in range(len(keys)):
            if keys[p] < worst[u, slots[u, p] - base]:
                cells[many], found[many], kept[many] = slots[u, p], keys[p], values[u, p]
                many += 1
    return many
