"""The pictures at hand, as the strip shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from inspector.gui.models.tiles import Array
from inspector.gui.pixels import rgb_image

Index = QModelIndex | QPersistentModelIndex
DIGEST = Qt.ItemDataRole.UserRole + 1
LABEL = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class _Entry:
    digest: str
    name: str
    label: str
    thumbnail: QPixmap


class PicturesModel(QAbstractListModel):
    """One row per picture, in the order in which they came; added twice, a picture still has one row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[_Entry] = []

    def add(self, digest: str, name: str, thumbnail: Array, label: str) -> None:
        """Append a picture with its thumbnail, uint8 [h,w,3]; nothing happens where it is there already."""
        if self.row_of(digest) is not None:
            return
        row = len(self._entries)
        self.beginInsertRows(QModelIndex(), row, row)
        self._entries.append(_Entry(digest, name, label, QPixmap.fromImage(rgb_image(thumbnail))))
        self.endInsertRows()

    def remove(self, digest: str) -> None:
        """Take a picture away, if it is there."""
        row = self.row_of(digest)
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._entries[row]
            self.endRemoveRows()

    def row_of(self, digest: str) -> int | None:
        """The row of a picture, or None."""
        return next((row for row, entry in enumerate(self._entries) if entry.digest == digest), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.name} ({entry.label})" if entry.label else entry.name
        values = {
            Qt.ItemDataRole.DisplayRole: entry.name,
            Qt.ItemDataRole.DecorationRole: entry.thumbnail,
            DIGEST: entry.digest,
            LABEL: entry.label,
        }
        return values.get(role)
