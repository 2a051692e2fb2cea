"""The knobs of a stimulus axis whose values are named: which of them to vary over, or which one to hold."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from inspector.gui.translation import tr
from inspector.stimuli.axes import Axis


class ChoiceRow(QObject):
    """One axis's check boxes and what they ask for; stands in for an `AxisRow`.

    Attributes:
        axis: The axis; its values are the places of its choices.
        vary: Whether to vary it.
        boxes: Whether to show each of the choices.
        value: Which one to hold.

    Signals:
        changed: A knob was turned.
    """

    changed = Signal()

    def __init__(self, axis: Axis, varied: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.axis = axis
        self._varied = varied
        self.vary = QCheckBox(tr(axis.name), objectName=f"vary-{axis.name}")
        self.boxes = [QCheckBox(tr(name), objectName=f"choice-{axis.name}-{name}") for name in axis.choices]
        self.value = QComboBox(objectName=f"at-{axis.name}")
        self.value.addItems([tr(choice) for choice in axis.choices])
        self.value.setAccessibleName(tr("{name} at").format(name=tr(axis.name)))
        self._holder = QWidget()
        row = QHBoxLayout(self._holder)
        row.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes:
            row.addWidget(box)
            box.toggled.connect(self.changed)
        row.addStretch(1)
        for widget in (self.vary, self.value, *self.boxes):
            widget.setToolTip(tr(axis.sentence))
        self.vary.toggled.connect(self._on_vary_toggled)
        self.value.currentIndexChanged.connect(self.changed)
        self.reset()

    @property
    def cells(self) -> tuple[tuple[QWidget, int], ...]:
        """The widgets from left to right, each with the columns that it takes."""
        return (self.vary, 1), (self._holder, 3), (self.value, 1)

    @property
    def is_default(self) -> bool:
        """Whether it asks for nothing but what the family does by itself."""
        same = self.range_is_default if self._varied else self.value_is_default
        return self.vary.isChecked() == self._varied and same

    @property
    def range_is_default(self) -> bool:
        """Whether all choices are shown."""
        return all(box.isChecked() for box in self.boxes)

    @property
    def value_is_default(self) -> bool:
        """Whether the held choice is the axis's own."""
        return self.value.currentIndex() == round(self.axis.default)

    @property
    def held(self) -> float:
        """Where to hold it."""
        return float(self.value.currentIndex())

    @property
    def problem(self) -> str:
        """Why what is asked for makes no sense; "" where it does."""
        return "" if self.samples() else tr("Check at least one {name}.").format(name=tr(self.axis.name))

    def samples(self) -> tuple[float, ...]:
        """The values that are asked for."""
        return tuple(float(place) for place, box in enumerate(self.boxes) if box.isChecked())

    def reset(self) -> None:
        """Back to what the family does by itself; says nothing."""
        blockers = [QSignalBlocker(widget) for widget in (self.vary, self.value, *self.boxes)]
        self.vary.setChecked(self._varied)
        for box in self.boxes:
            box.setChecked(True)
        self.value.setCurrentIndex(round(self.axis.default))
        self._show_knobs()
        del blockers

    def adopt_samples(self, values: np.ndarray[Any, Any]) -> None:
        """Choices are the same for every network: there is nothing to take over."""

    def adopt_value(self, value: float) -> None:
        """The same."""

    @Slot()
    def _on_vary_toggled(self) -> None:
        self._show_knobs()
        self.changed.emit()

    def _show_knobs(self) -> None:
        for box in self.boxes:
            box.setEnabled(self.vary.isChecked())
        self.value.setEnabled(not self.vary.isChecked())
