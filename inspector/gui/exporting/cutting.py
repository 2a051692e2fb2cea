"""Tiles that stand half in sight, cut where their list ends.

Qt's own way of drawing a tile sets a clip of its own, in the place of that of the list; a drawing then shows
the tile's text below the list. Such a tile becomes a picture, cut in time; those in full sight stay as they
are.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_SHARPNESS = 4
Index = QModelIndex | QPersistentModelIndex


@contextmanager
def tiles_cut(view: QWidget) -> Iterator[None]:
    """Cut the tiles of all lists in a view for the length of the block."""
    lists = [(items, items.itemDelegate()) for items in view.findChildren(QAbstractItemView)]
    for items, _ in lists:
        items.setItemDelegate(_Cut(items, view))
    try:
        yield
    finally:
        for items, delegate in lists:
            items.setItemDelegate(delegate)


class _Cut(QStyledItemDelegate):
    def __init__(self, view: QAbstractItemView, whole: QWidget) -> None:
        super().__init__(view)
        self._own, self._seen = view.itemDelegate(), _in_sight(view.viewport(), whole)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._own.sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        seen = option.rect.intersected(self._seen)
        if seen == option.rect:
            self._own.paint(painter, option, index)
        elif not seen.isEmpty():
            corner = (seen.topLeft() - option.rect.topLeft()) * _SHARPNESS
            # Cut before it is drawn: an SVG takes the whole of a picture.
            part = self._drawn(option, index).copy(QRect(corner, seen.size() * _SHARPNESS))
            painter.drawImage(QRectF(seen), part)

    def _drawn(self, option: QStyleOptionViewItem, index: Index) -> QImage:
        made = QImage(option.rect.size() * _SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied)
        made.setDevicePixelRatio(_SHARPNESS)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.translate(-option.rect.topLeft())
        self._own.paint(painter, option, index)
        painter.end()
        made.setDevicePixelRatio(1)
        return made


def _in_sight(widget: QWidget, whole: QWidget) -> QRect:
    """The part of a widget that none of those around it cut off, up to the whole."""
    seen, around = widget.rect(), widget.parentWidget()
    while around is not None:
        seen = seen.intersected(QRect(widget.mapFrom(around, QPoint()), around.size()))
        around = around.parentWidget() if around is not whole else None
    return seen
