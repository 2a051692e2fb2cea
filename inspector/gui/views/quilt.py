"""The quilt: pictures drawn evenly from all places with such a value, a column a range of values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.exporting.dragging import Carrier
from inspector.gui.panels.parts import scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import plural, tr
from inspector.gui.views.example_picture import ExamplePicture, Way
from inspector.gui.views.quilt_ranges import columns, span, zero_at
from inspector.gui.views.words import number
from inspector.lenses.examples import QuiltBin

_GAP, _RULE = 1, 3
_LENS = 112
_WIDEST = 64
_LABEL_ROOM = 34


class Quilt(QWidget):
    """Columns of small pictures from the lowest values to the highest, with a rule where zero is.

    Signals:
        range_hovered: The number of the range under the pointer, -1 for none.
        hovered: The `ExamplePicture` under the pointer; None for none.
        chosen: The `Example` that was clicked.
    """

    range_hovered = Signal(int)
    hovered = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(objectName="quilt")
        self.setAccessibleName(tr("Quilt of examples by activation"))
        self.setMouseTracking(True)
        self.setFont(scaled(self.font(), 0.8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(60)
        self._bins: Sequence[QuiltBin] = ()
        self._columns: list[list[ExamplePicture]] = []
        self._places: list[int] = []
        self._way: Way = "crop"
        self._margins = (0.0, 0.0)
        self._range = -1
        self._under: tuple[int, int] | None = None
        Carrier(self, self._carried)

    def _carried(self, point: QPoint) -> QMimeData | None:
        under = self._tile_at(point.toPointF())
        return None if under is None or under[1] < 0 else self._columns[under[0]][under[1]].carried(self._way)

    def set_bins(self, bins: Sequence[QuiltBin]) -> None:
        """Show these ranges, lowest first."""
        self._bins = bins
        self._columns = [[ExamplePicture(example) for example in one.examples] for one in bins]
        self._places = columns(bins)
        self._range, self._under = -1, None
        self.setAccessibleDescription(
            plural("{count} range of values", "{count} ranges of values", len(bins)).format(count=len(bins))
        )
        self.update()

    def set_way(self, way: Way) -> None:
        """Draw crops or whole pictures."""
        self._way = way
        self.update()

    @property
    def marked(self) -> int:
        """The range that stands out, -1 for none."""
        return self._range

    def mark(self, place: int) -> None:
        """Let a range stand out, -1 for none."""
        if place != self._range:
            self._range = place
            self.update()

    def set_margins(self, left: float, right: float) -> None:
        """Leave room on both sides, so that the columns stand over those of a plot below."""
        self._margins = left, right
        self.update()

    def column_rect(self, place: int) -> QRectF:
        """Where a range's column stands."""
        step = self._step()
        return QRectF(
            self._margins[0] + self._places[place] * step,
            0,
            step - _GAP,
            self.height() - self._label_height(),
        )

    def tile_rect(self, place: int, row: int) -> QRectF:
        """Where a picture stands: rows grow upwards from the labels."""
        column, side = self.column_rect(place), self._side()
        left = column.left() + (column.width() - side) / 2
        return QRectF(left, column.bottom() - (row + 1) * (side + _GAP) + _GAP, side, side)

    def _side(self) -> float:
        return min(self._step() - _GAP, _WIDEST)

    def _room(self) -> float:
        return max(self.width() - sum(self._margins), 1.0)

    def _step(self) -> float:
        return max(self._room() / (self._places[-1] + 1 if self._places else 1), 4.0)

    def _label_height(self) -> int:
        """Numbers, and below them what they are."""
        return self._number_height() + self.fontMetrics().height()

    def _number_height(self) -> int:
        return self.fontMetrics().height() + 4

    def _rows(self) -> int:
        return max(int((self.height() - self._label_height()) / (self._side() + _GAP)), 1)

    def _tile_at(self, point: QPointF) -> tuple[int, int] | None:
        """Column and row under a point, the row -1 where no picture is."""
        for place, column in enumerate(self._columns):
            rect = self.column_rect(place)
            if rect.left() - _GAP <= point.x() < rect.right():
                row = int((rect.bottom() - point.y()) // (self._side() + _GAP))
                return place, row if 0 <= row < min(len(column), self._rows()) else -1
        return None

    def sizeHint(self) -> QSize:
        return QSize(420, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self.palette())
        rows = self._rows()
        for place, column in enumerate(self._columns):
            if place == self._range:
                painter.fillRect(self.column_rect(place).adjusted(-1, 0, 1, 0), QColor(tokens.raised))
            painter.setOpacity(1.0 if self._range in (-1, place) else 0.45)
            for row, picture in enumerate(column[:rows]):
                picture.draw(painter, self.tile_rect(place, row), self._way, tokens)
        painter.setOpacity(1.0)
        self._draw_labels(painter)
        self._draw_lens(painter)

    def _draw_labels(self, painter: QPainter) -> None:
        """Where columns begin, as many as have room, and always the one under the pointer."""
        if not self._bins:
            return
        tokens, top = tokens_of(self.palette()), self.height() - self._label_height()
        zero = zero_at(self._bins)
        if zero is not None:
            x = self.column_rect(zero).left() - _GAP / 2
            painter.fillRect(QRectF(x - _RULE / 2, 0, _RULE, top + 3), QColor(tokens.text))
        painter.setPen(QColor(tokens.muted))
        name = QRectF(
            self._margins[0], top + self._number_height(), self._room(), self.fontMetrics().height()
        )
        painter.drawText(name, int(Qt.AlignmentFlag.AlignCenter), tr("activation"))
        start, end = span(self._bins)
        count = self._places[-1] + 1
        stride = max(1, -(-_LABEL_ROOM // int(self._step())))
        origin = self._places[zero] if zero is not None else 0
        marked = self._places[self._range] if self._range >= 0 else None
        for column in range(count):
            near = marked is not None and abs(column - marked) * self._step() < _LABEL_ROOM
            if column != marked and ((column - origin) % stride or near):
                continue
            painter.setPen(QColor(tokens.text if column == marked else tokens.muted))
            self._draw_label(painter, column, number(start + column * (end - start) / count))

    def _draw_label(self, painter: QPainter, column: int, text: str) -> None:
        width = painter.fontMetrics().horizontalAdvance(text) + 2
        x = max(self._margins[0] + column * self._step() - width / 2, 0.0)
        where = QRectF(x, self.height() - self._label_height(), width, self._number_height())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), text)

    def _draw_lens(self, painter: QPainter) -> None:
        """What the pointer is at, larger."""
        if self._under is None or self._under[1] < 0 or self._step() >= _LENS:
            return
        tokens = tokens_of(self.palette())
        tile = self.tile_rect(*self._under)
        side = float(min(_LENS, self.height()))
        place = QRectF(0, 0, side, side)
        place.moveCenter(tile.center())
        place.moveLeft(min(max(place.left(), 0.0), self.width() - side))
        place.moveTop(min(max(place.top(), 0.0), self.height() - side))
        painter.fillRect(place, QColor(tokens.base))
        self._columns[self._under[0]][self._under[1]].draw(painter, place, self._way, tokens)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawRect(place.adjusted(1, 1, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._tile_at(event.position())
        if under == self._under:
            return
        before, self._under = self._under, under
        place = under[0] if under is not None else -1
        if place != (before[0] if before is not None else -1):
            self.mark(place)
            self.range_hovered.emit(place)
        on_picture = under is not None and under[1] >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_picture else Qt.CursorShape.ArrowCursor)
        self.hovered.emit(self._columns[under[0]][under[1]] if on_picture else None)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        under = self._tile_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and under is not None and under[1] >= 0:
            self.chosen.emit(self._columns[under[0]][under[1]].example)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._under is not None:
            self._under = None
            self.mark(-1)
            self.range_hovered.emit(-1)
            self.hovered.emit(None)
            self.update()
