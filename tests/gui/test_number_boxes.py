"""Numbers in boxes are read and typed as the language writes them; what is made of them does not change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox

from inspector.gui import translation
from inspector.gui.dialogs.compose_forms import DirectionForm
from inspector.gui.dialogs.preprocessing import PreprocessingDialog
from inspector.gui.dialogs.recipe_knob import KnobRow
from inspector.lenses.feature_visualization.recipes import KNOBS

VALUES = {
    "crop": (32, 32),
    "resize": None,
    "channels": "RGB",
    "range": (0.0, 1.0),
    "mean": (0.485, 0.456, 0.406),
    "std": (0.229, 0.224, 1.0),
}


@pytest.fixture
def german(qapp):
    translation.install(qapp, "de")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    translation.install(qapp, "en")


def typed(box: QDoubleSpinBox, text: str) -> None:
    box.selectAll()
    QTest.keyClicks(box, text)


def test_that_a_preprocessing_is_written_in_german_and_stays_the_same_numbers(german, qtbot):
    dialog = PreprocessingDialog()
    qtbot.addWidget(dialog)
    dialog.set_values(VALUES)
    mean = dialog.findChild(QDoubleSpinBox, "mean0")
    assert mean.text() == "0,485"
    assert dialog.findChild(QDoubleSpinBox, "std2").text() == "1"
    assert dialog.values() == VALUES
    typed(mean, "0,25")
    assert dialog.values()["mean"] == (0.25, 0.456, 0.406)


def test_that_a_recipes_number_is_written_in_german_and_stays_the_same_number(german, qtbot):
    row = KnobRow(next(knob for knob in KNOBS if knob.kind == "float"))
    qtbot.addWidget(row)
    row.set_value(0.05)
    box = row.findChild(QDoubleSpinBox)
    assert (box.text(), row.value) == ("0,05", 0.05)
    typed(box, "0,075")
    assert row.value == 0.075


def test_that_a_directions_weight_is_german_in_its_box_and_english_in_the_objective(german, qtbot):
    form = DirectionForm(8, (3,))
    qtbot.addWidget(form)
    weight = form.findChild(QDoubleSpinBox, "composeWeight")
    typed(weight, "-0,5")
    assert form.objective() == "direction(3: -0.5)"
