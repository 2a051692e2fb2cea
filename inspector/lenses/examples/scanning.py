"""A scan that can be left at any yield and gone on with from what it kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from inspector.lenses.base import Progress, Update
from inspector.lenses.examples.feed import Fed, Feed
from inspector.lenses.examples.keys import keys
from inspector.lenses.examples.passes import Passes, Wanted, seen
from inspector.lenses.examples.plan import COUNTED, DUPLICATE, WAITING, Plan, own_part
from inspector.lenses.examples.rooms import Room, by_size
from inspector.lenses.examples.state import ScanState
from inspector.lenses.examples.sums import Scale
from inspector.lenses.examples.twins import twins_of
from inspector.lenses.examples.watch import Watch
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.pictures.sources import PictureSet
from inspector.probe.cancel import CancelToken
from inspector.saying import joined, say

Array = np.ndarray[Any, Any]
Sink = Callable[[int, bytes], None]


@dataclass(frozen=True)
class FirstLook:
    """What the first pictures of a set tell, the same for all its parts.

    Attributes:
        same: Nodes whose value is another node's, by name.
        scales: The scales of sums, by number of positions of a map.
    """

    same: Mapping[str, str]
    scales: Mapping[int, Scale]


class _Begun(NamedTuple):
    """A batch on which the network runs.

    Attributes:
        batch: The numbers of its pictures.
        fed: The pictures.
        opened: Those that opened.
        numbers: int64 [n], their numbers.
        wanted: What is looked for.
        passes: The forward passes.
    """

    batch: range
    fed: Sequence[Fed]
    opened: Sequence[Fed]
    numbers: Array
    wanted: Wanted
    passes: Sequence[Future[Watch]]


class Scanning:
    """One network's way through a set of pictures, or a part of it.

    Attributes:
        state: What is found so far; whole batches, so it may be written down at any yield. None before the
            first look.
        look: What the set's first pictures tell; None before the first look, and where a scan goes on.
    """

    def __init__(
        self,
        network: Network,
        pictures: PictureSet,
        plan: Plan,
        *,
        part: tuple[int, int] = (1, 1),
        state: ScanState | None = None,
        sink: Sink | None = None,
        look: FirstLook | None = None,
        twins: Sequence[int] | None = None,
    ) -> None:
        """`sink` takes each picture's number and thumbnail; `state` is one to go on from.

        `look` is what another part of the same plan saw first, which need not be looked at again, and `twins`
        the pictures of this part that equal earlier ones of the set, where they are known.
        """
        self.look = look
        self.state = state
        self._twins = twins
        self._network, self._pictures, self._plan, self._part, self._sink = (
            network,
            pictures,
            plan,
            part,
            sink,
        )
        self._nodes = {name: network.node(name) for name in plan.nodes}
        self._passes = Passes(network, plan)
        self._spare: list[Mapping[int, Room]] = []
        self._classes = {name: number for number, name in enumerate(pictures.classes)}

    def steps(self, token: CancelToken) -> Generator[Update, None, ScanState]:
        """Scan on to the end; a yield after every batch.

        Raises:
            InspectorError: No picture opens.
            Cancelled: The token was set; `state` is that of the batches before.
        """
        feed = Feed(self._network, self._pictures, thumbnails=self._sink is not None)
        try:
            if self.state is None:
                note = say("Looking at the first pictures with {name}", name=self._network.name)
                yield Progress(0, len(self._pictures), note)
                self.state = self._begun(feed, token)
                if self._plan.unique:
                    yield from self._mark_twins(self.state, token)
            yield from self._scan(self.state, feed, token)
        finally:
            self._passes.close()  # wherever it ends: its threads began with the first look
        if not self.state.counted and self._part[1] == 1:
            raise InspectorError(
                say("No picture could be opened; the first: {skipped}", skipped=self.state.skipped[0][1])
            )
        return self.state

    def _scan(self, state: ScanState, feed: Feed, token: CancelToken) -> Generator[Update, None, None]:
        batches = self._plan.batches(self._part)
        total, first = sum(map(len, batches)), sum(map(len, batches[: state.done]))
        done, before, spent, since = first, state.seconds, 0.0, time.monotonic()
        wanted = [[n for n in batch if state.seen[n] == WAITING] for batch in batches[state.done :]]
        feeding = feed.batches(wanted)
        try:
            for batch in self._taken(batches[state.done :], feeding, state, token):
                done += len(batch)
                state.done += 1
                spent += time.monotonic() - since
                state.seconds = before + spent
                yield Progress(done, total, self._note(state, done - first, total - done, spent))
                since = time.monotonic()  # it may have stood still in between
        finally:
            feeding.close()  # type: ignore[attr-defined]

    def _taken(
        self, batches: Sequence[range], feeding: Iterator[list[Fed]], state: ScanState, token: CancelToken
    ) -> Iterator[range]:
        """Every batch once it is taken, while the network runs on the next one."""
        begun: _Begun | None = None
        for batch, fed in zip(batches, feeding, strict=True):
            token.check()
            before, begun = begun, self._begin(state, batch, fed, token)
            if before is not None:
                self._take(state, before, token)
                yield before.batch
        if begun is not None:
            self._take(state, begun, token)
            yield begun.batch

    def _note(self, state: ScanState, done: int, left: int, seconds: float) -> str:
        rate = done / max(seconds, 1e-9)
        parts = [
            say("{rate:.0f} pictures/s", rate=rate) if rate >= 10 else say("{rate:.1f} pictures/s", rate=rate)
        ]
        if left:
            parts.append(say("{duration} left", duration=_duration(left / rate)))
        if state.skipped:
            parts.append(say("{count} skipped", count=int((state.seen > COUNTED).sum())))
        return joined(" · ", parts)

    def _begun(self, feed: Feed, token: CancelToken) -> ScanState:
        """An empty state."""
        if self.look is None:
            self.look = self._first_look(feed, token)
        state = ScanState(self._plan, self._nodes, self.look.same, self.look.scales)
        state.part = self._part
        return state

    def _first_look(self, feed: Feed, token: CancelToken) -> FirstLook:
        """At the set's first pictures that open, whatever the part."""
        problem = ""
        for batch in self._plan.batches((1, 1)):
            fed = [feed.fed(number) for number in batch]
            token.check()
            opened = [one for one in fed if one.view is not None]
            if opened:
                break
            problem = problem or fed[0].problem
        else:
            raise InspectorError(say("No picture could be opened; the first: {problem}", problem=problem))
        wanted = Wanted.ends(self._nodes.values(), len(opened))
        same = self._passes.of(opened, wanted, token)[0].same
        own = by_size(node for name, node in self._nodes.items() if name not in same)

        def all_of(size: int, found: Array) -> Array:
            """Float32 [n, units] of all pictures and of the nodes side by side."""
            return np.concatenate([found[:, wanted.columns[size][node.name]] for node in own[size]], 1)

        def is_clean(size: int) -> bool:
            room = wanted.rooms[size]
            return all(np.isfinite(all_of(size, one)).all() for one in (room.peaks, room.lowest, room.means))

        if not all(map(is_clean, own)):
            self._passes.of(opened, wanted, token, careful=True)
        rooms = wanted.rooms
        return FirstLook(
            same,
            {
                size: Scale.of(all_of(size, rooms[size].lowest), all_of(size, rooms[size].peaks))
                for size in own
            },
        )

    def _mark_twins(self, state: ScanState, token: CancelToken) -> Generator[Update, None, None]:
        """Leave out every picture of this part that equals one of a smaller number, whoever scans that."""
        if self._twins is None:
            self._twins = yield from twins_of(self._pictures, token)
        state.seen[list(own_part(self._twins, self._plan.batch_size, self._part))] = DUPLICATE

    def _begin(self, state: ScanState, batch: range, fed: Sequence[Fed], token: CancelToken) -> _Begun:
        """Have the network run on what opened of a batch.

        Maxima that passed their limits before the batch ahead of it was taken are more than those that will,
        so all whose positions are needed are looked for.
        """
        opened = [one for one in fed if one.view is not None]
        numbers = np.array([one.index for one in opened], np.int64)
        places = self._plan.positions if self._plan.spectrum else None
        wanted = Wanted.of(state, numbers, places, self._spare)
        return _Begun(batch, fed, opened, numbers, wanted, self._passes.begin(opened, wanted, token))

    def _take(self, state: ScanState, begun: _Begun, token: CancelToken) -> None:
        """All of a batch or, where cancelled, nothing of it."""
        seen(begun.passes)
        if begun.opened:
            self._tally(state, begun, token)
        for one in begun.fed:
            if one.view is None:
                state.skip(one.index, one.problem)

    def _tally(self, state: ScanState, begun: _Begun, token: CancelToken) -> None:
        wanted, numbers = begun.wanted, begun.numbers
        unclean = int(np.any([one.unclean() for one in wanted.rooms.values()], 0).sum())
        if unclean:
            self._passes.of(begun.opened, wanted, token, careful=True)
        labels = np.array([self._classes.get(self._pictures.entries[n].label, -1) for n in numbers])
        for size, tally in state.tallies.items():
            chosen = keys(numbers, wanted.places[size]) if size in wanted.places else None
            tally.add(wanted.rooms[size], numbers, labels, chosen)
        self._spare.append(wanted.rooms)
        state.unclean += unclean
        state.seen[numbers] = COUNTED
        state.labels[numbers] = labels
        for one in begun.opened:
            state.sizes[one.index] = one.size
            if self._sink is not None:
                self._sink(one.index, one.thumbnail)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return say("{seconds:.0f} s", seconds=seconds)
    return (
        say("{minutes:.0f} min", minutes=seconds / 60)
        if seconds < 5400
        else say("{hours:.1f} h", hours=seconds / 3600)
    )
