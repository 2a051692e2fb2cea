"""Pieces of scans: shards of a set of pictures, whose findings merge exactly in any order."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from inspector.batch.piece import Piece, ShardBytes, Work
from inspector.lenses.base import Update
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.examples.plan import own_part
from inspector.lenses.examples.twins import twins_of
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.saying import say
from inspector.workspace.scan_shards import packed

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench
    from inspector.lenses.examples.scanning import FirstLook
    from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class ShardPiece(Piece):
    """Some of the batches of a scan's pictures, read where they lie.

    Attributes:
        parameters: The whole scan's.
        scan: The key of its plan; pictures that lead to another plan are refused.
        stamp: What tells its pictures from changed ones.
        part: (number from 1, of how many).
        twins: Where equal pictures count once, those of this part that equal earlier ones of the set; None
            where that is not known yet, and whoever does the piece looks for itself.
    """

    kind: ClassVar[str] = "scan"
    parameters: ExamplesParameters
    scan: str
    stamp: str
    part: tuple[int, int]
    twins: tuple[int, ...] | None = None

    @property
    def title(self) -> str:
        return f"pictures, shard {self.part[0]} of {self.part[1]}"

    @property
    def digests(self) -> tuple[str, ...]:
        return (shard_digest(self.scan, self.stamp, self.part),)

    def own(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """Those of some pictures' numbers that are in this part."""
        return own_part(numbers, self.parameters.batch_size, self.part)

    def work(self, bench: Bench, token: CancelToken) -> Work:
        from inspector.lenses.examples.scan import planned
        from inspector.lenses.examples.scanning import Scanning

        network = bench.network(self.network.name)
        place = Location(network.name)
        pictures = bench.pictures(self.parameters.pictures)
        pictures, plan = planned(network, place, self.parameters, pictures)
        if plan.key != self.scan:
            raise InspectorError(
                say("{title}: the pictures are others here than those planned.", title=pictures.title)
            )
        thumbnails: dict[int, bytes] = {}
        scanning = Scanning(
            network,
            pictures,
            plan,
            part=self.part,
            sink=thumbnails.__setitem__,
            look=_looks.get(self.scan),
            twins=self.twins,
        )
        state = yield from scanning.steps(token)
        if scanning.look is not None:
            _looks.clear()
            _looks[self.scan] = scanning.look
        return ShardBytes(packed(state, thumbnails, self.stamp))


# What the first pictures of the set told, kept for the next shards of the same scan in this process.
_looks: dict[str, FirstLook] = {}


@dataclass(frozen=True)
class MergePiece(Piece):
    """All shards of a scan put together; done where the workspace is, once they are there.

    Attributes:
        parameters: The scan's.
        scan: The key of its plan.
        stamp: What tells its pictures from changed ones.
        parts: How many shards.
    """

    kind: ClassVar[str] = "merging"
    parameters: ExamplesParameters
    scan: str
    stamp: str
    parts: int

    @property
    def title(self) -> str:
        return f"pictures, {self.parts} shards together"

    @property
    def digests(self) -> tuple[str, ...]:
        return (scan_digest(self.scan, self.stamp),)

    def work(self, bench: Bench, token: CancelToken) -> Work:
        raise InspectorError("Shards are put together by the workspace's own process.")


def with_twins(
    pieces: Sequence[Piece], bench: Bench, token: CancelToken
) -> Generator[Update, None, list[Piece]]:
    """The pieces, every shard among them told which of its pictures come twice where that is asked for.

    So the set is read once for that, and not by every worker.

    Raises:
        Cancelled: The token was set.
    """
    known: dict[str, tuple[int, ...]] = {}
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, ShardPiece) and piece.parameters.unique and piece.twins is None:
            if piece.scan not in known:
                try:
                    known[piece.scan] = yield from twins_of(bench.pictures(piece.parameters.pictures), token)
                except InspectorError:  # the shard itself says what is wrong with the set
                    return list(pieces)
            piece = replace(piece, twins=piece.own(known[piece.scan]))
        found.append(piece)
    return found


def shard_digest(scan: str, stamp: str, part: tuple[int, int]) -> str:
    """What a shard is known by."""
    return f"{scan}/{stamp}/{part[0]}-of-{part[1]}"


def scan_digest(scan: str, stamp: str) -> str:
    """What a whole scan is known by."""
    return f"{scan}/{stamp}"
