"""The one writer of a batch's results: what is there already, and what is kept now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inspector.batch.piece import Made, Piece, ShardBytes
from inspector.batch.shards import MergePiece, ShardPiece
from inspector.workspace.findings import Findings
from inspector.workspace.scan_shards import Shards
from inspector.workspace.scans import Scans

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench


class Keeper:
    """A workspace as a batch sees it; to be closed."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self._findings = Findings(workspace)
        self._scans = Scans(workspace)
        self._known: dict[str, frozenset[str]] = {}
        self._stamps: dict[str, str | None] = {}

    def left(self, piece: Piece) -> Piece | None:
        """What of a piece is not there yet; None for nothing.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        if isinstance(piece, MergePiece):
            return None if self._is_scanned(piece) else piece
        if isinstance(piece, ShardPiece):
            there = self._is_scanned(piece) or self._shards(piece).has(piece.part, piece.stamp)
            return None if there else piece
        return piece.without(self._digests(piece.network.fingerprint))

    def keep(self, piece: Piece, made: Made) -> None:
        """Keep what a piece made, all or nothing, in place of the same from before.

        Raises:
            WorkspaceError: It could not be kept; what was kept before still is.
        """
        if isinstance(made, ShardBytes):
            assert isinstance(piece, ShardPiece)
            self._shards(piece).keep(piece.part, made.data)
        else:
            self._findings.keep(*made)

    def merge(self, piece: MergePiece, bench: Bench) -> None:
        """Put the shards of a scan together.

        Raises:
            WorkspaceError: A shard is missing or damaged, or the scan cannot be written.
        """
        pictures = bench.pictures(piece.parameters.pictures)
        network = bench.network(piece.network.name)
        self._stamps.pop(piece.scan, None)
        self._scans.keep(self._shards(piece).merge(network, pictures, piece.parts))

    def size(self) -> int:
        """Bytes of all that is kept.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        return self._findings.size_on_disk() + self._scans.size_on_disk()

    def close(self) -> None:
        """Let go of the files."""
        self._findings.close()
        self._scans.close()

    def __enter__(self) -> Keeper:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _digests(self, fingerprint: str) -> frozenset[str]:
        if fingerprint not in self._known:
            self._known[fingerprint] = self._findings.digests(fingerprint)
        return self._known[fingerprint]

    def _is_scanned(self, piece: ShardPiece | MergePiece) -> bool:
        if piece.scan not in self._stamps:
            found = self._scans.summaries(piece.network.fingerprint)
            there = any(one.key == piece.scan for one in found)
            self._stamps[piece.scan] = self._scans.stamp(piece.scan) if there else None
        return self._stamps[piece.scan] == piece.stamp

    def _shards(self, piece: ShardPiece | MergePiece) -> Shards:
        return Shards(self.workspace, piece.scan)
