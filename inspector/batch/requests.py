"""A batch as a job of the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.batch.piece import Piece
from inspector.batch.running import Run, run_on_bench

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench
    from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class RunBatch:
    """Do pieces of the open network that are not kept yet; returns a `Summary`. To be queued as `FILLING`."""

    pieces: tuple[Piece, ...]
    keep: bool = False

    @property
    def goes_on(self) -> bool:
        """What is done is kept at once."""
        return True

    def start(self, bench: Bench, token: CancelToken) -> Run:
        """Piece by piece; whoever has something more urgent waits for one step of a piece."""
        return run_on_bench(self.pieces, bench.plain, bench.workspace, token)
