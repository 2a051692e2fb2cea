"""Numbers before and after, as pairs of bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.panels.parts import scaled, tabular
from inspector.gui.theme import tokens_of
from inspector.gui.views.class_bars import percent
from inspector.gui.views.words import reading
from inspector.lenses.attack import Change

_BAR, _GAP, _BELOW = 3, 2, 7
_APART, _FEWEST = 8, 4  # pixels between name and numbers; heights of a line that a name gets
_NUMBERS = " 000.0 %  → 000.0 %"


class ChangeBars(QWidget):
    """One row per class or unit: its name, both numbers, a faint bar of what was and one of what is.

    Signals:
        chosen: A row was clicked: the number of its class or unit.
    """

    chosen = Signal(int)

    def __init__(self, name: str, accessible: str, *, shares: bool) -> None:
        """`shares` are probabilities, read in percent; else bars are as long as the largest number says."""
        super().__init__(objectName=name)
        self.setAccessibleName(accessible)
        self.setFont(scaled(tabular(self.font()), 0.94))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(100, 2 * self.row_height())
        self._shares = shares
        self._changes: Sequence[Change] = ()

    @property
    def lines(self) -> list[str]:
        """What the rows say."""
        return [f"{c.label} {self._read(c.before)} → {self._read(c.after)}" for c in self._changes]

    def set_changes(self, changes: Sequence[Change]) -> None:
        """Show these, in their order."""
        self._changes = changes
        self.setMinimumHeight(max(len(changes), 2) * self.row_height())
        self.setToolTip("\n".join(self.lines))
        self.setAccessibleDescription("; ".join(self.lines))
        self.update()

    def row_height(self) -> int:
        """Height of one row in pixels, the space below it included."""
        return self.fontMetrics().height() + 2 * (_GAP + _BAR) + _BELOW

    def sizeHint(self) -> QSize:
        return QSize(200, 4 * self.row_height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y()) // self.row_height()
        if event.button() == Qt.MouseButton.LeftButton and row < len(self._changes):
            self.chosen.emit(self._changes[row].index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = 1.0 if self._shares else max((max(c.before, c.after) for c in self._changes), default=1.0)
        room = (self.height() + _BELOW) // self.row_height()
        for row, change in enumerate(self._changes[:room]):
            self._paint_row(painter, row, change, max(most, 1e-9))

    def _paint_row(self, painter: QPainter, row: int, change: Change, most: float) -> None:
        tokens, metrics = tokens_of(self.palette()), self.fontMetrics()
        top, width = row * self.row_height(), self.width()
        line = QRectF(0, top, width, metrics.height())
        name, numbers = self.words(change)
        painter.setPen(QColor(tokens.text))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), name)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), numbers)
        painter.setPen(Qt.PenStyle.NoPen)
        place = QRectF(0, line.bottom() + _GAP, width, _BAR)
        for value, colour in ((change.before, tokens.faint), (change.after, tokens.accent)):
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(place, 1.5, 1.5)
            painter.setBrush(QColor(colour))
            share = min(max(value, 0) / most, 1.0)
            painter.drawRoundedRect(QRectF(place.topLeft(), QSizeF(max(share * width, 1.0), _BAR)), 1.5, 1.5)
            place.translate(0, _BAR + 1)

    def words(self, change: Change) -> tuple[str, str]:
        """A row's name and numbers; where both have no room, the number before gives way to the name."""
        metrics = self.fontMetrics()
        numbers = f"{self._read(change.before)} → {self._read(change.after)}"
        whole = metrics.horizontalAdvance(change.label)
        if self.width() - metrics.horizontalAdvance(numbers) - _APART < min(
            whole, _FEWEST * metrics.height()
        ):
            numbers = f"→ {self._read(change.after)}"
        room = self.width() - metrics.horizontalAdvance(numbers) - _APART
        return metrics.elidedText(change.label, Qt.TextElideMode.ElideRight, room), numbers

    def _read(self, value: float) -> str:
        return percent(value) if self._shares else reading(value)
