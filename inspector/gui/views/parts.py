"""Small parts that several views share: captions, muted sentences, a picture that fits its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector.gui.exporting.carrying import carried
from inspector.gui.exporting.dragging import Carrier
from inspector.gui.panels.parts import scaled
from inspector.gui.pixels import rgb_image, rgba_image
from inspector.gui.theme import tokens_of

SPACE = 8
EDGE = 12
SMALLEST = (340, 220)
"""Least width and height of a view: what does not fit gives way, instead of holding the window open."""
_PIXELATED_BELOW = 24
_MARK_RADIUS = 5
_WITH_ALPHA = 4


def heading(text: str) -> QLabel:
    """What a view is called, set as the panels set theirs."""
    label = QLabel(text)
    label.setFont(scaled(label.font(), 1.0, bold=True))
    return label


def caption(text: str, name: str = "") -> QLabel:
    """A small spaced heading in capitals, muted."""
    label = QLabel(objectName=name)
    font = scaled(label.font(), 0.82, bold=True)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
    label.setFont(font)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    set_caption(label, text)
    return label


def set_caption(label: QLabel, text: str) -> None:
    """Let a caption say something else; the dots of Ä, Ö and Ü stand higher than a font says that it does."""
    label.setText(text.upper())
    metrics = label.fontMetrics()
    above = -metrics.tightBoundingRect(label.text()).top() - metrics.ascent()
    label.setContentsMargins(0, max(above, 0), 0, 0)


def muted(text: str = "", name: str = "", factor: float = 0.92, *, wrap: bool = False) -> QLabel:
    """A quiet line of text."""
    label = QLabel(text, objectName=name, wordWrap=wrap)
    label.setFont(scaled(label.font(), factor))
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    if wrap:
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
    return label


class Facts(QLabel):
    """Short facts in a row, wrapped to at most two lines; what does not fit is in the tooltip."""

    _LINES = 2

    def __init__(self, name: str) -> None:
        super().__init__(objectName=name, wordWrap=True)
        self.setFont(scaled(self.font(), 0.92))
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._LINES * self.fontMetrics().lineSpacing() + 1)
        self._facts: Sequence[str] = ()

    def set_facts(self, facts: Sequence[str]) -> None:
        """Say these, the most important first."""
        self._facts = facts
        self.setToolTip("\n".join(facts))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        count = len(self._facts)
        while count > 1 and self._height(self._joined(count)) > self.height():
            count -= 1
        self.setText(self._joined(count))

    def _joined(self, count: int) -> str:
        # A fact is not broken in two: neither blanks nor slashes inside it break.
        facts = [fact.replace(" ", "\u00a0").replace("/", "/\u2060") for fact in self._facts[:count]]
        return "\u00a0· ".join(facts) + (" …" if count < len(self._facts) else "")

    def _height(self, text: str) -> int:
        place = QRect(0, 0, max(self.width(), 1), 10_000)
        return self.fontMetrics().boundingRect(place, int(Qt.TextFlag.TextWordWrap), text).height()


@cache
def _chequers(colour: str) -> QPixmap:
    """Two fields of a chequered ground, the other two clear."""
    pixmap = QPixmap(2 * SPACE, 2 * SPACE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    for corner in (0, SPACE):
        painter.fillRect(corner, corner, SPACE, SPACE, QColor(colour))
    painter.end()
    return pixmap


class FittedPicture(QWidget):
    """A picture as large as its place allows, its proportions kept; it can be dragged to other programs.

    Attributes:
        carrier: What lets it be dragged.
        recipe: How it was made, as JSON, for the file that is dragged along; "" where there is none.

    Signals:
        clicked: The picture was clicked at y, x, each from 0 to 1.
    """

    clicked = Signal(float, float)

    def __init__(
        self, name: str, accessible: str, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter
    ) -> None:
        super().__init__(objectName=name)
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(32, 32)
        self._alignment = alignment
        self._image: QImage | None = None
        self.carrier = Carrier(self, self._carried)
        self.recipe: Callable[[], str] = lambda: ""
        self._side = 192
        self._hint = ""
        self._mark: tuple[float, float] | None = None

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    @property
    def hint(self) -> str:
        """What is said where there is no picture."""
        return self._hint

    def set_image(self, image: QImage | None) -> None:
        """Show an image, or nothing."""
        self._image = image
        self.update()

    def set_picture(self, pixels: np.ndarray[Any, Any] | None) -> None:
        """Show uint8 [H,W,3], or [H,W,4] before a chequered ground, or nothing."""
        make = rgba_image if pixels is not None and pixels.shape[-1] == _WITH_ALPHA else rgb_image
        self._image = None if pixels is None else make(pixels)
        self.update()

    def _carried(self, point: QPoint) -> QMimeData | None:
        """What goes to another program that the picture is dragged to: all its pixels."""
        return self.mime() if self.picture_rect().contains(point.toPointF()) else None

    def mime(self) -> QMimeData | None:
        """The picture with all its pixels, as a file, and in words; None without one."""
        if self._image is None:
            return None
        name = self.accessibleName() or self.objectName()
        return carried(self._image, name, self.toolTip() or name, recipe=self.recipe())

    def set_hint(self, text: str) -> None:
        """What to say while there is no picture."""
        self._hint = text
        self.update()

    def set_mark(self, place: tuple[float, float] | None) -> None:
        """Draw a ring at y, x (each from 0 to 1), or none."""
        self._mark = place
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture is drawn; without one, the square where it would be."""
        ratio = self._image.width() / self._image.height() if self._image else 1.0
        width = min(self.width(), self.height() * ratio)
        size = QSize(round(width), round(width / ratio))
        spare = self.size() - size
        across = 0 if self._alignment & Qt.AlignmentFlag.AlignLeft else spare.width() // 2
        down = 0 if self._alignment & Qt.AlignmentFlag.AlignTop else spare.height() // 2
        return QRectF(across, down, size.width(), size.height())

    def set_preferred_side(self, side: int) -> None:
        """Take a square of that side in pixels, less where there is no room."""
        self._side = side
        self.setMaximumHeight(side)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self.picture_rect()
        if self._image is None:
            painter.fillRect(place, self.palette().color(QPalette.ColorRole.AlternateBase))
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(place.adjusted(SPACE, SPACE, -SPACE, -SPACE), int(flags), self._hint)
        else:
            smooth = self._image.width() >= _PIXELATED_BELOW
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            if self._image.hasAlphaChannel():
                self._draw_ground(painter, place)
            painter.drawImage(place, self._image)
            if self._mark is not None:
                self._draw_mark(painter, place, *self._mark)
        painter.setPen(QPen(QColor(tokens_of(self.palette()).border), 1))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw_ground(self, painter: QPainter, place: QRectF) -> None:
        tokens = tokens_of(self.palette())
        painter.fillRect(place, QColor(tokens.base))
        painter.setBrushOrigin(place.topLeft())
        painter.fillRect(place, QBrush(_chequers(tokens.border)))

    def _draw_mark(self, painter: QPainter, place: QRectF, y: float, x: float) -> None:
        centre = place.topLeft() + QPointF(x * place.width(), y * place.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((Qt.GlobalColor.black, 3.5), (Qt.GlobalColor.white, 1.5)):  # seen on any ground
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(centre, _MARK_RADIUS, _MARK_RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place, point = self.picture_rect(), event.position()
        if self._image is not None and event.button() == Qt.MouseButton.LeftButton and place.contains(point):
            inside: QPointF = point - place.topLeft()
            self.clicked.emit(inside.y() / place.height(), inside.x() / place.width())
