"""How long a batch would take and how much room its results, told after trying some of it out."""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from inspector.batch.carrying import sentence_of
from inspector.batch.keeper import Keeper
from inspector.batch.piece import Made, Piece, ShardBytes
from inspector.batch.rate import duration
from inspector.batch.shards import MergePiece, ShardPiece
from inspector.batch.visualizing import VisualizePiece
from inspector.lenses.base import Progress, Update
from inspector.saying import say
from inspector.workspace.scan_shards import sizes

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

# Early nodes are quick and late ones slow: tried at three depths, and not with all steps of a long recipe.
_DEPTHS = (1 / 6, 1 / 2, 5 / 6)
_STEPS, _BATCHES = 24, 2


@dataclass(frozen=True)
class KindEstimate:
    """What pieces of one kind take.

    Attributes:
        kind: Which.
        pieces: How many are to be done.
        seconds: Seconds that one takes.
        bytes: Bytes that one leaves.
        why_not: Why it could not be tried, in one sentence; else "".
    """

    kind: str
    pieces: int
    seconds: float = 0.0
    bytes: float = 0.0
    why_not: str = ""


@dataclass(frozen=True)
class Estimate:
    """What a batch would take.

    Attributes:
        kinds: By kind.
        kept: Pieces that are there already.
        hands: How many would be done at a time.
    """

    kinds: tuple[KindEstimate, ...]
    kept: int
    hands: int = 1

    @property
    def pieces(self) -> int:
        """Pieces to do."""
        return sum(kind.pieces for kind in self.kinds)

    @property
    def seconds(self) -> float:
        """Seconds that they take together."""
        return sum(kind.pieces * kind.seconds for kind in self.kinds) / self.hands

    @property
    def bytes(self) -> float:
        """Bytes that their results have."""
        return sum(kind.pieces * kind.bytes for kind in self.kinds)

    def sentences(self) -> tuple[str, ...]:
        """The estimate for a person: the whole, then a line by kind."""
        there = f"; {self.kept:,} more are there already" if self.kept else ""
        whole = f"{self.pieces:,} pieces, about {duration(self.seconds)} and {_size(self.bytes)}{there}."
        return (whole, *map(_told, self.kinds))


def estimate(
    pieces: Sequence[Piece], network: Network, workspace: Path, token: CancelToken, hands: int = 1
) -> Generator[Update, None, Estimate]:
    """Try some pieces of each kind; nothing of it is kept, so a dry run changes nothing.

    Args:
        pieces: All of the batch.
        network: Their network.
        workspace: Where the results would be kept.
        token: Cancels it.
        hands: How many pieces would be done at a time, by machines like this one.

    Raises:
        WorkspaceError: The workspace cannot be read.
        Cancelled: The token was set.
    """
    from inspector.jobs.bench import Bench

    with Keeper(workspace) as keeper:
        left = [one for piece in pieces if (one := keeper.left(piece)) is not None]
    bench = Bench()
    bench.put(network)
    kinds: list[KindEstimate] = []
    try:
        for kind in dict.fromkeys(piece.kind for piece in left):
            own = [piece for piece in left if piece.kind == kind]
            yield Progress(len(kinds), len(kinds) + 1, say("Trying {kind}", kind=kind))
            kinds.append((yield from _tried(kind, own, bench, token)))
    finally:
        bench.close()
    return Estimate(tuple(kinds), len(pieces) - len(left), hands)


def _tried(
    kind: str, pieces: Sequence[Piece], bench: Bench, token: CancelToken
) -> Generator[Update, None, KindEstimate]:
    if isinstance(pieces[0], MergePiece):
        return KindEstimate(kind, len(pieces))  # what is put together was counted with the shards
    chosen = list(dict.fromkeys(pieces[int(depth * len(pieces))] for depth in _DEPTHS))
    measured = []
    try:
        yield from _worked(
            _shortened(chosen[0], bench)[0], bench, token
        )  # what is loaded once, is loaded now
        for piece in chosen[:1] if isinstance(chosen[0], ShardPiece) else chosen:
            short, scale = _shortened(piece, bench)
            made, seconds = yield from _worked(short, bench, token)
            measured.append((seconds * scale, _bytes(short, made, len(pieces), scale)))
    except Exception as error:
        return KindEstimate(kind, len(pieces), why_not=sentence_of(error))
    count = len(measured)
    seconds, size = (sum(column) / count for column in zip(*measured, strict=True))
    return KindEstimate(kind, len(pieces), seconds, size)


def _worked(piece: Piece, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Made, float]]:
    began = time.monotonic()
    made = yield from piece.work(bench, token)
    return made, time.monotonic() - began


def _shortened(piece: Piece, bench: Bench) -> tuple[Piece, float]:
    """A piece that takes a moment, and how many times longer the whole takes."""
    if isinstance(piece, VisualizePiece) and piece.parameters.steps > _STEPS:
        settings = {**dict(piece.settings), "steps": _STEPS}
        return replace(piece, settings=tuple(settings.items())), piece.parameters.steps / _STEPS
    if isinstance(piece, ShardPiece):
        total = len(bench.pictures(piece.parameters.pictures))
        batches = math.ceil(total / piece.parameters.batch_size)
        parts = max(batches // _BATCHES, 1)
        return replace(piece, part=(1, parts)), parts / piece.part[1]
    return piece, 1.0


def _bytes(piece: Piece, made: Made, pieces: int, scale: float) -> float:
    """Bytes that a piece leaves; of a scan, its share of the whole."""
    if isinstance(made, ShardBytes):
        numbers, thumbnails = sizes(made.data)
        return numbers / pieces + thumbnails * scale
    with TemporaryDirectory(prefix="inspector-") as folder, Keeper(Path(folder)) as keeper:
        keeper.keep(piece, made)
        return float(sum(path.stat().st_size for path in Path(folder).rglob("*.png")))


def _told(kind: KindEstimate) -> str:
    if kind.why_not:
        return f"{kind.kind}: {kind.pieces:,} pieces that cannot be done: {kind.why_not}"
    if not kind.seconds:
        return f"{kind.kind}: {kind.pieces:,} at the end"
    each = f"{duration(kind.seconds)}" if kind.seconds >= 10 else f"{kind.seconds:.2f} s"
    return f"{kind.kind}: {kind.pieces:,} pieces of {each} and {_size(kind.bytes)}"


def _size(count: float) -> str:
    for unit in ("kB", "MB", "GB"):
        count /= 1000
        if count < 1000 or unit == "GB":
            return f"{count:.1f} {unit}" if count < 100 else f"{count:,.0f} {unit}"
    raise AssertionError
