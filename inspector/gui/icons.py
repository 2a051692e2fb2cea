"""Icons: the stroke drawings of resources/icons in the theme's colours."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
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
        for image in _drawn(name, colour, _SIZES):
            made.addPixmap(QPixmap.fromImage(image), mode)
    return made


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    made = QIcon()
    for image in _drawn("app", "", _APPLICATION_SIZES):
        made.addPixmap(QPixmap.fromImage(image))
    return made


def names() -> list[str]:
    """All icons that there are, without the program's own."""
    return sorted(file.stem for file in _folder().glob("*.svg") if file.stem != "app")


def _folder() -> Path:
    return paths.resources() / "icons"


# Images and not icons: what outlives the application may hold no pixmaps.
@cache
def _drawn(name: str, colour: str, sizes: tuple[int, ...]) -> tuple[QImage, ...]:
    drawing = (_folder() / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    return tuple(_rendered(renderer, size) for size in sizes)


def _rendered(renderer: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
