"""What goes to other programs: a picture as pixels, as a file and as words, on the clipboard or by drag."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

_PLAIN = re.compile(r"[^\w.+=-]+")
_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def carried(
    image: QImage,
    name: str,
    text: str = "",
    *,
    path: str = "",
    recipe: str = "",
    into: QMimeData | None = None,
) -> QMimeData:
    """Pixels for programs that paint, a PNG file for those that take files, words for those that write.

    Args:
        image: The picture.
        name: What it is called; the file is called so, too.
        text: What is told of it.
        path: The file where it is there already; else one is written into a folder that goes with the
            program, the words and the recipe in its metadata.
        recipe: How it was made, as JSON.
        into: What is carried beside.
    """
    mime = into if into is not None else QMimeData()
    mime.setImageData(image)
    if text:
        mime.setText(text)
    if not path:
        file = folder() / f"{plain(name)}.png"
        told = QImage(image)
        told.setText("Title", name)
        told.setText("Description", text)
        if recipe:
            told.setText("recipe", recipe)
        # Where the disk is full, pixels and words are carried all the same.
        path = str(file) if told.save(str(file), "PNG") else ""
    if path:
        mime.setUrls([QUrl.fromLocalFile(path)])
    return mime


def plain(name: str) -> str:
    """A name that every file system takes."""
    return _PLAIN.sub("-", name).strip("-.")[:120] or "picture"


def folder() -> Path:
    """Where files lie that other programs are handed, until the program ends."""
    if not _KEPT:
        _KEPT.append(tempfile.TemporaryDirectory(prefix="neuron-inspector-", ignore_cleanup_errors=True))
    return Path(_KEPT[0].name)
