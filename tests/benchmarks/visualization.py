"""Feature visualization beside lucent, unit-steps per second: same network, node, size, objective, machine.

Needs `torch-lucent` (the extra "benchmarks"). Lucent takes one unit at a time, ours batches of a node's.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

import inspector
from inspector.lenses.base import Progress
from inspector.network.opening import open_network
from tests.benchmarks.peer import as_torch_lays_it_out, installed, step_moments
from tests.benchmarks.table import Row

# Node names in the order early, middle, late.
NODES = {
    "squeezenet1_1": ("features.3", "features.7", "features.12"),
    "resnet18": ("layer1.0", "layer2.1", "layer4.0"),
    "googlenet": ("conv3", "inception4a", "inception5a"),
    "vgg19": ("features.5", "features.16", "features.34"),
}
AIMS = (4.0, 2.5, 2.2)
SIZES = (128, 224)
_BATCHES = (1, 8)
_STEPS = 12
_WARM = 4


def rows() -> Iterator[Row]:
    """One row a network, node and size, then the medians per depth."""
    if not installed():
        yield Row("feature visualization beside lucent", "not measured", "pip install '.[benchmarks]'", False)
        return
    ratios: dict[int, list[float]] = {0: [], 1: [], 2: []}
    for name, nodes in NODES.items():
        network = open_network(name)
        peer = as_torch_lays_it_out(network)
        for depth, node in enumerate(nodes):
            for size in SIZES:
                theirs = 1 / _quick_step(step_moments(peer, node, size, _WARM + _STEPS))
                ours = {batch: batch / _our_step(network, node, size, batch) for batch in _BATCHES}
                ratio = max(ours.values()) / theirs
                ratios[depth].append(ratio)
                rates = f"{theirs:.1f} against {ours[1]:.1f} alone, {ours[8]:.1f} in eights"
                measured = f"{ratio:.1f} x ({rates})"
                yield Row(f"unit-steps/s, {name} {node}, {size} px", measured, "1.7 x", ratio >= 1.7)
    for depth, aim in enumerate(AIMS):
        median = statistics.median(ratios[depth])
        what = ("early", "middle", "late")[depth]
        yield Row(f"median over networks and sizes, {what}", f"{median:.1f} x", f"{aim} x", median >= aim)


def _our_step(network: inspector.Network, node: str, size: int, batch: int) -> float:
    """Seconds per step of a batch."""
    values = {"units": tuple(range(batch)), "steps": _WARM + _STEPS, "size": size, "frame_every": 1e9}
    updates = inspector.run("feature-visualization", network, node, **values)
    return _quick_step([time.perf_counter() for update in updates if isinstance(update, Progress)])


def _quick_step(moments: list[float]) -> float:
    """Seconds between two steps, the lower quartile: what else the machine does only ever adds to it."""
    steps = [after - before for before, after in zip(moments[_WARM:], moments[_WARM + 1 :], strict=False)]
    return statistics.quantiles(steps, n=4)[0]
