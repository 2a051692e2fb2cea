"""Looking after the workspace: what is there, checked and repaired, or cleared."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass
from typing import Literal

from inspector.jobs.bench import Bench
from inspector.jobs.scans_shown import opened_scans
from inspector.lenses.base import Progress, Update
from inspector.probe.cancel import CancelToken
from inspector.saying import say

Action = Literal["look", "check", "clear"]
What = Literal["all", "findings", "scans"]
_DAY = 86_400


@dataclass(frozen=True)
class WorkspaceCard:
    """What is in the workspace, and what was done.

    Attributes:
        folder: Where it is; "" where nothing outlives the window.
        findings: How many kept pictures.
        findings_bytes: What they take on disk, with the index.
        scans: How many finished scans and parts.
        scans_bytes: What all scans take, those under way too.
        told: A sentence for each thing done; empty after a look.
    """

    folder: str
    findings: int
    findings_bytes: int
    scans: int
    scans_bytes: int
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class CareForWorkspace:
    """Look, check and repair, or clear; returns a `WorkspaceCard` of what is there afterwards.

    Attributes:
        action: What to do.
        what: What to clear.
        network: The open network whose results alone are cleared; "" for those of all.
        days: Clear only what is older; 0 for any age.
    """

    action: Action = "look"
    what: What = "all"
    network: str = ""
    days: int = 0
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, WorkspaceCard]:
        """Do it."""
        yield Progress(0, 1, _NOTES[self.action])
        findings, scans = bench.findings, opened_scans(bench)
        try:
            told: list[str] = []
            if self.action == "check":
                told += findings.check_and_say() if findings is not None else ()
                told += scans.check_and_repair()
                told = told or ["All is in order."]
            elif self.action == "clear":
                told.append(self._cleared(bench))
            return WorkspaceCard(
                folder=str(scans.folder) if findings is not None else "",
                findings=findings.count() if findings is not None else 0,
                findings_bytes=findings.size_on_disk() if findings is not None else 0,
                scans=len(scans.summaries()),
                scans_bytes=scans.size_on_disk(),
                told=tuple(told),
            )
        finally:
            scans.close()

    def _cleared(self, bench: Bench) -> str:
        fingerprint = bench.network(self.network).fingerprint if self.network else None
        before = time.time() - self.days * _DAY if self.days else None
        scans = opened_scans(bench)
        try:
            pictures = self.what != "scans" and bench.findings is not None
            cleared = bench.findings.clear(fingerprint, before) if pictures and bench.findings else 0
            gone = scans.clear(fingerprint, before) if self.what != "findings" else 0
        finally:
            scans.close()
        return say("Cleared: kept pictures {cleared:,}, scans {gone:,}.", cleared=cleared, gone=gone)


_NOTES = {
    "look": "Looking at the workspace",
    "check": "Checking the workspace",
    "clear": "Clearing the workspace",
}
