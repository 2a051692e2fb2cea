"""What a piece of work is: complete in itself, done wherever its network can be opened, kept by its key."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from inspector.batch.address import NetworkAddress
from inspector.lenses.base import Update
from inspector.workspace.finding import Finding

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench
    from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class ShardBytes:
    """A shard's findings as the file that they are kept in: see `inspector.batch.shards`."""

    data: bytes


Made = tuple[Finding, ...] | ShardBytes
Work = Generator[Update, None, Made]


@dataclass(frozen=True)
class Piece(ABC):
    """A piece of work.

    Doing it twice makes the same; it holds plain values alone, so it travels to other processes.

    Attributes:
        kind: What is done, for a person: pieces of one kind take about the same time.
        network: The network.
    """

    kind: ClassVar[str] = ""
    network: NetworkAddress

    @property
    @abstractmethod
    def title(self) -> str:
        """What it makes, for a person."""

    @property
    @abstractmethod
    def digests(self) -> tuple[str, ...]:
        """What its results are known by in the workspace, in order."""

    @property
    def key(self) -> str:
        """64 hexadecimal digits that tell this piece from every other, on every machine."""
        text = "\n".join((self.kind, self.network.fingerprint, *self.digests))
        return hashlib.sha256(text.encode()).hexdigest()

    @abstractmethod
    def work(self, bench: Bench, token: CancelToken) -> Work:
        """Do it with the network of its name on the bench; nothing is written.

        Raises:
            InspectorError: It cannot be done.
            Cancelled: The token was set.
        """

    def halves(self) -> tuple[Piece, ...]:
        """Two pieces that make the same together; none where it cannot be parted."""
        return ()

    def without(self, kept: frozenset[str]) -> Piece | None:
        """What is left of it where results of these digests are there; None for nothing."""
        return None if kept.issuperset(self.digests) else self
