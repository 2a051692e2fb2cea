"""What goes to other programs: a picture as pixels, as a file and as words, on the clipboard or by drag."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

_PLAIN = re.compile(r"[^\w.+=-]+")
_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def carried(image: QImage, name: str, text: str = "", files: tuple[tuple[str, bytes], ...] = ()) -> QMimeData:
    """Pixels for programs that paint, a PNG file for those that take files, words for those that write.

    `files` are further endings with what is in them ("svg"); all lie in a folder that goes with the program.
    """
    mime = QMimeData()
    mime.setImageData(image)
    if text:
        mime.setText(text)
    png = folder() / f"{plain(name)}.png"
    image.save(str(png), "PNG")
    paths = [png]
    for ending, content in files:
        paths.append(png.with_suffix(f".{ending}"))
        paths[-1].write_bytes(content)
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths[:1]])
    return mime


def plain(name: str) -> str:
    """A name that every file system takes."""
    return _PLAIN.sub("-", name).strip("-.")[:120] or "picture"


def folder() -> Path:
    """Where files lie that other programs are handed, until the program ends."""
    if not _KEPT:
        _KEPT.append(tempfile.TemporaryDirectory(prefix="neuron-inspector-", ignore_cleanup_errors=True))
    return Path(_KEPT[0].name)
