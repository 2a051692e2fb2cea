"""The tuning indices of all units of a node as a table that can be sorted by any of its columns."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.gui.translation import mark, tr
from inspector.gui.views.words import index_title, reading
from inspector.lenses.tuning import Tuning

Array = np.ndarray[Any, Any]
Index = QModelIndex | QPersistentModelIndex
UNIT = Qt.ItemDataRole.UserRole + 1
NAME = Qt.ItemDataRole.UserRole + 2
_GREY, _NOISE = "mid grey", "noise at mid grey"
_SENTENCES = {
    mark("unit"): mark("The unit’s number."),
    _GREY: mark("Its response to plain mid grey."),
    _NOISE: mark("Standard deviation of its response to mid grey with a little noise in every pixel."),
}


class IndicesModel(QAbstractTableModel):
    """One row per unit, a column per index; a unit without the index stands last, whichever the order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: dict[str, Array] = {}
        self._among: Array | None = None
        self._rows = np.arange(0)
        self._order = (0, Qt.SortOrder.AscendingOrder)

    def show_tuning(self, tuning: Tuning | None, among: Array | None = None) -> None:
        """Show the indices of a finished measurement, of these units only; None shows none."""
        before = list(self._columns)
        self.beginResetModel()
        self._columns = _columns(tuning) if tuning is not None else {}
        self._among = among
        if list(self._columns)[: self._order[0] + 1] != before[: self._order[0] + 1]:
            self._order = (0, Qt.SortOrder.AscendingOrder)  # the column is another one now
        self._rows = self._sorted()
        self.endResetModel()

    @property
    def order(self) -> tuple[int, Qt.SortOrder]:
        """Which column it is sorted by, and which way."""
        return self._order

    @property
    def units(self) -> list[int]:
        """The units in the order of the rows."""
        return [int(unit) for unit in self._rows]

    def row_of(self, unit: int) -> int:
        """The row of a unit; -1 where none is."""
        rows = np.flatnonzero(self._rows == unit)
        return int(rows[0]) if rows.size else -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        units = [int(self._rows[index.row()]) for index in before]
        self._order = (column, order)
        self._rows = self._sorted()
        after = [self.index(self.row_of(u), index.column()) for u, index in zip(units, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted(self) -> Array:
        if not self._columns:
            return np.arange(0)
        column, order = self._order
        values = list(self._columns.values())[column].astype(np.float64)
        shown = np.arange(len(values)) if self._among is None else np.sort(self._among)
        shown = shown[shown < len(values)]
        key = values[shown] if order == Qt.SortOrder.AscendingOrder else -values[shown]
        return shown[np.argsort(np.where(np.isfinite(key), key, np.inf), kind="stable")]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        name = list(self._columns)[section]
        if role == Qt.ItemDataRole.DisplayRole:
            column, order = self._order
            mark = "" if section != column else " ▴" if order == Qt.SortOrder.AscendingOrder else " ▾"
            return _in_two_lines(index_title(name)) + mark
        if role == NAME:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            known = tr(_SENTENCES.get(name, ""))
            return known or tr("{name}: click to sort by it.").format(name=index_title(name))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        unit = int(self._rows[index.row()])
        if role == UNIT:
            return unit
        if role == Qt.ItemDataRole.DisplayRole:
            value = list(self._columns.values())[index.column()][unit]
            return reading(float(value)) if index.column() else str(unit)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def _in_two_lines(name: str) -> str:
    """A heading broken where its lines come out shortest; a unit in brackets stays whole."""
    breaks = [place for place, letter in enumerate(name) if letter == " " and "(" not in name[:place]]
    if not breaks:
        return name
    best = min(breaks, key=lambda place: max(place, len(name) - place - 1))
    return f"{name[:best]}\n{name[best + 1 :]}"


def _columns(tuning: Tuning) -> dict[str, Array]:
    units = tuning.responses.shape[-1]
    columns = {_GREY: tuning.baselines, _NOISE: tuning.baseline_noises}
    known = {name: values for name, values in columns.items() if len(values) == units}
    return {"unit": np.arange(units), **tuning.table, **known} if tuning.complete else {}
