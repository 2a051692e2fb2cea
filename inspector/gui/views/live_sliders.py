"""Sliders for every axis of a stimulus family."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QSlider, QWidget

from inspector.gui.panels.parts import tabular
from inspector.gui.translation import tr
from inspector.gui.views.parts import SPACE, muted
from inspector.gui.views.words import quantity
from inspector.stimuli.axes import Axis, FamilyCard

_STEPS = 1000


class AxisSlider(QObject):
    """One axis: its name, a slider over its range (or a list of its choices), and its value.

    Signals:
        changed: It stands elsewhere.
    """

    changed = Signal()

    def __init__(self, axis: Axis, parent: QWidget) -> None:
        super().__init__(parent)
        self.axis = axis
        self.title = muted(tr(axis.name))
        self.title.setToolTip(tr(axis.sentence))
        self.reading = QLabel(objectName=f"liveValue-{axis.name}")
        self.reading.setFont(tabular(self.reading.font()))
        self.reading.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider, self.combo = QSlider(Qt.Orientation.Horizontal), QComboBox()
        self.slider.setObjectName(f"live-{axis.name}")
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 20)
        self.slider.setSingleStep(_STEPS // 100)
        self.combo.setObjectName(f"liveChoice-{axis.name}")
        self.combo.addItems([tr(choice) for choice in axis.choices])
        for knob in (self.slider, self.combo):
            knob.setAccessibleName(tr(axis.name))
            knob.setToolTip(tr(axis.sentence))
        self._value = axis.default
        self.set_value(axis.default)
        self.slider.valueChanged.connect(self._on_moved)
        self.combo.currentIndexChanged.connect(self._on_moved)

    @property
    def knob(self) -> QWidget:
        """What the user moves."""
        return self.combo if self.axis.choices else self.slider

    @property
    def value(self) -> float:
        """Where it stands; a value that was set is kept, between the slider's steps or beyond."""
        return self._value

    def set_value(self, value: float) -> None:
        """Move it to a value, without a signal."""
        self._value = value
        low, high = self.axis.low, self.axis.high
        blockers = [QSignalBlocker(knob) for knob in (self.slider, self.combo)]
        if self.axis.choices:
            self.combo.setCurrentIndex(round(value))
        elif high > low:
            inside = min(max(value, low), high)
            share = math.log(inside / low) / math.log(high / low) if self.axis.logarithmic else None
            self.slider.setValue(round(_STEPS * ((inside - low) / (high - low) if share is None else share)))
        del blockers
        self._say()

    def _say(self) -> None:
        self.reading.setText("" if self.axis.choices else quantity(self.value, _short(self.axis.unit)))

    def _at_knob(self) -> float:
        if self.axis.choices:
            return float(self.combo.currentIndex())
        share, low, high = self.slider.value() / _STEPS, self.axis.low, self.axis.high
        return float(low * (high / low) ** share) if self.axis.logarithmic else low + share * (high - low)

    @Slot()
    def _on_moved(self) -> None:
        self._value = self._at_knob()
        self._say()
        self.changed.emit()


class LiveSliders(QScrollArea):
    """All axes of a family below each other.

    Signals:
        changed: A slider stands elsewhere.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="liveSliders", widgetResizable=True)
        self.setAccessibleName(tr("Axes of the live stimulus"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sliders: list[AxisSlider] = []

    def set_family(self, card: FamilyCard) -> None:
        """Make a slider for each axis; those of the same name and range stay where they stand."""
        kept = {slider.axis: slider.value for slider in self.sliders}
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 2, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.sliders = [AxisSlider(axis, holder) for axis in card.axes]
        for row, slider in enumerate(self.sliders):
            if slider.axis in kept:
                slider.set_value(kept[slider.axis])
            slider.changed.connect(self.changed)
            grid.addWidget(slider.title, row, 0)
            grid.addWidget(slider.knob, row, 1)
            grid.addWidget(slider.reading, row, 2)
        grid.setRowStretch(len(self.sliders), 1)
        grid.setColumnMinimumWidth(2, self.fontMetrics().horizontalAdvance(tr("00.0 c/img")))
        self.setWidget(holder)

    def values(self) -> tuple[tuple[str, float], ...]:
        """Where all axes stand."""
        return tuple((slider.axis.name, slider.value) for slider in self.sliders)

    def set_values(self, values: Mapping[str, float]) -> None:
        """Move sliders, without a signal."""
        for slider in self.sliders:
            if slider.axis.name in values:
                slider.set_value(values[slider.axis.name])


def _short(unit: str) -> str:
    return "c/img" if unit == "cycles/image" else unit
