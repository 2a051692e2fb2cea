"""Feature visualization beside lucent: how soon its pictures are as good, and how good in the end.

Needs `torch-lucent` (the extra "benchmarks"). Good is the objective's value on the clean picture.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import torch

import inspector
from inspector.lenses.feature_visualization.ascent import Ascent
from inspector.lenses.feature_visualization.parameters import Feature
from inspector.lenses.feature_visualization.plan import plan
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.location import Location
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from inspector.probe.record import values_at
from tests.benchmarks.peer import as_torch_lays_it_out, installed, render
from tests.benchmarks.table import Row
from tests.benchmarks.visualization import NODES

WEIGHTS = Path(__file__).resolve().parents[2].parent / "shared/models/squeezenet1_1-imagenet.pth"
RECIPE = "strong"
_LUCENT_STEPS = 512
# All networks at lucent's own size; 224 px only where its 512 steps do not take a quarter of an hour.
GRID = (*((name, 128) for name in NODES), ("squeezenet1_1", 224))
_UNIT = 5
_BATCHES = {"vgg19": 1}
_BATCH = 8
_LOOK_EVERY = 8
_MOST_STEPS = 512
_SIXTEEN = range(16)
_SIXTEEN_NODE = "features.7"


def rows() -> Iterator[Row]:
    """The time to lucent's quality per node, the quality itself, how long our own take."""
    yield from _own_times()
    if not installed():
        yield Row("time to lucent's quality", "not measured", "pip install '.[benchmarks]'", False)
        return
    yield _sixteen_units()
    ratios = []
    for name, size in GRID:
        network = opened(name)
        for node in NODES[name]:
            ratio, row = time_to_quality(network, node, size)
            ratios.append(ratio)
            yield row
    median = statistics.median(ratios)
    yield Row("time to lucent's quality, median of the grid", f"1/{median:.1f}", "1/6", median >= 6)


def opened(name: str) -> inspector.Network:
    torch.manual_seed(0)
    real = name == "squeezenet1_1" and WEIGHTS.exists()
    return open_network(f"{name}={WEIGHTS}" if real else name)


def time_to_quality(network: inspector.Network, node: str, size: int) -> tuple[float, Row]:
    """How many times sooner the unit's picture is worth what lucent's is after all its steps."""
    torch.manual_seed(0)
    began = time.perf_counter()
    picture = render(as_torch_lays_it_out(network), node, _UNIT, size, _LUCENT_STEPS)
    theirs = time.perf_counter() - began
    aim = _clean(network, node, _UNIT, picture)
    batch = _BATCHES.get(network.architecture, _BATCH)
    steps, seconds, value = _until(network, node, size, batch, aim)
    ratio = theirs / seconds if value >= aim else 0.0
    measured = f"1/{ratio:.1f}" if ratio else f"not reached ({value:.3g} of {aim:.3g})"
    what = f"time to lucent's quality, {network.architecture} {node}, {size} px"
    took = f"{steps} steps, {seconds:.1f} s a unit against {theirs:.0f} s"
    return ratio, Row(what, f"{measured}: {took}", "1/6", ratio >= 6)


def _clean(network: inspector.Network, node: str, unit: int, picture: torch.Tensor) -> float:
    with torch.no_grad():
        value = values_at(network, network.preprocessing.normalise(picture), [node])[node]
        return float(value[0, unit].mean())


def _until(
    network: inspector.Network, node: str, size: int, batch: int, aim: float
) -> tuple[int, float, float]:
    """Steps, seconds per unit of a batch, looks included, and the value, when the unit is worth `aim`."""
    units = tuple(range(_UNIT, _UNIT + batch))
    parameters = with_recipe(RECIPE, size=size, units=units, steps=_MOST_STEPS)
    began = time.perf_counter()
    aims = plan(network, Location(network.name, node), parameters)
    ascent = Ascent(network, node, aims, parameters, CancelToken())
    value = float("-inf")
    while value < aim and len(ascent.course) < _MOST_STEPS:
        ascent.step()
        if len(ascent.course) % _LOOK_EVERY == 0:
            value = float(ascent.values()[0])
    return len(ascent.course), (time.perf_counter() - began) / batch, value


def _sixteen_units() -> Row:
    """The mean clean objective over units of one node, ours beside lucent's."""
    what = f"clean objective, mean of 16 units, squeezenet1_1 {_SIXTEEN_NODE}, 128 px, recipe {RECIPE}"
    if not WEIGHTS.exists():
        return Row(what, "not measured: no weights", "not below lucent's", False)
    network = opened("squeezenet1_1")
    module = as_torch_lays_it_out(network)
    torch.manual_seed(0)
    theirs = [
        _clean(network, _SIXTEEN_NODE, unit, render(module, _SIXTEEN_NODE, unit, 128, _LUCENT_STEPS))
        for unit in _SIXTEEN
    ]
    feature = _visualize(network, RECIPE, tuple(_SIXTEEN), size=128)
    grey, silent = sum(not moved for moved in feature.moved), sum(value <= 0 for value in theirs)
    ours, mean = float(feature.values.mean()), statistics.mean(theirs)
    told = f"{grey} against {silent} left grey; {feature.steps} steps against {_LUCENT_STEPS}"
    measured = f"{ours:.0f} against {mean:.0f}; {told}"
    return Row(what, measured, "not below lucent's", ours >= mean)


def _own_times() -> Iterator[Row]:
    """How long a first picture and a standard one of SqueezeNet's middle node take, alone."""
    network = opened("squeezenet1_1")
    for recipe, aim in (("preview", 1.5), ("standard", 10.0)):
        times = []
        for unit in (3, 4, 6):
            began = time.perf_counter()
            _visualize(network, recipe, (unit,))
            times.append(time.perf_counter() - began)
        seconds = statistics.median(times)
        what = f"{recipe} picture of squeezenet1_1 {_SIXTEEN_NODE}, alone"
        yield Row(what, f"{seconds:.1f} s", f"{aim:g} s", seconds <= aim)


def _visualize(network: inspector.Network, recipe: str, units: tuple[int, ...], **changes: int) -> Feature:
    values = vars(with_recipe(recipe, units=units, **changes))
    feature: Feature = inspector.result("feature-visualization", network, _SIXTEEN_NODE, **values)
    return feature
