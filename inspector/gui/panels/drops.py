"""What of a drop or of the clipboard can become pictures."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


def paths_from(data: QMimeData) -> list[str]:
    """Local files and folders, as they are and in their order; addresses on the web are left out."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def image_from(data: QMimeData) -> QImage | None:
    """The picture itself, where pixels and not a file were copied or dragged."""
    if not data.hasImage():
        return None
    image = QImage(data.imageData())
    return None if image.isNull() else image


def is_welcome(data: QMimeData) -> bool:
    """Whether there are files, folders or pixels in it."""
    return data.hasImage() or bool(paths_from(data))
