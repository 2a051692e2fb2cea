"""One crop, as large as there is room, and nothing about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.example_picture import ExamplePicture


class BlindCrop(QWidget):
    """Draws an example's crop; its value and name are not told."""

    def __init__(self) -> None:
        super().__init__(objectName="blindCrop")
        self.setAccessibleName(tr("The crop to be labelled"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(64, 64)
        self.picture: ExamplePicture | None = None

    def show_picture(self, picture: ExamplePicture | None) -> None:
        """Show a crop, None for none."""
        self.picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is not None:
            self.picture.draw(QPainter(self), QRectF(self.rect()), "crop", tokens_of(self.palette()))
