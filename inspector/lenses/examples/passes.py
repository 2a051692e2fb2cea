"""The forward passes of a scan: which pictures go through the network together, and what is found of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, wait
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import torch

from inspector.lenses.examples.feed import Fed
from inspector.lenses.examples.keys import places_of
from inspector.lenses.examples.lanes import AT_ONCE, Lanes
from inspector.lenses.examples.lines import Lines, lines_of
from inspector.lenses.examples.plan import Plan
from inspector.lenses.examples.rooms import Board, Limits, Room, by_size, side_by_side
from inspector.lenses.examples.state import ScanState
from inspector.lenses.examples.watch import Watch
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say

Array = np.ndarray[Any, Any]


class Wanted(NamedTuple):
    """What is to be found of a batch, and where it goes.

    Attributes:
        same: Nodes whose value is another node's, by name; None where that is to be found out.
        columns: The columns of each node in its room, by number of positions in a map.
        limits: What maxima must pass for their positions to be looked for, by number of positions.
        places: int64 [n, s] that are looked at, by number of positions; empty where none are.
        rooms: Where what is found goes, by number of positions.
    """

    same: Mapping[str, str] | None
    columns: Mapping[int, Mapping[str, slice]]
    limits: Mapping[int, Limits]
    places: Mapping[int, Array]
    rooms: Mapping[int, Room]

    @classmethod
    def of(
        cls, state: ScanState, numbers: Array, places: int | None, spare: list[Mapping[int, Room]]
    ) -> Wanted:
        """For the pictures of these numbers int64 [n], `places` of each (0 for all); None for no places.

        Rooms are taken from the spare ones where they fit: new ones for each batch would lie scattered among
        the maps of passes under way, whose memory could then not be used again.
        """
        tallies = state.tallies
        looked_at = {size: places_of(numbers, size, places) for size in tallies if places is not None}
        rooms: Mapping[int, Room] = {}
        while spare and not rooms:
            rooms = spare.pop()
            if any(room.pictures != len(numbers) for room in rooms.values()):
                rooms = {}
        rooms = rooms or {
            size: tally.room(len(numbers), looked_at[size].shape[1] if looked_at else 0)
            for size, tally in tallies.items()
        }
        columns = {size: tally.slices for size, tally in tallies.items()}
        limits = {size: tally.limits() for size, tally in tallies.items()}
        return cls(state.same, columns, limits, looked_at, rooms)

    @classmethod
    def ends(cls, nodes: Iterable[Node], pictures: int) -> Wanted:
        """Of these nodes for so many pictures: extremes and means alone, and which nodes are the same."""
        columns = {size: side_by_side(those) for size, those in by_size(nodes).items()}
        counts = {size: max(part.stop for part in those.values()) for size, those in columns.items()}
        limits = {size: Limits.none(count) for size, count in counts.items()}
        rooms = {size: Room.empty(count, pictures, 0) for size, count in counts.items()}
        return cls(None, columns, limits, {}, rooms)

    def boards(self, part: slice) -> dict[str, Board]:
        """Where a pass of a part of the batch writes what it finds, by node."""
        found = dict[str, Board]()
        for size, columns in self.columns.items():
            looked_at = self.places[size][part].copy() if size in self.places else None
            board = Board(self.rooms[size], columns, part, self.limits[size], looked_at)
            found |= dict.fromkeys(columns, board)
        return found


class Passes:
    """Runs the network of a scan."""

    def __init__(self, network: Network, plan: Plan) -> None:
        self._network, self._plan = network, plan
        self._nodes = {name: network.node(name) for name in plan.nodes}

    @cached_property
    def _lines(self) -> Lines:
        return lines_of(self._network)

    @cached_property
    def _lanes(self) -> Lanes:
        pictures = min(self._plan.batch_size, self._plan.total)
        return Lanes(self._network, self._plan.nodes, most=-(-pictures // AT_ONCE))

    def of(
        self, opened: Sequence[Fed], wanted: Wanted, token: CancelToken, *, careful: bool = False
    ) -> list[Watch]:
        """The watches that saw each part of a batch, once all did; arguments and errors as `begin`."""
        return seen(self.begin(opened, wanted, token, careful=careful))

    def begin(
        self, opened: Sequence[Fed], wanted: Wanted, token: CancelToken, *, careful: bool = False
    ) -> list[Future[Watch]]:
        """Begin to run the network on a batch; what comes of it is for `seen`.

        Args:
            opened: The batch's pictures.
            wanted: What is looked for, and where it goes.
            token: Looked at before every layer.
            careful: Whether values that are no numbers count as zero.

        Raises:
            InspectorError: A node was not computed.
            Cancelled: The token was set.
        """
        lines = self._lines  # before there is more than one thread that would make them

        def watched(network: Network, part: slice) -> Watch:
            where = wanted.boards(part), wanted.same
            watch = Watch(network, self._nodes, *where, token, lines=lines, careful=careful)
            shown = self._input(opened[part])
            with torch.inference_mode(), watch:
                network.module(shown)
            for node in self._nodes:
                if node not in watch.seen and node not in watch.same:
                    of = {"name": network.name, "missing": node}
                    raise InspectorError(say("{name}/{missing} was not computed for this input.", **of))
            watch.settle()
            return watch

        return self._lanes.begin(watched, self._lanes.parts(len(opened)))

    def _input(self, opened: Sequence[Fed]) -> torch.Tensor:
        views = torch.from_numpy(np.stack([one.view for one in opened if one.view is not None]))
        batch = self._network.preprocessing.normalise(views.permute(0, 3, 1, 2).float() / 255)
        return batch.to(self._network.device, memory_format=self._network.memory_format)

    def close(self) -> None:
        """End the threads; others begin where it is used again."""
        if (lanes := self.__dict__.pop("_lanes", None)) is not None:
            lanes.close()


def seen(futures: Sequence[Future[Watch]]) -> list[Watch]:
    """The watches once all are through, or the first error."""
    wait(futures)
    return [future.result() for future in futures]
