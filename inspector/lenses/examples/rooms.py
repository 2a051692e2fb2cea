"""Where what is found of a batch goes: a column for every unit of the nodes whose maps are of one size."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch

from inspector.lenses.examples import fused
from inspector.lenses.examples.lines import Line
from inspector.lenses.examples.looks import positions
from inspector.network.graph import Node

Array = np.ndarray[Any, Any]
# Above this share of units and pictures one look over all maps for positions is cheaper than picking some.
MANY = 0.25
_FEW, _FOLDS = 8, (64, 49, 32, 25, 16, 9, 8, 7, 5, 4, 3, 2)
"""The compiled loops take 16 units at once: so few are made more, by a number that divides the positions."""
_NO_ROWS, _NO_EDGES = np.empty((0, 0), np.float32), np.empty((0, 0, 0, 0), np.float32)


class Limits(NamedTuple):
    """What a maximum must pass to be among the highest (above) or lowest (below): float32 [columns] each."""

    high: Array
    low: Array

    @classmethod
    def none(cls, columns: int) -> Limits:
        """Such that no maximum passes."""
        return cls(np.full(columns, np.inf, np.float32), np.full(columns, -np.inf, np.float32))


def by_size(nodes: Iterable[Node]) -> dict[int, list[Node]]:
    """Nodes by the number of positions in their maps, in order."""
    found = dict[int, list[Node]]()
    for node in nodes:
        found.setdefault(positions(node), []).append(node)
    return found


def side_by_side(nodes: Sequence[Node]) -> dict[str, slice]:
    """The columns of nodes whose units stand one after another, by name."""
    ends = [0, *itertools.accumulate(node.units for node in nodes)]
    return {node.name: slice(*both) for node, both in zip(nodes, itertools.pairwise(ends), strict=True)}


class Room(NamedTuple):
    """What is found of some nodes for a batch, side by side.

    Attributes:
        peaks: float32 [n, columns], maxima.
        lowest: float32 [n, columns], minima.
        means: float32 [n, columns].
        fired: float32 [n, columns], means of what is above zero; only where something asked for them.
        places: int64 [n, columns], positions of the maxima that pass the limits; 0 elsewhere.
        rows: float32 [columns, n * s], values at the places looked at; None where none were.
    """

    peaks: Array
    lowest: Array
    means: Array
    fired: Array
    places: Array
    rows: torch.Tensor | None

    @classmethod
    def empty(cls, columns: int, pictures: int, places: int) -> Room:
        """For so many; `places` is s, 0 where none are looked at."""
        peaks, lowest, means, fired = (np.empty((pictures, columns), np.float32) for _ in range(4))
        rows = torch.empty((columns, pictures * places), dtype=torch.float32) if places else None
        return cls(peaks, lowest, means, fired, np.empty((pictures, columns), np.int64), rows)

    @property
    def pictures(self) -> int:
        """How many pictures it is for."""
        return len(self.peaks)

    def unclean(self) -> Array:
        """Of each picture [n], bool: whether something that was found is no number."""
        with np.errstate(invalid="ignore", over="ignore"):
            return np.asarray(~np.isfinite(self.means + (self.peaks - self.lowest)).all(1))


class Board:
    """A forward pass's part of a room.

    Numbers that follow from others wait to be written until someone asks for them: many at once cost little
    more than a few.

    Args:
        room: The room.
        slices: The columns of each node.
        part: The pass's pictures.
        limits: What maxima must pass for their positions to be looked for.
        looked_at: int64 [n, s], the places of the pass's pictures that are looked at; None for none.
    """

    def __init__(
        self,
        room: Room,
        slices: Mapping[str, slice],
        part: slice,
        limits: Limits,
        looked_at: Array | None,
    ) -> None:
        self.looked_at = looked_at
        self._slices, self._limits = slices, limits
        self._ends = tuple(one[part] for one in (room.peaks, room.lowest, room.means, room.fired))
        self._places = room.places[part]
        self._places.fill(0)
        s = looked_at.shape[1] if looked_at is not None else 0
        self._rows = room.rows.numpy() if room.rows is not None and s else _NO_ROWS
        self._first, self._count = part.start * s, (part.stop - part.start) * s
        self._steps: list[tuple[int, int, int, int]] = []
        self._held: list[tuple[Array, slice, torch.Tensor]] = []

    def look(self, name: str, maps: Array, ahead: str, line: Line | None) -> Array | None:
        """Look once through a node's maps float32 [n, positions, units].

        Args:
            name: The node.
            maps: Its maps, in memory in this order.
            ahead: The node whose means of what is above zero are told; the node itself where there is no
                line.
            line: The line from one to the other.

        Returns:
            float32 [n, 2, blocks, units], maxima and minima of each block of positions; None where so few
            units are looked through otherwise.
        """
        start = self._slices[name].start
        along = (line.factor, line.offset) if line is not None else fused.straight(maps.shape[2])
        columns = start, self._slices[ahead].start
        edges = None
        if maps.shape[2] < _FEW:
            self._look_folded(maps, along, *columns)
        else:
            edges = fused.look(maps, along, *columns, self._ends)
        if self.looked_at is not None:
            fused.the_loops().gather(maps, self.looked_at, self._rows, start, self._first, fused.COLUMNS)
        return edges

    def _look_folded(self, maps: Array, line: tuple[Array, Array], start: int, above_start: int) -> None:
        """Look through maps of few units as if every so-many-th position were a unit of its own."""
        n, positions, units = maps.shape
        fold = next((fold for fold in _FOLDS if positions % fold == 0), 1)
        folded = maps.reshape(n, positions // fold, fold * units)
        found = tuple(np.empty((n, fold * units), np.float32) for _ in self._ends)
        fused.look(folded, (np.tile(line[0], fold), np.tile(line[1], fold)), 0, 0, found)
        columns, above = slice(start, start + units), slice(above_start, above_start + units)
        high, low, means, fired = (one.reshape(n, fold, units) for one in found)
        peaks, lowest, mean, fire = self._ends
        peaks[:, columns], lowest[:, columns] = high.max(1), low.min(1)
        mean[:, columns], fire[:, above] = means.mean(1), fired.mean(1)

    def find(self, name: str, maps: Array, edges: Array | None = None, line: Line | None = None) -> bool:
        """Look in maps float32 [n, positions, units] for positions of the maxima that pass their limits.

        Args:
            name: The node.
            maps: Its maps.
            edges: For shorter ways, maxima and minima float32 [n, 2, blocks, units] of blocks of positions.
            line: What leads from where those were found to this node; None where they are its own.

        Returns:
            False where they are so many that one look for all of them is cheaper.
        """
        start, most = self._slices[name].start, int(MANY * len(maps) * maps.shape[2])
        known = maps, start, self._ends[0], *self._limits, _NO_EDGES if edges is None else edges
        along = line if line is not None else (*fused.straight(maps.shape[2]), True)
        found: bool = fused.the_loops().find(*known, *along, self._places, fused.BLOCK, most)
        return found

    def follow(self, source: str, name: str, line: Line) -> bool:
        """Fill in a node whose value is another's along a line, but for positions and for `fired`.

        Returns:
            Whether a maximum passes its limits, so that its position is to be looked for.
        """
        to = self._slices[source].start, self._slices[name].start
        rows = self._rows, self._first, self._count
        found: bool = fused.the_loops().follow(*to, *line, *self._ends[:3], *self._limits, *rows)
        return found

    def copy(self, sources: Sequence[str], name: str) -> None:
        """Note that a node's units are those of others, side by side."""
        to = self._slices[name].start
        for source in sources:
            units = self._slices[source]
            self._steps.append((fused.COPY, units.start, to, units.stop - units.start))
            to += units.stop - units.start

    def rectify(self, source: str, name: str) -> None:
        """Note that a node's value is what is above zero of another's, whose `fired` is known."""
        units = self._slices[source]
        width = units.stop - units.start
        self._steps.append((fused.RECTIFY, units.start, self._slices[name].start, width))

    def hold(self, name: str, found: Mapping[str, torch.Tensor]) -> None:
        """Note what was found of a node in another way: attributes of a `Room` by name, anywhere."""
        into = dict(zip(Room._fields, (*self._ends, self._places), strict=False))
        for key, tensor in found.items():
            self._held.append((into[key], self._slices[name], tensor))

    def bring(self, name: str, values: torch.Tensor) -> None:
        """Bring values [units, n * s] at the places looked at to the room."""
        self._rows[self._slices[name], self._first : self._first + self._count] = values.cpu().numpy()

    def settle(self) -> None:
        """Write down all that waits; needed before anything that follows from others is read."""
        for into, columns, tensor in self._held:
            into[:, columns] = tensor.cpu().numpy()
        self._held.clear()
        if self._steps:
            steps = np.array(self._steps, np.int64)
            self._steps.clear()
            rows = self._rows, self._first, self._count
            fused.the_loops().step(steps, *self._ends, self._places, *rows)

    def limits(self, name: str) -> Limits:
        """What maxima of a node must pass, float32 [units] each."""
        columns = self._slices[name]
        return Limits(self._limits.high[columns], self._limits.low[columns])
