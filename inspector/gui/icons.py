"""Icons: the stroke drawings of resources/icons in the theme's colours."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inspector import paths
from inspector.gui.theme import Tokens

# Qt takes the next larger one for screens of more than one pixel per point.
_SIZES = (16, 20, 24, 32, 48, 64)
_APPLICATION_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, tokens: Tokens) -> QIcon:
    """The icon in the text's colour, fainter while its action cannot be used.

    Raises:
        FileNotFoundError: There is no drawing of that name.
    """
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, tokens.text), (QIcon.Mode.Disabled, tokens.faint)):
        for size in _SIZES:
            made.addPixmap(_drawn(_drawing(name).replace("currentColor", colour), size), mode)
    return made


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    made = QIcon()
    for size in _APPLICATION_SIZES:
        made.addPixmap(_drawn(_drawing("app"), size))
    return made


def names() -> list[str]:
    """All icons that there are, without the program's own."""
    return sorted(file.stem for file in _folder().glob("*.svg") if file.stem != "app")


@cache
def _drawing(name: str) -> str:
    return (_folder() / f"{name}.svg").read_text(encoding="utf-8")


def _folder() -> Path:
    return paths.resources() / "icons"


def _drawn(drawing: str, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    return pixmap
