"""The dialog that puts an objective together: an interpolation, a class, a direction of several units."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import tr


class Form(Protocol):
    """What a form offers the dialog.

    Attributes:
        title: Title of the dialog.
        sentence: What is made.
    """

    title: str
    sentence: str

    def objective(self) -> str:
        """The objective's text."""
        ...


class ComposeDialog(QDialog):
    """A form, and a button that makes the pictures.

    Signals:
        composed: The objective's text.
    """

    composed = Signal(str)

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        """`form` is a `Form`."""
        super().__init__(parent, objectName="composeDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = form
        self.setWindowTitle(tr(form.title))
        title = QLabel(tr(form.title))
        title.setFont(scaled(title.font(), 1.25, bold=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        make = buttons.addButton(tr("Make pictures"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setObjectName("composeMake")
        make.setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        for widget in (title, QLabel(tr(form.sentence), wordWrap=True), form):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(380)

    @Slot()
    def _on_accepted(self) -> None:
        self.composed.emit(self._form.objective())
        self.accept()
