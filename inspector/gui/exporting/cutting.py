"""Tiles that stand half in sight, cut where their list ends.

Qt's own way of drawing a tile sets a clip of its own, in the place of that of the list; a drawing then shows the
tile's text below the list. Such a tile becomes a picture, cut in time; those in full sight stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_SHARPNESS = 4
Index = QModelIndex | QPersistentModelIndex


@contextmanager
def tiles_cut(view: QWidget) -> Iterator[None]:
    """Cut the tiles of all lists in a view for the length of the block."""
    lists = [(items, items.itemDelegate()) for items in view.findChildren(QAbstractItemView)]
    for items, _ in lists:
        items.setItemDelegate(_Cut(items))
    try:
        yield
    finally:
        for items, delegate in lists:
            items.setItemDelegate(delegate)


class _Cut(QStyledItemDelegate):
    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view, self._own = view, view.itemDelegate()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._own.sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        seen = option.rect.intersected(self._view.viewport().rect())
        if seen == option.rect:
            self._own.paint(painter, option, index)
        elif not seen.isEmpty():
            source = QRectF(
                (seen.topLeft() - option.rect.topLeft()) * _SHARPNESS, QSizeF(seen.size() * _SHARPNESS)
            )
            painter.drawImage(QRectF(seen), self._drawn(option, index), source)

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
