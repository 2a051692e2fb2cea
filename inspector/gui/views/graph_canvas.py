"""The drawn graph: to scroll, zoom, click and walk in by keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from inspector.gui.models.graph import GraphMap
from inspector.gui.panels.parts import scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.graph_items import CardItem, FrameItem, HeadingItem, LinkItem, Look
from inspector.network.flow.layout import HEADER, Box
from inspector.network.flow.words import about

LEAST, MOST = 0.06, 2.5
_STEP = 1.2
_NOTCH = 120
_WAYS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
_TRIANGLE = 24.0
_SETTLE_MS = 60
_AROUND = 40


class GraphCanvas(QGraphicsView):
    """The graph of a network.

    Attributes:
        map: What is drawn, None where nothing is.

    Signals:
        chosen: The user walked to a box: its key.
        toggled: The user folds or unfolds a block: its path.
        opened: The user wants to look into an operation: its name.
        seen: What is in sight, or how it is scaled, may be another now.
        menu_requested: The user asks what can be done with a box: its key, and the place on the screen.
    """

    chosen = Signal(str)
    toggled = Signal(str)
    opened = Signal(str)
    seen = Signal()
    menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="graphCanvas")
        self.setAccessibleName(tr("Graph of the network"))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.map: GraphMap | None = None
        self.current: str | None = None
        self._matches: frozenset[str] | None = None
        self._pictured = False
        self._cards: dict[str, CardItem] = {}
        self._frames: dict[str, FrameItem] = {}
        self._headings: list[HeadingItem] = []
        self._links: list[LinkItem] = []
        self._pressed = QPoint()
        self._look = Look(
            tokens_of(self.palette()), scaled(self.font(), 0.96, bold=True), scaled(self.font(), 0.86)
        )
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._rest = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._rest.timeout.connect(self.seen)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)
        self._paint_ground()

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        self._rest.start()  # not connected itself: it would take the value for a time

    def show_map(self, shown: GraphMap | None) -> None:
        """Draw another graph."""
        self._cards, self._frames, self._headings, self._links = {}, {}, [], []
        self._scene.clear()
        self.map = shown
        if shown is not None:
            self._fill(shown)
        self._show_states()
        self._rest.start()

    def _fill(self, shown: GraphMap) -> None:
        for box in shown.layout.boxes:
            if box.kind == "frame":
                self._frames[box.key] = FrameItem(box, self._look)
                self._headings.append(HeadingItem(shown.blocks, box, self._look))
            else:
                self._cards[box.key] = CardItem(shown.blocks, box, self._look)
        self._links = [LinkItem(link, self._look) for link in shown.layout.links]
        for item in (*self._frames.values(), *self._links, *self._headings, *self._cards.values()):
            self._scene.addItem(item)
        self.setSceneRect(QRectF(0, 0, shown.layout.width, shown.layout.height))

    def set_current(self, key: str | None, *, bring: bool = True) -> None:
        """Highlight the box where the user is, with its lines, and bring it into sight."""
        self.current = key
        self._show_states()
        known = self.map is not None and key is not None
        self.setAccessibleDescription(tr(about(self.map.blocks, key)) if known else "")
        box = self.map.boxes.get(key) if self.map is not None and key is not None else None
        if box is not None and bring:
            self.ensureVisible(
                QRectF(box.x, box.y, box.width, HEADER if box.kind == "frame" else box.height),
                _AROUND,
                _AROUND,
            )

    def set_matches(self, keys: Collection[str] | None) -> None:
        """Let all but these stand back; None for a search that is over."""
        self._matches = frozenset(keys) if keys is not None else None
        self._show_states()

    def set_pictured(self, pictured: bool) -> None:
        """Make room for pictures on the cards, or take it away."""
        self._pictured = pictured
        self._show_states()

    def set_pictures(self, pixmaps: Mapping[str, QPixmap]) -> None:
        """Show these pictures on their cards, and none on the others."""
        for key, card in self._cards.items():
            card.set_pixmap(pixmaps.get(key))

    def _show_states(self) -> None:
        for key, card in self._cards.items():
            dimmed = self._matches is not None and key not in self._matches
            pictured = self._pictured and card.box.kind != "input"
            card.set_state(current=key == self.current, dimmed=dimmed, pictured=pictured)
        for key, frame in self._frames.items():
            frame.set_current(key == self.current)
        for item in self._links:
            near = self.current is not None and self.current in (item.link.source, item.link.target)
            item.set_state(near=near, dimmed=self._matches is not None)

    def keys_in_sight(self) -> list[str]:
        """Keys of the cards in sight, from the top."""
        sight = self.visible_rect()
        cards = self.map.cards if self.map is not None else ()
        seen = [box for box in cards if sight.intersects(QRectF(box.x, box.y, box.width, box.height))]
        return [box.key for box in sorted(seen, key=lambda box: (box.y, box.x))]

    def visible_rect(self) -> QRectF:
        """The part of the scene that is in sight."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    @property
    def zoom(self) -> float:
        """Pixels per point."""
        return self.transform().m11()

    def zoom_by(self, factor: float) -> None:
        """Zoom in or out, within bounds."""
        wanted = min(MOST, max(LEAST, self.zoom * factor))
        self.scale(wanted / self.zoom, wanted / self.zoom)
        self._rest.start()

    def fit_width(self) -> None:
        """Zoom so that the graph is as wide as the view, at most at its own size."""
        room = self.viewport().width() - 8
        if self.map is not None and room > 0:
            self.zoom_by(min(1.0, room / self.map.layout.width) / self.zoom)

    def fit_all(self) -> None:
        """Zoom so that everything is in sight."""
        if self.map is not None:
            across = self.viewport().width() / self.map.layout.width
            down = self.viewport().height() / self.map.layout.height
            self.zoom_by(min(1.0, across, down) / self.zoom)

    def box_at(self, place: QPoint) -> Box | None:
        """What lies at a place of the viewport."""
        point = self.mapToScene(place)
        return self.map.at(point.x(), point.y()) if self.map is not None else None

    def centre_of(self, key: str) -> QPoint:
        """Where a box stands in the viewport; the middle of its title for a frame."""
        box = self.map.boxes[key]
        height = HEADER if box.kind == "frame" else box.height
        return self.mapFromScene(QPointF(box.x + box.width / 2, box.y + height / 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        place = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or (place - self._pressed).manhattanLength() > 4:
            return
        box = self.box_at(place)
        if box is None:
            return
        if box.kind == "frame" and self.mapToScene(place).x() - box.x < _TRIANGLE:
            self.toggled.emit(box.key)
        else:
            self.chosen.emit(box.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        box = self.box_at(event.position().toPoint())
        self._pressed = QPoint(-99, -99)  # the release that follows is no click
        if box is not None:
            self._enter(box)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        box = self.box_at(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else None
        key = box.key if box is not None else self.current
        if key is not None:
            self.menu_requested.emit(key, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_STEP ** (event.angleDelta().y() / _NOTCH))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event.key()):
            super().keyPressEvent(event)

    def _on_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
            self.zoom_by(1 / _STEP if key == Qt.Key.Key_Minus else _STEP)
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
            return True
        if key == Qt.Key.Key_0:
            self.fit_width()
            return True
        box = self.map.boxes.get(self.current or "") if self.map is not None else None
        if box is None:
            return False
        if key in _WAYS:
            there = self.map.neighbour(box.key, _WAYS[key])
            if there is not None:
                self.chosen.emit(there)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(box)
            return True
        return key in (Qt.Key.Key_Space, Qt.Key.Key_Backspace) and self._fold_by_key(box, key)

    def _fold_by_key(self, box: Box, key: int) -> bool:
        """Space folds or unfolds the current block; Backspace folds the one around."""
        around = next(iter(self.map.blocks.around(box.key)), None)
        block = box.key if key == Qt.Key.Key_Space and box.kind != "operation" else around
        if block is not None:
            self.toggled.emit(block)
        return block is not None

    def _enter(self, box: Box) -> None:
        if box.kind == "operation":
            self.opened.emit(box.key)
        else:
            self.toggled.emit(box.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_ground()

    def _paint_ground(self) -> None:
        self._look.tokens = tokens_of(self.palette())
        self.setBackgroundBrush(QColor(self._look.tokens.panel))
        self._scene.update()
