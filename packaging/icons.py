"""Draw the program's icon in all sizes that desktops ask for, from resources/icons/app.svg."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SOURCE = Path(__file__).resolve().parents[1] / "resources" / "icons" / "app.svg"


def draw(side: int, file: Path) -> None:
    """Write the icon as a PNG of `side` pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    if not image.save(str(file)):
        raise OSError(f"{file} could not be written")


def make_icons(folder: Path) -> list[Path]:
    """Write SIDE.png for all sizes, inspector.ico (Windows) and inspector.icns (macOS); returns the PNGs."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{side}.png" for side in SIZES]
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    for side, file in zip(SIZES, files, strict=True):
        draw(side, file)
    largest = Image.open(files[-1])
    largest.save(folder / "inspector.ico", sizes=[(side, side) for side in SIZES if side <= 256])
    largest.save(folder / "inspector.icns")
    del application
    return files


if __name__ == "__main__":
    for file in make_icons(Path(__file__).resolve().parent / "icons"):
        print(file.name)
