"""Units of a node and those of the other network that answer alike: a table with pictures of both."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel
from inspector.gui.translation import digits, mark, tr
from inspector.gui.views.kernel_list import Pictures
from inspector.gui.views.parts import SPACE
from inspector.jobs.unit_pictures import End
from inspector.lenses.comparison import Comparison, Matching

_SIDE, _ROW = 38, 44
_TITLES = (mark("Unit"), mark("Its like"), mark("Corr."), mark("Best anywhere"), mark("Corr."), mark("Depth"))
_TIPS = (
    mark("A unit of this node"),
    mark("The unit of the other node that it is paired with, one to one"),
    mark("Correlation of the pair over the pictures"),
    mark("The unit of any node of the other network that answers most alike"),
    mark("Correlation with the best match over the pictures"),
    mark("How deep the best match lies: 0 % is the first node, 100 % the last"),
)
_ROLES = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex


class MatchesModel(QAbstractTableModel):
    """A matching as rows, the best pairs first until a column is clicked.

    Attributes:
        order: The units, row by row.
    """

    def __init__(self, pictures: Pictures, other_pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = (pictures, other_pictures)
        self.matching: Matching | None = None
        self._nodes: tuple[str, ...] = ()
        self.order = np.zeros(0, np.int64)

    def set_matching(self, comparison: Comparison | None, matching: Matching | None) -> None:
        """Show these."""
        self.beginResetModel()
        self.matching = matching
        self._nodes = comparison.second.nodes if comparison is not None else ()
        found = matching.correlations if matching is not None else np.zeros(0)
        self.order = np.argsort(-np.nan_to_num(found, nan=-2.0), kind="stable")
        self.endResetModel()

    def ends(self, row: int) -> tuple[End | None, End | None, End | None]:
        """(node, unit) of a row's unit, of its like, and of its best match anywhere."""
        matching, unit = self.matching, int(self.order[row])
        if matching is None:
            return None, None, None
        partner, place = int(matching.partners[unit]), int(matching.best_nodes[unit])
        return (
            (matching.node, unit),
            (matching.other, partner) if partner >= 0 else None,
            (self._nodes[place], int(matching.best_units[unit])) if place >= 0 else None,
        )

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.order)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        texts = {_ROLES.DisplayRole: _TITLES, _ROLES.ToolTipRole: _TIPS}.get(role)
        return tr(texts[section]) if texts is not None else None

    def data(self, index: _Index, role: int = _ROLES.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole):
            return self._text(row, column)
        if role == _ROLES.TextAlignmentRole and column in (2, 4, 5):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        end = self.ends(row)[column if column < 2 else 2] if column in (0, 1, 3) else None
        if role == _ROLES.DecorationRole and end is not None:
            return _small(self._pictures[int(column > 0)](end))
        return None

    def _text(self, row: int, column: int) -> str:
        matching, unit = self.matching, int(self.order[row])
        assert matching is not None
        if column in (2, 4):
            return _number((matching.correlations if column == 2 else matching.best)[unit])
        if column == 5:
            return _share(matching.depths[unit])
        end = self.ends(row)[column if column < 2 else 2]
        return "–" if end is None else str(end[1]) if column < 2 else f"{end[0]}/{end[1]}"

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        matching = self.matching
        if matching is None:
            return
        units = np.arange(len(self.order))
        place = matching.best_nodes * (matching.best_units.max(initial=0) + 1) + matching.best_units
        keys = (units, matching.partners, matching.correlations, place, matching.best, matching.depths)[
            column
        ]
        falling = order == Qt.SortOrder.DescendingOrder
        known = np.nan_to_num(keys.astype(float), nan=-np.inf if falling else np.inf)
        self.layoutAboutToBeChanged.emit()
        self.order = np.argsort(-known if falling else known, kind="stable")
        self.layoutChanged.emit()


class MatchesView(QWidget):
    """The table, and the current unit with its like.

    Signals:
        unit_chosen: A row was picked: its unit.
        jump_wanted, overlay_wanted: The end in the other network that is to be opened, or pinned.
        shown_changed: Other rows are in sight, or none.
    """

    unit_chosen = Signal(int)
    jump_wanted = Signal(object)
    overlay_wanted = Signal(object)
    shown_changed = Signal()

    def __init__(self, pictures: Pictures, other_pictures: Pictures) -> None:
        super().__init__(objectName="matchesView")
        self.model = MatchesModel(pictures, other_pictures, self)
        self._make_table()
        self._make_foot()
        self._lay_out()
        self.table.clicked.connect(self._on_clicked)
        self.table.activated.connect(self._on_clicked)
        self.table.verticalScrollBar().valueChanged.connect(self.shown_changed)
        self.jump.clicked.connect(lambda: self.jump_wanted.emit(self.like))
        self.overlay.clicked.connect(lambda: self.overlay_wanted.emit(self.like))
        self.set_unit(-1)

    def _make_table(self) -> None:
        self.table = QTableView(objectName="matchesTable")
        self.table.setAccessibleName(tr("Units and their like in the other network"))
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideLeft)
        self.table.setIconSize(QSize(_SIDE, _SIDE))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._set_columns()

    def _make_foot(self) -> None:
        self.line = ElidedLabel(name="matchLine", muted=True)
        self.jump = _button(
            "matchJump", tr("Open there"), tr("Open the other network at the unit that is its like")
        )
        self.overlay = _button(
            "matchOverlay", tr("Pin its tuning"), tr("Lay its tuning over that of this unit")
        )
        self.side = _button(
            "matchSide", tr("Side by side"), tr("Both networks' units beside each other, in a window")
        )

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.side)
        foot.addWidget(self.overlay)
        foot.addWidget(self.jump)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _set_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 76), (1, 76), (2, 64), (4, 64), (5, 64)):
            header.resizeSection(column, width)

    @property
    def like(self) -> End | None:
        """The current unit's like; its best match anywhere where it has none."""
        rows = self.table.selectionModel().selectedRows()
        if not rows:
            return None
        _, partner, best = self.model.ends(rows[0].row())
        return partner or best

    def show_matching(self, comparison: Comparison | None, matching: Matching | None) -> None:
        """Fill the table, in the order that was clicked."""
        self.model.set_matching(comparison, matching)
        header = self.table.horizontalHeader()
        self.model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self.shown_changed.emit()

    def set_unit(self, unit: int) -> None:
        """Select a unit's row, -1 for none."""
        rows = np.flatnonzero(self.model.order == unit)
        if rows.size:
            self.table.selectRow(int(rows[0]))
            self.table.scrollTo(self.model.index(int(rows[0]), 0))
        else:
            self.table.clearSelection()
        self.line.setText(
            self._said(unit) if rows.size else tr("Click a unit: its like in the other network.")
        )
        for button in (self.jump, self.overlay):
            button.setEnabled(self.like is not None)

    def _said(self, unit: int) -> str:
        matching = self.model.matching
        assert matching is not None
        row = int(np.flatnonzero(self.model.order == unit)[0])
        partner = self.model.ends(row)[1]
        if partner is None:
            return tr("{unit} has no like in {other}").format(unit=unit, other=matching.other)
        return f"{unit} ↔ {partner[0]}/{partner[1]}, {_number(matching.correlations[unit])}"

    def ends_in_sight(self) -> tuple[list[End], list[End]]:
        """Units of both networks whose rows are in sight."""
        if not self.isVisible() or not self.model.rowCount():
            return [], []
        first = max(self.table.rowAt(0), 0)
        last = self.table.rowAt(self.table.viewport().height() - 1)
        rows = range(first, (last if last >= 0 else self.model.rowCount() - 1) + 1)
        ends = [self.model.ends(row) for row in rows]
        own = [end[0] for end in ends if end[0] is not None]
        return own, [end for row in ends for end in row[1:] if end is not None]

    @Slot()
    def repaint_pictures(self) -> None:
        """Some pictures have come."""
        self.table.viewport().update()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.unit_chosen.emit(int(self.model.order[index.row()]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit()


def _small(image: QImage | None) -> QPixmap | None:
    if image is None:
        return None
    smooth = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(image.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio, smooth))


def _number(value: float) -> str:
    return digits(value, ".3f").replace("-", "−") if np.isfinite(value) else "–"


def _share(value: float) -> str:
    return f"{digits(100 * value, '.0f')} %" if np.isfinite(value) else "–"


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text, objectName=name, toolTip=tip)
    button.setAccessibleName(tip)
    return button
