"""What the dialogs have in common that write one file: which file, and what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

from inspector.gui.dialogs.parts import ErrorLine
from inspector.gui.translation import tr
from inspector.gui.views.parts import muted


class ExportFileDialog(QDialog):
    """Offers things of which one becomes a file.

    Args:
        name: What the names of its widgets begin with.
        title: Its title.
        parent: The window.

    Signals:
        help_wanted: Help is asked for.
    """

    help_wanted = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=f"{name}Dialog")
        self.setWindowTitle(title)
        self._name, self._folder = name, Path()
        self.which = QComboBox(objectName=f"{name}Which")
        self.file = QLineEdit(objectName=f"{name}File")
        self.browse = QPushButton(tr("Choose…"), objectName=f"{name}Browse", autoDefault=False)
        self.error, self.said = ErrorLine(f"{name}Error"), muted("", f"{name}Said", wrap=True)
        self.export = QPushButton(tr("Export"), objectName=f"{name}Go", default=True)

    @property
    def folder(self) -> Path:
        """Where the last file went."""
        return self._folder

    def say(self, sentence: str, *, failed: bool = False) -> None:
        """Tell what became of the file."""
        self.said.setText("" if failed else sentence)
        self.error.say(sentence if failed else "")

    def choose_file(self, kinds: str, ending: str) -> None:
        """Let the file be chosen among `kinds`, a filter of Qt's; a missing `ending` is added."""
        dialog = QFileDialog(self, self.windowTitle(), self.file.text(), kinds)
        dialog.setObjectName(f"{self._name}FileDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.fileSelected.connect(self.file.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
