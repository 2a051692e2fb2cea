"""The same measurement of many units of the node, side by side."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.exporting.dragging import carry_items
from inspector.gui.panels.parts import ElidedLabel, scaled, wrap_tiles
from inspector.gui.pixels import colour_table, mapped, rgb_image
from inspector.gui.theme import tokens_of
from inspector.gui.translation import plural, tr
from inspector.gui.views.curves import card_of
from inspector.gui.views.scale_axis import coordinates
from inspector.gui.views.words import axis_label, number
from inspector.lenses.tuning import Tuning

Array = np.ndarray[Any, Any]
Index = QModelIndex | QPersistentModelIndex
UNIT = Qt.ItemDataRole.UserRole + 1
_TILE = QSize(100, 84)
_CAPTION, _PAD = 16, 5


class MultiplesModel(QAbstractListModel):
    """One row per unit; what is drawn of it is asked for unit by unit, so only what is in sight is made."""

    def __init__(self) -> None:
        super().__init__()
        self._units = np.arange(0)
        self._tuning: Tuning | None = None
        self._plane: Array = np.zeros((0, 0))
        self._pictures: dict[int, QImage] = {}
        self._shared: tuple[float, float] | None = None
        self.x: Array = np.zeros(0)

    def show_tuning(self, tuning: Tuning, units: Array | None, shared: bool) -> None:
        """Show a measurement's units, in an order (None: all by number), on one scale or on its own each."""
        shown = np.arange(tuning.responses.shape[-1]) if units is None else units
        self._tuning, self._pictures = tuning, {}
        card = card_of(tuning, 0)
        self.x = coordinates(next(iter(tuning.axes.values())), card.logarithmic)
        responses = tuning.responses
        # Axes from the third on stand where they stand for the unit that is looked at.
        rest = tuple(int(i) for i in _peak(tuning)[2:])
        self._plane = responses[(slice(None), slice(None), *rest)] if responses.ndim > 2 else responses
        self._shared = _range(self._plane) if shared else None
        if not np.array_equal(shown, self._units):
            self.beginResetModel()
            self._units = shown
            self.endResetModel()
        elif len(shown):
            self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))

    @property
    def is_map(self) -> bool:
        """Whether there are two axes, and so a heat map for each unit."""
        return self._plane.ndim == 3

    def response(self, unit: int) -> Array:
        """A unit's responses, float [n] or [n,m]."""
        return self._plane[..., unit]

    def range(self, unit: int) -> tuple[float, float]:
        """The lowest and highest value of a unit's scale."""
        return self._shared or _range(self._plane[..., unit])

    def picture(self, unit: int) -> QImage:
        """A unit's heat map, first axis across, second one up."""
        found = self._pictures.get(unit)
        if found is None:
            colours = mapped(self.response(unit).T[::-1], *self.range(unit), colour_table("viridis"))
            found = self._pictures[unit] = rgb_image(np.ascontiguousarray(colours))
        return found

    def row_of(self, unit: int) -> int:
        """The row that shows a unit; -1 where none does."""
        rows = np.flatnonzero(self._units == unit)
        return int(rows[0]) if rows.size else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._units)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        unit = int(self._units[index.row()])
        if role == UNIT:
            return unit
        if role == Qt.ItemDataRole.DisplayRole:
            return str(unit)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            low, high = _range(self.response(unit))
            return tr("Unit {unit}: {low} to {high}").format(unit=unit, low=number(low), high=number(high))
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else _TILE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, unit = index.model(), index.data(UNIT)
        assert isinstance(model, MultiplesModel)
        tokens = tokens_of(option.palette)
        box = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        place = QRect(box.left(), box.top(), box.width(), box.height() - _CAPTION)
        painter.save()
        if model.is_map:
            painter.drawImage(place, model.picture(unit))
        else:
            self._draw_curve(painter, QRectF(place), model, unit, tokens.accent)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        colour = tokens.accent if chosen else tokens.faint if over else tokens.border
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(colour), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        painter.setPen(
            option.palette.color(QPalette.ColorRole.Text if chosen else QPalette.ColorRole.PlaceholderText)
        )
        painter.setFont(scaled(option.font, 0.82, bold=chosen))
        caption = QRect(box.left(), place.bottom() + 1, box.width(), _CAPTION)
        painter.drawText(caption, int(Qt.AlignmentFlag.AlignCenter), str(unit))
        painter.restore()

    @staticmethod
    def _draw_curve(painter: QPainter, place: QRectF, model: MultiplesModel, unit: int, colour: str) -> None:
        low, high = model.range(unit)
        response, x = model.response(unit), model.x
        across = place.left() + 3 + (x - x[0]) / ((x[-1] - x[0]) or 1) * (place.width() - 6)
        up = place.bottom() - 4 - (response - low) / (high - low) * (place.height() - 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1.5))
        known = np.isfinite(up)
        for run in np.split(np.arange(len(up)), np.flatnonzero(np.diff(known.astype(int))) + 1):
            if run.size and known[run[0]]:
                points = [QPointF(across[i], up[i]) for i in run]
                painter.drawPolyline(QPolygonF(points)) if len(points) > 1 else painter.drawPoint(points[0])


class SmallMultiples(QWidget):
    """A grid of small curves or heat maps, one for each unit.

    Signals:
        unit_chosen: The user clicked on a unit, or walked to it.
    """

    unit_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tuning: Tuning | None = None
        self._units: Array | None = None
        self._unit: int | None = None
        self._quiet = False
        self.model, self.view = MultiplesModel(), QListView(objectName="tuningUnits")
        carry_items(self.view)
        self._about = ElidedLabel(name="tuningUnitsAbout", muted=True, factor=0.88)
        self.shared = QCheckBox(tr("One scale"), objectName="tuningUnitsShared")
        self.shared.setToolTip(tr("All units on the same scale, instead of each on its own."))
        self._set_up_view()
        head = QHBoxLayout()
        head.addWidget(self._about, 1)
        head.addWidget(self.shared)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self.shared.toggled.connect(self._show)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)

    def _set_up_view(self) -> None:
        view = self.view
        view.setAccessibleName(tr("The same measurement of every unit"))
        view.setModel(self.model)
        view.setItemDelegate(_Delegate(view))
        wrap_tiles(view)
        view.setGridSize(_TILE)
        view.verticalScrollBar().setSingleStep(_TILE.height() // 3)

    def set_units(self, units: Array | None) -> None:
        """Show these units in this order; None: all by number."""
        self._units = units
        self._show()

    def show_tuning(self, tuning: Tuning | None) -> None:
        """Draw every unit of a measurement."""
        self._tuning = tuning
        self._show()

    def select(self, unit: int | None) -> None:
        """Select a unit and bring it into sight, without a signal back."""
        self._unit = unit
        self._quiet = True
        row = self.model.row_of(unit) if unit is not None else -1
        self.view.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._quiet = False

    def _spread(self) -> None:
        """Spread spare width over the tiles."""
        width = self.view.viewport().width() - 1  # Qt wraps a row that ends with the last pixel
        columns = max(1, width // _TILE.width())
        self.view.setGridSize(QSize(max(width // columns, _TILE.width()), _TILE.height()))

    @Slot()
    def _show(self) -> None:
        tuning = self._tuning
        if tuning is None:
            return
        units = self._units
        if units is not None and len(units) and units.max() >= tuning.responses.shape[-1]:
            units = None  # of another node: its own order is told in a moment
        self._quiet = True
        self.model.show_tuning(tuning, units, self.shared.isChecked())
        self.select(self._unit)  # another order or another node forgets what was selected
        cards = [card_of(tuning, place) for place in range(min(tuning.response.ndim, 2))]
        over = " × ".join(axis_label(card.name, card.unit) for card in cards)
        scale = tr("one scale for all") if self.shared.isChecked() else tr("each on its own scale")
        self._about.setText(
            plural(
                "{count:,} unit · {over} · {scale}",
                "{count:,} units · {over} · {scale}",
                self.model.rowCount(),
            ).format(count=self.model.rowCount(), over=over, scale=scale)
        )

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.unit_chosen.emit(current.data(UNIT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout().activate()
        self._spread()


def _peak(tuning: Tuning) -> tuple[int, ...]:
    known = np.nan_to_num(tuning.response, nan=-np.inf)
    return tuple(int(i) for i in np.unravel_index(int(known.argmax()), known.shape))


def _range(values: Array) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    return (low, high) if high > low else (low, low + 1.0)
