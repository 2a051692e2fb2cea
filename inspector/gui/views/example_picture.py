"""How a dataset example is drawn: the crop that the unit sees, the whole picture, or its map over it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from inspector.gui.pixels import heat_overlay, rgb_image
from inspector.gui.theme import Tokens
from inspector.gui.views.words import reading
from inspector.jobs.looking import Look, crop_box
from inspector.lenses.examples import Example

Way = Literal["crop", "picture", "heat"]
WAYS: dict[Way, tuple[str, str]] = {
    "crop": ("Crop", "What the unit sees at its maximum: its receptive field there."),
    "picture": ("Picture", "The whole picture, with what the unit sees framed."),
    "heat": ("Heat map", "The unit’s map over what the network sees of the picture."),
}
_OPACITY = 0.85


class ExamplePicture:
    """An example's pixels, made once and drawn in any size.

    Attributes:
        example: The example.
    """

    def __init__(self, example: Example) -> None:
        self.example = example
        self._whole = rgb_image(example.thumbnail) if example.thumbnail.size else None
        self._crop: QImage | None = None
        self._heat: QImage | None = None

    def look(self, look: Look) -> None:
        """Take sharper pixels, or the map."""
        self._crop = rgb_image(look.crop)
        if look.view is not None and look.heat is not None:
            self._heat = rgb_image(heat_overlay(look.view, look.heat, _OPACITY))

    def draw(self, painter: QPainter, place: QRectF, way: Way, tokens: Tokens) -> None:
        """Draw it as large as the place allows."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if way == "heat" and self._heat is not None:
            painter.drawImage(fitted(self._heat.size().toSizeF(), place), self._heat)
        elif self._whole is None:
            painter.fillRect(place, QColor(tokens.raised))
        elif way == "crop":
            self._draw_crop(painter, place)
        else:
            self._draw_whole(painter, place)

    def _draw_crop(self, painter: QPainter, place: QRectF) -> None:
        size = self._whole.size().toSizeF()
        left, top, right, bottom = crop_box(self.example.box, size.width(), size.height())
        source = QRectF(left, top, right - left, bottom - top)
        target = fitted(source.size(), place)
        if self._crop is not None:
            painter.drawImage(target, self._crop)
        else:
            painter.drawImage(target, self._whole, source)
        if self._is_smaller(source, size):
            _frame(painter, _within(self._pixels(size), source, target))

    def _draw_whole(self, painter: QPainter, place: QRectF) -> None:
        size = self._whole.size().toSizeF()
        whole = QRectF(0, 0, size.width(), size.height())
        target = fitted(size, place)
        painter.drawImage(target, self._whole)
        if self.example.box != (0.0, 0.0, 1.0, 1.0):
            _frame(painter, _within(self._pixels(size), whole, target))

    def _pixels(self, size: QSizeF) -> QRectF:
        left, top, right, bottom = self.example.box
        return QRectF(
            left * size.width(),
            top * size.height(),
            (right - left) * size.width(),
            (bottom - top) * size.height(),
        )

    def _is_smaller(self, source: QRectF, size: QSizeF) -> bool:
        field = self._pixels(size)
        return max(field.width(), field.height()) < 0.95 * max(source.width(), source.height())

    @property
    def text(self) -> str:
        """Value, class and name in a line."""
        example = self.example
        return " · ".join(part for part in (reading(example.value), example.label, example.name) if part)


def fitted(size: QSizeF, place: QRectF) -> QRectF:
    """The largest rectangle of these proportions in the middle of a place."""
    scaled = size.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    rect = QRectF(0, 0, scaled.width(), scaled.height())
    rect.moveCenter(place.center())
    return rect


def _within(part: QRectF, source: QRectF, target: QRectF) -> QRectF:
    """Where a part of the source lies in the target."""
    across, down = target.width() / source.width(), target.height() / source.height()
    return QRectF(
        target.left() + (part.left() - source.left()) * across,
        target.top() + (part.top() - source.top()) * down,
        part.width() * across,
        part.height() * down,
    ).intersected(target)


def _frame(painter: QPainter, rect: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255), 1.2)):  # seen on any ground
        painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
