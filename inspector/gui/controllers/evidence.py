"""The evidence page: gathered when it is asked for, verdicts kept as they are given."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from inspector.atlas.alone.request import WriteReport
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.evidence import EvidenceView
from inspector.jobs.evidence import GatherEvidence, KeepVerdict, ReadVerdicts
from inspector.jobs.evidence_arguments import UnitEvidence, Verdict
from inspector.jobs.queue import Priority
from inspector.network.location import Location

GATHERED, READ, KEPT, REPORT = "arguments", "verdicts-read", "verdicts-kept", "export-report"


class EvidenceController(QObject):
    """Joins the checklist with the session and the engine.

    Signals:
        wrote: What was written, for the status bar.
    """

    wrote = Signal(str)

    def __init__(self, session: Session, engine: Engine, view: EvidenceView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self._read: Location | None = None
        view.wanted.connect(self.gather)
        view.report_wanted.connect(self._on_report_wanted)
        view.said.connect(self._on_said)
        view.seen.connect(self._on_seen)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        session.location_changed.connect(self._on_location_changed)

    def _place(self) -> Location | None:
        location = self._session.location
        return location if location is not None and location.unit is not None else None

    @Slot()
    def gather(self) -> None:
        """Let every lens fill its argument."""
        place = self._place()
        if place is not None:
            self._engine.submit(
                GatherEvidence(place), GATHERED, tr("Evidence of {place}").format(place=place), Priority.UNIT
            )

    def write(self, file: str) -> None:
        """Write the report."""
        if self._view.evidence is not None:
            request = WriteReport(self._view.evidence, self._view.verdicts, file)
            self._engine.submit(request, REPORT, tr("Writing the report"), Priority.PICTURE)

    @Slot()
    def _on_report_wanted(self) -> None:
        place = self._place()
        if place is not None:
            name = f"{str(place).replace('/', '-')}.html"
            file, _ = QFileDialog.getSaveFileName(
                self._view, tr("Write the report"), name, tr("Web page (*.html)")
            )
            if file:
                self.write(str(Path(file).with_suffix(".html")))

    @Slot(object)
    def _on_said(self, verdict: Verdict) -> None:
        place = self._place()
        if place is not None:
            panel = f"{KEPT}-{place}-{verdict.argument}"  # one does not supersede another
            self._engine.submit(KeepVerdict(place, verdict), panel, tr("Keeping a verdict"), Priority.PICTURE)

    @Slot()
    def _on_seen(self) -> None:
        place = self._place()
        if place is not None and place != self._read:
            self._read = place
            self._engine.submit(ReadVerdicts(place), READ, tr("Reading verdicts"), Priority.PICTURE)

    @Slot()
    def _on_location_changed(self) -> None:
        place = self._place()
        self._engine.give_up(GATHERED)
        self._view.context.setText(str(place) if place is not None else tr("choose a unit"))
        self._view.gather.setEnabled(place is not None)
        self._view.show_evidence(None)
        self._view.show_verdicts(())
        self._read = None
        if self._view.isVisible():
            self._on_seen()

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == GATHERED and isinstance(payload, UnitEvidence):
            self._view.show_evidence(payload)
        elif panel == READ and isinstance(payload, tuple):
            self._view.show_verdicts(payload)
        elif panel == REPORT and isinstance(payload, tuple):
            self.wrote.emit(tr("Wrote {payload}").format(payload=payload[0]))
