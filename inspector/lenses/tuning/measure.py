"""Measuring a tuning curve: coarse first, then ever finer, all units of the node in the same pass."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from inspector.lenses.base import LensRun, Partial, Progress
from inspector.lenses.tuning import Tuning, TuningParameters
from inspector.lenses.tuning.plan import Plan, plan
from inspector.lenses.tuning.response import Probe
from inspector.lenses.tuning.sheet import Sheet
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.stimuli.sampling import coarse_first

_CHUNK_SECONDS, _SLOW_CHUNK = 0.05, 0.2
# Rendering is two to three times faster in chunks that fit the processor's cache (STYLE.md, section F).
_SMALL_CHUNK, _LARGEST_CHUNK = 8, 64
_PARTIAL_EVERY = 0.04


def measure(
    network: Network, location: Location, parameters: TuningParameters, token: CancelToken
) -> LensRun:
    """Show the stimuli to the network and record the node's units; see `inspector.lenses.tuning.run`.

    Yields `Progress`, and `Partial(Tuning)` after the first stimulus and then at most every 40 ms; each
    partial owns its responses, and all share the growing array of stimuli.

    Raises:
        InspectorError: The location has no unit, or the parameters make no sense.
        Cancelled: The token was set; looked at before every leaf module.
    """
    probe = Probe(network, location, parameters.reduction, token)
    grid = plan(parameters, network.preprocessing.crop)
    yield Progress(0, grid.total)
    sheet = Sheet(probe, grid)
    pace = _Pace()
    for points in _chunks(grid, pace):
        pictures = grid.render(points, probe.device)
        sheet.add(points, probe.respond(pictures), pictures)
        pace.finished(len(points))
        yield Progress(sheet.done, grid.total)
        if not sheet.complete and pace.partial_is_due():
            yield Partial(pace.timed(sheet.tuning))
    return sheet.tuning()


def _chunks(grid: Plan, pace: _Pace) -> Iterator[np.ndarray[Any, Any]]:
    """Flat indices of the stimuli to measure next, until all are."""
    order = coarse_first(grid.shape)
    while order.size:
        pace.started()
        points, order = order[: pace.size], order[pace.size :]
        yield points


class _Pace:
    """How large the next chunk is and when the next partial is due, from how long the last ones took."""

    def __init__(self) -> None:
        self.size = 1
        self._start = 0.0
        self._next_partial = 0.0

    def started(self) -> None:
        self._start = time.perf_counter()

    def finished(self, count: int) -> None:
        """Fit the next chunk, in steps of at most four times and half as many, one chunk being no measure.

        A pass has its own cost: below `_SMALL_CHUNK` one not very slow holds more stimuli at hardly any more.
        """
        seconds = max(time.perf_counter() - self._start, 1e-6)
        fitting = count * _CHUNK_SECONDS / seconds
        if seconds < _SLOW_CHUNK:
            fitting = max(fitting, min(2 * count, _SMALL_CHUNK))
        self.size = int(min(max(fitting, count / 2, 1), 4 * count, _LARGEST_CHUNK))

    def partial_is_due(self) -> bool:
        return time.perf_counter() >= self._next_partial

    def timed(self, make: Callable[[], Tuning]) -> Tuning:
        """Make a partial; a costly one (a huge grid is copied) is not made again soon."""
        start = time.perf_counter()
        made = make()
        now = time.perf_counter()
        self._next_partial = now + max(_PARTIAL_EVERY, 10 * (now - start))
        return made
