"""The whole graph, small, with the part that is in sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from inspector.gui.models.graph import GraphMap
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.graph_canvas import GraphCanvas
from inspector.network.flow.svg import COLOURS
from inspector.network.flow.words import kind

_WIDEST, _SHARE, _MARGIN, _PADDING = 84.0, 0.5, 12, 5.0


class GraphMinimap(QWidget):
    """Lies in the canvas's lower right corner; a click or drag looks there. Hidden where all is in sight."""

    def __init__(self, canvas: GraphCanvas) -> None:
        super().__init__(canvas, objectName="graphMinimap")
        self.setAccessibleName(tr("Overview of the graph"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._canvas = canvas
        self._drawn: QPixmap | None = None
        self._drawn_for: tuple[object, ...] = ()
        canvas.seen.connect(self.follow)
        for bar in (canvas.verticalScrollBar(), canvas.horizontalScrollBar()):
            bar.valueChanged.connect(self.update)
        self.hide()

    @Slot()
    def follow(self) -> None:
        """Take the place that the canvas has for it now."""
        shown = self._canvas.map
        sight = self._canvas.visible_rect()
        if shown is None or sight.height() >= shown.layout.height:
            self.hide()
            return
        room = self._canvas.viewport().height() * _SHARE
        scale = min(_WIDEST / shown.layout.width, room / shown.layout.height)
        width = round(max(26.0, shown.layout.width * scale + 2 * _PADDING))
        height = round(shown.layout.height * scale + 2 * _PADDING)
        area = self._canvas.viewport().geometry()
        self.setGeometry(area.right() - width - _MARGIN, area.bottom() - height - _MARGIN, width, height)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._canvas.map
        if shown is None:
            return
        tokens, scale = tokens_of(self.palette()), self._scale(shown)
        look = (shown, self.size(), tokens.window, self.devicePixelRatioF())
        if self._drawn is None or look != self._drawn_for:
            self._drawn, self._drawn_for = self._draw(shown, scale), look
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(tokens.accent)
        box = shown.boxes.get(self._canvas.current or "")
        if box is not None:
            place = QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)
            painter.fillRect(place.translated(self._left(shown), _PADDING), accent)
        sight = self._canvas.visible_rect()
        place = QRectF(sight.x() * scale, sight.y() * scale, sight.width() * scale, sight.height() * scale)
        place = place.translated(self._left(shown), _PADDING)
        place = place.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(accent, 1.5))
        accent.setAlpha(36)
        painter.setBrush(accent)
        painter.drawRoundedRect(place, 2, 2)

    def _draw(self, shown: GraphMap, scale: float) -> QPixmap:
        tokens, ratio = tokens_of(self.palette()), self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.base)
        ground.setAlpha(235)
        painter.setPen(QColor(tokens.edge))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.translate(self._left(shown), _PADDING)
        painter.setPen(Qt.PenStyle.NoPen)
        for box in shown.layout.boxes:
            if box.kind == "frame":
                colour = QColor(tokens.raised)
            else:
                colour = QColor(COLOURS[kind(shown.blocks.node(box.key).op)] if box.key else tokens.muted)
            place = QRectF(box.x * scale, box.y * scale, box.width * scale, max(1.0, box.height * scale))
            painter.fillRect(place, colour)
        painter.end()
        return pixmap

    def _scale(self, shown: GraphMap) -> float:
        return (self.height() - 2 * _PADDING) / shown.layout.height

    def _left(self, shown: GraphMap) -> float:
        return (self.width() - shown.layout.width * self._scale(shown)) / 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    def _look_at(self, place: QPointF) -> None:
        shown = self._canvas.map
        if shown is not None:
            scale = self._scale(shown)
            self._canvas.centerOn((place.x() - self._left(shown)) / scale, (place.y() - _PADDING) / scale)
