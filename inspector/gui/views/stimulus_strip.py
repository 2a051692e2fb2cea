"""A strip of small stimuli under a plot's axis, each below the point that it made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.pixels import rgb_image
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr

_SMALL, _LARGE, _GAP = 30, 44, 3


@dataclass(frozen=True)
class _Stamp:
    place: QRectF
    index: tuple[int, ...]
    image: QImage


class StimulusStrip(QWidget):
    """As many of the stimuli as fit, evenly chosen.

    Signals:
        hovered: The index (tuple) of the stimulus under the pointer.
        left: The pointer is on none of them any more.
    """

    hovered = Signal(tuple)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="stimulusStrip")
        self.setAccessibleName(tr("Stimuli along the axis"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.stamps: list[_Stamp] = []
        self._side = _SMALL
        self._marked: tuple[int, ...] | None = None

    def set_stimuli(
        self,
        across: Sequence[float],
        indices: Sequence[tuple[int, ...]],
        stimuli: Sequence[np.ndarray[Any, Any]],
    ) -> None:
        """Show stimuli, uint8 [n,s,s,3], centred at places across this widget in px, as many as fit."""
        side = self._side
        self.stamps = [
            _Stamp(QRectF(round(across[i] - side / 2), 0, side, side), indices[i], self._scaled(stimuli[i]))
            for i in chosen(across, side + _GAP)
        ]
        self.update()

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for larger pictures; fine gratings are grey on small ones."""
        side = _LARGE if roomy else _SMALL
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def _scaled(self, pixels: np.ndarray[Any, Any]) -> QImage:
        # The painter would take every other pixel, and show gratings that are not there.
        ratio = self.devicePixelRatioF()
        side = round(self._side * ratio)
        ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = rgb_image(np.ascontiguousarray(pixels)).scaled(side, side, *ways)
        image.setDevicePixelRatio(ratio)
        return image

    def mark(self, index: tuple[int, ...] | None) -> None:
        """Frame a stimulus, where it is shown."""
        self._marked = index
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._side + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self.palette())
        for stamp in self.stamps:
            painter.drawImage(stamp.place.topLeft(), stamp.image)
            marked = stamp.index == self._marked
            painter.setPen(QPen(QColor(tokens.accent if marked else tokens.border), 2 if marked else 1))
            painter.drawRect(stamp.place.adjusted(0.5, 0.5, -0.5, -0.5))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = next((stamp for stamp in self.stamps if stamp.place.contains(event.position())), None)
        if found is not None:
            self.hovered.emit(found.index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()


def chosen(across: Sequence[float], apart: float) -> list[int]:
    """Every k-th place, with the smallest k that keeps neighbours `apart`."""
    count = len(across)
    for stride in range(1, count + 1):
        places = list(range(0, count, stride))
        gaps = np.diff([across[place] for place in places])
        if not gaps.size or gaps.min() >= apart:
            return places
    return []
