"""The figure as it will be, small, before it is written; dragged out, it is the figure itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

from inspector.gui.translation import tr

_LEAST = QSize(300, 240)


class Preview(QScrollArea):
    """A picture of the figure; taller ones are scrolled."""

    def __init__(self) -> None:
        super().__init__(objectName="exportPreview", frameShape=QFrame.Shape.StyledPanel)
        self.label = QLabel(objectName="exportPreviewPicture", alignment=Qt.AlignmentFlag.AlignCenter)
        self.label.setAccessibleName(tr("Preview of the export"))
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        self.setMinimumSize(_LEAST)

    def set_image(self, image: QImage, ratio: float) -> None:
        """Show a figure painted for a screen of that many pixels per point."""
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self.label.setPixmap(pixmap)
