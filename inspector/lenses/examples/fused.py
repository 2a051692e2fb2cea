"""Highest, lowest and mean value of every unit in one look at a map, by loops that Numba compiles.

torch has an operation for each of them, and each reads the map anew; on a processor reading it is most of
the work. Where Numba is not there, or does not run, torch's operations do.
"""

from __future__ import annotations

import functools
import itertools
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np
import torch

from inspector.lenses.examples.compiled import Loop, compiled
from inspector.lenses.examples.lines import Line

Array = np.ndarray[Any, Any]
BLOCK = 64
"""Positions whose maximum is kept by itself, so that a position is looked for in few places; and that are
added up in float32 before they join the sum of the map, which keeps rounding small."""
_WORTH_SHARING = 1 << 19
"""With so many values a look gains more by a second thread than waking it costs."""
_COLUMNS = 64
"""Units whose values are gathered at once: so many runs of memory can be written to side by side."""


class Looked:
    """Of maps [n, positions, units]: what one look finds, all in one tensor, so that one call can change it.

    Attributes:
        all: float32 [m, units]: the maxima of all maps, the minima, the means, then the maxima of each
            block of positions, map by map, and their minima.
        fired: float32 [n, units], means of what is above zero, else zero; None where nobody looked.
        ahead: The same of what the line makes of the values that they go along next.
    """

    def __init__(
        self,
        everything: torch.Tensor,
        maps: int,
        fired: torch.Tensor | None = None,
        ahead: torch.Tensor | None = None,
    ) -> None:
        self.all, self.fired, self.ahead, self._maps = everything, fired, ahead, maps

    @property
    def peaks(self) -> torch.Tensor:
        """float32 [n, units]."""
        return self.all[: self._maps]

    @property
    def lowest(self) -> torch.Tensor:
        """float32 [n, units]."""
        return self.all[self._maps : 2 * self._maps]

    @property
    def means(self) -> torch.Tensor:
        """float32 [n, units]."""
        return self.all[2 * self._maps : 3 * self._maps]

    @property
    def blocks(self) -> torch.Tensor:
        """float32 [2, n, blocks, units], maxima and minima of each block of positions."""
        return self.all[3 * self._maps :].view(2, self._maps, -1, self.all.shape[1])

    def through(self, line: Line, fired: torch.Tensor | None) -> Looked:
        """Of the maps that have gone along a line, given their means of what is above zero."""
        made = Looked(line.along(self.all), self._maps, fired)
        if line.falls.size:
            units = torch.from_numpy(line.falls)
            for high, low in ((made.peaks, made.lowest), (made.blocks[0], made.blocks[1])):
                kept = high[..., units]
                high[..., units] = low[..., units]
                low[..., units] = kept
        return made


class Loops(NamedTuple):
    """The compiled loops: through maps, for positions of maxima, values at places, positive parts."""

    look: Loop
    find: Loop
    gather: Loop
    rectify: Loop


@functools.cache
def loops() -> Loops | None:
    """The loops, compiled at their first call unless an earlier run did; None where Numba is not there."""
    find, gather, rectify = compiled(_find), compiled(_gather), compiled(_rectify)
    if find is None or gather is None or rectify is None:
        return None
    from inspector.lenses.examples import vectors

    look = compiled(vectors.look)
    return Loops(look, find, gather, rectify) if look is not None else None


def fits(value: torch.Tensor) -> bool:
    """Whether the loops can read a value [n, positions, units]."""
    return value.device.type == "cpu" and value.dtype == torch.float32 and value.is_contiguous()


def look(value: torch.Tensor, line: Line | None = None) -> Looked:
    """Look once through float32 [n, positions, units] in memory.

    Args:
        value: The maps.
        line: What they go along next; None where that is nothing.
    """
    run = _loops().look
    maps = value.numpy()
    n, places, units = maps.shape
    blocks = -(-places // BLOCK)
    found = np.empty(((3 + 2 * blocks) * n, units), np.float32)
    fired = np.empty((n, units), np.float32)
    sums, edges = found[: 3 * n].reshape(3, n, units), found[3 * n :].reshape(2, n, blocks, units)
    factor, offset = (line.factor, line.offset) if line is not None else _straight(units)
    workers = min(torch.get_num_threads(), n) if maps.size >= _WORTH_SHARING else 1
    if workers == 1:
        run(maps, factor, offset, sums, edges, fired, BLOCK)
    else:
        ends = np.linspace(0, n, workers + 1).astype(int).tolist()
        parts = [slice(a, b) for a, b in itertools.pairwise(ends)]

        def part(some: slice) -> None:
            run(maps[some], factor, offset, sums[:, some], edges[:, some], fired[some], BLOCK)

        waiting = [_pool(workers).submit(part, some) for some in parts[1:]]
        part(parts[0])
        for future in waiting:
            future.result()
    above = (torch.from_numpy(fired), None) if line is None else (None, torch.from_numpy(fired))
    return Looked(torch.from_numpy(found), n, *above)


def find(
    value: torch.Tensor,
    peaks: torch.Tensor,
    limits: tuple[torch.Tensor, torch.Tensor],
    most: int,
    looked: Looked | None = None,
) -> torch.Tensor | None:
    """The first positions int64 [n, units] of maxima above or below the limits; 0 for the others.

    Args:
        value: float32 [n, positions, units].
        peaks: float32 [n, units], its maxima.
        limits: float32 [units] each: those above the one and below the other are looked for.
        most: With more of these nothing is looked for.
        looked: What a look found, for shorter ways.

    Returns:
        None where there are more than that.
    """
    places = np.zeros(peaks.shape, np.int64)
    blocks = looked.blocks[0].numpy() if looked is not None else np.empty((len(peaks), 0, 0), np.float32)
    edges = limits[0].numpy(), limits[1].numpy()
    found = _loops().find(value.numpy(), peaks.numpy(), *edges, blocks, places, BLOCK, most)
    return torch.from_numpy(places) if found else None


def gather(value: torch.Tensor, places: torch.Tensor, room: torch.Tensor) -> None:
    """Bring values at the places int64 [n, s] of each of the maps [n, positions, units] to a room.

    `room` is float32 [units, n * s].
    """
    _loops().gather(value.numpy(), places.numpy(), room.numpy(), _COLUMNS)


def rectified(peaks: torch.Tensor, lowest: torch.Tensor, places: torch.Tensor) -> tuple[torch.Tensor, ...]:
    """Maxima, minima and positions of maxima [n, units] of what is above zero, else zero.

    Where nothing is above zero all positions are equal, and the first counts.
    """
    made = (
        np.empty(peaks.shape, np.float32),
        np.empty(peaks.shape, np.float32),
        np.empty(peaks.shape, np.int64),
    )
    _loops().rectify(peaks.numpy(), lowest.numpy(), places.numpy(), *made)
    return tuple(map(torch.from_numpy, made))


def _loops() -> Loops:
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
    x: Array, peaks: Array, high: Array, low: Array, blocks: Array, places: Array, block: int, most: int
) -> bool:
    """In the first block with such a maximum; through the whole map where no block is known to have it."""
    n, positions, units = x.shape
    many = 0
    for i in range(n):
        for u in range(units):
            many += (peaks[i, u] > high[u]) | (peaks[i, u] < low[u])
    if many > most or many == 0:
        return many == 0
    for i in range(n):
        for u in range(units):
            peak = peaks[i, u]
            if not (peak > high[u] or peak < low[u]):
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
            places[i, u] = place
    return True


def _gather(x: Array, places: Array, found: Array, columns: int) -> None:
    n, s = places.shape
    units = x.shape[2]
    for first in range(0, units, columns):
        last = min(first + columns, units)
        for i in range(n):
            for j in range(s):
                row, column = x[i, places[i, j]], i * s + j
                for u in range(first, last):
                    found[u, column] = row[u]


def _rectify(peaks: Array, lowest: Array, places: Array, high: Array, low: Array, first: Array) -> None:
    zero = np.float32(0)
    for i in range(peaks.shape[0]):
        for u in range(peaks.shape[1]):
            peak, least = peaks[i, u], lowest[i, u]
            # What is no number stays so: it is looked for in what comes of this.
            high[i, u] = zero if peak < zero else peak
            low[i, u] = zero if least < zero else least
            first[i, u] = places[i, u] if peak > zero else 0
