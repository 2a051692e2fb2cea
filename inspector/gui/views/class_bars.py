"""The strongest classes as horizontal bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.panels.parts import scaled, tabular
from inspector.gui.theme import tokens_of
from inspector.gui.translation import digits, tr
from inspector.lenses.activations import Prediction

_BAR, _GAP, _BELOW = 4, 3, 7
_FEWEST = 3  # rows that there is always room for
_SMALLEST_PERCENT = 0.1


class ClassBars(QWidget):
    """One row per class: label, probability in percent, and a bar of that length; the best one stands out."""

    def __init__(self) -> None:
        super().__init__(objectName="topClasses")
        self.setFont(tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumWidth(96)
        self._predictions: Sequence[Prediction] = ()
        self.set_predictions(())

    @property
    def lines(self) -> list[str]:
        """What the rows say."""
        return [f"{p.label} {percent(p.probability)}" for p in self._predictions]

    def set_predictions(self, predictions: Sequence[Prediction]) -> None:
        """Show these classes, best first."""
        self._predictions = predictions
        self.setToolTip("\n".join(self.lines))
        self.setAccessibleName(tr("Top classes"))
        self.setAccessibleDescription("; ".join(self.lines))
        self.updateGeometry()
        self.update()

    def row_height(self) -> int:
        """Height of one row in pixels, the space below it included."""
        return self.fontMetrics().height() + _GAP + _BAR + _BELOW

    def sizeHint(self) -> QSize:
        return QSize(200, max(1, len(self._predictions)) * self.row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(96, min(_FEWEST, max(1, len(self._predictions))) * self.row_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = (self.height() + _BELOW) // self.row_height()
        for row, prediction in enumerate(self._predictions[:room]):
            self._paint_row(painter, row, prediction)

    def _paint_row(self, painter: QPainter, row: int, prediction: Prediction) -> None:
        tokens, metrics = tokens_of(self.palette()), self.fontMetrics()
        top, width = row * self.row_height(), self.width()
        painter.setFont(scaled(self.font(), 1.0, bold=row == 0))
        metrics = painter.fontMetrics()
        share = percent(prediction.probability)
        room = width - metrics.horizontalAdvance(share) - 8
        text = metrics.elidedText(prediction.label, Qt.TextElideMode.ElideRight, room)
        line = QRectF(0, top, width, metrics.height())
        painter.setPen(QColor(tokens.text if row == 0 else tokens.muted))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), text)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), share)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, line.bottom() + _GAP, width, _BAR)
        painter.setBrush(QColor(tokens.raised))
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(max(prediction.probability * width, _BAR))
        painter.setBrush(QColor(tokens.accent if row == 0 else tokens.faint))
        painter.drawRoundedRect(bar, 2, 2)


def percent(probability: float) -> str:
    """A probability for a person: 93.2 %, 100 %, < 0.1 %."""
    value = probability * 100
    if value < _SMALLEST_PERCENT:
        return f"< {digits(_SMALLEST_PERCENT, '.1f')} %"
    return "100 %" if f"{value:.1f}" == "100.0" else f"{digits(value, '.1f')} %"
