"""The forward passes of a scan: which pictures go through the network together, and what is found of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future, wait
from functools import cached_property
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import torch

from inspector.lenses.examples.feed import Fed
from inspector.lenses.examples.keys import places_of
from inspector.lenses.examples.lanes import AT_ONCE, Lanes
from inspector.lenses.examples.lines import Line, lines_behind
from inspector.lenses.examples.plan import Plan
from inspector.lenses.examples.reduced import Limits
from inspector.lenses.examples.state import ScanState
from inspector.lenses.examples.tally import Joined, Tally
from inspector.lenses.examples.watch import Watch
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say

Array = np.ndarray[Any, Any]


class Wanted(NamedTuple):
    """What is to be found of a batch, and where it goes.

    Attributes:
        tallies: Whose it will be, by number of positions in a map.
        same: Nodes whose value is another node's, by name.
        limits: What maxima must pass for their positions to be looked for, by node.
        places: int64 [n, s] that are looked at, by number of positions; empty where none are.
        rooms: Where what is found goes, by number of positions.
    """

    tallies: Mapping[int, Tally]
    same: Mapping[str, str]
    limits: dict[str, Limits]
    places: Mapping[int, Array]
    rooms: Mapping[int, Joined]

    @classmethod
    def of(
        cls, state: ScanState, numbers: Array, places: int | None, spare: list[Mapping[int, Joined]]
    ) -> Wanted:
        """For the pictures of these numbers int64 [n], `places` of each (0 for all); None for no places.

        Rooms are taken from the spare ones where they fit: new ones for each batch would lie scattered among
        the maps of passes under way, whose memory could then not be used again.
        """
        looked_at = {size: places_of(numbers, size, places) for size in state.tallies if places is not None}
        rooms: Mapping[int, Joined] = {}
        while spare and not rooms:
            rooms = spare.pop()
            if any(room.pictures != len(numbers) for room in rooms.values()):
                rooms = {}
        rooms = rooms or {
            size: tally.room(len(numbers), looked_at[size].shape[1] if looked_at else 0)
            for size, tally in state.tallies.items()
        }
        limits = {name: limit for tally in state.tallies.values() for name, limit in tally.limits()}
        return cls(state.tallies, state.same, limits, looked_at, rooms)

    def rows(self, part: slice) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
        """The places in a part of the batch, and where the values there go, by node."""
        found = dict[str, tuple[torch.Tensor, torch.Tensor]]()
        for size, places in self.places.items():
            rows, step = self.rooms[size].rows, places.shape[1]
            chosen = torch.from_numpy(places[part].copy())
            if rows is not None:
                mine = rows[:, part.start * step : part.stop * step]
                found |= {name: (chosen, mine[units]) for name, units in self.tallies[size].slices.items()}
        return found

    def put(self, part: slice, watch: Watch) -> None:
        """Put what was found for a part of the batch where it belongs."""
        for size, tally in self.tallies.items():
            tally.put(self.rooms[size], part, watch.reduced)


class Passes:
    """Runs the network of a scan."""

    def __init__(self, network: Network, plan: Plan) -> None:
        self._network, self._plan = network, plan
        self._nodes = {name: network.node(name) for name in plan.nodes}
        self._lines = WeakKeyDictionary[Network, Mapping[str, Line]]()

    @cached_property
    def _lanes(self) -> Lanes:
        pictures = min(self._plan.batch_size, self._plan.total)
        return Lanes(self._network, self._plan.nodes, most=-(-pictures // AT_ONCE))

    def of(
        self, opened: Sequence[Fed], wanted: Wanted | None, token: CancelToken, *, careful: bool = False
    ) -> list[Watch]:
        """The watches that saw each part of a batch, once all did; arguments and errors as `begin`."""
        return seen(self.begin(opened, wanted, token, careful=careful))

    def begin(
        self, opened: Sequence[Fed], wanted: Wanted | None, token: CancelToken, *, careful: bool = False
    ) -> list[Future[Watch]]:
        """Begin to run the network on a batch; what comes of it is for `seen`.

        Args:
            opened: The batch's pictures.
            wanted: What is looked for beside extremes and means, and where all goes; None for nothing.
            token: Looked at before every layer.
            careful: Whether values that are no numbers count as zero.

        Raises:
            InspectorError: A node was not computed.
            Cancelled: The token was set.
        """

        def watched(network: Network, part: slice) -> Watch:
            watch = self._watch(network, wanted, part, token, careful)
            shown = self._input(opened[part])
            with torch.inference_mode(), watch:
                network.module(shown)
            for node in self._nodes:
                if node not in watch.reduced and node not in watch.same:
                    of = {"name": network.name, "missing": node}
                    raise InspectorError(say("{name}/{missing} was not computed for this input.", **of))
            if wanted is not None:
                wanted.put(part, watch)
                watch.reduced.clear()  # batches wait for each other: what is no longer read shall not, too
            return watch

        return self._lanes.begin(watched, self._lanes.parts(len(opened)))

    def _watch(
        self, network: Network, wanted: Wanted | None, part: slice, token: CancelToken, careful: bool
    ) -> Watch:
        # A lane's network has modules of its own, by which lines are known.
        if network not in self._lines:
            self._lines[network] = lines_behind(network)
        lines = self._lines[network]
        if wanted is None:
            return Watch(network, self._nodes, None, {}, None, token, lines=lines, careful=careful)
        limits = {name: limit.to(network.device) for name, limit in wanted.limits.items()}
        rows, same = wanted.rows(part), wanted.same
        return Watch(network, self._nodes, limits, rows, same, token, lines=lines, careful=careful)

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
