"""Highest, lowest and mean value of every unit in one look at a map, by loops that Numba compiles.

torch has an operation for each of them, and each reads the map anew; on a processor reading it is most of
the work. Where Numba is not there, or does not run, torch's operations do.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np
import torch

Array = np.ndarray[Any, Any]
_BLOCK = 256
"""Positions added up in float32 before they join the sum of the map, which keeps rounding small."""


class Looked(NamedTuple):
    """Of maps [n, positions, units]: highest, lowest, mean value and mean of what is above zero."""

    peaks: torch.Tensor
    lowest: torch.Tensor
    means: torch.Tensor
    fired: torch.Tensor


class Loops(NamedTuple):
    """The compiled loops: one over whole maps, one that looks up where chosen maps are highest."""

    look: Callable[..., None]
    find: Callable[..., None]


@functools.cache
def loops() -> Loops | None:
    """The loops, compiled at their first call (about two seconds); None where Numba is not there."""
    try:
        import numba
    except (ImportError, OSError):
        return None
    # Sums may be made in any order, which lets the inner loops work on many units at once; values that are
    # no numbers still show in the mean.
    flags = {"nsz", "contract", "reassoc"}
    # Its own types know it as a decorator only.
    compiled: Any = numba.njit
    return Loops(compiled(_look, nogil=True, fastmath=flags), compiled(_find, nogil=True))


def fits(value: torch.Tensor) -> bool:
    """Whether the loops can read a value [n, positions, units]."""
    return value.device.type == "cpu" and value.dtype == torch.float32 and value.is_contiguous()


def look(value: torch.Tensor) -> Looked:
    """Look once through float32 [n, positions, units] in memory; float32 [n, units] each."""
    compiled = loops()
    assert compiled is not None
    maps = value.numpy()
    found = [np.empty((len(maps), maps.shape[2]), np.float32) for _ in Looked._fields]

    def part(pictures: slice) -> None:
        compiled.look(maps[pictures], *(array[pictures] for array in found), _BLOCK)

    workers = min(torch.get_num_threads(), len(maps))
    if workers == 1:
        part(slice(None))
    else:
        ends = np.linspace(0, len(maps), workers + 1).astype(int)
        list(_pool(workers).map(part, map(slice, ends[:-1], ends[1:])))
    return Looked(*map(torch.from_numpy, found))


def find(value: torch.Tensor, pictures: torch.Tensor, units: torch.Tensor) -> torch.Tensor:
    """The first position int64 [m] where a picture's unit is highest, for m pairs of both."""
    compiled = loops()
    assert compiled is not None
    places = np.zeros(len(pictures), np.int64)
    compiled.find(value.numpy(), pictures.numpy(), units.numpy(), places)
    return torch.from_numpy(places)


@functools.cache
def _pool(workers: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(workers, thread_name_prefix="inspector-look")


def _look(x: Array, peaks: Array, lowest: Array, means: Array, fired: Array, block: int) -> None:
    """Four positions at a time: what is found so far is read and written a quarter as often.

    `a if a > b else b` is one instruction where `max` would take more, for the sake of values that are no
    numbers.
    """
    n, positions, units = x.shape
    zero, share = np.float32(0), np.float32(1) / np.float32(positions)
    some, above = np.empty(units, np.float32), np.empty(units, np.float32)
    for i in range(n):
        high, low, mean, fire = peaks[i], lowest[i], means[i], fired[i]
        for u in range(units):
            high[u] = low[u] = x[i, 0, u]
            mean[u] = fire[u] = zero
        for start in range(0, positions, block):
            for u in range(units):
                some[u] = above[u] = zero
            end = min(start + block, positions)
            fours = start + (end - start) // 4 * 4
            for p in range(start, fours, 4):
                a, b, c, d = x[i, p], x[i, p + 1], x[i, p + 2], x[i, p + 3]
                for u in range(units):
                    e, f, g, h = a[u], b[u], c[u], d[u]
                    top, other = e if e > f else f, g if g > h else h
                    top = top if top > other else other
                    high[u] = top if top > high[u] else high[u]
                    least, other = e if e < f else f, g if g < h else h
                    least = least if least < other else other
                    low[u] = least if least < low[u] else low[u]
                    some[u] += (e + f) + (g + h)
                    first = (e if e > zero else zero) + (f if f > zero else zero)
                    above[u] += first + ((g if g > zero else zero) + (h if h > zero else zero))
            for p in range(fours, end):
                a = x[i, p]
                for u in range(units):
                    e = a[u]
                    high[u] = e if e > high[u] else high[u]
                    low[u] = e if e < low[u] else low[u]
                    some[u] += e
                    above[u] += e if e > zero else zero
            for u in range(units):
                mean[u] += some[u]
                fire[u] += above[u]
        for u in range(units):
            mean[u] *= share
            fire[u] *= share


def _find(x: Array, pictures: Array, units: Array, places: Array) -> None:
    for k in range(len(pictures)):
        i, u = pictures[k], units[k]
        best, place = x[i, 0, u], 0
        for p in range(1, x.shape[1]):
            if x[i, p, u] > best:
                best, place = x[i, p, u], p
        places[k] = place
