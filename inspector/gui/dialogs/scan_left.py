"""The scans that were left before their end, each with a button that goes on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.gui.panels.parts import CrossButton, ElidedLabel
from inspector.gui.translation import tr
from inspector.workspace.scan_left import LeftScan

_MOST = 4


def left_text(left: LeftScan) -> str:
    """How far a scan came: "photos: stopped at 1,204 of 5,000 pictures"."""
    return tr("{title}: stopped at {done:,} of {total:,} pictures").format(
        title=left.title, done=left.done, total=left.total
    )


class _Row(QWidget):
    resumed = Signal(str)
    forgotten = Signal(str)

    def __init__(self, left: LeftScan) -> None:
        super().__init__()
        self._key = left.key
        label = ElidedLabel(left_text(left))
        resume = QPushButton(tr("Go on"), objectName=f"resume-{left.key}")
        resume.setAccessibleName(tr("Go on with the scan of {title}").format(title=left.title))
        forget = CrossButton(f"forget-{left.key}", tr("Delete what it has found"))
        resume.clicked.connect(self._on_resume)
        forget.clicked.connect(self._on_forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label, 1)
        row.addWidget(resume)
        row.addWidget(forget)

    @Slot()
    def _on_resume(self) -> None:
        self.resumed.emit(self._key)

    @Slot()
    def _on_forget(self) -> None:
        self.forgotten.emit(self._key)


class LeftScans(QWidget):
    """A row each; hidden while there are none.

    Signals:
        resume_requested: Go on with one: its key.
        forget_requested: Delete one: its key.
    """

    resume_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(objectName="leftScans")
        self.setAccessibleName(tr("Scans that can go on"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._rows: list[_Row] = []
        self.hide()

    def set_scans(self, left: Sequence[LeftScan]) -> None:
        """List these, the first few."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(one) for one in left[:_MOST]]
        for row in self._rows:
            row.resumed.connect(self.resume_requested)
            row.forgotten.connect(self.forget_requested)
            self._layout.addWidget(row)
        self.setVisible(bool(self._rows))
