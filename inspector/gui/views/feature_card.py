"""One picture of a feature visualization with its caption."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.gui.panels.parts import scaled
from inspector.gui.views.parts import FittedPicture, muted
from inspector.gui.views.words import reading
from inspector.lenses.feature_visualization import Feature

OBJECTIVES = {
    "channel": ("Channel", "Drives the unit everywhere on the picture, on average."),
    "neuron": ("Neuron", "Drives the unit at one position of its map."),
    "-channel": ("Against the channel", "Silences the unit everywhere on the picture."),
    "-neuron": ("Against the neuron", "Silences the unit at one position of its map."),
}
NOT_MOVED = "This unit could not be moved: no gradient reached the picture."
_KEY_FROM_SIDE, _LEAST_WIDTH = 120, 100
_ANY_WIDTH = 16_777_215  # Qt's own bound


class LineKey(QWidget):
    """A short stroke in the colour of a curve."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(18, 10)
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
    """A picture, what it was made to drive, and how strongly it does."""

    def __init__(self, place: int) -> None:
        super().__init__()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self.picture = FittedPicture(f"featureImage{place}", "Feature visualization", left)
        self.key = LineKey()
        self.title = QLabel(objectName=f"featureTitle{place}")
        self.title.setFont(scaled(self.font(), 1.0, bold=True))
        self.value = QLabel(objectName=f"featureValue{place}")
        self.value.setFont(scaled(self.font(), 1.0))
        self.sentence = muted("", f"featureSentence{place}", 0.88, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.key)
        row.addWidget(self.title)
        row.addWidget(self.value)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.picture)
        layout.addLayout(row)
        layout.addWidget(self.sentence)
        layout.addStretch(1)

    def show_objective(self, objective: str) -> None:
        """Name what the picture is made for, before there is one."""
        title, sentence = OBJECTIVES.get(objective, (objective, ""))
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.value.setText("")
        self.picture.set_picture(None)
        self.picture.set_hint("")

    def show_feature(self, feature: Feature, place: int) -> None:
        """Show one of the pictures; says so where no gradient ever reached it."""
        title, sentence = OBJECTIVES.get(feature.objectives[place], (feature.objectives[place], ""))
        value = float(feature.values[place])
        self.title.setText(title)
        self.value.setText(reading(value) if math.isfinite(value) else "")
        moved = feature.moved[place]
        self.sentence.setText(sentence if moved else NOT_MOVED)
        self.picture.set_picture(feature.images[place])
        self.picture.setAccessibleName(f"{title}: {feature.locations[place]}")
        self.picture.setToolTip(f"{feature.locations[place]}\n{sentence}")

    def set_room(self, side: int, sentence: bool, *, stretches: bool) -> None:
        """Side of the picture in pixels, whether there is place for the sentence, and for more width."""
        self.picture.set_preferred_side(side)
        self.sentence.setVisible(sentence)
        self.key.setVisible(side >= _KEY_FROM_SIDE)
        self.setMaximumWidth(_ANY_WIDTH if stretches else max(side, _LEAST_WIDTH))
