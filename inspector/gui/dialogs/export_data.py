"""The numbers behind a page as a file: all arrays, or one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.export_file import ExportFileDialog, form_of
from inspector.gui.translation import mark, tr
from inspector.gui.views.parts import EDGE, SPACE
from inspector.gui.views.segments import Segments
from inspector.jobs.datasheets.sheet import Datasheet

KINDS = {
    "npz": (mark("NPZ"), mark("All arrays in one file for numpy, with what each of them is.")),
    "csv": (mark("CSV"), mark("One table, for any spreadsheet.")),
}
_HEADS = (mark("array"), mark("dimensions"), mark("unit"))
_SIZE = QSize(680, 520)


@dataclass(frozen=True)
class DataChoice:
    """The numbers behind a page.

    Attributes:
        name: What the page is called.
        sheet: The numbers, or None.
        why_not: A sentence where there are none.
        file: A name for the file, without its ending.
    """

    name: str
    sheet: Datasheet | None
    why_not: str
    file: str


class ExportDataDialog(ExportFileDialog):
    """Shows which arrays there are, and asks for the kind of file and where to.

    Signals:
        export_requested: (number of the choice, table, path).
    """

    export_requested = Signal(int, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("exportData", tr("Export data"), parent)
        self._choices: Sequence[DataChoice] = ()
        self.kind = Segments(
            "exportDataKind",
            {key: (tr(title), tr(tip)) for key, (title, tip) in KINDS.items()},
            prefix="exportDataKind",
            accessible=tr("Export as {}"),
        )
        self.kind.set_current("npz")
        self.table = QComboBox(objectName="exportDataTable")
        self.list = QTableWidget(0, len(_HEADS), objectName="exportDataArrays")
        self._prepare_list()
        self._lay_out()
        self.which.activated.connect(self._show)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.browse.clicked.connect(self._on_browse)
        self.export.clicked.connect(self._on_export)
        self.file.textChanged.connect(lambda: self.say(""))
        self.resize(_SIZE)

    def _prepare_list(self) -> None:
        self.list.setAccessibleName(tr("Arrays of this page"))
        self.list.setHorizontalHeaderLabels([tr(head) for head in _HEADS])
        self.list.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.list.verticalHeader().hide()
        self.list.setShowGrid(False)
        self.list.setWordWrap(False)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def _lay_out(self) -> None:
        form = form_of(
            (
                (tr("Page"), (self.which,)),
                (tr("As"), (self.kind, QWidget())),
                (tr("Table"), (self.table,)),
                (tr("Holds"), (self.list,)),
                (tr("File"), (self.file, self.browse)),
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addLayout(form, 1)
        for part in (self.error, self.said, self.buttons):
            layout.addWidget(part)

    def offer(self, choices: Sequence[DataChoice], at: int, folder: Path) -> None:
        """Let the numbers of one of these pages be exported, those of one place first."""
        self._choices, self._folder = choices, folder
        self.which.clear()
        self.which.addItems([choice.name for choice in choices])
        self.which.setCurrentIndex(at)
        self._show()

    @Slot()
    def _show(self) -> None:
        choice = self._choices[self.which.currentIndex()]
        sheet = choice.sheet
        tables = sheet.tables() if sheet is not None else ()
        self.table.clear()
        self.table.addItems([f"{table.name} ({table.rows:,})" for table in tables])
        self._fill(sheet)
        self.kind.set_available("csv", bool(tables), tr(KINDS["csv"][1]))
        if not tables:
            self.kind.set_current("npz")
        self.file.setText(str(self._folder / f"{choice.file}.{self.kind.current}"))
        self.export.setEnabled(sheet is not None)
        self.table.setEnabled(self.kind.current == "csv")
        self.say("" if sheet is not None else choice.why_not)

    def _fill(self, sheet: Datasheet | None) -> None:
        arrays = sheet.arrays if sheet is not None else ()
        self.list.setRowCount(len(arrays))
        for row, array in enumerate(arrays):
            sides = zip(array.dims, array.values.shape, strict=True)
            sizes = " × ".join(f"{name} {count:,}" for name, count in sides)
            for column, text in enumerate((array.name, sizes, array.unit)):
                self.list.setItem(row, column, QTableWidgetItem(text))

    @Slot()
    def _on_kind_chosen(self) -> None:
        kind = self.kind.current
        self.table.setEnabled(kind == "csv")
        if self.file.text():
            self.file.setText(str(Path(self.file.text()).with_suffix(f".{kind}")))

    @Slot()
    def _on_browse(self) -> None:
        self.choose_file(f"*.{self.kind.current}", self.kind.current)

    @Slot()
    def _on_export(self) -> None:
        path = self.begin(f".{self.kind.current}")
        if path is not None:
            self.export_requested.emit(self.which.currentIndex(), self.table.currentIndex(), str(path))
