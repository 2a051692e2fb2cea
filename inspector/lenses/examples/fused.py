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
    """

    def __init__(self, everything: torch.Tensor, maps: int, fired: torch.Tensor | None) -> None:
        self.all, self.fired, self._maps = everything, fired, maps

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

    def through(self, rising: torch.Tensor, falls: Array) -> Looked:
        """Of the maps that a function has gone through which rises, or falls for some units.

        Args:
            rising: What it makes of `all`.
            falls: Numbers of the units for which it falls.
        """
        made = Looked(rising, self._maps, None)
        if falls.size:
            units = torch.from_numpy(falls)
            for high, low in ((made.peaks, made.lowest), (made.blocks[0], made.blocks[1])):
                kept = high[..., units]
                high[..., units] = low[..., units]
                low[..., units] = kept
        return made


class Loops(NamedTuple):
    """The compiled loops: whole maps, positions of maxima, values at places, and how many maxima pass."""

    look: Loop
    find: Loop
    gather: Loop
    passing: Loop


@functools.cache
def loops() -> Loops | None:
    """The loops, compiled at their first call unless an earlier run did; None where Numba is not there."""
    # Sums may be made in any order, which lets the inner loops work on many units at once; values that are
    # no numbers still show in the mean.
    look = compiled(_look, flags=frozenset({"nsz", "contract", "reassoc"}))
    find, gather, passing = compiled(_find), compiled(_gather), compiled(_passing)
    if look is None or find is None or gather is None or passing is None:
        return None
    return Loops(look, find, gather, passing)


def fits(value: torch.Tensor) -> bool:
    """Whether the loops can read a value [n, positions, units]."""
    return value.device.type == "cpu" and value.dtype == torch.float32 and value.is_contiguous()


def look(value: torch.Tensor) -> Looked:
    """Look once through float32 [n, positions, units] in memory."""
    run = _loops().look
    maps = value.numpy()
    n, places, units = maps.shape
    blocks = -(-places // BLOCK)
    found = np.empty(((3 + 2 * blocks) * n, units), np.float32)
    fired = np.empty((n, units), np.float32)
    sums, edges = found[: 3 * n].reshape(3, n, units), found[3 * n :].reshape(2, n, blocks, units)
    workers = min(torch.get_num_threads(), n) if maps.size >= _WORTH_SHARING else 1
    if workers == 1:
        run(maps, sums, edges, fired, BLOCK)
    else:
        ends = np.linspace(0, n, workers + 1).astype(int).tolist()
        parts = [slice(a, b) for a, b in itertools.pairwise(ends)]

        def part(some: slice) -> None:
            run(maps[some], sums[:, some], edges[:, some], fired[some], BLOCK)

        waiting = [_pool(workers).submit(part, some) for some in parts[1:]]
        part(parts[0])
        for future in waiting:
            future.result()
    return Looked(torch.from_numpy(found), n, torch.from_numpy(fired))


def find(
    value: torch.Tensor, peaks: torch.Tensor, limits: tuple[torch.Tensor, torch.Tensor], looked: Looked | None
) -> torch.Tensor:
    """The first positions int64 [n, units] of maxima above or below the limits; 0 for the others.

    Args:
        value: float32 [n, positions, units].
        peaks: float32 [n, units], its maxima.
        limits: float32 [units] each: those above the one and below the other are looked for.
        looked: What a look found, for shorter ways.
    """
    places = np.zeros(peaks.shape, np.int64)
    blocks = looked.blocks[0].numpy() if looked is not None else np.empty((len(peaks), 0, 0), np.float32)
    _loops().find(value.numpy(), peaks.numpy(), limits[0].numpy(), limits[1].numpy(), blocks, places, BLOCK)
    return torch.from_numpy(places)


def passing(peaks: torch.Tensor, limits: tuple[torch.Tensor, torch.Tensor]) -> int:
    """How many maxima float32 [n, units] are above or below the limits [units] each."""
    return int(_loops().passing(peaks.numpy(), limits[0].numpy(), limits[1].numpy()))


def gather(value: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    """Values float32 [units, n * s] at the places int64 [n, s] of each of the maps [n, positions, units]."""
    found = np.empty((value.shape[2], places.numel()), np.float32)
    _loops().gather(value.numpy(), places.numpy(), found, _COLUMNS)
    return torch.from_numpy(found)


def _loops() -> Loops:
    found = loops()
    assert found is not None
    return found


@functools.cache
def _pool(workers: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(workers, thread_name_prefix="inspector-look")


def _look(x: Array, sums: Array, edges: Array, fired: Array, block: int) -> None:
    """Four positions at a time: what is found so far is read and written a quarter as often.

    `a if a > b else b` is one instruction where `max` would take more, for the sake of values that are no
    numbers.
    """
    n, positions, units = x.shape
    zero, share = np.float32(0), np.float32(1) / np.float32(positions)
    some, above = np.empty(units, np.float32), np.empty(units, np.float32)
    for i in range(n):
        high, low, mean, fire = sums[0, i], sums[1, i], sums[2, i], fired[i]
        for u in range(units):
            high[u] = low[u] = x[i, 0, u]
            mean[u] = fire[u] = zero
        for k in range(edges.shape[2]):
            start = k * block
            end = min(start + block, positions)
            top, least = edges[0, i, k], edges[1, i, k]
            for u in range(units):
                top[u] = least[u] = x[i, start, u]
                some[u] = above[u] = zero
            fours = start + (end - start) // 4 * 4
            for p in range(start, fours, 4):
                a, b, c, d = x[i, p], x[i, p + 1], x[i, p + 2], x[i, p + 3]
                for u in range(units):
                    e, f, g, h = a[u], b[u], c[u], d[u]
                    one, two = e if e > f else f, g if g > h else h
                    one = one if one > two else two
                    top[u] = one if one > top[u] else top[u]
                    one, two = e if e < f else f, g if g < h else h
                    one = one if one < two else two
                    least[u] = one if one < least[u] else least[u]
                    some[u] += (e + f) + (g + h)
                    first = (e if e > zero else zero) + (f if f > zero else zero)
                    above[u] += first + ((g if g > zero else zero) + (h if h > zero else zero))
            for p in range(fours, end):
                a = x[i, p]
                for u in range(units):
                    e = a[u]
                    top[u] = e if e > top[u] else top[u]
                    least[u] = e if e < least[u] else least[u]
                    some[u] += e
                    above[u] += e if e > zero else zero
            for u in range(units):
                high[u] = top[u] if top[u] > high[u] else high[u]
                low[u] = least[u] if least[u] < low[u] else low[u]
                mean[u] += some[u]
                fire[u] += above[u]
        for u in range(units):
            mean[u] *= share
            fire[u] *= share


def _find(x: Array, peaks: Array, high: Array, low: Array, blocks: Array, places: Array, block: int) -> None:
    """In the first block with such a maximum; through the whole map where no block is known to have it."""
    n, positions, units = x.shape
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


def _passing(peaks: Array, high: Array, low: Array) -> int:
    many = 0
    for i in range(peaks.shape[0]):
        for u in range(peaks.shape[1]):
            many += (peaks[i, u] > high[u]) | (peaks[i, u] < low[u])
    return many
