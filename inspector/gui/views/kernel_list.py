"""Kernels in a row, each beside the picture of the unit at its other end; one scale for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector.gui.exporting.dragging import carry_items
from inspector.gui.panels.parts import scaled, wrap_tiles
from inspector.gui.pixels import rgb_image
from inspector.gui.theme import tokens_of
from inspector.gui.translation import digits, tr
from inspector.jobs.unit_pictures import End
from inspector.lenses.circuit.svg import kernel_pixels
from inspector.lenses.weights import Connection

Pictures = Callable[[End], QImage | None]
CONNECTION = Qt.ItemDataRole.UserRole + 1
_SIDE, _GAP, _PAD = 54, 4, 5
_SETTLE_MS = 40
_Index = QModelIndex | QPersistentModelIndex


def largest_weight(kernels: Sequence[np.ndarray[Any, Any]]) -> float:
    """The largest absolute weight of some kernels: the end of the scale that they are drawn on."""
    return max((float(np.abs(kernel).max(initial=0)) for kernel in kernels), default=0.0)


def kernel_image(kernel: np.ndarray[Any, Any], limit: float) -> QImage:
    """A kernel [h,w], one pixel a weight: red positive, blue negative, white zero, full at ±limit."""
    return rgb_image(kernel_pixels(np.asarray(kernel, float), limit))


def signed(value: float, digits: int = 3) -> str:
    """A number with its sign, short."""
    return f"{value:+.{digits}g}".replace("-", "−")


class KernelModel(QAbstractListModel):
    """Connections as rows.

    Attributes:
        limit: The largest absolute weight among them.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.connections: tuple[Connection, ...] = ()
        self.limit = 0.0
        self._images: dict[int, QImage] = {}
        self._names: tuple[str, ...] = ()

    def set_connections(self, connections: Sequence[Connection], names: Sequence[str] = ()) -> None:
        """Show these; `names` of the units at their other ends, where they have some."""
        self.beginResetModel()
        self._names = tuple(names)
        self.connections = tuple(connections)
        self.limit = largest_weight([one.kernel for one in self.connections])
        self._images.clear()
        self.endResetModel()

    def unit_name(self, row: int) -> str:
        """What the unit at a row's other end is called: its number, or its name where it has one."""
        unit = self.connections[row].unit
        return self._names[unit] if unit < len(self._names) else str(unit)

    def image(self, row: int) -> QImage:
        """A row's kernel as a picture; made when it is drawn."""
        if row not in self._images:
            self._images[row] = kernel_image(self.connections[row].kernel, self.limit)
        return self._images[row]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.connections)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.connections):
            return None
        one = self.connections[index.row()]
        if role == CONNECTION:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr("{node}/{unit_name}, sum {sum}").format(
                node=one.node, unit_name=self.unit_name(index.row()), sum=signed(one.sum)
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            walk = "" if self._names else tr(" · click to walk there")
            unit = self.unit_name(index.row())
            return tr(
                "{node}/{unit}\nL2 norm {norm:.4g} · sum of weights {sum}\n{shape} weights{walk}"
            ).format(
                node=one.node,
                unit=unit,
                norm=one.norm,
                sum=signed(one.sum, 4),
                shape=" × ".join(map(str, one.kernel.shape)),
                walk=walk,
            )
        return None


class KernelDelegate(QStyledItemDelegate):
    """Draws a kernel, the unit's picture, and below both which unit and how much."""

    def __init__(self, view: QListView, model: KernelModel, pictures: Pictures) -> None:
        super().__init__(view)
        self._model, self._pictures = model, pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(2 * _SIDE + _GAP + 2 * _PAD, _SIDE + 2 * line + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        one: Connection = index.data(CONNECTION)
        tokens = tokens_of(option.palette)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        cell = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        if over or (
            option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_Selected
        ):
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(QColor(tokens.raised if over else tokens.base))
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = QRectF(cell.left() + _PAD - 1, cell.top() + _PAD - 1, _SIDE, _SIDE)
        right = left.translated(_SIDE + _GAP, 0)
        draw_pixels(painter, self._model.image(index.row()), left, QColor(tokens.edge))
        draw_unit(painter, self._pictures((one.node, one.unit)), right, option)
        below = QRectF(left.left(), left.bottom() + 1, right.right() - left.left(), 99)
        self._write(painter, option, index, below)
        painter.restore()

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, below: QRectF) -> None:
        one: Connection = index.data(CONNECTION)
        tokens, flags = tokens_of(option.palette), Qt.AlignmentFlag.AlignVCenter
        painter.setFont(scaled(option.font, 0.88, bold=True))
        line = painter.fontMetrics().height()
        first = QRectF(below.left(), below.top(), below.width(), line)
        number = self._model.unit_name(index.row())
        painter.setPen(QColor(tokens.text))
        painter.drawText(first, int(flags | Qt.AlignmentFlag.AlignRight), number)
        room = int(first.width() - painter.fontMetrics().horizontalAdvance(number) - 5)
        painter.setFont(scaled(option.font, 0.82))
        painter.setPen(QColor(tokens.muted))
        name = painter.fontMetrics().elidedText(one.node, Qt.TextElideMode.ElideLeft, room)
        painter.drawText(first, int(flags | Qt.AlignmentFlag.AlignLeft), name)
        second = first.translated(0, line - 1)
        painter.drawText(second, int(flags | Qt.AlignmentFlag.AlignLeft), f"‖{digits(one.norm, '.2g')}‖")
        painter.drawText(second, int(flags | Qt.AlignmentFlag.AlignRight), signed(one.sum, 2))


def draw_pixels(painter: QPainter, image: QImage, place: QRectF, frame: QColor) -> None:
    """A small picture drawn pixel by pixel, its proportions kept, in a hairline frame."""
    longest = max(image.width(), image.height(), 1)
    width, height = place.width() * image.width() / longest, place.height() * image.height() / longest
    target = QRectF(0, 0, width, height)
    target.moveCenter(place.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(target, image)
    painter.setPen(frame)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(target.adjusted(0, 0, -1, -1))


def draw_unit(painter: QPainter, image: QImage | None, place: QRectF, option: QStyleOptionViewItem) -> None:
    """A unit's picture, or the ground where it will stand."""
    tokens = tokens_of(option.palette)
    if image is None:
        painter.fillRect(place, QColor(tokens.raised))
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)


class KernelList(QListView):
    """Kernels that wrap to the width; click or Enter walks to the unit at the other end.

    Attributes:
        kernels: The rows.
        pictures: What stands for a unit.

    Signals:
        walked: (node, unit) of the kernel that was chosen.
        visible_changed: Other kernels may be in sight.
    """

    walked = Signal(str, int)
    visible_changed = Signal()

    def __init__(self, name: str, accessible: str, pictures: Pictures) -> None:
        super().__init__(objectName=name)
        self.setAccessibleName(accessible)
        self.kernels = KernelModel(self)
        self.pictures = pictures
        self._delegate = KernelDelegate(self, self.kernels, pictures)
        self.setModel(self.kernels)
        self.setItemDelegate(self._delegate)
        wrap_tiles(self)
        self.setDragEnabled(False)
        carry_items(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.visible_changed)
        self.clicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._look_again)
        self.kernels.modelReset.connect(self._look_again)

    def ends_in_sight(self) -> list[End]:
        """Units whose kernels are in sight, in order."""
        if not self.isVisible():
            return []
        seen = self.viewport().rect()
        rows = range(len(self.kernels.connections))
        shown = (row for row in rows if self.visualRect(self.kernels.index(row)).intersects(seen))
        return [(self.kernels.connections[row].node, self.kernels.connections[row].unit) for row in shown]

    @Slot()
    def _look_again(self) -> None:
        self._settle.start()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        one = index.data(CONNECTION)
        if one is not None:
            self.walked.emit(one.node, one.unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_again()
