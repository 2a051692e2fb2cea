"""Feature visualization beside lucent, unit-steps per second: same network, node, size, objective, machine.

Needs `torch-lucent` (the extra "benchmarks"). Lucent takes one unit at a time, ours batches of a node's.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from torch import nn

import inspector
from inspector.lenses.base import Progress
from inspector.network.opening import open_network
from tests.benchmarks.peer import as_torch_lays_it_out, installed, render
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
                theirs = 1 / _lucent_step(peer, node, size)
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
    """Median seconds per step of a batch."""
    units = tuple(range(batch))
    times = [
        time.perf_counter()
        for update in inspector.run(
            "feature-visualization", network, node, units=units, steps=_STEPS, size=size, frame_every=1e9
        )
        if isinstance(update, Progress)
    ]
    return statistics.median(b - a for a, b in zip(times[_WARM:], times[_WARM + 1 :], strict=False))


def _lucent_step(module: nn.Module, node: str, size: int) -> float:
    """Seconds per step of lucent's `render_vis`: the difference of a longer and a shorter run."""

    def run(steps: int) -> float:
        began = time.perf_counter()
        render(module, node, 0, size, steps)
        return time.perf_counter() - began

    run(1)
    short = min(run(2) for _ in range(2))
    return (min(run(2 + _STEPS) for _ in range(2)) - short) / _STEPS
