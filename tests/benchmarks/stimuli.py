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
_TURNS = 5  # of passes for each grid


def rows() -> Iterator[Row]:
    """Shares of the passes: over a fine grid of the family's own axes, and over its costliest axis alone.

    The latter at its own samples, repeated as in a grid with another axis. Times are the least of some for
    every chunk. The machine may be shared: a pass (at its best layout and batch) takes its turns between the
    chunks, as often as each of them, so that its load is the same for both.
    """
    act = _one_pass()
    for name, family in sorted(families().items()):
        bound = family.about(sample_pictures()[0]) if family.subject == "picture" else family
        axes = {axis.name: axis for axis in bound.axes_for(SIZE)}
        side = round(MANY ** (1 / len(bound.varied)))
        grid = [replace(axes[axis], count=side) for axis in bound.varied]
        usual = _share(bound, grid, MANY, act)
        alone = {name: _share(bound, [axis], _FEWER, act) for name, axis in axes.items()}
        worst = max(alone, key=lambda axis: alone[axis])
        yield Row(
            f"{MANY} stimuli of {SIZE[0]} px, {name} over {' x '.join(bound.varied)}",
            f"{usual:.1%} of the passes (at most {alone[worst]:.1%}, over {worst})",
            f"{SHARE:.0%}",
            max(usual, alone[worst]) <= SHARE,
        )


def _one_pass() -> Callable[[], object]:
    module = open_network("demo").module
    batch = torch.rand(_CHUNK, 3, *SIZE).to(memory_format=torch.channels_last)

    def act() -> None:
        with torch.inference_mode():
            module(batch)

    _least(act, 3)
    return act


def _share(family: Family, axes: list[Axis], count: int, act: Callable[[], object]) -> float:
    """Seconds of rendering `count` of a grid, in the tuning lens's order, over those of passes on them."""
    chunks, passes, seconds = list(_chunks(axes, count)), [], 0.0
    turns = max(len(chunks) // _TURNS, 1)
    for place, values in enumerate(chunks):
        seconds += _least(partial(family.render, values, SIZE), _REPEATS)
        if place % turns == 0:
            passes.append(_least(act, _REPEATS))
    return seconds / count / (sum(passes) / len(passes) / _CHUNK)


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
