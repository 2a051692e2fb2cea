"""How large the next batch is and when the next update is due, from how long the last ones took."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TypeVar

import torch

from inspector.network.graph import Node

T = TypeVar("T")

_CHUNK_SECONDS, _SLOW_CHUNK = 0.15, 0.2
_SMALL_CHUNK = 16
# Rendering is two to three times faster in chunks that fit the processor's cache (STYLE.md, section F).
_LARGEST_CHUNK, _LARGEST_ON_DEVICE = 64, 256
_CHUNK_BYTES = 1 << 29
_PARTIAL_EVERY = 0.04


class Pace:
    """Batches that take about 150 ms, the first a single stimulus, and an update every 40 ms at most.

    Attributes:
        size: How many stimuli the next batch should hold.

    Args:
        nodes: The network's nodes: their largest value bounds a batch's memory.
        device: Where it runs.
        at_once: The size of every batch; 0 for one by the time they take.
    """

    def __init__(self, nodes: Mapping[str, Node], device: torch.device, at_once: int = 0) -> None:
        self._fixed = at_once
        self.size = at_once or 1
        most = _LARGEST_CHUNK if device.type == "cpu" else _LARGEST_ON_DEVICE
        numbers = max((torch.Size(node.shape).numel() for node in nodes.values()), default=1)
        self._largest = max(min(most, _CHUNK_BYTES // (4 * max(numbers, 1))), 1)
        self._start = 0.0
        self._next_partial = 0.0

    def started(self) -> None:
        """A batch begins."""
        self._start = time.perf_counter()

    def finished(self, count: int) -> None:
        """A batch has ended: fit the next one, by steps of at most four times and half, one being no measure.

        A pass has its own cost: below `_SMALL_CHUNK` one not very slow holds more stimuli at hardly any more.
        """
        if self._fixed:
            return
        seconds = max(time.perf_counter() - self._start, 1e-6)
        fitting = count * _CHUNK_SECONDS / seconds
        if seconds < _SLOW_CHUNK:
            fitting = max(fitting, min(2 * count, _SMALL_CHUNK))
        self.size = int(min(max(fitting, count / 2, 1), 4 * count, self._largest))

    def partial_is_due(self) -> bool:
        """Whether the last update is long enough ago."""
        return time.perf_counter() >= self._next_partial

    def timed(self, make: Callable[[], T]) -> T:
        """Make an update; a costly one (a huge grid is copied) is not made again soon."""
        start = time.perf_counter()
        made = make()
        now = time.perf_counter()
        self._next_partial = now + max(_PARTIAL_EVERY, 10 * (now - start))
        return made
