"""One picture of a feature visualization with its caption."""

from __future__ import annotations

import json
import math
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.gui.panels.parts import ElidedLabel, scaled
from inspector.gui.translation import mark, tr
from inspector.gui.views.frames import pixels_of
from inspector.gui.views.objective_words import explained
from inspector.gui.views.parts import FittedPicture, muted
from inspector.gui.views.words import reading
from inspector.lenses.feature_visualization import Feature
from inspector.lenses.feature_visualization.parameters import as_json

NOT_MOVED = mark("This unit could not be moved: no gradient reached the picture.")
SENTENCE_FROM_SIDE, _LEAST_WIDTH = 120, 72
_ANY_WIDTH = 16_777_215  # Qt's own bound


class LineKey(QWidget):
    """A short stroke in the colour of a curve."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(12, 10)
        self._pen = QPen()

    def set_colour(self, colour: str) -> None:
        """Take the curve's colour."""
        self._pen = QPen(QColor(colour), 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._pen)
        painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)


class FeatureCard(QWidget):
    """A picture, what it was made to drive, and how strongly it does.

    Signals:
        copy_requested: The user wants the picture on the clipboard: its place in the row.
        explanation_requested: The user wants to know how it was made: its place in the row.
    """

    copy_requested = Signal(int)
    explanation_requested = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self.picture = FittedPicture(f"featureImage{place}", tr("Feature visualization"), left)
        self._keys = LineKey(), LineKey()
        self.title = ElidedLabel(name=f"featureTitle{place}", bold=True)
        self.value = QLabel(objectName=f"featureValue{place}")
        self.value.setFont(scaled(self.font(), 1.0))
        self.sentence = muted("", f"featureSentence{place}", 0.88, wrap=True)
        self._caption = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._caption.setSpacing(6)
        for key, label in zip(self._keys, (self.title, self.value), strict=True):
            keyed = QHBoxLayout()
            keyed.setSpacing(6)
            keyed.addWidget(key)
            keyed.addWidget(label)
            self._caption.addLayout(keyed)
        self._caption.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.picture)
        layout.addLayout(self._caption)
        layout.addWidget(self.sentence)
        layout.addStretch(1)
        self._offers = [QAction(tr("Copy picture"), self), QAction(tr("How was this made?"), self)]
        for action, signal in zip(
            self._offers, (self.copy_requested, self.explanation_requested), strict=True
        ):
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(place))
            self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.show_objective("")

    def show_objective(self, objective: str) -> None:
        """Name what the picture is made for, before there is one."""
        title, sentence = explained(objective)
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.value.setText("")
        self._show_picture(None)
        self.picture.set_hint("")

    def show_feature(self, feature: Feature, place: int, *, clear: bool = True) -> None:
        """Show one of the pictures; what no gradient ever reached is no picture, and says so in its place.

        Where it has a transparency map it is drawn with it, unless `clear` is False.
        """
        title, sentence = explained(feature.objectives[place])
        moved = feature.moved[place]
        value = float(feature.values[place])
        self.title.setText(title)
        self.value.setText(reading(value) if math.isfinite(value) and moved else "")
        self.sentence.setText(sentence if moved else tr(NOT_MOVED))
        self.picture.set_hint("" if moved else tr(NOT_MOVED))
        pixels = pixels_of(feature) if clear else feature.images
        self._show_picture(pixels[place] if moved else None)
        self.picture.setAccessibleName(f"{title}: {feature.locations[place]}")
        self.picture.recipe = lambda: made(feature, place)
        self.picture.setToolTip(f"{feature.locations[place]}\n{sentence if moved else tr(NOT_MOVED)}")

    def _show_picture(self, pixels: Any) -> None:
        self.picture.set_picture(pixels)
        for action in self._offers:
            action.setEnabled(pixels is not None)

    def set_colour(self, colour: str) -> None:
        """Take the colour of the picture's curve."""
        for key in self._keys:
            key.set_colour(colour)

    def set_room(self, side: int, sentence: bool, *, stretches: bool) -> None:
        """Side of the picture in pixels, whether there is place for the sentence, and for more width."""
        self.picture.set_preferred_side(side)
        self.sentence.setVisible(sentence and side >= SENTENCE_FROM_SIDE)
        is_narrow = side < SENTENCE_FROM_SIDE
        # The curve's key stands where it leaves the title its room.
        for key, shown in zip(self._keys, (not is_narrow, is_narrow), strict=True):
            key.setVisible(shown)
        directions = QBoxLayout.Direction
        self._caption.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._caption.setSpacing(0 if is_narrow else 6)
        self.setMaximumWidth(_ANY_WIDTH if stretches else max(side, _LEAST_WIDTH))


def made(feature: Feature, place: int) -> str:
    """How a picture was made, as JSON: what it is of, and every number of its recipe."""
    return json.dumps(
        {
            "location": feature.locations[place],
            "objective": feature.objectives[place],
            "fingerprint": feature.fingerprint,
            "seed": feature.seed,
            "step": feature.step,
            "parameters": as_json(feature.parameters),
        },
        ensure_ascii=False,
    )
