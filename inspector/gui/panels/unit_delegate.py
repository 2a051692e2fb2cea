"""How a unit's tile is drawn: thumbnail, number, label, value, and a frame where it is selected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui.models.number_text import number_text
from inspector.gui.models.units import BAR, SAID, THUMBNAIL, UNIT, VALUE
from inspector.gui.panels.parts import scaled
from inspector.gui.theme import tokens_of

Index = QModelIndex | QPersistentModelIndex
_PAD = 7
_GAP = 4
# Number and value beside each other need about this many pixels; below, they stand on two lines.
_ONE_LINE_FROM = 76
_BAR_SHARE, _LEAST_BAR = 0.09, 5


class UnitDelegate(QStyledItemDelegate):
    """Draws tiles of `side` pixels; all of one size, so that the view never has to ask about single ones.

    Attributes:
        side: Side of the thumbnail in logical pixels.
        cell: Size of a whole tile; set by the view, which spreads spare width over the tiles.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.side = 96
        self._font = scaled(QApplication.font(), 0.9)
        self._bold = scaled(QApplication.font(), 0.9, bold=True)
        self._line = QFontMetrics(self._bold).height()
        self.cell = self.smallest_cell()

    def smallest_cell(self) -> QSize:
        """The size that a tile needs."""
        lines = 1 if self.side >= _ONE_LINE_FROM else 2
        return QSize(self.side + 2 * _PAD, _PAD + self.side + _GAP + lines * self._line + _PAD)

    def thumbnail_rect(self, cell: QRect) -> QRect:
        """Where the thumbnail stands in a tile."""
        left = cell.left() + (cell.width() - self.side) // 2
        return QRect(QPoint(left, cell.top() + _PAD), QSize(self.side, self.side))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        square = self.thumbnail_rect(option.rect)
        self._draw_thumbnail(painter, square, index.data(THUMBNAIL), option.palette)
        self._draw_bar(painter, square, index.data(BAR), option.palette)
        self._draw_frame(painter, square, option)
        self._draw_caption(painter, square, index, option)
        painter.restore()

    def _draw_thumbnail(
        self, painter: QPainter, square: QRect, pixmap: QPixmap | None, palette: QPalette
    ) -> None:
        if pixmap is None:
            painter.fillRect(square, QColor(tokens_of(palette).grid))
            return
        size = pixmap.deviceIndependentSize().toSize()
        if max(size.width(), size.height()) != self.side:
            size.scale(square.size(), Qt.AspectRatioMode.KeepAspectRatio)  # stale, until the new one is made
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(square.center())
        painter.drawPixmap(place, pixmap)

    @staticmethod
    def _draw_bar(painter: QPainter, square: QRect, share: float | None, palette: QPalette) -> None:
        """A bar along the thumbnail's lower edge; for less than nothing it is hollow."""
        if share is None:
            return
        tokens = tokens_of(palette)
        height = max(_LEAST_BAR, round(square.height() * _BAR_SHARE))
        ground = QRect(square.left(), square.bottom() + 1 - height, square.width(), height)
        painter.fillRect(ground, QColor(tokens.base))
        length = round(abs(share) * ground.width())
        painter.fillRect(QRect(ground.topLeft(), QSize(length, height)), QColor(tokens.accent))
        if share < 0:
            inner = QRect(ground.topLeft(), QSize(length, height)).adjusted(1, 1, -1, -1)
            painter.fillRect(inner, QColor(tokens.base))

    def _draw_frame(self, painter: QPainter, square: QRect, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            self._frame(painter, square.adjusted(-4, -4, 3, 3), option.palette.highlight().color(), 2)
        elif state & QStyle.StateFlag.State_MouseOver:
            self._frame(painter, square.adjusted(-2, -2, 1, 1), QColor(tokens_of(option.palette).faint), 1)

    @staticmethod
    def _frame(painter: QPainter, rect: QRect, colour: QColor, width: int) -> None:
        painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _draw_caption(
        self, painter: QPainter, square: QRect, index: Index, option: QStyleOptionViewItem
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        value = index.data(VALUE)
        line = QRect(square.left(), square.bottom() + 1 + _GAP, square.width(), self._line)
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        text = option.palette.color(QPalette.ColorRole.Text)
        font, left = self._bold if selected else self._font, str(index.data(UNIT))
        right = "" if value is None else number_text(value)
        beside = self.side >= _ONE_LINE_FROM
        taken = QFontMetrics(self._font).horizontalAdvance(right) + _PAD if right and beside else 0
        if index.data(SAID):
            left = f"{left}  {index.data(SAID)}"
        left = QFontMetrics(font).elidedText(left, Qt.TextElideMode.ElideRight, square.width() - taken)
        self._write(painter, line, left, font, text, left=True)
        if right:
            place = line if beside else line.translated(0, self._line)
            self._write(painter, place, right, self._font, muted, left=not beside)

    @staticmethod
    def _write(
        painter: QPainter, place: QRect, text: str, font: QFont, colour: QColor, *, left: bool
    ) -> None:
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), text)
