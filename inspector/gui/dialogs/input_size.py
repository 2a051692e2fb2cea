"""The question what size of input a network needs."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from inspector.gui.panels.parts import MARGIN
from inspector.gui.translation import tr
from inspector.jobs.messages import InputQuestion

_LARGEST = 4096
_SIZE = re.compile(r"@(\d+)x(\d+)x(\d+)$")
_FIRST = (3, 64, 64)


class InputSizeDialog(QDialog):
    """Asks for channels, height and width after a network did not run on its first input.

    Signals:
        chosen: What to open now: the same, with the size behind it.
    """

    chosen = Signal(str)

    def __init__(self, question: InputQuestion, parent: QWidget) -> None:
        super().__init__(parent, objectName="inputSizeDialog")
        self.setWindowTitle(tr("Input size"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._spec = _SIZE.sub("", question.spec)
        tried = _SIZE.search(question.spec)
        channels, height, width = map(int, tried.groups()) if tried else _FIRST
        sentence = QLabel(tr(question.sentence), objectName="inputSizeReason", wordWrap=True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.channels = _box("inputChannels", tr("Channels"), channels, 3)
        self.channels.setSingleStep(2)  # pictures have 1 or 3
        self.height_box = _box("inputHeight", tr("Height"), height, _LARGEST)
        self.width_box = _box("inputWidth", tr("Width"), width, _LARGEST)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        for label, box in (
            (tr("&Channels"), self.channels),
            (tr("&Height"), self.height_box),
            (tr("&Width"), self.width_box),
        ):
            form.addRow(label, box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        layout.addWidget(sentence)
        layout.addWidget(QLabel(tr("Which size of input shall it be shown?")))
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.resize(460, 260)
        self.accepted.connect(self._on_accepted)

    @Slot()
    def _on_accepted(self) -> None:
        size = f"{self.channels.value()}x{self.height_box.value()}x{self.width_box.value()}"
        self.chosen.emit(f"{self._spec}@{size}")


def _box(name: str, accessible: str, value: int, largest: int) -> QSpinBox:
    box = QSpinBox(objectName=name)
    box.setAccessibleName(accessible)
    box.setRange(1, largest)
    box.setValue(value)
    return box
