"""Rendering stimuli beside the demonstration network's forward passes on them, one row a family."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

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
_REPEATS = 5


def rows() -> Iterator[Row]:
    """Shares of the passes: over a fine grid of the family's own axes, and over its costliest axis alone.

    The latter at its own samples, repeated as in a grid with another axis. Times are the least of some for
    every chunk, and so are the passes' (at their best layout and batch): all else only adds to them.
    """
    one_pass = _seconds_per_pass()
    for name, family in sorted(families().items()):
        bound = family.about(sample_pictures()[0]) if family.subject == "picture" else family
        axes = {axis.name: axis for axis in bound.axes_for(SIZE)}
        side = round(MANY ** (1 / len(bound.varied)))
        grid = [replace(axes[axis], count=side) for axis in bound.varied]
        usual = _seconds(bound, grid, MANY) / one_pass
        alone = {name: _seconds(bound, [axis], _FEWER) / one_pass for name, axis in axes.items()}
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
        return _least(lambda: module(batch), 60) / _CHUNK


def _seconds(family: Family, axes: list[Axis], count: int) -> float:
    """Seconds per stimulus over `count` of a grid, in the tuning lens's order."""
    return (
        sum(_least(partial(family.render, values, SIZE), _REPEATS) for values in _chunks(axes, count)) / count
    )


def _chunks(axes: list[Axis], count: int) -> Iterator[Values]:
    values = [samples(axis) for axis in axes]
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
