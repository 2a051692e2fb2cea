"""How soon the first tuning point is there, and a whole curve."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

import numpy as np

import inspector
from inspector.lenses.base import Partial
from inspector.network.opening import open_network
from tests.benchmarks.table import Row

FIRST_POINT = 0.150
CURVE = 1.0
_POINTS = tuple(float(angle) for angle in range(0, 180, 5))


def rows() -> Iterator[Row]:
    """First point and whole curve of 36 points at an early and a late node of the demonstration network."""
    network = open_network("demo")
    with_maps = [node for node in network.nodes.values() if node.units and len(node.map_shape) == 2]
    for node in (with_maps[0], with_maps[-1]):
        runs = [_run(network, f"demo/{node.name}/0") for _ in range(9)]
        first, whole = (statistics.median(times) for times in zip(*runs, strict=True))
        for what, seconds, aim in (
            ("first tuning point", first, FIRST_POINT),
            ("36-point curve", whole, CURVE),
        ):
            yield Row(
                f"{what}, demo/{node.name}", f"{seconds * 1e3:.0f} ms", f"{aim * 1e3:.0f} ms", seconds <= aim
            )


def _run(network: inspector.Network, address: str) -> tuple[float, float]:
    began, first = time.perf_counter(), None
    axes = (("orientation", _POINTS),)
    for update in inspector.run("tuning", network, address, family="grating", axes=axes):
        measured = isinstance(update, Partial) and np.isfinite(update.payload.response).any()
        if measured and first is None:
            first = time.perf_counter() - began
    whole = time.perf_counter() - began
    return first if first is not None else whole, whole
