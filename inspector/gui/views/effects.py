"""What each unit of a node does for classes: a table that fills while units are silenced, then sorted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import EmptyState
from inspector.gui.pixels import colour_table
from inspector.gui.translation import mark, tr
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, heading, muted
from inspector.gui.views.segments import Segments
from inspector.gui.views.words import reading

MODES = {
    "ablation": (
        mark("Ablation"),
        mark("Each unit silenced on the current picture: the change of its classes’ scores."),
    ),
    "effects": (
        mark("Ranked"),
        mark("Units ranked for a class over the pictures that are laid out, the first confirmed."),
    ),
}
_ROLES = Qt.ItemDataRole
_STRONG = 0.6  # of the full colour: white is read better on it than black
_BLACK, _CENTRE = QColor("#1b1f24"), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EffectsModel(QAbstractTableModel):
    """Units by numbers; the columns before `coloured` are not coloured by sign."""

    def __init__(self) -> None:
        super().__init__()
        self.units = np.zeros(0, np.int64)
        self.values = np.zeros((0, 0), np.float32)
        self._titles: tuple[str, ...] = ()
        self._sorted = (0, Qt.SortOrder.DescendingOrder)
        self._limit = 1.0

    def set_values(self, units: np.ndarray, values: np.ndarray, titles: Sequence[str]) -> None:
        """Show values [n, columns] of units [n], in their order until a column is clicked."""
        self.beginResetModel()
        self.units, self.values, self._titles = units, values, tuple(titles)
        known = np.abs(values[np.isfinite(values)])
        self._limit = float(known.max()) if known.size else 1.0
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.units)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role not in (_ROLES.DisplayRole, _ROLES.ToolTipRole):
            return None
        return (tr("Unit"), *self._titles)[section]

    def data(self, index: QModelIndex, role: int = _ROLES.DisplayRole) -> Any:
        row, column = index.row(), index.column() - 1
        if role == _ROLES.TextAlignmentRole:
            return int(_CENTRE)
        if column < 0:
            return str(self.units[row]) if role == _ROLES.DisplayRole else None
        value = float(self.values[row, column])
        if role == _ROLES.DisplayRole:
            return reading(value) if np.isfinite(value) else "…"
        if role == _ROLES.BackgroundRole and np.isfinite(value):
            table = colour_table("weights")
            place = round((np.clip(value / (self._limit or 1.0), -1, 1) + 1) / 2 * (len(table) - 1))
            return QColor(*(int(part) for part in table[place]))
        if role == _ROLES.ForegroundRole and np.isfinite(value):
            return _BLACK if abs(value) < _STRONG * self._limit else QColor(Qt.GlobalColor.white)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        keys = self.units.astype(float) if column < 1 else self.values[:, column - 1]
        ranked = np.argsort(np.nan_to_num(keys, nan=np.inf), kind="stable")
        ranked = ranked[::-1] if order == Qt.SortOrder.DescendingOrder else ranked
        self.layoutAboutToBeChanged.emit()
        self.units, self.values = self.units[ranked], self.values[ranked]
        self.layoutChanged.emit()


class EffectsView(QWidget):
    """The table with what it is of.

    Signals:
        wanted: The measurement that is chosen is to be made.
        unit_chosen: A row was picked.
    """

    wanted = Signal()
    unit_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(objectName="effectsView")
        self.setMinimumSize(*SMALLEST)
        self._make_fields()
        self._make_table()
        self._lay_out()
        self.model.modelReset.connect(self._on_reset)
        self.modes.chosen.connect(self._on_mode_chosen)
        self.measure.clicked.connect(self.wanted)
        self.table.clicked.connect(self._on_clicked)
        self.table.activated.connect(self._on_clicked)
        self._on_mode_chosen("ablation")

    def _make_fields(self) -> None:
        self.modes = Segments("effectsModes", MODES, prefix="effects", accessible=tr("Measure {}"))
        self.modes.set_current("ablation")
        self.classes = QComboBox(objectName="effectsClass")
        self.classes.setAccessibleName(tr("Class"))
        self.measure = QPushButton(tr("Measure"), objectName="measureEffects")
        self.note = muted(
            tr("Silence every unit of the node in turn, on the current picture."), "effectsNote", wrap=True
        )
        self.empty = EmptyState("effectsEmpty")
        self.empty.say(tr("Nothing measured yet"), tr("Press Measure; click a heading then to sort by it."))

    def _make_table(self) -> None:
        self.model = EffectsModel()
        self.table = QTableView(objectName="effectsTable")
        self.table.setAccessibleName(tr("Units and what they do for classes"))
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(heading(tr("Effects")))
        head.addWidget(self.modes)
        head.addWidget(self.classes, 1)
        head.addWidget(self.measure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.table, 1)

    def show_values(self, units: np.ndarray, values: np.ndarray, titles: Sequence[str], note: str) -> None:
        """Fill the table; it keeps the order that was clicked."""
        self.model.set_values(units, values, titles)
        header = self.table.horizontalHeader()
        if header.sortIndicatorSection() >= 0:
            self.model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self.note.setText(note)

    @Slot(str)
    def _on_mode_chosen(self, name: str) -> None:
        self.classes.setVisible(name == "effects")
        self.note.setText(tr(MODES[name][1]))
        self.model.set_values(np.zeros(0, np.int64), np.zeros((0, 0), np.float32), ())

    @Slot()
    def _on_reset(self) -> None:
        self.table.setVisible(self.model.rowCount() > 0)
        self.empty.setVisible(self.model.rowCount() == 0)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.unit_chosen.emit(int(self.model.units[index.row()]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "table"):
            self.table.viewport().update()
