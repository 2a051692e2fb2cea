"""A scan that can be left at any yield and gone on with from what it kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from inspector.lenses.base import Progress, Update
from inspector.lenses.examples.feed import Fed, Feed
from inspector.lenses.examples.keys import keys, places_of
from inspector.lenses.examples.lines import lines_behind
from inspector.lenses.examples.looks import positions
from inspector.lenses.examples.plan import COUNTED, DUPLICATE, WAITING, Plan
from inspector.lenses.examples.state import ScanState
from inspector.lenses.examples.sums import Scale
from inspector.lenses.examples.tally import Joined
from inspector.lenses.examples.watch import Limits, Reduced, Watch
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.pictures.picture import PictureError
from inspector.pictures.sources import PictureSet
from inspector.probe.cancel import CancelToken
from inspector.saying import joined, say

Array = np.ndarray[Any, Any]
Sink = Callable[[int, bytes], None]
_DIGESTS_AT_ONCE = 64


@dataclass(frozen=True)
class FirstLook:
    """What the first pictures of a set tell, the same for all its parts.

    Attributes:
        same: Nodes whose value is another node's, by name.
        scales: The scales of sums, by number of positions of a map.
    """

    same: Mapping[str, str]
    scales: Mapping[int, Scale]


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
    ) -> None:
        """`sink` takes each picture's number and thumbnail; `state` is one to go on from.

        `look` is what another part of the same plan saw first, which need not be looked at again.
        """
        self.look = look
        self.state = state
        self._network, self._pictures, self._plan, self._part, self._sink = (
            network,
            pictures,
            plan,
            part,
            sink,
        )
        self._nodes = {name: network.node(name) for name in plan.nodes}
        self._lines = lines_behind(network)
        self._classes = {name: number for number, name in enumerate(pictures.classes)}

    def steps(self, token: CancelToken) -> Generator[Update, None, ScanState]:
        """Scan on to the end; a yield after every batch.

        Raises:
            InspectorError: No picture opens.
            Cancelled: The token was set; `state` is that of the batches before.
        """
        feed = Feed(self._network, self._pictures, thumbnails=self._sink is not None)
        if self.state is None:
            yield Progress(
                0,
                len(self._pictures),
                say("Looking at the first pictures with {name}", name=self._network.name),
            )
            self.state = self._begun(feed, token)
            if self._plan.unique:
                yield from self._find_duplicates(self.state, token)
        yield from self._scan(self.state, feed, token)
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
            for batch, fed in zip(batches[state.done :], feeding, strict=True):
                token.check()
                self._take(state, fed, token)
                done += len(batch)
                state.done += 1
                spent += time.monotonic() - since
                state.seconds = before + spent
                yield Progress(done, total, self._note(state, done - first, total - done, spent))
                since = time.monotonic()  # it may have stood still in between
        finally:
            feeding.close()  # type: ignore[attr-defined]

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
        shown = self._input(opened)
        watch = self._watched(shown, None, {}, None, token)
        if not all(
            torch.isfinite(one.means + (one.peaks - one.lowest)).all() for one in watch.reduced.values()
        ):
            watch = self._watched(shown, None, {}, None, token, careful=True)
        by_size: dict[int, list[Reduced]] = {}
        for name in self._plan.nodes:
            if name not in watch.same:
                by_size.setdefault(positions(self._nodes[name]), []).append(watch.reduced[name])
        scales = {
            size: Scale.of(*(np.concatenate([getattr(one, key).cpu().numpy() for one in those], 1)
                             for key in ("lowest", "peaks")))
            for size, those in by_size.items()
        }  # fmt: skip
        return FirstLook(watch.same, scales)

    def _find_duplicates(self, state: ScanState, token: CancelToken) -> Generator[Update, None, None]:
        """Mark every picture that equals one of a smaller number, whoever scans that."""
        known: set[bytes] = set()
        for number in range(len(self._pictures)):
            if number % _DIGESTS_AT_ONCE == 0:
                token.check()
                yield Progress(number, len(self._pictures), "Looking for pictures that come twice")
            try:
                digest = self._pictures.digest(number)
            except PictureError:
                continue  # the scan says what is wrong with it
            if digest in known:
                state.seen[number] = DUPLICATE
            known.add(digest)

    def _take(self, state: ScanState, fed: Sequence[Fed], token: CancelToken) -> None:
        """All of a batch or, where cancelled, nothing of it."""
        opened = [one for one in fed if one.view is not None]
        if opened:
            self._tally(state, opened, token)
        for one in fed:
            if one.view is None:
                state.skip(one.index, one.problem)

    def _tally(self, state: ScanState, opened: Sequence[Fed], token: CancelToken) -> None:
        numbers = np.array([one.index for one in opened])
        places = {
            size: places_of(numbers, size, self._plan.positions)
            for size in state.tallies
            if self._plan.spectrum
        }
        device = self._network.device
        limits = {n: limit.to(device) for tally in state.tallies.values() for n, limit in tally.limits()}
        batch = self._input(opened)

        rooms = {size: state.tallies[size].room(array.size) for size, array in places.items()}

        def looked_at(careful: bool) -> dict[int, Joined]:
            parts = {
                name: (torch.from_numpy(places[size].copy()), part)
                for size, room in rooms.items()
                for name, part in state.tallies[size].parts(room)
            }
            watch = self._watched(batch, limits, parts, state.same, token, careful=careful)
            return {
                size: tally.joined(watch.reduced, rooms.get(size)) for size, tally in state.tallies.items()
            }

        found = looked_at(careful=False)
        unclean = int(np.any([one.unclean() for one in found.values()], 0).sum())
        if unclean:
            found = looked_at(careful=True)
        labels = np.array([self._classes.get(self._pictures.entries[n].label, -1) for n in numbers])
        for size, tally in state.tallies.items():
            chosen = keys(numbers, places[size]) if size in places else None
            tally.add(found[size], numbers, labels, chosen)
        state.unclean += unclean
        state.seen[numbers] = COUNTED
        state.labels[numbers] = labels
        for one in opened:
            state.sizes[one.index] = one.size
            if self._sink is not None:
                self._sink(one.index, one.thumbnail)

    def _input(self, opened: Sequence[Fed]) -> torch.Tensor:
        views = torch.from_numpy(np.stack([one.view for one in opened if one.view is not None]))
        batch = self._network.preprocessing.normalise(views.permute(0, 3, 1, 2).float() / 255)
        return batch.to(self._network.device, memory_format=self._network.memory_format)

    def _watched(
        self,
        batch: torch.Tensor,
        limits: dict[str, Limits] | None,
        rooms: Mapping[str, tuple[torch.Tensor, torch.Tensor]],
        same: dict[str, str] | None,
        token: CancelToken,
        *,
        careful: bool = False,
    ) -> Watch:
        """The reduced values; with `careful` those that are no numbers count as zero."""
        watch = Watch(
            self._network, self._nodes, limits, rooms, same, token, lines=self._lines, careful=careful
        )
        with torch.inference_mode(), watch:
            self._network.module(batch)
        missing = [name for name in self._nodes if name not in watch.reduced and name not in watch.same]
        if missing:
            raise InspectorError(
                say(
                    "{name}/{missing} was not computed for this input.",
                    name=self._network.name,
                    missing=missing[0],
                )
            )
        return watch


def _duration(seconds: float) -> str:
    if seconds < 90:
        return say("{seconds:.0f} s", seconds=seconds)
    return (
        say("{minutes:.0f} min", minutes=seconds / 60)
        if seconds < 5400
        else say("{hours:.1f} h", hours=seconds / 3600)
    )
