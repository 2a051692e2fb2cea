"""How soon the first tuning point is there, a curve, a plane of stimuli; how fast live mode follows."""

from __future__ import annotations

import copy
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch

import inspector
from inspector.lenses.base import Partial, Progress
from inspector.lenses.tuning.indices import table
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.stimuli.family import family
from inspector.stimuli.ranges import frequency, orientation
from tests.benchmarks.table import Row

T = TypeVar("T")

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

    rate = 1 / statistics.median(_timed(move) for _ in range(60))
    return Row("live updates a second, demo/mixed5", f"{rate:.0f}", f"{LIVE:.0f}", rate >= LIVE)


def _plane(network: Network) -> Iterator[Row]:
    """36 x 24 gratings, all units of a middle node, against the bare passes and against the naive loop.

    The machine may be shared: all three take turns, a few stimuli each, so that its load is the same for all.
    """
    axes = (("orientation", _POINTS), ("frequency", _FREQUENCIES))
    size = _best_size(network)
    bare, naive = _bare(network, size), _naive(network)
    asked = {"family": "grating", "axes": axes, "pre_activation": False}
    run = inspector.run("tuning", network, f"{network.name}/{_NODE}/0", **asked)
    tuning, passes, loop = _Sum(), _Sum(), _Sum()
    total, done = len(_POINTS) * len(_FREQUENCIES), 0
    while (update := tuning.add(lambda: next(run, None))) is not None:
        done = update.done if isinstance(update, Progress) else done
        while (passes.count + 1) * size <= done:
            passes.add(bare)
        if isinstance(update, Partial):
            loop.add(naive)
    ratio = tuning.seconds / total / (passes.seconds / passes.count / size)
    speed = loop.seconds / loop.count / (tuning.seconds / total)
    what = f"36 x 24 gratings to squeezenet1_1/{_NODE} at 224 px"
    yield Row(
        f"{what}: against bare passes in batches of {size}", f"{ratio:.2f} x", f"{PLANE} x", ratio <= PLANE
    )
    yield Row(f"{what}: against the naive loop", f"{speed:.1f} x faster", f"{NAIVE:.0f} x", speed >= NAIVE)


def _best_size(network: Network) -> int:
    passes = {size: _bare(network, size) for size in _BATCHES}
    rounds = [{size: _timed(act) / size for size, act in passes.items()} for _ in range(8)]
    return min(_BATCHES, key=lambda size: min(times[size] for times in rounds))


@dataclass
class _Sum:
    """How often something was done, and how long that took in all."""

    seconds: float = 0.0
    count: int = 0

    def add(self, act: Callable[[], T]) -> T:
        began = time.perf_counter()
        made = act()
        self.seconds += time.perf_counter() - began
        self.count += 1
        return made


def _timed(act: Callable[[], object]) -> float:
    clock = _Sum()
    clock.add(act)
    return clock.seconds


def _bare(network: Network, size: int) -> Callable[[], object]:
    """One pass of a batch through the modules up to the node, and nothing else."""
    start, batch = network.module.features[:_MODULES], torch.rand(size, *network.input_shape)

    def act() -> None:
        with torch.inference_mode():
            start(batch)

    act()
    return act


def _naive(network: Network) -> Callable[[], object]:
    """One stimulus through the whole network as torch lays it out, a hook at the node."""
    module = copy.deepcopy(network.module).to(memory_format=torch.contiguous_format)
    values: list[torch.Tensor] = []
    module.get_submodule(_NODE).register_forward_hook(lambda module, args, output: values.append(output))
    asked = {"orientation": torch.tensor([30.0]), "frequency": torch.tensor([20.0])}

    def act() -> None:
        with torch.no_grad():
            picture = family("grating").render(asked, network.preprocessing.crop)
            module(network.preprocessing.normalise(picture))
        values.pop().amax((2, 3)).numpy()

    act()
    return act


def _indices() -> Row:
    """All indices of 512 units over a plane."""
    responses = np.random.default_rng(0).random((len(_POINTS), len(_FREQUENCIES), 512), np.float32)
    axes = [orientation(180), frequency((224, 224))]
    samples, baselines = [np.array(_POINTS), np.array(_FREQUENCIES)], np.zeros(512, np.float32)
    seconds = min(_timed(lambda: table(axes, samples, responses, baselines)) for _ in range(9))
    what = "indices of 512 units over 36 x 24 stimuli"
    return Row(what, f"{seconds * 1e3:.0f} ms", f"{INDICES * 1e3:.0f} ms", seconds <= INDICES)
