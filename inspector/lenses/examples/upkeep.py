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
    """The compiled loops: for the extremes, for sums of maxima and means, for factors of products."""

    bring: Loop
    add: Loop
    scale: Loop


@functools.cache
def loops() -> Loops | None:
    """The loops, compiled at their first call unless an earlier run did; None where Numba is not there."""
    bring, add, scale = compiled(_bring), compiled(_add), compiled(_scale)
    if bring is None or add is None or scale is None:
        return None
    return Loops(bring, add, scale)


def _bring(
    values: Array,
    places: Array,
    pictures: Array,
    sign: np.float32,
    index: Array,
    value: Array,
    place: Array,
) -> None:
    """Put maxima float32 [n, units] of pictures of rising numbers where they belong among the k kept ones.

    Few units have one that comes in at all, once many pictures are in: those are found first.
    """
    n, units = values.shape
    k = value.shape[1]
    last, comes = np.empty(units, np.float32), np.zeros(units, np.bool_)
    for u in range(units):
        last[u] = -np.float32(np.inf) if np.isnan(value[u, k - 1]) else sign * value[u, k - 1]
    for i in range(n):
        for u in range(units):
            comes[u] |= sign * values[i, u] > last[u]
    for u in range(units):
        if not comes[u]:
            continue
        worst = value[u, k - 1]
        for i in range(n):
            new = values[i, u]
            if not (np.isnan(worst) or sign * new > sign * worst):
                continue
            at = k - 1
            # The earlier picture stays before an equal one.
            while at > 0 and (np.isnan(value[u, at - 1]) or sign * new > sign * value[u, at - 1]):
                value[u, at], index[u, at] = value[u, at - 1], index[u, at - 1]
                place[u, at] = place[u, at - 1]
                at -= 1
            value[u, at], index[u, at], place[u, at] = new, pictures[i], places[i, u]
            worst = value[u, k - 1]


def _add(
    peaks: Array,
    means: Array,
    labels: Array,
    inverse: Array,
    fine: float,
    mean: Array,
    fired: Array,
    squares: Array,
    classes: Array,
) -> None:
    """Add maxima and means float32 [n, units] up, in whole multiples of a share of each unit's scale.

    `inverse` float64 [units] is one divided by the scales, exactly, as they are powers of two.
    """
    for i in range(len(peaks)):
        for u in range(len(inverse)):
            scaled = peaks[i, u] * inverse[u]
            above = max(scaled, 0.0)
            mean[u] += np.rint(means[i, u] * inverse[u] * fine)
            fired[u] += np.rint(above * fine)
            squares[u] += np.rint(above * above * fine)
        if labels[i] >= 0:
            row = classes[labels[i]]
            for u in range(len(inverse)):
                row[u] += np.rint(peaks[i, u] * inverse[u] * fine)


def _scale(peaks: Array, pivot: Array, factor: Array, scaled: Array) -> None:
    """Fill in how far maxima float32 [n, units] are from the pivots, in whole multiples, as float32."""
    for i in range(peaks.shape[0]):
        for u in range(peaks.shape[1]):
            scaled[i, u] = np.rint((peaks[i, u] - pivot[u]) * factor[u])
