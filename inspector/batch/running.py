"""Doing pieces one after the other in this process, and keeping what they make."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.batch.carrying import Failure, Outcome, carried_out, sentence_of
from inspector.batch.keeper import Keeper
from inspector.batch.piece import Piece
from inspector.batch.rate import Rate, duration
from inspector.batch.shards import MergePiece, with_twins
from inspector.lenses.base import Progress, Remark, Update
from inspector.network.errors import InspectorError
from inspector.saying import joined

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

Run = Generator[Update, None, "Summary"]


@dataclass(frozen=True)
class Summary:
    """What became of a batch.

    Attributes:
        done: Pieces that were done now.
        kept: Pieces that were there already.
        failed: What could not be done, and why.
        seconds: How long it took.
    """

    done: int
    kept: int
    failed: tuple[Failure, ...] = ()
    seconds: float = 0.0

    def sentences(self) -> tuple[str, ...]:
        """The summary for a person: a line on the whole, then one for each failure."""
        parts = [f"{self.done:,} pieces done in {duration(self.seconds)}"]
        if self.kept:
            parts.append(f"{self.kept:,} were there already")
        if self.failed:
            parts.append(f"{len(self.failed):,} failed")
        return ("; ".join(parts) + ".", *(f"{one.title}: {one.why}" for one in self.failed))


class UnderWay:
    """A batch under way: which pieces are left, and what has become of the others."""

    def __init__(self, pieces: Sequence[Piece], keeper: Keeper, hands: int = 1) -> None:
        self.keeper = keeper
        self.total = len(pieces)
        self.left = [left for piece in pieces if (left := keeper.left(piece)) is not None]
        self.kept = self.total - len(self.left)
        self.rate = Rate(self.left, hands)
        self.failed: list[Failure] = []
        self.done = 0
        self._began = time.monotonic()

    @property
    def merges(self) -> list[MergePiece]:
        """What is put together at the end, here."""
        return [piece for piece in self.left if isinstance(piece, MergePiece)]

    @property
    def others(self) -> list[Piece]:
        """What can be done anywhere."""
        return [piece for piece in self.left if not isinstance(piece, MergePiece)]

    def prepared(self, bench: Bench, token: CancelToken) -> Generator[Update, None, None]:
        """What all pieces need of a set of pictures is found once, here.

        Raises:
            Cancelled: The token was set.
        """
        looking = with_twins(self.left, bench, token)
        try:
            while True:
                update = next(looking)
                yield self.progress(update.note) if isinstance(update, Progress) else update
        except StopIteration as end:
            self.left = end.value

    def finished(self, piece: Piece, failed: Sequence[Failure], seconds: float) -> None:
        """A piece has been gone through."""
        self.rate.finished(piece.kind, seconds)
        self.failed += failed
        self.done += not failed

    def progress(self, note: str = "") -> Progress:
        """How far it is."""
        gone = self.kept + self.done + len(self.failed)
        return Progress(
            min(gone, self.total), self.total, joined(" · ", filter(None, (note, self.rate.note())))
        )

    def merged(self, bench: Bench) -> Generator[Update, None, None]:
        """Put the scans together whose shards are there."""
        for piece in self.merges:
            yield self.progress(piece.title)
            began = time.monotonic()
            failed: tuple[Failure, ...] = ()
            try:
                self.keeper.merge(piece, bench)
            except InspectorError as error:
                failed = (Failure(piece.title, sentence_of(error)),)
            self.finished(piece, failed, time.monotonic() - began)
            yield self.progress(piece.title)

    def summary(self) -> Summary:
        """What became of it."""
        return Summary(self.done, self.kept, tuple(self.failed), time.monotonic() - self._began)


def run(pieces: Sequence[Piece], network: Network, workspace: Path, token: CancelToken) -> Run:
    """Do what is not kept yet and keep it, piece by piece; yields `Progress`, returns a `Summary`.

    Left, cancelled or killed anywhere, the same call goes on behind the last piece that was kept, and what is
    there in the end is the same. What fails is listed, and the others go on.

    Raises:
        WorkspaceError: The workspace cannot be read or written, so nothing could be kept.
        Cancelled: The token was set; what was done is kept.
    """
    from inspector.jobs.bench import Bench

    bench = Bench()
    bench.put(network)
    try:
        return (yield from run_on_bench(pieces, bench, workspace, token))
    finally:
        bench.close()


def run_on_bench(pieces: Sequence[Piece], bench: Bench, workspace: Path, token: CancelToken) -> Run:
    """The same with the networks of a bench."""
    with Keeper(workspace) as keeper:
        under_way = UnderWay(pieces, keeper)
        yield under_way.progress()
        yield from under_way.prepared(bench, token)
        # What was made is written down while the next is computed: disks are waited for by nobody.
        with ThreadPoolExecutor(1, "inspector-keeper") as writer:
            written: Callable[[], None] = _nothing
            for piece in under_way.others:
                token.check()
                began = time.monotonic()
                outcome = yield from _told(carried_out(piece, bench, token), under_way, piece)
                written()
                under_way.finished(piece, outcome.failed, time.monotonic() - began)
                written = writer.submit(_keep, keeper, outcome).result
                yield under_way.progress(piece.title)
            written()
        yield from under_way.merged(bench)
        return under_way.summary()


def _nothing() -> None:
    """Nothing has been made yet."""


def _keep(keeper: Keeper, outcome: Outcome) -> None:
    for part, made in outcome.made:
        keeper.keep(part, made)


def _told(
    steps: Generator[Update, None, Outcome], under_way: UnderWay, piece: Piece
) -> Generator[Update, None, Outcome]:
    """The updates of one piece as those of the whole; its outcome."""
    try:
        while True:
            update = next(steps)
            if isinstance(update, Progress):
                yield under_way.progress(piece.title)
            elif isinstance(update, Remark):
                yield update
    except StopIteration as end:
        outcome: Outcome = end.value
        return outcome
    finally:
        steps.close()
