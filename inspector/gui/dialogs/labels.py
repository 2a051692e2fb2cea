"""The dialog that shows and changes the class labels of the open network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.parts import ErrorLine
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import tr


class LabelsDialog(QDialog):
    """One row per class: its number and its name, to be edited or read from a file.

    Signals:
        applied: The names as a tuple, in order; empty where none is given.
        file_chosen: A file to read them from.
    """

    applied = Signal(tuple)
    file_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="labelsDialog")
        self.setWindowTitle(tr("Class labels"))
        self._table = QTableWidget(0, 1, objectName="labelsTable")
        self._table.setAccessibleName(tr("Class labels"))
        self._table.setHorizontalHeaderLabels([tr("Label")])
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._error = ErrorLine("labelsError")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Apply | QDialogButtonBox.StandardButton.Close
        )
        self._load = self._buttons.addButton(tr("From a file…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._load.setObjectName("loadLabels")
        for button in self._buttons.buttons():
            button.setAutoDefault(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Apply).setDefault(True)
        self._lay_out()
        self._buttons.button(QDialogButtonBox.StandardButton.Apply).clicked.connect(self._on_apply)
        self._load.clicked.connect(self._on_load_clicked)
        self._buttons.rejected.connect(self.reject)
        self.resize(460, 560)

    def _lay_out(self) -> None:
        heading = QLabel(tr("What the classes are called"), objectName="labelsTitle")
        heading.setFont(scaled(heading.font(), 1.25, bold=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        layout.addWidget(heading)
        layout.addWidget(QLabel(tr("A file holds a JSON list of names, or one name a line."), wordWrap=True))
        layout.addWidget(self._table, 1)
        layout.addWidget(self._error)
        layout.addWidget(self._buttons)

    def set_labels(self, labels: Sequence[str], outputs: int) -> None:
        """Show the names of `outputs` classes; those that have none are empty."""
        self._table.setRowCount(outputs)
        self._table.setVerticalHeaderLabels([str(index) for index in range(outputs)])
        for row in range(outputs):
            self._table.setItem(row, 0, QTableWidgetItem(labels[row] if row < len(labels) else ""))

    def labels(self) -> tuple[str, ...]:
        """The names as they stand in the dialog; empty where not one is given."""
        items = (self._table.item(row, 0) for row in range(self._table.rowCount()))
        names = tuple(item.text().strip() if item is not None else "" for item in items)
        return names if any(names) else ()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; "" takes the sentence away."""
        self._error.say(sentence)

    @Slot()
    def _on_apply(self) -> None:
        self.set_error("")
        self.applied.emit(self.labels())

    @Slot()
    def _on_load_clicked(self) -> None:
        dialog = QFileDialog(self, tr("Class labels"), "", tr("Labels (*.json *.txt);;All files (*)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file_chosen)
        dialog.open()
