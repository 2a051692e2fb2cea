"""What a batch has kept, by unit: for whoever shows it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.batch.address import address_of
from inspector.batch.picture_pieces import PREVIEW_SIDE, picture_piece, thumbnail_pieces
from inspector.batch.sharing import Shared, Sharing
from inspector.batch.tuning import TuningPiece
from inspector.batch.wish import AtlasWish, chosen_nodes
from inspector.lenses.tuning import Tuning
from inspector.workspace.finding import Finding
from inspector.workspace.findings import Findings
from inspector.workspace.scans import Scans
from inspector.workspace.tunings import from_finding

if TYPE_CHECKING:
    from inspector.lenses.examples import ScanSummary, UnitExamples
    from inspector.network.graph import Node
    from inspector.network.network import Network


class Kept:
    """The results of a wish in a workspace; to be closed. Every answer is None where nothing is kept."""

    def __init__(self, wish: AtlasWish, network: Network, workspace: Path) -> None:
        self._wish, self._network = wish, network
        self._address = address_of(network)
        self._settings = wish.settings_for(network.input_shape)
        self._findings, self._scans = Findings(workspace), Scans(workspace)

    def picture(self, node: str, unit: int, objective: str = "channel") -> Finding | None:
        """The visualization of a unit: `images[0]` uint8 [h,w,3], `value`, `told[0]["moved"]`, `recipe`.

        Where another unit's picture stands for it (see `shared`), that one with this unit's value.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        shared = self.shared(node, unit, objective)
        if shared is not None:
            found = self._picture(shared.origin.node, shared.origin.unit, shared.objective)
            return shared.of(found) if found is not None else None
        return self._picture(node, unit, objective)

    def shared(self, node: str, unit: int, objective: str) -> Shared | None:
        """Whose picture stands for this one; None where it is made itself."""
        return self._sharing.of(node, unit, objective)

    def thumbnail(self, node: Node) -> Finding | None:
        """The node's own picture.

        Raises:
            WorkspaceError: The workspace cannot be read.
            InspectorError: The picture that a caricature is of does not open.
        """
        side = min(PREVIEW_SIDE, *self._network.input_shape[1:])
        return next(
            (
                self._found(piece.digests[0])
                for piece in thumbnail_pieces(self._wish, self._address, [node], side)
            ),
            None,
        )

    def whole(self, node: str, objective: str) -> Finding | None:
        """The visualization of a whole node by an objective that speaks of no unit of its own.

        `node` is "" for one of the network's classes alone.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        return self._made(node, (), objective)

    def tuning(self, node: str, family: str) -> Tuning | None:
        """The tuning of all units of a node; `inspector.lenses.tuning.units.of_unit` turns to another one.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        found = self._found(TuningPiece(self._address, node, family).digests[0])
        return from_finding(found, self._network.name) if found is not None else None

    def scan(self) -> ScanSummary | None:
        """The newest scan of the network.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        return self._scans.newest(self._network.fingerprint)

    def examples(self, scan: str, node: str, unit: int) -> UnitExamples:
        """What the scan of that key knows of a unit, its quilt's pictures included.

        Raises:
            WorkspaceError: There is no such scan or unit in it.
        """
        return self._scans.evidence(scan, f"{self._network.name}/{node}/{unit}", node, unit)

    def close(self) -> None:
        """Let go of the files."""
        self._findings.close()
        self._scans.close()

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def _sharing(self) -> Sharing:
        chosen = frozenset(node.name for node in chosen_nodes(self._wish, self._network))
        return Sharing(self._wish, self._network, chosen)

    def _picture(self, node: str, unit: int, objective: str) -> Finding | None:
        return self._made(node, (unit,), objective)

    def _made(self, node: str, units: tuple[int, ...], objective: str) -> Finding | None:
        piece = picture_piece(self._wish, self._address, node, units, objective, self._settings)
        return self._found(piece.digests[0])

    def _found(self, digest: str) -> Finding | None:
        return self._findings.find(self._network.fingerprint, digest)
