from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QDoubleSpinBox, QLabel, QSpinBox

from inspector.gui.dialogs.preprocessing import PreprocessingDialog

IMAGENET = {
    "crop": (224, 192),
    "resize": 256,
    "channels": "RGB",
    "range": (0.0, 1.0),
    "mean": (0.485, 0.456, 0.406),
    "std": (0.229, 0.224, 0.225),
}
GREY = {
    "crop": (28, 28),
    "resize": None,
    "channels": "L",
    "range": (0.0, 255.0),
    "mean": (123.675,),
    "std": (1.0,),
}


@pytest.fixture
def dialog(qtbot):
    made = PreprocessingDialog()
    qtbot.addWidget(made)
    made.set_values(IMAGENET)
    made.show()
    return made


@pytest.fixture
def applied(dialog):
    values = []
    dialog.applied.connect(values.append)
    return values


def press(dialog, which):
    button = dialog.findChild(QDialogButtonBox).button(getattr(QDialogButtonBox.StandardButton, which))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("values", [IMAGENET, GREY])
def test_values_come_back_as_they_went_in(dialog, applied, values):
    dialog.set_values(values)
    press(dialog, "Apply")
    assert applied == [values]


def test_what_is_typed_is_applied(dialog, applied):
    box = dialog.findChild(QDoubleSpinBox, "mean1")
    box.selectAll()
    QTest.keyClicks(box, "0.5")
    crop = dialog.findChild(QSpinBox, "cropWidth")
    crop.selectAll()
    QTest.keyClicks(crop, "160")
    press(dialog, "Apply")
    assert applied == [IMAGENET | {"mean": (0.485, 0.5, 0.406), "crop": (224, 160)}]


def test_without_resizing_the_side_is_none(dialog, applied):
    QTest.mouseClick(dialog.findChild(QCheckBox), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert not dialog.findChild(QSpinBox, "resize").isEnabled()
    press(dialog, "Apply")
    assert applied[0]["resize"] is None


def test_luminance_has_one_mean_and_one_std(dialog, applied):
    combo = dialog.findChild(QComboBox, "channels")
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_End)
    assert not dialog.findChild(QDoubleSpinBox, "mean1").isVisible()
    press(dialog, "Apply")
    assert (applied[0]["channels"], len(applied[0]["mean"]), len(applied[0]["std"])) == ("L", 1, 1)


def test_reset_goes_back_to_what_was_given(dialog, applied):
    dialog.findChild(QDoubleSpinBox, "std0").setValue(9)
    press(dialog, "Reset")
    assert dialog.values() == IMAGENET
    assert applied == []


def test_an_error_stays_until_the_next_try(dialog):
    line = dialog.findChild(QLabel, "preprocessingError")
    dialog.set_error("No std may be 0.")
    assert (line.text(), line.isVisible()) == ("No std may be 0.", True)
    press(dialog, "Apply")
    assert line.isHidden()


def test_numbers_are_shown_without_needless_zeros(dialog):
    dialog.set_values(GREY)
    assert dialog.findChild(QDoubleSpinBox, "mean0").text() == "123.675"
    assert dialog.findChild(QDoubleSpinBox, "range1").text() == "255"
