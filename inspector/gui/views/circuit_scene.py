"""A circuit drawn: cards with units' pictures, edges coloured by their sign, as wide as they are strong."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsSceneMouseEvent,
    QGraphicsView,
    QMenu,
    QStyleOptionGraphicsItem,
    QWidget,
)

from inspector.gui.panels.parts import scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.kernel_list import Pictures, draw_pixels, kernel_image, signed
from inspector.lenses.circuit import Circuit, CircuitEdge, CircuitUnit, End
from inspector.lenses.circuit.kernel_places import Point, ends_of, kernel_places
from inspector.lenses.circuit.layout import CARD_HEIGHT, CARD_WIDTH, KERNEL, Places, lay_out
from inspector.lenses.circuit.svg import NEGATIVE, POSITIVE, THUMBNAIL, edge_width

_STEP, _LEAST, _MOST = 1.2, 0.25, 3.0


class UnitCard(QGraphicsItem):
    """A unit: its picture, its node and its number."""

    def __init__(self, unit: CircuitUnit, scene: CircuitScene) -> None:
        super().__init__()
        self.unit, self._home = unit, scene
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(
            tr(
                "{node}/{unit}\nstrength of its strongest path {strength:.3g}\nDouble click "
                "walks there, Delete takes it out, the menu keeps it."
            ).format(node=unit.node, unit=unit.unit, strength=unit.strength)
        )

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT).adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        tokens = tokens_of(self._home.palette())
        end = self.unit.end
        marked, held = self.isSelected(), end in self._home.held
        painter.setPen(QPen(QColor(tokens.accent if marked or held else tokens.edge), 2 if marked else 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(QRectF(0.5, 0.5, CARD_WIDTH - 1, CARD_HEIGHT - 1), 6, 6)
        place = QRectF((CARD_WIDTH - THUMBNAIL) / 2, 5, THUMBNAIL, THUMBNAIL)
        image = self._home.pictures(end)
        if image is None:
            painter.fillRect(place, QColor(tokens.raised))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        self._write(painter)

    def _write(self, painter: QPainter) -> None:
        tokens, font = tokens_of(self._home.palette()), self._home.font()
        painter.setFont(scaled(font, 0.78))
        painter.setPen(QColor(tokens.muted))
        below = QRectF(4, THUMBNAIL + 5, CARD_WIDTH - 8, 14)
        name = painter.fontMetrics().elidedText(
            self.unit.node, Qt.TextElideMode.ElideLeft, int(below.width())
        )
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), name)
        painter.setFont(scaled(font, 0.88, bold=True))
        painter.setPen(QColor(tokens.text))
        mark = tr(" · kept") if self.unit.end in self._home.held else ""
        painter.drawText(
            below.translated(0, 12), int(Qt.AlignmentFlag.AlignCenter), f"{self.unit.unit}{mark}"
        )

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._home.walked.emit(*self.unit.end)


class EdgeLine(QGraphicsPathItem):
    """A kernel as a line, with the kernel itself on it."""

    def __init__(self, edge: CircuitEdge, circuit: Circuit, places: Places, kernel: Point) -> None:
        super().__init__()
        self.edge = edge
        x0, y0, x1, y1 = ends_of(edge, places)
        path, middle = QPainterPath(QPointF(x0, y0)), (x0 + x1) / 2
        path.cubicTo(middle, y0, middle, y1, x1, y1)
        self.setPath(path)
        colour = QColor(POSITIVE if edge.sum >= 0 else NEGATIVE)
        colour.setAlphaF(0.8)
        pen = QPen(colour, edge_width(edge, circuit))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.setPen(pen)
        self._image = kernel_image(edge.kernel, float(np.abs(edge.kernel).max()))
        self._centre = QPointF(*kernel)
        does = tr("excites") if edge.sum >= 0 else tr("inhibits")
        self.setToolTip(
            tr(
                "{source}/{source2} {does} {target}/{target2}\nsum {sum} · L2 norm {norm:.3g} "
                "· {share:.0%} of all that leads there"
            ).format(
                source=edge.source[0],
                source2=edge.source[1],
                does=does,
                target=edge.target[0],
                target2=edge.target[1],
                sum=signed(edge.sum),
                norm=edge.norm,
                share=edge.share,
            )
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)
        place = QRectF(0, 0, KERNEL, KERNEL)
        place.moveCenter(self._centre)
        draw_pixels(painter, self._image, place, QColor("#5c6570"))


class CircuitScene(QGraphicsView):
    """The drawing: drag to move about, wheel to zoom.

    Attributes:
        pictures: Where units' pictures come from.
        held: Units that are marked as kept.

    Signals:
        walked: (node, unit) that was double clicked.
        removed: (node, unit) to take out.
        held_toggled: (node, unit) to keep, or not any more.
    """

    walked = Signal(str, int)
    removed = Signal(str, int)
    held_toggled = Signal(str, int)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(objectName="circuitScene")
        self.setAccessibleName(tr("Circuit"))
        self.pictures = pictures
        self.held: Collection[End] = ()
        self._fitted = True
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)

    @property
    def cards(self) -> dict[End, UnitCard]:
        """The units' cards."""
        return {item.unit.end: item for item in self.scene().items() if isinstance(item, UnitCard)}

    @property
    def lines(self) -> list[EdgeLine]:
        """The edges."""
        return [item for item in self.scene().items() if isinstance(item, EdgeLine)]

    def show_circuit(self, circuit: Circuit | None, held: Collection[End] = (), *, fit: bool = True) -> None:
        """Draw a circuit, all of it in sight where `fit`; None: nothing."""
        self.scene().clear()
        self.held = held
        if circuit is None:
            return
        places, width, height = lay_out(circuit)
        kernels = kernel_places(circuit, places)
        for edge, kernel in reversed(list(zip(circuit.edges, kernels, strict=True))):
            self.scene().addItem(EdgeLine(edge, circuit, places, kernel))
        for unit in circuit.units:
            card = UnitCard(unit, self)
            card.setPos(*places[unit.end])
            card.setZValue(1)
            self.scene().addItem(card)
        self.scene().setSceneRect(0, 0, width, height)
        if fit or self._fitted:
            self.fit()

    def fit(self) -> None:
        """Bring the whole drawing into sight, no larger than it is."""
        self._fitted = True
        self.resetTransform()
        whole, room = self.scene().sceneRect(), self.viewport().size()
        if whole.isEmpty():
            return
        scale = min(room.width() / whole.width(), room.height() / whole.height(), 1.0)
        self.scale(max(scale, _LEAST), max(scale, _LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._fitted = False
        factor = _STEP if event.angleDelta().y() > 0 else 1 / _STEP
        if _LEAST <= self.transform().m11() * factor <= _MOST:
            self.scale(factor, factor)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = [item for item in self.scene().selectedItems() if isinstance(item, UnitCard)]
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen:
            for card in chosen:
                self.removed.emit(*card.unit.end)
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen:
            self.walked.emit(*chosen[0].unit.end)
            event.accept()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = next((item for item in self.items(event.pos()) if isinstance(item, UnitCard)), None)
        if card is not None:
            self.menu_of(card.unit.end).popup(event.globalPos())
        else:
            event.ignore()  # the page has a menu, too

    def menu_of(self, end: End) -> QMenu:
        """What can be done with a unit."""
        menu = QMenu(self, objectName="circuitUnitMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keeps = tr("Do not keep however weak") if end in self.held else tr("Keep however weak")
        for name, text, signal in (
            ("walkToUnit", tr("Walk there"), self.walked),
            ("removeUnit", tr("Take out"), self.removed),
            ("keepUnit", keeps, self.held_toggled),
        ):
            action = QAction(text, menu, objectName=name)
            action.triggered.connect(lambda checked=False, signal=signal: signal.emit(*end))
            menu.addAction(action)
        return menu
