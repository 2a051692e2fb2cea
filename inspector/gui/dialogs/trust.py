"""The question whether a network's own code may run."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from inspector.gui.translation import tr
from inspector.jobs.messages import TrustQuestion


class TrustDialog(QMessageBox):
    """Asks once for each content of a file; no is the answer of Return and Escape.

    Signals:
        allowed: What to open now that it is.
    """

    allowed = Signal(str)

    def __init__(self, question: TrustQuestion, parent: QWidget) -> None:
        super().__init__(QMessageBox.Icon.Warning, tr("Run this code?"), "", parent=parent)
        self.setObjectName("trustDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._spec = question.spec
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(
            tr("Opening this network runs code: {name} is {what}.").format(
                name=Path(question.file).name, what=tr(question.what)
            )
        )
        self.setInformativeText(
            tr(
                "{file}\n\nCode can do anything that you can do on this computer. Run it only "
                "if you know where it comes from. The answer is remembered until the file "
                "changes."
            ).format(file=question.file)
        )
        self.run_button = self.addButton(tr("Run it"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Cancel))
        self.buttonClicked.connect(self._on_clicked)

    @Slot(object)
    def _on_clicked(self, button: object) -> None:
        if button is self.run_button:
            self.allowed.emit(self._spec)
