"""What the graph is drawn of: cards, frames and lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from inspector.gui.panels.parts import blend
from inspector.gui.theme import Tokens
from inspector.gui.translation import plural, tr
from inspector.network.flow.blocks import Blocks
from inspector.network.flow.layout import HEADER, Box, Link
from inspector.network.flow.svg import COLOURS, INSET, THUMBNAIL
from inspector.network.flow.words import about, details, kind, title

_RADIUS, _FRAME_RADIUS, _STACK = 7.0, 10.0, 3.0
_TIP = 4.5
# Below this scale text is no text any more, and lines lose their tips.
_LEGIBLE = 0.34
_DIMMED = 0.28
# How much of the kind's colour a card takes where it is too small for words.
_FROM_AFAR = 0.45


@dataclass
class Look:
    """How everything is drawn: colours and fonts, shared by all items."""

    tokens: Tokens
    name: QFont
    more: QFont

    @property
    def line(self) -> QColor:
        """Colour of lines."""
        return QColor(self.tokens.faint)

    def frame(self, depth: int) -> QColor:
        """Ground of a frame that stands in `depth` others."""
        share = 0.05 + 0.045 * min(depth, 3)
        return blend(QColor(self.tokens.accent), QColor(self.tokens.panel), share)


class CardItem(QGraphicsItem):
    """An operation, a folded block or the input."""

    def __init__(self, blocks: Blocks, box: Box, look: Look) -> None:
        super().__init__()
        self.box, self._look = box, look
        self.current = self.dimmed = False
        self.pictured = False
        self._pixmap: QPixmap | None = None
        self.setPos(box.x, box.y)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(3)
        if box.kind == "input":
            self._texts, self._colour = (tr("input"), "", ""), ""
            return
        op = blocks.node(box.key).op
        inside = len(blocks.inside(box.key)) if box.kind == "block" else 0
        count = plural(" · {count} op", " · {count} ops", inside).format(count=inside) if inside else ""
        self._texts = (title(blocks, box.key), op + count, tr(details(blocks, box.key)))
        self._colour = COLOURS[kind(op)]
        self.setToolTip(tr(about(blocks, box.key)))

    def set_pixmap(self, pixmap: QPixmap | None) -> None:
        """Show a picture, or none."""
        if pixmap is not self._pixmap:
            self._pixmap = pixmap
            self.update()

    def set_state(self, *, current: bool, dimmed: bool, pictured: bool) -> None:
        """Whether it is the current one, does not match the search, and has room for a picture."""
        if (self.current, self.dimmed, self.pictured) != (current, dimmed, pictured):
            self.current, self.dimmed, self.pictured = current, dimmed, pictured
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-2, -2, self.box.width + _STACK + 4, self.box.height + _STACK + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        tokens = self._look.tokens
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setOpacity(_DIMMED if self.dimmed else 1.0)
        rect = QRectF(0, 0, self.box.width, self.box.height)
        pen = QPen(QColor(tokens.accent), 2.4) if self.current else QPen(QColor(tokens.edge), 1)
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.base))
        if self.box.kind == "input":
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
            self._write(painter, self._look.name, tokens.text, rect, "input", Qt.AlignmentFlag.AlignCenter)
            return
        if self.box.kind == "block":
            painter.drawRoundedRect(rect.translated(_STACK, _STACK), _RADIUS, _RADIUS)
        if self.current:
            painter.setBrush(blend(QColor(tokens.accent), QColor(tokens.base), 0.12))
        elif scale < _LEGIBLE:
            painter.setBrush(blend(QColor(self._colour), QColor(tokens.base), _FROM_AFAR))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.fillRect(QRectF(2, INSET, 3, rect.height() - 2 * INSET), QColor(self._colour))
        left = self._draw_picture(painter)
        if scale >= _LEGIBLE:
            self._draw_texts(painter, left)

    def _draw_picture(self, painter: QPainter) -> float:
        left = INSET + 4
        if not self.pictured:
            return left
        place = QRectF(left, INSET, THUMBNAIL, THUMBNAIL)
        if self._pixmap is None:
            painter.fillRect(place, QColor(self._look.tokens.raised))
        else:
            painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
        return left + THUMBNAIL + INSET

    def _draw_texts(self, painter: QPainter, left: float) -> None:
        tokens, look = self._look.tokens, self._look
        room = self.box.width - left - INSET + 2
        rows = (
            (look.name, tokens.text, 7.0, 18.0),
            (look.more, tokens.text, 25.0, 15.0),
            (look.more, tokens.muted, 41.0, 15.0),
        )
        for (font, colour, top, height), text in zip(rows, self._texts, strict=True):
            place = QRectF(left, top, room, height)
            middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self._write(painter, font, colour, place, text, middle)

    def _write(
        self,
        painter: QPainter,
        font: QFont,
        colour: str,
        place: QRectF,
        text: str,
        alignment: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        # Names differ at their ends: what is left out stands in the middle.
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, int(alignment), shown)


class FrameItem(QGraphicsItem):
    """The ground of an open block."""

    def __init__(self, box: Box, look: Look) -> None:
        super().__init__()
        self.box, self._look = box, look
        self.current = False
        self.setPos(box.x, box.y)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(-10 + box.depth)

    def set_current(self, current: bool) -> None:
        """Whether the user is at this block."""
        if current != self.current:
            self.current = current
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-2, -2, self.box.width + 4, self.box.height + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        tokens = self._look.tokens
        pen = QPen(QColor(tokens.accent), 2.4) if self.current else QPen(QColor(tokens.border), 1)
        painter.setPen(pen)
        painter.setBrush(self._look.frame(self.box.depth))
        painter.drawRoundedRect(QRectF(0, 0, self.box.width, self.box.height), _FRAME_RADIUS, _FRAME_RADIUS)


class HeadingItem(QGraphicsItem):
    """The title of an open block, over the lines that run below it."""

    def __init__(self, blocks: Blocks, box: Box, look: Look) -> None:
        super().__init__()
        self.box, self._look = box, look
        self._text = f"{title(blocks, box.key)} · {blocks.node(box.key).op}"
        self.setPos(box.x, box.y)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setToolTip(
            tr("{about}\nClick the triangle, or double-click, to fold it").format(
                about=tr(about(blocks, box.key))
            )
        )
        self.setZValue(2)

    def boundingRect(self) -> QRectF:
        return QRectF(4, 3, min(self.box.width - 8, self._width() + 30), HEADER - 5)

    def _width(self) -> float:
        return QFontMetricsF(self._look.name).horizontalAdvance(self._text)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if option.levelOfDetailFromTransform(painter.worldTransform()) < _LEGIBLE:
            return
        tokens, place = self._look.tokens, self.boundingRect()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.frame(self.box.depth))
        painter.drawRoundedRect(place, 5, 5)
        painter.setBrush(QColor(tokens.muted))
        painter.drawPolygon(QPolygonF([QPointF(10, 11), QPointF(19, 11), QPointF(14.5, 17)]))
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._look.name)
        room = place.adjusted(20, 0, 0, 0)
        shown = QFontMetricsF(self._look.name).elidedText(
            self._text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class LinkItem(QGraphicsItem):
    """A line from one box to another, with a tip."""

    def __init__(self, link: Link, look: Look) -> None:
        super().__init__()
        self.link, self._look = link, look
        self.near = self.dimmed = False
        self._path = _path(link)
        self._tip = _tip(link)
        self._bounds = self._path.boundingRect().adjusted(-6, -6, 6, 6)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(0)

    def set_state(self, *, near: bool, dimmed: bool) -> None:
        """Whether it touches the current box, and whether the search leads elsewhere."""
        if (self.near, self.dimmed) != (near, dimmed):
            self.near, self.dimmed = near, dimmed
            self.setZValue(1 if near else 0)
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        colour = QColor(self._look.tokens.accent) if self.near else self._look.line
        painter.setOpacity(_DIMMED if self.dimmed and not self.near else 1.0)
        painter.setPen(QPen(colour, 2.2 if self.near else 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        if option.levelOfDetailFromTransform(painter.worldTransform()) >= _LEGIBLE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(self._tip)


def _path(link: Link) -> QPainterPath:
    path = QPainterPath(QPointF(*link.points[0]))
    for (x0, y0), (x, y) in pairwise(link.points):
        if abs(x - x0) < 0.5:
            path.lineTo(x, y)
        else:
            middle = (y0 + y) / 2
            path.cubicTo(x0, middle, x, middle, x, y)
    return path


def _tip(link: Link) -> QPolygonF:
    x, y = link.points[-1]
    up = -1 if len(link.points) > 1 and link.points[-2][1] > y else 1
    corners = [(x, y), (x - _TIP, y - up * 1.8 * _TIP), (x + _TIP, y - up * 1.8 * _TIP)]
    return QPolygonF([QPointF(*corner) for corner in corners])
