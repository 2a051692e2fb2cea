"""The dialog on the workspace: how much is kept, check and repair, clear."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.parts import ErrorLine
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import mark, tr
from inspector.gui.views.parts import muted
from inspector.jobs.workspace_care import WorkspaceCard

_WHATS = ((mark("everything"), "all"), (mark("pictures made of units"), "findings"), (mark("scans"), "scans"))
_WHOSE = ((mark("of all networks"), ""), (mark("of this network"), "this"))
_AGES = (
    (mark("of any age"), 0),
    (mark("older than a week"), 7),
    (mark("older than 30 days"), 30),
    (mark("older than 90 days"), 90),
    (mark("older than a year"), 365),
)


class WorkspaceDialog(QDialog):
    """What is kept on disk and what can be done about it.

    Signals:
        check_requested: Look through all of it and mend what is damaged.
        clear_requested: Forget: "all", "findings" or "scans"; whether of this network only; older than days.
    """

    check_requested = Signal()
    clear_requested = Signal(str, bool, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="workspaceDialog")
        self.setWindowTitle(tr("Workspace"))
        self.folder = QLabel(objectName="workspaceFolder", wordWrap=True)
        self.folder.setAccessibleName(tr("Folder of the workspace"))
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.findings = QLabel("…", objectName="workspaceFindings")
        self.findings.setAccessibleName(tr("Pictures made of units, how many and how large"))
        self.scans = QLabel("…", objectName="workspaceScans")
        self.scans.setAccessibleName(tr("Scans, how many and how large"))
        self.check = QPushButton(tr("Check and repair"), objectName="workspaceCheck")
        self.check.setToolTip(tr("Look through everything that is kept; mend or forget what is damaged."))
        self.what = _choice("workspaceWhat", tr("What to clear"), _WHATS)
        self.whose = _choice("workspaceWhose", tr("Of which networks"), _WHOSE)
        self.age = _choice("workspaceAge", tr("How old"), _AGES)
        self.clear = QPushButton(tr("Clear…"), objectName="workspaceClear")
        for button in (self.check, self.clear):
            button.setAutoDefault(False)  # the return key does nothing that cannot be undone
        self.report = QPlainTextEdit(objectName="workspaceReport", readOnly=True)
        self.report.setAccessibleName(tr("What was done, a line each"))
        self.report.setPlaceholderText(tr("What a check finds is told here."))
        self._error = ErrorLine("workspaceError")
        self._lay_out()
        self.check.clicked.connect(self._on_check)
        self.clear.clicked.connect(self._on_clear)
        self.resize(600, 420)

    def _lay_out(self) -> None:
        heading = QLabel(tr("Workspace"), objectName="workspaceTitle")
        heading.setFont(scaled(heading.font(), 1.25, bold=True))
        sizes = QFormLayout()
        sizes.setHorizontalSpacing(16)
        sizes.addRow(tr("Pictures made of units"), self.findings)
        sizes.addRow(tr("Scans of pictures"), self.scans)
        choices = QGridLayout()
        choices.setHorizontalSpacing(8)
        for column, widget in enumerate((QLabel(tr("Clear")), self.what, self.whose, self.age, self.clear)):
            choices.addWidget(widget, 0, column)
        choices.setColumnStretch(5, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(self.check)
        below.addWidget(buttons, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        layout.addWidget(heading)
        layout.addWidget(self.folder)
        layout.addLayout(sizes)
        layout.addWidget(self.report, 1)
        layout.addWidget(self._error)
        layout.addLayout(choices)
        layout.addWidget(
            muted(tr("Everything cleared can be made again; the pictures scanned are not touched."))
        )
        layout.addLayout(below)

    def set_card(self, card: WorkspaceCard) -> None:
        """Show what is there, and what was done."""
        self.folder.setText(card.folder or tr("Nothing outlives this window: it was started fresh."))
        self.findings.setText(f"{card.findings:,} · {_size(card.findings_bytes)}")
        self.scans.setText(f"{card.scans:,} · {_size(card.scans_bytes)}")
        if card.told:
            self.report.setPlainText("\n".join(map(tr, card.told)))
        self._error.say("")
        self._allow(True)

    def set_error(self, sentence: str) -> None:
        """Show what went wrong."""
        self._error.say(sentence)
        self._allow(True)

    @Slot()
    def _on_check(self) -> None:
        self._allow(False)
        self.check_requested.emit()

    @Slot()
    def _on_clear(self) -> None:
        box = QMessageBox(self, objectName="clearQuestion")
        box.setIcon(QMessageBox.Icon.Question)
        chosen = " ".join((self.what.currentText(), self.whose.currentText(), self.age.currentText()))
        box.setText(tr("Clear {chosen}?").format(chosen=chosen))
        box.setInformativeText(tr("What is cleared is deleted from the disk."))
        delete = box.addButton(tr("Clear"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(self._clear)
        box.open()

    @Slot()
    def _clear(self) -> None:
        self._allow(False)
        this = bool(self.whose.currentData())
        self.clear_requested.emit(self.what.currentData(), this, self.age.currentData())

    def _allow(self, allowed: bool) -> None:
        for button in (self.check, self.clear):
            button.setEnabled(allowed)


def _choice(name: str, accessible: str, entries: tuple[tuple[str, object], ...]) -> QComboBox:
    box = QComboBox(objectName=name)
    box.setAccessibleName(accessible)
    for text, data in entries:
        box.addItem(tr(text), data)
    return box


def _size(count: int) -> str:
    return (
        tr("{count:.2f} GB").format(count=count / 1000000000.0)
        if count >= 1e9
        else tr("{count:.1f} MB").format(count=count / 1000000.0)
    )
