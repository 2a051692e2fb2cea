"""What is asked before an objective is put together; every field stands at something sensible already."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import CrossButton
from inspector.gui.translation import mark, tr

MOST_PICTURES = 6
_MOST_WEIGHT = 100.0
_MOST_UNITS = 16


class InterpolationForm(QWidget):
    """Which unit to end at, and in how many pictures."""

    title = mark("Interpolation to a unit")
    sentence = mark("A strip of pictures in equal steps from this unit to another one of the layer.")

    def __init__(self, units: int, own: int, other: int) -> None:
        super().__init__()
        self._other = _unit_box("composeUnit", units, other)
        self._count = QSpinBox(objectName="composeCount", minimum=2, maximum=MOST_PICTURES, value=5)
        self._count.setAccessibleName(tr("Pictures"))
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow(tr("From unit"), QLabel(str(own)))
        rows.addRow(tr("To unit"), self._other)
        rows.addRow(tr("Pictures"), self._count)

    def objective(self) -> str:
        """The objective's text; its first end is the unit that one is at."""
        return f"interpolate(channel, channel({self._other.value()}), {self._count.value()})"


class ClassForm(QWidget):
    """Which class."""

    title = mark("Class")
    sentence = mark("A picture that makes the network say a class, or one that it will not call so.")

    def __init__(self, labels: Sequence[str], outputs: int, chosen: int) -> None:
        super().__init__()
        self._labels = labels
        self._class = QComboBox(objectName="composeClass", editable=True)
        self._class.setAccessibleName(tr("Class"))
        self._class.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._class.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        for index in range(outputs):
            name = labels[index] if index < len(labels) else ""
            self._class.addItem(f"{index} · {name}" if name else str(index), index)
        self._class.setCurrentIndex(min(max(chosen, 0), outputs - 1))
        self._negative = QCheckBox(tr("Negative: away from the class"), objectName="composeNegative")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._class)
        column.addWidget(self._negative)

    def objective(self) -> str:
        """The objective's text; what was typed and is no class counts for the one chosen before."""
        found = self._class.findText(self._class.currentText(), Qt.MatchFlag.MatchFixedString)
        index = found if found >= 0 else self._class.currentIndex()
        return f"{'-' * self._negative.isChecked()}{class_objective(self._labels, index)}"


class DirectionForm(QWidget):
    """Several units with a weight each."""

    title = mark("Several units")
    sentence = mark("One picture for several units of the layer at once; a negative weight silences a unit.")

    def __init__(self, units: int, chosen: Sequence[int]) -> None:
        super().__init__()
        self._units = units
        self._rows: list[tuple[QSpinBox, QDoubleSpinBox, QWidget]] = []
        self._add = QPushButton(tr("Add a unit"), objectName="composeAdd", autoDefault=False)
        self._add.clicked.connect(self._on_add_clicked)
        self._lines = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._lines)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        for unit in chosen:
            self._add_row(unit)

    def objective(self) -> str:
        """The objective's text; the weights of a unit that is named twice add up."""
        weights: dict[int, float] = {}
        for unit, weight, _ in self._rows:
            weights[unit.value()] = weights.get(unit.value(), 0.0) + weight.value()
        return f"direction({', '.join(f'{unit}: {weight:g}' for unit, weight in weights.items())})"

    def _add_row(self, unit: int) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        number_box, weight = _unit_box("composeUnit", self._units, unit), _weight_box()
        cross = CrossButton("composeRemove", tr("Take this unit away"))
        cross.clicked.connect(lambda: self._remove(line))
        for widget in (QLabel(tr("unit")), number_box, QLabel(tr("weight")), weight, cross):
            row.addWidget(widget)
        row.addStretch(1)
        self._lines.addWidget(line)
        self._rows.append((number_box, weight, line))
        self._say()

    def _remove(self, line: QWidget) -> None:
        self._rows = [row for row in self._rows if row[2] is not line]
        self._lines.removeWidget(line)
        line.deleteLater()
        self._say()

    def _say(self) -> None:
        self._add.setEnabled(len(self._rows) < min(self._units, _MOST_UNITS))
        for *_, line in self._rows:  # a direction needs a unit
            line.findChild(CrossButton).setEnabled(len(self._rows) > 1)

    @Slot()
    def _on_add_clicked(self) -> None:
        named = {unit.value() for unit, *_ in self._rows}
        self._add_row(next((unit for unit in range(self._units) if unit not in named), 0))


def class_objective(labels: Sequence[str], index: int) -> str:
    """The objective of a class: by its label where that names no other class, else by its number."""
    label = labels[index].strip() if index < len(labels) else ""
    names = [{name.strip().casefold() for name in (text, *text.split(","))} for text in labels]
    is_one = label and sum(label.casefold() in found for found in names) == 1
    return f"logit({json.dumps(label, ensure_ascii=False) if is_one else index})"


def _unit_box(name: str, units: int, value: int) -> QSpinBox:
    box = QSpinBox(objectName=name, minimum=0, maximum=units - 1, value=value)
    box.setAccessibleName(tr("Unit"))
    return box


def _weight_box() -> QDoubleSpinBox:
    box = QDoubleSpinBox(objectName="composeWeight", decimals=2, singleStep=0.25)
    box.setRange(-_MOST_WEIGHT, _MOST_WEIGHT)
    box.setValue(1.0)
    box.setAccessibleName(tr("Weight"))
    return box
