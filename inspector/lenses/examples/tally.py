"""What a scan keeps of the nodes whose maps are of one size, while pictures stream by.

Memory does not grow with the number of pictures, and what is kept does not depend on their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import numpy as np

from inspector.lenses.examples.extremes import Extremes
from inspector.lenses.examples.plan import Plan
from inspector.lenses.examples.rooms import Limits, Room, side_by_side
from inspector.lenses.examples.spectrum import Spectrum
from inspector.lenses.examples.sums import Pairs, Scale, Sums, factors
from inspector.network.graph import Node

Array = np.ndarray[Any, Any]


class Component(Protocol):
    """Something that is kept as arrays by name, which are its attributes."""

    def arrays(self) -> dict[str, Array]:
        """The arrays."""


class Range:
    """Smallest and largest value of every unit: float32 [units] each."""

    def __init__(self, units: int) -> None:
        self.lowest = np.full(units, np.inf, np.float32)
        self.highest = np.full(units, -np.inf, np.float32)

    def add(self, lowest: Array, highest: Array) -> None:
        """Take the ends [units] of other values."""
        self.lowest, self.highest = np.minimum(self.lowest, lowest), np.maximum(self.highest, highest)

    def arrays(self) -> dict[str, Array]:
        """Both, by name."""
        return {"lowest": self.lowest, "highest": self.highest}


class Tally:
    """Takes what is kept of a batch's values; the units of its nodes stand one after another.

    Attributes:
        nodes: Its nodes.
        positions: How many positions their maps have.
        slices: Where each node's units are.
    """

    def __init__(self, nodes: Sequence[Node], positions: int, plan: Plan, scale: Scale) -> None:
        self.nodes, self.positions = tuple(nodes), positions
        self.slices, units = side_by_side(nodes), sum(node.units for node in nodes)
        self.scale = scale
        self.top, self.bottom = Extremes(units, plan.top, 1), Extremes(units, plan.top, -1)
        self.range, self.sums = Range(units), Sums(scale, plan.classes)
        classes = plan.classes if plan.classes_by_value else 0
        self.spectrum = Spectrum(units, plan.quilt, classes) if plan.spectrum else None
        self.pairs = {
            name: Pairs(scale.pivot[part], scale.spread[part])
            for name, part in self.slices.items()
            if name in plan.paired
        }

    def limits(self) -> Limits:
        """What maxima must pass."""
        return Limits(self.top.threshold, self.bottom.threshold)

    def room(self, pictures: int, places: int) -> Room:
        """Where what is found of a batch goes; `places` are looked at in each picture."""
        return Room.empty(len(self.scale.value), pictures, places)

    def add(self, found: Room, pictures: Array, labels: Array, keys: Array | None) -> None:
        """Take a batch.

        Args:
            found: What was found in its `room`.
            pictures: int64 [n], their numbers, rising from call to call.
            labels: int64 [n], their classes; -1 for none.
            keys: int64 [n, s], of the places looked at; None where none were.
        """
        peaks, places = found.peaks, found.places
        self.top.add(peaks, places, pictures)
        self.bottom.add(peaks, places, pictures)
        self.range.add(found.lowest.min(0), peaks.max(0))
        self.sums.add(peaks, found.means, labels)
        scaled = factors(peaks, self.scale.pivot, self.scale.spread) if self.pairs else peaks
        for name, pairs in self.pairs.items():
            pairs.take(scaled[:, self.slices[name]])
        if self.spectrum is not None and keys is not None and found.rows is not None:
            ends = self.sums.add_places(found.rows)
            self.spectrum.add(found.rows, keys.ravel(), np.repeat(labels, keys.shape[1]), ends)

    def merge(self, other: Tally, pictures: int) -> None:
        """Take what another one kept of `pictures` other pictures."""
        self.top.merge(other.top)
        self.bottom.merge(other.bottom)
        self.range.add(other.range.lowest, other.range.highest)
        self.sums.merge(other.sums)
        for name, pairs in self.pairs.items():
            pairs.merge(other.pairs[name], pictures)
        if self.spectrum is not None and other.spectrum is not None:
            self.spectrum.merge(other.spectrum)

    def components(self) -> Iterator[tuple[str, Component]]:
        """Everything that is kept, by name."""
        yield from (("top", self.top), ("bottom", self.bottom), ("range", self.range), ("sums", self.sums))
        yield "scale", self.scale
        if self.spectrum is not None:
            yield from (("spectrum", self.spectrum), ("bins", self.spectrum.bins))
        yield from ((f"pairs.{name}", pairs) for name, pairs in self.pairs.items())
