"""Highest, lowest and mean value of every unit in one look at a map, by loops that Numba compiles.

torch has an operation for each of them, and each reads the map anew; on a processor reading it is most of
the work. Where Numba is not there, or does not run, torch's operations do. What follows from what was found
already, for what comes of a map next, is written down here without a look at all.
"""

from __future__ import annotations

import functools
import itertools
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np
import torch

from inspector.lenses.examples.compiled import Loop, compiled

Array = np.ndarray[Any, Any]
BLOCK = 64
"""Positions whose maximum is kept by itself, so that a position is looked for in few places; and that are
added up in float32 before they join the sum of the map, which keeps rounding small."""
_WORTH_SHARING = 1 << 19
"""With so many values a look gains more by a second thread than waking it costs."""
COLUMNS = 64
"""Units whose values are gathered at once: so many runs of memory can be written to side by side."""
COPY, RECTIFY = 0, 1
"""What a step does: bring columns to others as they are, or what is above zero of them."""


class Loops(NamedTuple):
    """The compiled loops.

    They look through maps, look for positions of maxima, gather values at places, go along lines, follow them
    from column to column, and take steps.
    """

    look: Loop
    find: Loop
    gather: Loop
    along: Loop
    follow: Loop
    step: Loop


@functools.cache
def loops() -> Loops | None:
    """The loops, compiled at their first call unless an earlier run did; None where Numba is not there."""
    find, gather, step = compiled(_find), compiled(_gather), compiled(_step)
    if find is None or gather is None or step is None:
        return None
    from inspector.lenses.examples import straight, vectors

    look, along, follow = compiled(vectors.look), compiled(straight.along), compiled(straight.follow)
    assert look is not None
    assert along is not None
    assert follow is not None
    return Loops(look, find, gather, along, follow, step)


def fits(value: torch.Tensor) -> bool:
    """Whether the loops can read a value [n, positions, units]."""
    return value.device.type == "cpu" and value.dtype == torch.float32 and value.is_contiguous()


def look(
    maps: Array,
    line: tuple[Array, Array] | None,
    start: int,
    above_start: int,
    found: tuple[Array, ...],
) -> Array:
    """Look once through float32 [n, positions, units] in memory.

    Args:
        maps: The maps.
        line: Factors and offsets float32 [units] of what they go along next; None where that is nothing.
        start: The units' first column.
        above_start: That of those that come along the line.
        found: Where maxima, minima, means and, along the line, means of what is above zero go: float32
            [n, columns] each.

    Returns:
        float32 [n, 2, blocks, units], maxima and minima of each block of positions.
    """
    run = the_loops().look
    n, places, units = maps.shape
    edges = np.empty((n, 2, -(-places // BLOCK), units), np.float32)
    factor, offset = line if line is not None else _straight(units)
    workers = min(torch.get_num_threads(), n) if maps.size >= _WORTH_SHARING else 1
    if workers == 1:
        run(maps, factor, offset, start, above_start, *found, edges, BLOCK)
        return edges
    ends = np.linspace(0, n, workers + 1).astype(int).tolist()
    parts = [slice(a, b) for a, b in itertools.pairwise(ends)]

    def part(some: slice) -> None:
        mine = [array[some] for array in found]
        run(maps[some], factor, offset, start, above_start, *mine, edges[some], BLOCK)

    waiting = [_pool(workers).submit(part, some) for some in parts[1:]]
    part(parts[0])
    for future in waiting:
        future.result()
    return edges


def the_loops() -> Loops:
    """The loops where it is known that they are there."""
    found = loops()
    assert found is not None
    return found


@functools.cache
def _straight(units: int) -> tuple[Array, Array]:
    return np.ones(units, np.float32), np.zeros(units, np.float32)


@functools.cache
def _pool(workers: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(workers, thread_name_prefix="inspector-look")


def _find(
    x: Array,
    start: int,
    peaks: Array,
    high: Array,
    low: Array,
    blocks: Array,
    places: Array,
    block: int,
    most: int,
) -> bool:
    """Fill in the first positions of maxima above or below their limits; False where there are too many.

    It looks in the first block with such a maximum; through the whole map where no block is known to have it.

    Args:
        x: float32 [n, positions, units], the maps.
        start: The units' first column.
        peaks: float32 [n, columns], their maxima.
        high: float32 [columns]: a maximum above it is looked for.
        low: float32 [columns]: one below it is, too.
        blocks: float32 [n, blocks, units], maxima of each block of positions; empty where they are not known.
        places: int64 [n, columns], for the positions.
        block: Positions of a block.
        most: With more maxima than this nothing is looked for.
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
            place = -1
            for k in range(blocks.shape[1]):
                if blocks[i, k, u] == peak:
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


def _gather(x: Array, places: Array, found: Array, start: int, first: int, columns: int) -> None:
    """Bring values of maps [n, positions, units] at places int64 [n, s] to rows float32 [columns, m]."""
    n, s = places.shape
    units = x.shape[2]
    for begin in range(0, units, columns):
        last = min(begin + columns, units)
        for i in range(n):
            for j in range(s):
                row, column = x[i, places[i, j]], first + i * s + j
                for u in range(begin, last):
                    found[start + u, column] = row[u]


def _step(
    steps: Array,
    peaks: Array,
    lowest: Array,
    means: Array,
    fired: Array,
    places: Array,
    rows: Array,
    first: int,
    count: int,
) -> None:
    """Take steps, one after another, each from some columns to others.

    Args:
        steps: int64 [k, 4]: `COPY` or `RECTIFY`, the first column it comes from and goes to, how many.
        peaks: float32 [n, columns], maxima.
        lowest: float32 [n, columns], minima.
        means: float32 [n, columns].
        fired: float32 [n, columns], means of what is above zero.
        places: int64 [n, columns], positions of maxima. Where nothing is above zero all positions are equal,
            and the first counts.
        rows: float32 [columns, m], values at places.
        first: Where those of this pass begin.
        count: How many they are.
    """
    zero = np.float32(0)
    for k in range(len(steps)):
        kind, source, to, units = steps[k]
        for i in range(len(peaks)):
            for u in range(units):
                a, b = source + u, to + u
                peak, least = peaks[i, a], lowest[i, a]
                if kind == RECTIFY:
                    # What is no number stays so: it is looked for in what comes of this.
                    places[i, b] = places[i, a] if peak > zero else 0
                    means[i, b] = fired[i, a]
                    peak, least = zero if peak < zero else peak, zero if least < zero else least
                else:
                    places[i, b], means[i, b] = places[i, a], means[i, a]
                peaks[i, b], lowest[i, b], fired[i, b] = peak, least, fired[i, a]
        if count:
            for u in range(units):
                before, after = rows[source + u], rows[to + u]
                for j in range(first, first + count):
                    value = before[j]
                    after[j] = zero if kind == RECTIFY and value < zero else value
