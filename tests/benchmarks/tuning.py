"""How soon the first tuning point is there, a whole curve and a plane of stimuli; how fast live mode follows."""

from __future__ import annotations

import copy
import statistics
import time
from collections.abc import Callable, Iterator

import numpy as np
import torch

import inspector
from inspector.lenses.base import Partial
from inspector.lenses.tuning.indices import table
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.stimuli.family import family
from inspector.stimuli.ranges import frequency, orientation
from tests.benchmarks.table import Row

FIRST_POINT = 0.150
CURVE = 1.0
PLANE = 1.15
NAIVE = 5.0
LIVE = 20.0
INDICES = 0.050
_POINTS = tuple(float(angle) for angle in range(0, 180, 5))
_FREQUENCIES = tuple(np.geomspace(4, 70, 24).tolist())
_NODE, _MODULES = "features.6", 7
_BATCHES = (1, 4, 8, 16, 32)
_PAIRS, _NAIVE_STIMULI = 3, 24


def rows() -> Iterator[Row]:
    """Curves and live mode on the demonstration network, a plane of stimuli through SqueezeNet at 224 px."""
    network = open_network("demo")
    yield from _curves(network)
    yield _live(network)
    yield from _plane(open_network("squeezenet1_1"))
    yield _indices()


def _curves(network: Network) -> Iterator[Row]:
    """First point and whole curve of 36 points at an early and a late node."""
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


def _run(network: Network, address: str) -> tuple[float, float]:
    began, first = time.perf_counter(), None
    axes = (("orientation", _POINTS),)
    for update in inspector.run("tuning", network, address, family="grating", axes=axes):
        measured = isinstance(update, Partial) and np.isfinite(update.payload.response).any()
        if measured and first is None:
            first = time.perf_counter() - began
    whole = time.perf_counter() - began
    return first if first is not None else whole, whole


def _live(network: Network) -> Row:
    """Updates a second of live mode at the last node, a slider having moved before each."""
    turns = iter(np.linspace(0, 179, 200).tolist())

    def move() -> None:
        values = (("orientation", next(turns)),)
        inspector.result("live", network, "demo/mixed5", family="grating", values=values)

    rate = 1 / statistics.median(_seconds(move) for _ in range(60))
    return Row("live updates a second, demo/mixed5", f"{rate:.0f}", f"{LIVE:.0f}", rate >= LIVE)


def _plane(network: Network) -> Iterator[Row]:
    """36 x 24 gratings, all units of a middle node, against the bare passes and against the naive loop.

    The machine is shared: the two are timed in turn, and the least time of each counts.
    """
    total = len(_POINTS) * len(_FREQUENCIES)
    axes = (("orientation", _POINTS), ("frequency", _FREQUENCIES))
    start = network.module.features[:_MODULES]
    batch = min(_BATCHES, key=lambda size: _bare(start, network, size, 32))

    def plane() -> None:
        inspector.result("tuning", network, f"{network.name}/{_NODE}/0", family="grating", axes=axes)

    pairs = [(_seconds(plane), _bare(start, network, batch, total)) for _ in range(_PAIRS)]
    measured, bare = (min(times) for times in zip(*pairs, strict=True))
    ratio, speed = measured / bare, _naive(network) / (measured / total)
    what = f"36 x 24 gratings to squeezenet1_1/{_NODE} at 224 px"
    yield Row(
        f"{what}: against bare passes in batches of {batch}", f"{ratio:.2f} x", f"{PLANE} x", ratio <= PLANE
    )
    yield Row(f"{what}: against the naive loop", f"{speed:.1f} x faster", f"{NAIVE:.0f} x", speed >= NAIVE)


def _bare(start: torch.nn.Module, network: Network, size: int, total: int) -> float:
    """Seconds for `total` pictures through the modules up to the node and nothing else, the best of three."""
    batch = torch.rand(size, *network.input_shape)

    def passes() -> None:
        with torch.inference_mode():
            for _ in range(total // size):
                start(batch)

    start(batch)
    return min(_seconds(passes) for _ in range(3 if total < 100 else 1)) * total / (total // size * size)


def _naive(network: Network) -> float:
    """Seconds a stimulus: one at a time through the whole network as torch lays it out, hooked at the node."""
    module = copy.deepcopy(network.module).to(memory_format=torch.contiguous_format)
    values: list[torch.Tensor] = []
    module.get_submodule(_NODE).register_forward_hook(lambda module, args, output: values.append(output))
    gratings = family("grating")

    def show(turn: float) -> None:
        with torch.no_grad():
            asked = {"orientation": torch.tensor([turn]), "frequency": torch.tensor([20.0])}
            module(network.preprocessing.normalise(gratings.render(asked, network.preprocessing.crop)))
        values.pop().amax((2, 3)).numpy()

    return min(_seconds(lambda turn=turn: show(turn)) for turn in range(_NAIVE_STIMULI))


def _indices() -> Row:
    """All indices of 512 units over a plane."""
    responses = np.random.default_rng(0).random((len(_POINTS), len(_FREQUENCIES), 512), np.float32)
    axes = [orientation(180), frequency((224, 224))]
    samples, baselines = [np.array(_POINTS), np.array(_FREQUENCIES)], np.zeros(512, np.float32)
    seconds = min(_seconds(lambda: table(axes, samples, responses, baselines)) for _ in range(9))
    what = "indices of 512 units over 36 x 24 stimuli"
    return Row(what, f"{seconds * 1e3:.0f} ms", f"{INDICES * 1e3:.0f} ms", seconds <= INDICES)


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
