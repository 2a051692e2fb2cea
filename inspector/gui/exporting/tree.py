"""Painting a widget with all that is in it as shapes and letters, each part kept within its place.

`QWidget.render` leaves it to the window system to keep a child within its place; files know no such thing:
what is scrolled out of sight would lie over the neighbours. So every widget is recorded alone and played back
inside a clip.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPicture, QRegion
from PySide6.QtWidgets import QWidget

from inspector.gui.exporting.cutting import tiles_cut

_NOTHING = QWidget.RenderFlag(0)


def paint_tree(painter: QPainter, widget: QWidget) -> None:
    """Paint a widget and its visible children at the painter's origin."""
    with tiles_cut(widget):
        _paint_all(painter, widget)


def _paint_all(painter: QPainter, widget: QWidget) -> None:
    _paint(painter, widget, QPoint(), QRect(QPoint(), widget.size()), QWidget.RenderFlag.DrawWindowBackground)


def _paint(painter: QPainter, widget: QWidget, at: QPoint, seen: QRect, flags: QWidget.RenderFlag) -> None:
    seen = seen.intersected(QRect(at, widget.size()))
    if seen.isEmpty():
        return
    painter.save()
    painter.setClipRect(seen)
    painter.translate(at)
    _recorded(widget, flags).play(painter)
    painter.restore()
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisibleTo(widget):
            _paint(painter, child, at + child.pos(), seen, _NOTHING)


def _recorded(widget: QWidget, flags: QWidget.RenderFlag) -> QPicture:
    picture = QPicture()
    inner = QPainter(picture)
    QWidget.render(widget, inner, QPoint(), QRegion(), flags)  # a QGraphicsView has another one
    inner.end()
    picture.setBoundingRect(QRect(QPoint(), QSize(widget.size())))
    return picture
