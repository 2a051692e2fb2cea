"""The report on the program and its machine, to be read before it is copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.translation import tr
from inspector.gui.views.parts import EDGE, SPACE, muted

_SIZE = 760, 560


class DiagnosticsDialog(QDialog):
    """Shows what would be copied; paths and names are in it only while the box is checked."""

    def __init__(self, report: Callable[[bool], str], parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="diagnosticsDialog")
        self.setWindowTitle(tr("Diagnostics"))
        self._report = report
        about = muted(tr("Read it before you send it to anyone."), "diagnosticsAbout", wrap=True)
        self.text = QPlainTextEdit(objectName="diagnosticsText", readOnly=True)
        self.text.setAccessibleName(tr("Diagnostics"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.private = QCheckBox(tr("With paths and user names"), objectName="diagnosticsPrivate")
        self.copy = QPushButton(tr("Copy"), objectName="diagnosticsCopy")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        for part, stretch in ((about, 0), (self.text, 1), (self.private, 0), (buttons, 0)):
            layout.addWidget(part, stretch)
        self.private.toggled.connect(self.refresh)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.close)
        self.resize(*_SIZE)

    @Slot()
    def refresh(self) -> None:
        """Write the report anew."""
        self.text.setPlainText(self._report(self.private.isChecked()))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))
