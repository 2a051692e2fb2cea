"""What the dialogs have in common that write one file: which file, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from inspector.gui.dialogs.parts import ErrorLine
from inspector.gui.translation import tr
from inspector.gui.views.parts import SPACE, muted
from inspector.gui.views.segments import Segments

_WIDE = (QLineEdit, QDoubleSpinBox, QSpinBox)


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
        self.export = QPushButton(tr("Export"), objectName=f"{name}Go")
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Close | kinds.Help, parent=self)
        self.buttons.helpRequested.connect(self.help_wanted)
        self.buttons.rejected.connect(self.close)
        self.buttons.addButton(self.export, QDialogButtonBox.ButtonRole.ActionRole)
        self.export.setDefault(True)  # in the dialog by now: else Close would be it

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

    def begin(self, *endings: str) -> Path | None:
        """Say that the file is being written, and which; None, and why, where none is named.

        Args:
            endings: Those that the file may have; the first is added where it has none of them.
        """
        text = self.file.text().strip()
        if not text:
            self.say(tr("Say which file to write."), failed=True)
            return None
        path = Path(text).expanduser()
        path = path if path.suffix.lower() in endings else path.with_name(f"{path.name}{endings[0]}")
        self._folder = path.parent
        self.say(tr("Writing …"))
        return path


def form_of(rows: Iterable[tuple[str, tuple[QWidget, ...]]]) -> QFormLayout:
    """Titles with their fields behind them."""
    form = QFormLayout()
    form.setSpacing(SPACE)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for title, fields in rows:
        form.addRow(title, _row(title, *fields))
    return form


def _row(title: str, *fields: QWidget) -> QWidget:
    """Fields beside each other; what has no text is named for screen readers after what stands before it."""
    if title:
        for field in fields:
            if not isinstance(field, QLabel | QPushButton | Segments) and not field.accessibleName():
                field.setAccessibleName(title)
    if len(fields) == 1:
        return fields[0]
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    for field in fields:
        layout.addWidget(field, 1 if isinstance(field, _WIDE) or type(field) is QWidget else 0)
    return row
