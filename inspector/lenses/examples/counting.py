"""Loops that Numba compiles, for what is kept of places: the same whole numbers that torch's operations make.

One value leads to one bin, one range and one class, so one look at it does for all of them.
"""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

import numpy as np

from inspector.lenses.examples.compiled import Loop, compiled
from inspector.lenses.examples.spectrum_size import STEP

Array = np.ndarray[Any, Any]
WORTH_COMPILING = 1 << 13
"""With so many values in a batch the loops repay the seconds that compiling them takes."""


class Loops(NamedTuple):
    """The compiled loops: one enters values into counts and quilt, one adds them up."""

    enter: Loop
    add: Loop


@functools.cache
def loops() -> Loops | None:
    """The loops, compiled at their first call; None where Numba is not there."""
    # Sums of whole numbers may be made in any order.
    enter, add = compiled(_enter), compiled(_add, flags=frozenset({"reassoc", "nsz"}))
    return Loops(enter, add) if enter is not None and add is not None else None


def _enter(
    values: Array,
    scale: Array,
    start: Array,
    labels: Array,
    keys: Array,
    counts: Array,
    above: Array,
    classes: Array,
    worst: Array,
    kept_keys: Array,
    kept_values: Array,
) -> None:
    """Count values float32 [units, places] and put those of the smallest keys into the quilt.

    `worst` int64 [units, slots] holds the largest key of each range by itself: it is asked for every value.
    """
    units, places = values.shape
    bins, known = counts.shape[1], classes.shape[2] > 0
    numbers, half = np.empty(places, np.int32), (places + 1) // 2
    # Two counts of each bin: where the same one, mostly that of zero, comes again and again, each addition
    # waits for the one before.
    one, two = np.empty(bins, np.int32), np.empty(bins, np.int32)
    for u in range(units):
        factor, first, positive = scale[u], np.int32(start[u]), 0
        for p in range(places):
            value = values[u, p]
            numbers[p] = np.int32(np.floor(value * factor)) - first
            positive += value > np.float32(0)
        above[u] += positive
        for b in range(bins):
            one[b] = two[b] = 0
        for p in range(half):
            one[numbers[p]] += 1
            if half + p < places:
                two[numbers[half + p]] += 1
        for b in range(bins):
            counts[u, b] += one[b] + two[b]
        offset, limits = first % STEP, worst[u]
        for p in range(places):
            slot = (numbers[p] + offset) // STEP
            if known and labels[p] >= 0:
                classes[u, slot, labels[p]] += 1
            key = keys[p]
            if key < limits[slot]:
                mine, theirs, at = kept_keys[u, slot], kept_values[u, slot], kept_keys.shape[2] - 1
                while at > 0 and mine[at - 1] > key:
                    mine[at], theirs[at] = mine[at - 1], theirs[at - 1]
                    at -= 1
                mine[at], theirs[at] = key, values[u, p]
                limits[slot] = mine[-1]


def _add(
    values: Array, factor: Array, fine: np.float32, drawn: Array, squares: Array, low: Array, high: Array
) -> None:
    """Add values float32 [units, places] and their squares, both as whole multiples of small numbers.

    `low` and `high` float32 [units] are filled with the smallest and the largest.
    """
    for u in range(len(values)):
        one, two = 0.0, 0.0
        least, most = values[u, 0], values[u, 0]
        for p in range(values.shape[1]):
            value = values[u, p]
            least, most = value if value < least else least, value if value > most else most
            scaled = value * factor[u]
            one += np.float64(np.rint(scaled * fine))
            two += np.float64(np.rint(scaled * scaled * fine))
        drawn[u] += one
        squares[u] += two
        low[u], high[u] = least, most
