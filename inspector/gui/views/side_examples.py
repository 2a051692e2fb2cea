"""The pictures that a unit answers most to, cut out where its maximum saw them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from inspector.gui.panels.parts import scaled
from inspector.gui.pixels import draw_part
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.words import reading

_SMALLEST_TILE, _GAP = 64, 6


class ExampleTiles(QWidget):
    """Pictures in a row, as many as fit, or all of them in several; each with its value below.

    Attributes:
        examples: (name, value, image) of each.
        tall: Whether there is room for several rows.
    """

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(objectName=name)
        self._title = accessible
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.examples: Sequence[tuple[str, float, QImage | None]] = ()
        self.tall = False

    def set_tall(self, tall: bool) -> None:
        """Take all the room there is, or that of one row."""
        self.tall = tall
        down = QSizePolicy.Policy.Expanding if tall else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, down)
        self.update()

    def set_examples(self, examples: Sequence[tuple[str, float, QImage | None]]) -> None:
        """Show these, the strongest first; an image may be missing yet."""
        self.examples = examples
        said = ", ".join(f"{name} {reading(value)}" for name, value, _ in examples)
        self.setAccessibleDescription(said or tr("None are known"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(8 * _SMALLEST_TILE, 84 + self.fontMetrics().height())

    def rects(self) -> list[QRectF]:
        """Where the pictures stand, as many as are shown."""
        fit = max(1, min(len(self.examples), (self.width() + _GAP) // (_SMALLEST_TILE + _GAP)))
        below = self.fontMetrics().height() + 2
        choices = range(1, fit + 1) if self.tall else (fit,)
        columns, rows, side = max((self._grid(columns, below) for columns in choices), key=lambda one: one[2])
        places = range(min(columns * rows, len(self.examples)))
        step = side + below + _GAP
        return [QRectF(i % columns * (side + _GAP), i // columns * step, side, side) for i in places]

    def _grid(self, columns: int, below: int) -> tuple[int, int, float]:
        """Columns, rows, and how large tiles are so that all stand in the room there is."""
        rows = -(-max(len(self.examples), 1) // columns) if self.tall else 1
        across = (self.width() + _GAP) / columns - _GAP
        return columns, rows, max(min(across, (self.height() + _GAP) / rows - _GAP - below), 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(scaled(self.font(), 0.85))
        if not self.examples:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft), tr("This node was not compared."))
        for rect, (_, value, image) in zip(self.rects(), self.examples, strict=False):
            painter.fillRect(rect, QColor(tokens.raised))
            if image is not None:
                draw_part(painter, rect, image, _middle(image))
            below = QRectF(rect.left(), rect.bottom() + 1, rect.width(), self.fontMetrics().height() + 1)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), reading(value))

    def event(self, event: QHelpEvent) -> bool:
        if event.type() == QHelpEvent.Type.ToolTip:
            places = [i for i, rect in enumerate(self.rects()) if rect.contains(event.pos())]
            words = [
                tr("{name} · maximum {maximum}").format(
                    name=self.examples[i][0], maximum=reading(self.examples[i][1])
                )
                for i in places
            ]
            QToolTip.showText(event.globalPos(), "".join(words), self)
            return True
        return super().event(event)


def _middle(image: QImage) -> QRectF:
    """The square in the middle of a picture."""
    side = min(image.width(), image.height())
    return QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)
