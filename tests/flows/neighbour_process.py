"""Another program on the desktop: it gives files and pixels, and notes what it gets."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from tests.flows.answering import answer_on_stdin, centre, drop_shape


class Source(QLabel):
    """Gives what it has as soon as it is pulled at."""

    def __init__(self, text: str, mime: QMimeData) -> None:
        super().__init__(text, alignment=Qt.AlignmentFlag.AlignCenter)
        self._mime = mime

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        copied, drag = QMimeData(), QDrag(self)
        for kind in self._mime.formats():
            copied.setData(kind, self._mime.data(kind))
        if self._mime.hasImage():
            copied.setImageData(self._mime.imageData())
        drag.setMimeData(copied)
        drag.exec(Qt.DropAction.CopyAction)


class Target(QLabel):
    """Takes everything.

    Attributes:
        over: Whether something is held above it.
        got: What was dropped last: its kinds, its words, the size of its pixels, its files with their bytes.
    """

    def __init__(self) -> None:
        super().__init__("target", alignment=Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(True)
        self.got: dict[str, Any] | None = None
        self.forget()

    def forget(self) -> None:
        """Wait for the next."""
        self.over, self.got = False, None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.over = True
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls()]
        self.got = {
            "text": mime.text(),
            "formats": mime.formats(),
            "pixels": QImage(mime.imageData()).size().toTuple() if mime.hasImage() else None,
            "files": {file.name: file.read_bytes() for file in files},
            "svg": bytes(mime.data("image/svg+xml").data()),
        }
        event.acceptProposedAction()


class Neighbour(QWidget):
    """The three of them, one above the other; no window manager moves it or gives it the keys."""

    def __init__(self, files: list[str]) -> None:
        alone = Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, alone)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        paths, pixels = QMimeData(), QMimeData()
        paths.setUrls([QUrl.fromLocalFile(file) for file in files])
        image = QImage(48, 32, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.darkGreen)
        pixels.setImageData(image)
        self.files, self.pixels, self.target = Source("files", paths), Source("pixels", pixels), Target()
        layout = QVBoxLayout(self)
        for label in (self.files, self.pixels, self.target):
            label.setFrameShape(QLabel.Shape.Box)
            layout.addWidget(label)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    x, y, width, height = map(int, sys.argv[1:5])
    neighbour = Neighbour(sys.argv[5:])
    neighbour.setGeometry(x, y, width, height)
    neighbour.show()
    held = answer_on_stdin(lambda: {"window": neighbour, "centre": centre, "drop_shape": drop_shape})
    sys.exit(application.exec())
