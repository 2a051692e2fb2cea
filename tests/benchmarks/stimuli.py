"""Rendering stimuli beside the demonstration network's forward passes on them, one row a family."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import torch

from inspector.network.opening import open_network
from inspector.pictures.samples import samples as sample_pictures
from inspector.stimuli.axes import Axis
from inspector.stimuli.family import Family, Values, families
from inspector.stimuli.sampling import coarse_first, samples
from tests.benchmarks.table import Row

SHARE = 0.10
MANY = 5000
SIZE = (64, 64)
_FEWER = 640  # for every single axis
_CHUNK = 64
_REPEATS = 3


def rows() -> Iterator[Row]:
    """Shares of the passes: over the family's own axes, and over whichever one of its axes costs most.

    Times are the least of some, both of rendering and of the passes (at their best layout and batch): what
    else the machine does only ever adds to them.
    """
    one_pass = _seconds_per_pass()
    for name, family in sorted(families().items()):
        bound = family.about(sample_pictures()[0]) if family.subject == "picture" else family
        axes = {axis.name: axis for axis in bound.axes_for(SIZE)}
        usual = _seconds(bound, [axes[axis] for axis in bound.varied], MANY) / one_pass
        alone = {axis: _seconds(bound, [axes[axis]], _FEWER) / one_pass for axis in axes}
        worst = max(alone, key=lambda axis: alone[axis])
        yield Row(
            f"{MANY} stimuli of {SIZE[0]} px, {name} over {' x '.join(bound.varied)}",
            f"{usual:.1%} of the passes (at most {alone[worst]:.1%}, over {worst})",
            f"{SHARE:.0%}",
            max(usual, alone[worst]) <= SHARE,
        )


def _seconds_per_pass() -> float:
    module = open_network("demo").module
    batch = torch.rand(_CHUNK, 3, *SIZE).to(memory_format=torch.channels_last)
    with torch.inference_mode():
        return _least(lambda: module(batch), 12) / _CHUNK


def _seconds(family: Family, axes: list[Axis], count: int) -> float:
    """Seconds per stimulus over a grid of about `count`, in the tuning lens's order."""
    chunks = list(_chunks(axes, count))
    return _least(lambda: [family.render(values, SIZE) for values in chunks], _REPEATS) / count


def _chunks(axes: list[Axis], count: int) -> Iterator[Values]:
    side = round(count ** (1 / len(axes)))
    values = [samples(axis if axis.choices else replace(axis, count=side)) for axis in axes]
    shape = tuple(len(along) for along in values)
    order = np.resize(coarse_first(shape), count)
    for start in range(0, count, _CHUNK):
        places = np.unravel_index(order[start : start + _CHUNK], shape)
        yield {
            axis.name: torch.from_numpy(along[place]).float()
            for axis, along, place in zip(axes, values, places, strict=True)
        }


def _least(act: Callable[[], object], repeats: int) -> float:
    def once() -> float:
        began = time.perf_counter()
        act()
        return time.perf_counter() - began

    return min(once() for _ in range(repeats))
