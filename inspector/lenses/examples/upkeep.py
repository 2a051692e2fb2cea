"""Loops that Numba compiles, for what a scan keeps of whole pictures: the same as numpy's operations make."""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

import numpy as np

from inspector.lenses.examples.compiled import Loop, compiled

Array = np.ndarray[Any, Any]
WORTH_COMPILING = 1 << 12
"""With so many units and pictures in a batch the loops repay the time that loading them takes."""


class Loops(NamedTuple):
    """The compiled loops: one brings maxima in among the extremes, one adds maxima and means up."""

    bring: Loop
    add: Loop


@functools.cache
def loops() -> Loops | None:
    """The loops, compiled at their first call unless an earlier run did; None where Numba is not there."""
    bring, add = compiled(_bring), compiled(_add)
    return Loops(bring, add) if bring is not None and add is not None else None


def _bring(
    values: Array,
    places: Array,
    pictures: Array,
    sign: np.float32,
    index: Array,
    value: Array,
    place: Array,
) -> None:
    """Put maxima float32 [units, n] of pictures of rising numbers where they belong among the k kept ones."""
    units, k = value.shape
    for u in range(units):
        worst = value[u, k - 1]
        for i in range(len(pictures)):
            new = values[u, i]
            if not (np.isnan(worst) or sign * new > sign * worst):
                continue
            at = k - 1
            # The earlier picture stays before an equal one.
            while at > 0 and (np.isnan(value[u, at - 1]) or sign * new > sign * value[u, at - 1]):
                value[u, at], index[u, at] = value[u, at - 1], index[u, at - 1]
                place[u, at] = place[u, at - 1]
                at -= 1
            value[u, at], index[u, at], place[u, at] = new, pictures[i], places[u, i]
            worst = value[u, k - 1]


def _add(
    peaks: Array,
    means: Array,
    labels: Array,
    scale: Array,
    fine: float,
    mean: Array,
    fired: Array,
    squares: Array,
    classes: Array,
) -> None:
    """Add maxima and means float32 [n, units] up, in whole multiples of a share of each unit's scale."""
    for i in range(len(peaks)):
        for u in range(len(scale)):
            scaled = peaks[i, u] / scale[u]
            above = max(scaled, 0.0)
            mean[u] += np.rint(means[i, u] / scale[u] * fine)
            fired[u] += np.rint(above * fine)
            squares[u] += np.rint(above * above * fine)
        if labels[i] >= 0:
            row = classes[labels[i]]
            for u in range(len(scale)):
                row[u] += np.rint(peaks[i, u] / scale[u] * fine)
