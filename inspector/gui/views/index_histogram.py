"""How an index is distributed over the units of a node; a range of it can be taken."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.panels.parts import scaled
from inspector.gui.theme import Tokens, tokens_of
from inspector.gui.translation import plural, tr
from inspector.gui.views.words import number

Array = np.ndarray[Any, Any]
BINS = 24
_HEIGHT, _EDGE = 70, 2


class IndexHistogram(QWidget):
    """Bars over the range of an index, the current unit marked. Drag over bars to take their range.

    Signals:
        range_chosen: Lowest and highest value of the bars that were dragged over.
        cleared: A double click: no range any more.
    """

    range_chosen = Signal(float, float)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="indexHistogram")
        self.setFont(scaled(self.font(), 0.82))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Drag over bars to show only these units; a double click shows all again."))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._edges: Array = np.array([0.0, 1.0])
        self._counts: Array = np.zeros(1, int)
        self._shown: Array = np.zeros(1, int)
        self._marked = float("nan")
        self._dragged: tuple[int, int] | None = None

    @property
    def counts(self) -> Array:
        """How many units each bar stands for."""
        return self._counts

    @property
    def edges(self) -> Array:
        """Where the bars begin and end."""
        return self._edges

    def set_values(self, name: str, values: Array, shown: Array | None, marked: float) -> None:
        """Draw an index, float [units] with NaN for none; `shown` units are stronger, one value is marked."""
        known = np.isfinite(values)
        low, high = (float(values[known].min()), float(values[known].max())) if known.any() else (0.0, 1.0)
        if high <= low:
            low, high = low - 0.5, high + 0.5
        self._edges = np.linspace(low, high, BINS + 1)
        self._counts = np.histogram(values[known], self._edges)[0]
        taken = known if shown is None else known & shown
        self._shown = np.histogram(values[taken], self._edges)[0]
        self._marked = marked
        missing = int((~known).sum())
        without = tr(", {missing} without").format(missing=missing) if missing else ""
        self.setAccessibleName(
            plural(
                "{name} of {count} unit{without}", "{name} of {count} units{without}", int(known.sum())
            ).format(name=name, count=int(known.sum()), without=without)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def _ground(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -self.fontMetrics().height() - 2)

    def _across(self, value: float) -> float:
        ground, low, high = self._ground(), self._edges[0], self._edges[-1]
        return float(ground.left() + (value - low) / (high - low) * ground.width())

    def _bin_at(self, x: float) -> int:
        ground = self._ground()
        return int(
            np.clip((x - ground.left()) / ground.width() * len(self._counts), 0, len(self._counts) - 1)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, ground = QPainter(self), tokens_of(self.palette()), self._ground()
        self._draw_bars(painter, ground, tokens)
        painter.setPen(QColor(tokens.border))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        below = QRectF(ground.left(), ground.bottom() + 1, ground.width(), self.fontMetrics().height())
        ends = ((self._edges[0], Qt.AlignmentFlag.AlignLeft), (self._edges[-1], Qt.AlignmentFlag.AlignRight))
        for value, side in ends:
            painter.drawText(below, int(side), number(float(value)))
        if np.isfinite(self._marked):
            self._draw_mark(painter, ground, below, tokens)

    def _draw_bars(self, painter: QPainter, ground: QRectF, tokens: Tokens) -> None:
        most = max(int(self._counts.max()), 1)
        width = ground.width() / len(self._counts)
        first, last = self._dragged or (1, 0)
        for place, (count, shown) in enumerate(zip(self._counts, self._shown, strict=True)):
            left = ground.left() + place * width
            if first <= place <= last:
                painter.fillRect(QRectF(left, ground.top(), width, ground.height()), QColor(tokens.raised))
            for amount, colour in ((count, tokens.border), (shown, tokens.faint)):
                height = ground.height() * amount / most
                painter.fillRect(
                    QRectF(left + 0.5, ground.bottom() - height, width - 1, height), QColor(colour)
                )

    def _draw_mark(self, painter: QPainter, ground: QRectF, below: QRectF, tokens: Tokens) -> None:
        x = self._across(self._marked)
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawLine(QPointF(x, ground.top()), QPointF(x, ground.bottom()))
        text = number(self._marked)
        width = self.fontMetrics().horizontalAdvance(text)
        ends = [self.fontMetrics().horizontalAdvance(number(float(self._edges[end]))) + 6 for end in (0, -1)]
        left = min(max(x - width / 2, below.left() + ends[0]), below.right() - ends[1] - width)
        painter.setPen(QColor(tokens.accent))
        painter.drawText(QPointF(left, below.top() + self.fontMetrics().ascent()), text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._bin_at(event.position().x())
            self._dragged = (self._from, self._from)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            here = self._bin_at(event.position().x())
            self._dragged = (min(self._from, here), max(self._from, here))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            return
        (first, last), self._dragged = self._dragged, None
        self.range_chosen.emit(float(self._edges[first]), float(self._edges[last + 1]))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
        self.cleared.emit()
