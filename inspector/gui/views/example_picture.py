"""How a dataset example is drawn: the crop that the unit sees, the whole picture, or its map over it."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from PySide6.QtCore import QMimeData, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from inspector.gui.exporting.carrying import carried
from inspector.gui.pixels import draw_part, heat_overlay, rgb_image
from inspector.gui.theme import Tokens
from inspector.gui.translation import mark
from inspector.gui.views.words import reading
from inspector.jobs.looking import Look, Scanned, crop_box
from inspector.lenses.examples import Example

Way = Literal["crop", "picture", "heat"]
WAYS: dict[Way, tuple[str, str]] = {
    "crop": (mark("Crop"), mark("What the unit sees at its maximum: its receptive field there.")),
    "picture": (mark("Picture"), mark("The whole picture, with what the unit sees framed.")),
    "heat": (mark("Heat map"), mark("The unit’s map over what the network sees of the picture.")),
}
_OPACITY = 0.85
_FRAMED_FROM = 56
_SHARP_FROM = 0.7


class ExamplePicture:
    """An example's pixels, made once and drawn in any size.

    Attributes:
        example: The example.
    """

    def __init__(self, example: Example) -> None:
        self.example = example
        self._thumbnail: QImage | None = None
        self._crop: QImage | None = None
        self._heat: QImage | None = None

    def look(self, look: Look) -> None:
        """Take sharper pixels, or the map."""
        self._crop = rgb_image(look.crop)
        if look.view is not None and look.heat is not None:
            self._heat = rgb_image(heat_overlay(look.view, look.heat, _OPACITY))

    @property
    def is_sharp(self) -> bool:
        """Whether it was looked at again."""
        return self._crop is not None

    def draw(self, painter: QPainter, place: QRectF, way: Way, tokens: Tokens) -> None:
        """Draw it as large as the place allows."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if way == "heat" and self._heat is not None:
            painter.drawImage(fitted(self._heat.size().toSizeF(), place), self._heat)
        elif not self.example.thumbnail.size:
            painter.fillRect(place, QColor(tokens.raised))
        elif way == "crop":
            self._draw_crop(painter, place)
        else:
            self._draw_whole(painter, place)

    def pixels(self, way: Way) -> QImage:
        """All pixels that there are of it in one of the ways, without a frame."""
        if way == "heat" and self._heat is not None:
            return self._heat
        if not self.example.thumbnail.size:
            return QImage()
        if way != "crop":
            return self._whole
        return self._crop if self._crop is not None else rgb_image(cropped(self.example))

    def carried(self, way: Way) -> QMimeData | None:
        """What goes to another program that it is dragged to."""
        image = self.pixels(way)
        return None if image.isNull() else carried(image, f"example {self.example.name}", self.text)

    @property
    def _whole(self) -> QImage:
        # Made when it is drawn: a quilt has hundreds, and not all of them are in sight.
        if self._thumbnail is None:
            self._thumbnail = rgb_image(self.example.thumbnail)
        return self._thumbnail

    def _draw_crop(self, painter: QPainter, place: QRectF) -> None:
        size = self._whole.size().toSizeF()
        left, top, right, bottom = crop_box(self.example.box, size.width(), size.height())
        source = QRectF(left, top, right - left, bottom - top)
        target = fitted(source.size(), place)
        if self._crop is not None:
            painter.drawImage(target, self._crop)
        else:
            draw_part(painter, target, self._whole, source)
        if self._is_smaller(source, size) and place.width() >= _FRAMED_FROM:
            _frame(painter, _within(self._pixels(size), source, target))

    def _draw_whole(self, painter: QPainter, place: QRectF) -> None:
        size = self._whole.size().toSizeF()
        whole = QRectF(0, 0, size.width(), size.height())
        target = fitted(size, place)
        painter.drawImage(target, self._whole)
        if self.example.box != (0.0, 0.0, 1.0, 1.0) and place.width() >= _FRAMED_FROM:
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


def needs_look(example: Example, side: int) -> bool:
    """Whether the thumbnail's crop has clearly fewer pixels than a tile of that side."""
    height, width = example.thumbnail.shape[:2]
    left, top, right, bottom = crop_box(example.box, width, height)
    return max(right - left, bottom - top) < _SHARP_FROM * side


def scanned_of(example: Example) -> Scanned:
    """What to ask for to see an example's picture again."""
    return Scanned(example.picture, example.name, example.path, example.label, example.box)


def cropped(example: Example) -> np.ndarray[Any, Any]:
    """The crop of an example's thumbnail, uint8 [h,w,3]."""
    height, width = example.thumbnail.shape[:2]
    if not height:
        return example.thumbnail
    left, top, right, bottom = (round(side) for side in crop_box(example.box, width, height))
    return example.thumbnail[top : max(bottom, top + 1), left : max(right, left + 1)]


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
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255), 1.4)):  # seen on any ground
        painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, -1.5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
