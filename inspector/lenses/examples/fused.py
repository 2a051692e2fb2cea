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
    gather, step = compiled(_gather), compiled(_step)
    if gather is None or step is None:
        return None
    from inspector.lenses.examples import straight, vectors

    others: tuple[Loop, ...] = (vectors.look, straight.find, straight.along, straight.follow)
    look, find, along, follow = map(_known_to_compile, others)
    return Loops(look, find, gather, along, follow, step)


def _known_to_compile(loop: Loop) -> Loop:
    made = compiled(loop)
    assert made is not None
    return made


def look(
    maps: Array,
    line: tuple[Array, Array],
    start: int,
    above_start: int,
    found: tuple[Array, ...],
) -> Array:
    """Look once through float32 [n, positions, units] in memory.

    Args:
        maps: The maps.
        line: Factors and offsets float32 [units] of what they go along next.
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
    workers = min(torch.get_num_threads(), n) if maps.size >= _WORTH_SHARING else 1
    if workers == 1:
        run(maps, *line, start, above_start, *found, edges, BLOCK)
        return edges
    ends = np.linspace(0, n, workers + 1).astype(int).tolist()
    parts = [slice(a, b) for a, b in itertools.pairwise(ends)]

    def part(some: slice) -> None:
        mine = [array[some] for array in found]
        run(maps[some], *line, start, above_start, *mine, edges[some], BLOCK)

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
def straight(units: int) -> tuple[Array, Array]:
    """Factors and offsets float32 [units] of lines that leave values as they are."""
    return np.ones(units, np.float32), np.zeros(units, np.float32)


@functools.cache
def _pool(workers: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(workers, thread_name_prefix="inspector-look")


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
