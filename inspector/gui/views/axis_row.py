"""The knobs of one stimulus axis: vary it from, to, in so many samples, or hold it at a value."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QSpinBox, QWidget

from inspector.gui.panels.parts import tabular
from inspector.gui.translation import mark, tr
from inspector.stimuli.axes import Axis
from inspector.stimuli.sampling import samples

_FURTHEST = 1e6
_MOST_SAMPLES = 720
_SAME = 0.006  # spin boxes round to hundredths
_ENDS = (mark("from"), mark("to"), mark("at"))


class AxisRow(QObject):
    """One axis's widgets and what they ask for.

    Attributes:
        axis: The axis, with the ranges that hold where nothing was changed.
        vary: Whether to vary it.
        low: First sample.
        high: Last sample (left out where the axis comes round there).
        count: How many samples.
        value: Where to hold it.

    Signals:
        changed: A knob was turned.
    """

    changed = Signal()

    def __init__(self, axis: Axis, varied: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.axis = axis
        self._varied = varied
        self.vary = QCheckBox(tr(axis.name), objectName=f"vary-{axis.name}")
        self.low, self.high, self.value = (self._box(what) for what in _ENDS)
        self.count = QSpinBox(objectName=f"samples-{axis.name}", minimum=2, maximum=_MOST_SAMPLES)
        self.count.setAccessibleName(tr("{name}: samples").format(name=tr(axis.name)))
        for box in (self.low, self.high, self.value, self.count):
            box.setKeyboardTracking(False)
            box.setFont(tabular(box.font()))
            box.setToolTip(tr(axis.sentence))
            box.valueChanged.connect(self.changed)
        self.vary.setToolTip(tr(axis.sentence))
        self.vary.toggled.connect(self._on_vary_toggled)
        self.reset()

    @property
    def cells(self) -> tuple[tuple[QWidget, int], ...]:
        """The widgets from left to right, each with the columns that it takes."""
        return tuple((widget, 1) for widget in (self.vary, self.low, self.high, self.count, self.value))

    @property
    def is_default(self) -> bool:
        """Whether it asks for nothing but what the family does by itself."""
        return self.vary.isChecked() == self._varied and (
            self.range_is_default if self._varied else self.value_is_default
        )

    @property
    def range_is_default(self) -> bool:
        """Whether the samples are the axis's own."""
        same = _near(self.low.value(), self.axis.low) and _near(self.high.value(), self.axis.high)
        return same and self.count.value() == self.axis.count

    @property
    def value_is_default(self) -> bool:
        """Whether the held value is the axis's own."""
        return _near(self.value.value(), self.axis.default)

    @property
    def held(self) -> float:
        """Where to hold it."""
        return self.value.value()

    @property
    def problem(self) -> str:
        """Why what is asked for makes no sense; "" where it does."""
        return (
            ""
            if self.samples()
            else tr("{name} must end above its beginning.").format(name=tr(self.axis.name).capitalize())
        )

    def samples(self) -> tuple[float, ...]:
        """The values that are asked for; empty where the range is upside down."""
        if self.range_is_default:
            return tuple(samples(self.axis).tolist())
        low, high = self.low.value(), self.high.value()
        if high <= low:
            return ()
        # A part of a turn has two ends; only the whole turn comes round to its beginning.
        whole = self.axis.periodic and _near(high - low, self.axis.high - self.axis.low)
        logarithmic = self.axis.logarithmic and low > 0
        asked = replace(
            self.axis, low=low, high=high, count=self.count.value(), periodic=whole, logarithmic=logarithmic
        )
        return tuple(samples(asked).tolist())

    def reset(self) -> None:
        """Back to what the family does by itself; says nothing."""
        blockers = [QSignalBlocker(widget) for widget in (*(cell for cell, _ in self.cells), self)]
        self.vary.setChecked(self._varied)
        self.low.setValue(self.axis.low)
        self.high.setValue(self.axis.high)
        self.count.setValue(self.axis.count)
        self.value.setValue(self.axis.default)
        self._show_knobs()
        del blockers

    def adopt_samples(self, values: np.ndarray[Any, Any]) -> None:
        """Take over the samples that a network's own picture size led to, unless the user chose others."""
        if not self.range_is_default or len(values) < 2:
            return
        high = float(values[-1])
        if self.axis.periodic:
            high += float(values[-1] - values[-2])
        self._become(replace(self.axis, low=float(values[0]), high=high, count=len(values)))

    def adopt_value(self, value: float) -> None:
        """Take over the value at which a measurement held the axis, unless the user chose another."""
        if self.value_is_default:
            self._become(replace(self.axis, default=value))

    def _become(self, axis: Axis) -> None:
        kept = {
            self.low: self.low.value() if not _near(self.low.value(), self.axis.low) else axis.low,
            self.high: self.high.value() if not _near(self.high.value(), self.axis.high) else axis.high,
            self.count: self.count.value() if self.count.value() != self.axis.count else axis.count,
            self.value: self.value.value() if not self.value_is_default else axis.default,
        }
        self.axis = axis
        for box, value in kept.items():
            blocker = QSignalBlocker(box)
            box.setValue(value)
            del blocker

    def _box(self, what: str) -> QDoubleSpinBox:
        axis = self.axis
        box = QDoubleSpinBox(objectName=f"{what}-{axis.name}", decimals=2)
        box.setRange(max(axis.minimum, -_FURTHEST), min(axis.maximum, _FURTHEST))
        box.setSuffix("°" if axis.unit == "deg" else " px" if axis.unit == "px" else "")
        box.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        box.setAccessibleName(f"{tr(axis.name)} {tr(what)}")
        return box

    @Slot()
    def _on_vary_toggled(self) -> None:
        self._show_knobs()
        self.changed.emit()

    def _show_knobs(self) -> None:
        varied = self.vary.isChecked()
        for box in (self.low, self.high, self.count):
            box.setEnabled(varied)
        self.value.setEnabled(not varied)


def _near(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=0, abs_tol=_SAME)
