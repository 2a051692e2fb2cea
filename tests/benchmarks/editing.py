"""The ablation table of a node against forward passes from that node on."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

import torch

from inspector.lenses.run import result
from inspector.network.opening import open_network
from inspector.pictures.picture import Picture
from inspector.pictures.samples import samples
from inspector.probe.record import prepare
from inspector.probe.resume import Resumed
from tests.benchmarks.table import Row

AIM = 1.3
# A 512-unit node each: early, middle and late in its network; what lies behind it as plain modules.
CASES = (("vgg11", "features.15"), ("resnet18", "layer4.0"))
_BATCH, _RUNS = 32, 3


def rows() -> Iterator[Row]:
    """One row a network: the whole table, its prefix included, against bare passes of the rest."""
    for name, node in CASES:
        ratio, seconds, single = _measure(name, node)
        yield Row(
            f"ablation table of 512 units, {name}/{node} ({seconds:.1f} s; {single:.2f} x one by one)",
            f"{ratio:.2f} x",
            f"{AIM} x 512 passes from the node on",
            ratio <= AIM,
        )


def _measure(name: str, node: str) -> tuple[float, float, float]:
    network = open_network(name)
    picture = samples()[0]
    assert network.nodes[node].units == 512
    rest = _rest(network.module, name)
    with torch.inference_mode():
        value = Resumed(network, node, prepare(network, [picture.image])).value
    tables, batched = [], []
    for _ in range(_RUNS):  # pair by pair, so that a drifting machine cancels out
        tables.append(_seconds(lambda: _table(network, node, picture)))
        batched.append(_seconds(lambda: _bare(rest, value, _BATCH)))
    one_by_one = _seconds(lambda: _bare(rest, value, 1, count=64)) * 8
    pairs = [table / bare for table, bare in zip(tables, batched, strict=True)]
    return statistics.median(pairs), statistics.median(tables), statistics.median(tables) / one_by_one


def _table(network: object, node: str, picture: Picture) -> None:
    assert result("ablation", network, f"{network.name}/{node}", picture=picture, batch=_BATCH).replayed


def _bare(rest: torch.nn.Module, value: torch.Tensor, batch: int, count: int = 512) -> None:
    """Passes of copies from the node on, by plain modules: no hooks, no walk."""
    with torch.inference_mode():
        for _ in range(count // batch):
            rest(value.expand(batch, *value.shape[1:]).clone(memory_format=torch.preserve_format))


def _rest(module: torch.nn.Module, name: str) -> torch.nn.Module:
    flat = torch.nn.Flatten()
    if name == "vgg11":
        return torch.nn.Sequential(*module.features[16:], module.avgpool, flat, module.classifier)
    return torch.nn.Sequential(module.layer4[1], module.avgpool, flat, module.fc)


def _seconds(act: object) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
