"""A row of examples, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.exporting.dragging import Carrier
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.example_picture import ExamplePicture, Way

_SIDE, _GAP = 48, 4


class ExampleStrip(QWidget):
    """Pictures side by side.

    Signals:
        hovered: The `ExamplePicture` under the pointer; None for none.
        chosen: The `Example` that was clicked.
    """

    hovered = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(objectName="exampleStrip")
        self.setAccessibleName(tr("Examples of the range under the pointer"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_SIDE)
        self.pictures: Sequence[ExamplePicture] = ()
        self._way: Way = "crop"
        self._under: ExamplePicture | None = None
        Carrier(self, lambda _: self._under.carried(self._way) if self._under is not None else None)

    def set_pictures(self, pictures: Sequence[ExamplePicture]) -> None:
        """Show these, the first ones where there are too many."""
        self.pictures = pictures
        self._under = None
        self.update()

    def set_way(self, way: Way) -> None:
        """Draw crops or whole pictures."""
        self._way = way
        self.update()

    def tile_rect(self, place: int) -> QRectF:
        """Where a picture stands."""
        return QRectF(place * (_SIDE + _GAP), 0, _SIDE, _SIDE)

    def _at(self, event: QMouseEvent) -> ExamplePicture | None:
        fits = (place for place in range(len(self.pictures)) if self.tile_rect(place).right() <= self.width())
        return next((self.pictures[p] for p in fits if self.tile_rect(p).contains(event.position())), None)

    def sizeHint(self) -> QSize:
        return QSize(8 * (_SIDE + _GAP), _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self.palette())
        for place, picture in enumerate(self.pictures):
            rect = self.tile_rect(place)
            if rect.right() > self.width():
                break
            picture.draw(painter, rect, self._way, tokens)
            if picture is self._under:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(tokens.accent), 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._at(event)
        if under is not self._under:
            self._under = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            self.hovered.emit(under)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        under = self._at(event)
        if under is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(under.example)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._under is not None:
            self._under = None
            self.hovered.emit(None)
            self.update()
