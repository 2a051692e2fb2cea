"""The indices of every unit of the node, one column each: a click on a heading sorts by it."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.models.indices import NAME, UNIT, IndicesModel
from inspector.gui.panels.parts import ElidedLabel
from inspector.gui.translation import plural, tr
from inspector.lenses.tuning import Tuning

Array = np.ndarray[Any, Any]
_ROW_HEIGHT, _CELL_SPACE, _PAD = 22, 14, 3


class _Cell(QStyledItemDelegate):
    """Numbers end where their headings do."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.rect.adjust(0, 0, -_PAD, 0)


class IndexTable(QWidget):
    """A table of units.

    Signals:
        unit_chosen: The user clicked on a unit's row, or walked to it.
    """

    unit_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tuning: Tuning | None = None
        self._units: Array | None = None
        self._unit: int | None = None
        self._quiet = False
        self.model, self.view = IndicesModel(self), QTableView(objectName="tuningTable")
        self._about = ElidedLabel(name="tuningTableAbout", muted=True, factor=0.88)
        self._set_up_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._about)
        layout.addWidget(self.view, 1)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def _set_up_view(self) -> None:
        view, heads = self.view, self.view.horizontalHeader()
        view.setAccessibleName(tr("Indices of every unit"))
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setItemDelegate(_Cell(view))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionsClickable(True)
        heads.sectionClicked.connect(self._on_heading_clicked)

    def set_units(self, units: Array | None) -> None:
        """Show these units only; None: all."""
        self._units = units
        self._show()

    def show_tuning(self, tuning: Tuning | None) -> None:
        """Show the indices of a measurement; one under way has none yet."""
        same = tuning is not None and self._tuning is not None and tuning.table is self._tuning.table
        self._tuning = tuning
        if not same or not self.model.rowCount():
            self._show()

    def select(self, unit: int | None) -> None:
        """Select a unit's row and bring it into sight, without a signal back."""
        self._unit, self._quiet = unit, True
        row = self.model.row_of(unit) if unit is not None else -1
        self.view.setCurrentIndex(self.model.index(row, 0) if row >= 0 else QModelIndex())
        self._quiet = False

    def _show(self) -> None:
        heads = self._heads()
        self._quiet = True
        self.model.show_tuning(self._tuning, self._units)
        self._quiet = False
        self.select(self._unit)
        self._say()
        if self._heads() != heads:
            self.view.resizeColumnsToContents()
            for place in range(self.model.columnCount()):
                self.view.setColumnWidth(place, self.view.columnWidth(place) + _CELL_SPACE)

    def _heads(self) -> list[str]:
        columns = range(self.model.columnCount())
        return [self.model.headerData(column, Qt.Orientation.Horizontal, NAME) for column in columns]

    def _say(self) -> None:
        complete = self._tuning is not None and self._tuning.complete
        about = plural(
            "{count:,} unit · click a heading to sort by it",
            "{count:,} units · click a heading to sort by it",
            self.model.rowCount(),
        ).format(count=self.model.rowCount())
        self._about.setText(about if complete else tr("The indices are told when every stimulus was shown."))

    @Slot(int)
    def _on_heading_clicked(self, column: int) -> None:
        """Sort by a column, the largest first; once more turns the order."""
        before, order = self.model.order
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        first = up if column == 0 else down
        turned = up if order == down else down
        self._quiet = True
        self.model.sort(column, turned if column == before else first)
        self._quiet = False
        self.view.horizontalHeader().viewport().update()
        self.view.scrollToTop()

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.unit_chosen.emit(current.data(UNIT))
