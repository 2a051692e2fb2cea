"""What follows along the lines of batch normalisations, by loops that Numba compiles. Needs Numba.

A product and a sum are rounded once where the processor multiplies and adds in one step, else twice. torch's
own loops do the one or the other; these do as they are told, so that they come to the same bits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numba import njit, types
from numba.extending import intrinsic

Array = np.ndarray[Any, Any]


def _at_once_of(typing: Any, factor: Any, value: Any, offset: Any) -> tuple[Any, Callable[..., Any]]:
    """`factor * value + offset`, rounded once."""

    def write(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return builder.fma(*given)

    return types.float32(types.float32, types.float32, types.float32), write


# Its own types know it with the compiler's argument in front.
_at_once: Any = intrinsic(_at_once_of)


@njit(inline="always")
def _along(value: np.float32, factor: np.float32, offset: np.float32, once: bool) -> np.float32:
    if once:
        made: np.float32 = _at_once(factor, value, offset)
        return made
    return np.float32(factor * value) + offset


def along(values: Array, factor: Array, offset: Array, once: bool, made: Array) -> None:
    """Fill in what becomes of values float32 [m, units] along the lines."""
    for i in range(values.shape[0]):
        for u in range(values.shape[1]):
            made[i, u] = _along(values[i, u], factor[u], offset[u], once)


def follow(
    start: int,
    to: int,
    factor: Array,
    offset: Array,
    once: bool,
    peaks: Array,
    lowest: Array,
    means: Array,
    high: Array,
    low: Array,
    rows: Array,
    first: int,
    count: int,
) -> bool:
    """Fill in the columns of units after their normalisation from those before it.

    With fixed statistics it rises or falls throughout, rounding included, so that ends become ends.

    Args:
        start: The first column before.
        to: The first column after.
        factor: float32 [units].
        offset: float32 [units].
        once: Whether a product and a sum are rounded once.
        peaks: float32 [n, columns], maxima.
        lowest: float32 [n, columns], minima.
        means: float32 [n, columns].
        high: float32 [columns], limits of maxima.
        low: float32 [columns].
        rows: float32 [columns, m], values at places.
        first: Where those of this pass begin.
        count: How many they are.

    Returns:
        Whether a maximum passes its limits.
    """
    passing = 0
    for i in range(peaks.shape[0]):
        for u in range(len(factor)):
            a = _along(peaks[i, start + u], factor[u], offset[u], once)
            b = _along(lowest[i, start + u], factor[u], offset[u], once)
            if factor[u] < 0:
                a, b = b, a
            peaks[i, to + u], lowest[i, to + u] = a, b
            means[i, to + u] = _along(means[i, start + u], factor[u], offset[u], once)
            passing += (a > high[to + u]) | (a < low[to + u])
    if count:
        for u in range(len(factor)):
            before, after = rows[start + u], rows[to + u]
            for j in range(first, first + count):
                after[j] = _along(before[j], factor[u], offset[u], once)
    return passing > 0


def find(
    x: Array,
    start: int,
    peaks: Array,
    high: Array,
    low: Array,
    edges: Array,
    factor: Array,
    offset: Array,
    once: bool,
    places: Array,
    block: int,
    most: int,
) -> bool:
    """Fill in the first positions of maxima above or below their limits.

    It looks in the first block with such a maximum; through the whole map where no block is known to have it.

    Args:
        x: float32 [n, positions, units], the maps.
        start: The units' first column.
        peaks: float32 [n, columns], their maxima.
        high: float32 [columns]: a maximum above it is looked for.
        low: float32 [columns]: one below it is, too.
        edges: float32 [n, 2, blocks, units], maxima and minima of each block of positions of the maps that
            these come of along the lines; empty where they are not known.
        factor: float32 [units].
        offset: float32 [units].
        once: Whether a product and a sum are rounded once.
        places: int64 [n, columns], for the positions.
        block: Positions of a block.
        most: With more maxima than this nothing is looked for.

    Returns:
        False where there are too many.
    """
    n, positions, units = x.shape
    many = 0
    for i in range(n):
        for u in range(start, start + units):
            many += (peaks[i, u] > high[u]) | (peaks[i, u] < low[u])
    if many > most or many == 0:
        return many == 0
    for i in range(n):
        for u in range(units):
            peak = peaks[i, start + u]
            if not (peak > high[start + u] or peak < low[start + u]):
                continue
            place, end = -1, 1 if factor[u] < 0 else 0
            for k in range(edges.shape[2]):
                if _along(edges[i, end, k, u], factor[u], offset[u], once) == peak:
                    for p in range(k * block, min((k + 1) * block, positions)):
                        if x[i, p, u] == peak:
                            place = p
                            break
                    if place >= 0:
                        break
            if place < 0:
                best, place = x[i, 0, u], 0
                for p in range(1, positions):
                    if x[i, p, u] > best:
                        best, place = x[i, p, u], p
            places[i, start + u] = place
    return True
