"""An endless stream of pictures that differ, and batches of two ways of running them timed in turn."""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import nn

from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.examples.feed import Fed, Feed
from inspector.lenses.examples.plan import make_plan
from inspector.lenses.examples.scanning import Scanning
from inspector.network.network import Network
from inspector.pictures.sources import PictureSet, open_set
from inspector.probe.cancel import CancelToken

_FORMATS = {torch.channels_last: "channels last", torch.contiguous_format: "contiguous"}
_REPEATED = 1000
_AT_A_TIME = 8
"""Batches that a scan takes in one go, as it is one batch ahead with the network."""


class Stream:
    """The sample pictures mirrored, shifted and recoloured by chance: no two alike, all numbered."""

    def __init__(self, network: Network) -> None:
        self.network, self.pictures = network, _large_set()
        self.feed = Feed(network, self.pictures, thumbnails=False)
        few = len(self.pictures) // _REPEATED
        self._few = [self.feed.fed(number) for number in range(few)]
        self._random, self._numbers = np.random.default_rng(0), itertools.count()

    def take(self, count: int) -> list[Fed]:
        """The next pictures."""
        return [self._other(number) for number in itertools.islice(self._numbers, count)]

    def tensor(self, count: int, layout: torch.memory_format) -> torch.Tensor:
        """The next pictures as the network takes them."""
        views = np.stack([one.view for one in self.take(count) if one.view is not None])
        batch = torch.from_numpy(views).permute(0, 3, 1, 2).float() / 255
        return self.network.preprocessing.normalise(batch).to(memory_format=layout)

    def _other(self, number: int) -> Fed:
        one = self._few[number % len(self._few)]
        assert one.view is not None
        random, view = self._random, one.view[:, :: self._random.choice((1, -1))]
        shifted = np.roll(view, tuple(random.integers(0, 64, 2)), (0, 1))
        recoloured = shifted * random.uniform(0.5, 1.5) + random.uniform(-40, 40, 3)
        return replace(one, index=number, view=np.clip(recoloured, 0, 255).astype(np.uint8))


class Scanned:
    """A scan of all of a network's nodes that takes batches of a stream."""

    def __init__(self, stream: Stream, batch: int, spectrum: bool) -> None:
        nodes = [node for node in stream.network.nodes.values() if node.units]
        parameters = ExamplesParameters(("samples",), batch_size=batch, spectrum=spectrum)
        plan = make_plan(stream.network, nodes, stream.pictures, parameters)
        self._stream, self.batch = stream, batch
        self.scanning = Scanning(stream.network, stream.pictures, plan)
        self.scanning.state = self.scanning._begun(stream.feed, CancelToken())

    def warm(self, pictures: int) -> None:
        """Scan so many, after which few are among a unit's extremes, as in most of a large set."""
        for _ in range(0, pictures, 2 * self.batch):
            self.ready(self.batch, 2)()

    def ready(self, batch: int, batches: int = 1) -> Callable[[], None]:
        """The next pictures, decoded and normalised; calling it scans them."""
        fed = [self._stream.take(batch) for _ in range(batches)]
        first = fed[0][0].index
        tensors = [self.scanning._passes._input(some) for some in fed]

        def shown(part: Sequence[Fed]) -> torch.Tensor:
            number, begin = divmod(part[0].index - first, batch)
            return tensors[number][begin : begin + len(part)]

        def act() -> None:
            passes = self.scanning._passes
            passes._input = shown  # type: ignore[method-assign]
            numbers = [range(some[0].index, some[-1].index + 1) for some in fed]
            for _ in self.scanning._taken(numbers, iter(fed), self.scanning.state, CancelToken()):
                pass
            del passes._input  # type: ignore[method-assign]

        return act


class Bare:
    """The network's forward pass alone, at the memory format and batch size where it is fastest."""

    def __init__(self, stream: Stream, sizes: Sequence[int]) -> None:
        self._stream = stream
        modules = {layout: deepcopy(stream.network.module).to(memory_format=layout) for layout in _FORMATS}
        # The best layout at one size is the best at all: it decides which of torch's convolutions run.
        tried = {layout: self._tried(modules[layout], layout, sizes[0]) for layout in _FORMATS}
        self.layout = min(tried, key=lambda layout: tried[layout])
        module = modules[self.layout]
        self.batch = min(sizes, key=lambda size: self._tried(module, self.layout, size))
        self._module = module

    def _tried(self, module: nn.Module, layout: torch.memory_format, batch: int) -> float:
        """Seconds for a picture."""
        self._module, self.layout, self.batch = module, layout, batch
        self.ready()()
        return min(spent(self.ready()).wall for _ in range(3)) / batch

    def ready(self) -> Callable[[], None]:
        """The next pictures as a tensor; calling it runs the network."""
        tensor, module = self._stream.tensor(self.batch, self.layout), self._module

        def act() -> None:
            with torch.inference_mode():
                module(tensor)

        return act

    def __str__(self) -> str:
        return f"{_FORMATS[self.layout]}, {self.batch} at once"


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock and of the processor, all threads together."""

    wall: float
    cpu: float


def spent(act: Callable[[], object]) -> Spent:
    """What one call takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return Spent(time.perf_counter() - wall, time.process_time() - cpu)


def shares(scanned: Scanned, size: int, bare: Bare, rounds: int) -> tuple[float, float]:
    """Speed of a scan in percent of the bare pass, by clock and by processor: medians of calls in turn."""
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(spent(scanned.ready(size, _AT_A_TIME)))
        theirs.append(spent(bare.ready()))

    def share(name: str) -> float:
        mine, others = (statistics.median(getattr(one, name) for one in some) for some in (ours, theirs))
        return 100 * (others / bare.batch) / (mine / size / _AT_A_TIME)

    return share("wall"), share("cpu")


def _large_set() -> PictureSet:
    """The samples again and again, as a set so large that few places of each picture are looked at."""
    pictures = open_set(["samples"])
    assert pictures.classes
    assert pictures.fingerprint  # both are kept from here on: they need not be made of the long list
    pictures.entries = pictures.entries * _REPEATED
    return pictures
