"""How alike all nodes of two networks are: a heat map whose sides carry the nodes' names."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.exporting.dragging import carry_figure
from inspector.gui.panels.parts import scaled
from inspector.gui.pixels import colour_table, mapped, rgb_image
from inspector.gui.theme import tokens_of
from inspector.gui.translation import digits, tr
from inspector.lenses.comparison import Comparison

_LEFT, _BELOW, _TITLE, _GAP, _BAR = 0.24, 0.24, 18, 5, 90


class CkaMap(QWidget):
    """Rows are nodes of the network in front, columns those of the other, both from input to output.

    Signals:
        hovered: What is known of the cell under the pointer; "" for none.
        chosen: (node, other node) of a cell that was clicked.
    """

    hovered = Signal(str)
    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(objectName="ckaMap")
        carry_figure(self)
        self.setAccessibleName(tr("Linear CKA between all nodes of both networks"))
        self.setFont(scaled(self.font(), 0.82))
        self.setMouseTracking(True)
        self.setMinimumSize(200, 140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._comparison: Comparison | None = None
        self._image: QImage | None = None
        self._at = ("", "")

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Draw its table; None for nothing."""
        self._comparison = comparison
        table = comparison.cka if comparison is not None else np.zeros((0, 0))
        self._image = rgb_image(mapped(table, 0, 1, colour_table("viridis"))) if table.size else None
        self.update()

    def mark(self, node: str, other: str) -> None:
        """Frame the cell of two nodes."""
        self._at = (node, other)
        self.update()

    def place(self) -> QRectF:
        """Where the cells are drawn."""
        left, below = round(self.width() * _LEFT), round(self.height() * _BELOW)
        width, height = self.width() - left - _GAP, self.height() - below - 2 * _TITLE
        return QRectF(left, _TITLE, max(width, 1), max(height, 1))

    def cell(self, point: QPointF) -> tuple[int, int] | None:
        """Row and column at a point."""
        if self._comparison is None or not self.place().contains(point):
            return None
        inside, (rows, columns) = point - self.place().topLeft(), self._comparison.cka.shape
        row = int(inside.y() / self.place().height() * rows)
        return min(row, rows - 1), min(int(inside.x() / self.place().width() * columns), columns - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None or self._comparison is None:
            return
        painter, tokens, place = QPainter(self), tokens_of(self.palette()), self.place()
        painter.drawImage(place, self._image)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawRect(place)
        self._paint_mark(painter, place)
        painter.setPen(QColor(tokens.muted))
        self._paint_rows(painter, place)
        self._paint_columns(painter, place)
        self._paint_titles(painter, place)

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        found = self._comparison
        assert found is not None
        if self._at[0] not in found.first.values or self._at[1] not in found.second.values:
            return
        high, wide = (
            side / n for side, n in zip((place.height(), place.width()), found.cka.shape, strict=True)
        )
        row, column = found.first.nodes.index(self._at[0]), found.second.nodes.index(self._at[1])
        frame = QRectF(place.x() + column * wide, place.y() + row * high, wide, high)
        for colour, grown, width in (("#000000", 1.5, 3), ("#ffffff", 1.5, 1.4)):  # seen on every ground
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(frame.adjusted(-grown, -grown, grown, grown))

    def _paint_rows(self, painter: QPainter, place: QRectF) -> None:
        nodes, line = self._comparison.first.nodes, self.fontMetrics().height()  # type: ignore[union-attr]
        for number in _labelled(len(nodes), place.height(), line):
            middle = place.y() + (number + 0.5) * place.height() / len(nodes)
            room = QRectF(_TITLE, middle - line / 2, place.x() - _GAP - _TITLE, line)
            text = self.fontMetrics().elidedText(nodes[number], Qt.TextElideMode.ElideLeft, int(room.width()))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_columns(self, painter: QPainter, place: QRectF) -> None:
        nodes, line = self._comparison.second.nodes, self.fontMetrics().height()  # type: ignore[union-attr]
        length = self.height() - place.bottom() - _GAP - _TITLE
        for number in _labelled(len(nodes), place.width(), line):
            middle = place.x() + (number + 0.5) * place.width() / len(nodes)
            text = self.fontMetrics().elidedText(nodes[number], Qt.TextElideMode.ElideLeft, int(length))
            painter.save()
            painter.translate(middle + line / 2, place.bottom() + _GAP)
            painter.rotate(90)
            room = QRectF(0, 0, length, line)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
            painter.restore()

    def _paint_titles(self, painter: QPainter, place: QRectF) -> None:
        found, centre = self._comparison, int(Qt.AlignmentFlag.AlignCenter)
        assert found is not None
        painter.setPen(QColor(tokens_of(self.palette()).text))
        below = QRectF(place.x(), self.height() - _TITLE, place.width(), _TITLE)
        painter.drawText(below, centre, tr("nodes of {network} →").format(network=found.second.network))
        painter.save()
        painter.translate(0, place.bottom())
        painter.rotate(-90)
        painter.drawText(
            QRectF(0, 0, place.height(), _TITLE),
            centre,
            tr("← nodes of {network}").format(network=found.first.network),
        )
        painter.restore()
        self._paint_scale(painter, QRectF(place.right() - _BAR - 12, 3, _BAR, _TITLE - 8))

    def _paint_scale(self, painter: QPainter, bar: QRectF) -> None:
        painter.drawImage(bar, rgb_image(colour_table("viridis")[None]))
        middle, ends = int(Qt.AlignmentFlag.AlignVCenter), bar.adjusted(-200, -4, 14, 4)
        painter.drawText(ends, middle | int(Qt.AlignmentFlag.AlignRight), "1")
        left = QRectF(ends.left(), ends.top(), 200 - _GAP, ends.height())
        painter.drawText(left, middle | int(Qt.AlignmentFlag.AlignRight), tr("linear CKA   0"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell, found = self.cell(event.position()), self._comparison
        if cell is None or found is None:
            self.hovered.emit("")
            return
        value = float(found.cka[cell])
        told = digits(value, ".3f") if np.isfinite(value) else tr("none: one of them never varies")
        nodes = tr("{node} with {node2}").format(
            node=found.first.nodes[cell[0]], node2=found.second.nodes[cell[1]]
        )
        self.hovered.emit(tr("{nodes}: CKA {told}").format(nodes=nodes, told=told))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell, found = self.cell(event.position()), self._comparison
        if cell is not None and found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found.first.nodes[cell[0]], found.second.nodes[cell[1]])

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit("")


def _labelled(count: int, length: float, line: int) -> range:
    """The numbers that have room for a name."""
    return range(0, count, max(1, int(np.ceil(count * line / max(length, 1)))))
