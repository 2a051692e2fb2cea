"""The list of jobs and the chip in the status bar follow the engine."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from inspector.gui.engine import Activity, Engine
from inspector.gui.panels.jobs import JobChip, JobRow, JobsPanel

_REFRESH_MS = 60


class ActivityController(QObject):
    """Joins the jobs panel and the job chip with the engine, at most 16 times a second."""

    def __init__(self, engine: Engine, panel: JobsPanel, chip: JobChip) -> None:
        super().__init__(panel)
        self._engine, self._panel, self._chip = engine, panel, chip
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._show)
        engine.activity_changed.connect(self._on_activity_changed)
        for source in (panel, chip):
            source.cancel_requested.connect(engine.cancel)
        panel.cancel_all_requested.connect(engine.cancel_all)
        panel.pause_requested.connect(self._on_pause_requested)

    @Slot()
    def _on_activity_changed(self) -> None:
        if not self._refresh.isActive():
            self._refresh.start()

    @Slot(int, bool)
    def _on_pause_requested(self, number: int, paused: bool) -> None:
        (self._engine.pause if paused else self._engine.resume)(number)

    @Slot()
    def _show(self) -> None:
        rows = [_row(activity) for activity in self._engine.activities.values()]
        self._panel.set_jobs(rows)
        self._chip.set_jobs(rows)


def _row(activity: Activity) -> JobRow:
    progress = activity.progress
    return JobRow(
        id=activity.job.number,
        title=activity.job.title,
        state=activity.state,
        done=progress.done if progress else 0,
        total=progress.total if progress else 0,
        # What goes on from where it was left knows better than its share what is left of it.
        eta_seconds=None if activity.job.goes_on else activity.seconds_left,
        note=progress.note if progress else "",
        pausable=activity.job.goes_on,
    )
