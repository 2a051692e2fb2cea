"""The list of jobs, and the chip in the status bar that stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.icons import icon
from inspector.gui.panels.parts import MARGIN, CrossButton, ElidedLabel, scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, tr

State = Literal["waiting", "running", "paused", "cancelling"]
_STATES = {"paused": mark("Paused"), "cancelling": mark("Cancelling…")}
_BAR_HEIGHT = 4
# The last few percent of an estimate only flicker.
_SHORTEST_ETA = 0.95


@dataclass(frozen=True)
class JobRow:
    """One job as the list shows it.

    Attributes:
        id: Its number.
        title: What it does.
        state: "waiting", "running", "paused" or "cancelling".
        done: Steps done.
        total: Steps in all; 0 where that is not known.
        eta_seconds: Time left, or None where that cannot be said yet.
        note: What is going on, for a person; may be empty.
        pausable: Whether it can be left standing from here.
    """

    id: int
    title: str
    state: State
    done: int
    total: int
    eta_seconds: float | None = None
    note: str = ""
    pausable: bool = False


def time_text(seconds: float) -> str:
    """Time left for a person: "3 s", "2 min", "1 h 5 min"."""
    whole = max(1, round(seconds))
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    if minutes < 90:
        return tr("{minutes} min").format(minutes=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def state_text(row: JobRow) -> str:
    """What a job is doing, in one short line."""
    if row.state != "running":
        return tr(_STATES.get(row.state, mark("Waiting")))
    parts = [tr(row.note)] if row.note else []
    if row.total:
        parts.append(f"{100 * row.done // row.total} %")
    if row.eta_seconds is not None and row.eta_seconds >= _SHORTEST_ETA:
        parts.append(tr("{time} left").format(time=time_text(row.eta_seconds)))
    return " · ".join(parts) or tr("Running")


class ThinBar(QWidget):
    """A thin progress bar; an unknown total shows as an empty one."""

    def __init__(self, name: str) -> None:
        super().__init__(objectName=name)
        self.setFixedHeight(_BAR_HEIGHT)
        self.setMinimumWidth(40)
        self.share = 0.0

    def set_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self.share = min(1.0, max(0.0, share))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, _BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(QColor(tokens_of(self.palette()).border))
        painter.drawRoundedRect(whole, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        if self.share > 0:
            whole.setWidth(max(float(_BAR_HEIGHT), whole.width() * self.share))
            painter.setBrush(self.palette().highlight())
            painter.drawRoundedRect(whole, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)


class _JobWidget(QWidget):
    """One row: title, what it is doing, bar, a × to cancel it, and a button to pause what takes long."""

    cancelled = Signal(int)
    paused = Signal(int, bool)

    def __init__(self, row: JobRow) -> None:
        super().__init__(objectName=f"job-{row.id}")
        self.row: JobRow | None = None
        self._id = row.id
        self._title = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle, name="jobTitle")
        self._state = ElidedLabel(name="jobState", muted=True, factor=0.88)
        self._bar = ThinBar("jobBar")
        self._cancel = CrossButton(f"cancel-{row.id}", tr("Cancel {title}").format(title=row.title))
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._pause = QToolButton(objectName=f"pause-{row.id}", autoRaise=True, checkable=True)
        self._pause.clicked.connect(self._on_pause_clicked)
        words = QVBoxLayout()
        words.setSpacing(3)
        for widget in (self._title, self._state, self._bar):
            words.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 6, MARGIN - 4, 8)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(self._pause)
        layout.addWidget(self._cancel)
        self.show_row(row)

    def show_row(self, row: JobRow) -> None:
        if row == self.row:
            return
        self.row = row
        self._title.setText(row.title)
        self._state.setText(state_text(row))
        self._bar.set_share(row.done / row.total if row.total else 0.0)
        for button in (self._cancel, self._pause):
            button.setEnabled(row.state != "cancelling")
        self._pause.setVisible(row.pausable)
        self._pause.setChecked(row.state == "paused")
        tip = (
            tr("Go on with {title}").format(title=row.title)
            if row.state == "paused"
            else tr("Leave {title} standing").format(title=row.title)
        )
        self._pause.setToolTip(tip)
        self._pause.setAccessibleName(tip)
        self._draw_icon()

    def _draw_icon(self) -> None:
        self._pause.setIcon(icon("play" if self._pause.isChecked() else "pause", tokens_of(self.palette())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.cancelled.emit(self._id)

    @Slot(bool)
    def _on_pause_clicked(self, paused: bool) -> None:
        self.paused.emit(self._id, paused)


class JobsPanel(QWidget):
    """All jobs that are not over.

    Signals:
        cancel_requested: The user wants one job cancelled: its number.
        cancel_all_requested: The user wants all of them cancelled.
        pause_requested: The user wants one left standing (True) or to go on: its number, which.
    """

    cancel_requested = Signal(int)
    cancel_all_requested = Signal()
    pause_requested = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="jobList")
        self.setAccessibleName(tr("Jobs"))
        self._widgets: dict[int, _JobWidget] = {}
        self._title = QLabel(tr("Jobs"), objectName="jobsTitle")
        self._title.setFont(scaled(self._title.font(), 1.0, bold=True))
        self._idle = ElidedLabel(tr("Nothing is running"), name="jobsIdle", muted=True)
        self._cancel_all = QPushButton(tr("Cancel all"), objectName="cancelAll")
        self._cancel_all.setAccessibleName(tr("Cancel all jobs"))
        self._cancel_all.clicked.connect(self.cancel_all_requested)
        self._lay_out()
        self.set_jobs(())

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(MARGIN, 8, MARGIN, 4)
        heading.setSpacing(MARGIN)
        heading.addWidget(self._title)
        heading.addWidget(self._idle, 1)
        heading.addWidget(self._cancel_all)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        inner = QWidget(objectName="jobRows")
        inner.setLayout(self._rows)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setAccessibleName(tr("Jobs"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(heading)
        layout.addWidget(area, 1)

    def set_jobs(self, jobs: Sequence[JobRow]) -> None:
        """Show these jobs in their order; rows of jobs that were there already stay what they are."""
        for gone in self._widgets.keys() - {job.id for job in jobs}:
            widget = self._widgets.pop(gone)
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, job in enumerate(jobs):
            self._place(place, job)
        self._idle.setText("" if jobs else tr("Nothing is running"))
        self._cancel_all.setVisible(bool(jobs))
        self._cancel_all.setEnabled(any(job.state != "cancelling" for job in jobs))

    def _place(self, place: int, job: JobRow) -> None:
        widget = self._widgets.get(job.id)
        if widget is None:
            widget = self._widgets[job.id] = _JobWidget(job)
            widget.cancelled.connect(self.cancel_requested)
            widget.paused.connect(self.pause_requested)
        widget.show_row(job)
        if self._rows.indexOf(widget) != place:
            self._rows.insertWidget(place, widget)


class JobChip(QWidget):
    """The job under way in one line for the status bar; empty while nothing runs.

    Signals:
        cancel_requested: The user wants it cancelled: its number.
    """

    cancel_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="jobChip")
        self.setAccessibleName(tr("Job under way"))
        self._job: JobRow | None = None
        self._title = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle, name="jobChipTitle", factor=0.94)
        self._state = ElidedLabel(name="jobChipState", muted=True, factor=0.94)
        self._bar = ThinBar("jobChipBar")
        self._cancel = CrossButton("jobChipCancel", tr("Cancel this job"))
        self._title.setMaximumWidth(300)
        self._bar.setFixedWidth(90)
        # So wide that the line does not jump with every digit.
        self._state.setMinimumWidth(
            self._state.fontMetrics().horizontalAdvance(tr("100 % · 59 s left · 9 more"))
        )
        self._cancel.clicked.connect(self._on_cancel_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 4, 0)
        layout.setSpacing(10)
        for widget in (self._title, self._bar, self._state, self._cancel):
            layout.addWidget(widget)
        self.set_jobs(())

    def set_jobs(self, jobs: Sequence[JobRow]) -> None:
        """Show the job that runs, else the first one; none hides the chip."""
        running = [job for job in jobs if job.state == "running"]
        self._job = next(iter(running or jobs), None)
        self.setVisible(self._job is not None)
        if self._job is None:
            return
        others = len(jobs) - 1
        self._title.setText(self._job.title)
        self._state.setText(
            state_text(self._job) + (tr(" · {others} more").format(others=others) if others else "")
        )
        self._bar.set_share(self._job.done / self._job.total if self._job.total else 0.0)
        self._cancel.setEnabled(self._job.state != "cancelling")

    @Slot()
    def _on_cancel_clicked(self) -> None:
        if self._job is not None:
            self.cancel_requested.emit(self._job.id)
