"""Sets of generated pictures in memory, rendered on several processes."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from inspector.demonstration.canvas import REFERENCE_SIZE
from inspector.demonstration.scene import render

CHUNK = 1000


@dataclass(frozen=True)
class PictureSet:
    """Pictures `[N, size, size, 3]` (RGB, uint8) and the indices `[N]` of their classes."""

    pictures: NDArray[np.uint8]
    labels: NDArray[np.int64]


def generate(seed: int, count: int, processes: int = 1, size: int = REFERENCE_SIZE) -> PictureSet:
    """Renders the first `count` pictures of the set that `seed` names, alike with any number of processes."""
    starts = range(0, count, CHUNK)
    counts = [min(CHUNK, count - start) for start in starts]
    if processes == 1 or len(counts) == 1:
        parts = [_chunk(seed, start, n, size) for start, n in zip(starts, counts, strict=True)]
    else:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(processes, mp_context=context) as pool:
            parts = list(pool.map(_chunk, repeat(seed), starts, counts, repeat(size)))
    return PictureSet(np.concatenate([p.pictures for p in parts]), np.concatenate([p.labels for p in parts]))


def _chunk(seed: int, start: int, count: int, size: int) -> PictureSet:
    pictures = np.empty((count, size, size, 3), dtype=np.uint8)
    labels = np.empty(count, dtype=np.int64)
    for i in range(count):
        pictures[i], labels[i] = render(seed, start + i, size)
    return PictureSet(pictures, labels)
