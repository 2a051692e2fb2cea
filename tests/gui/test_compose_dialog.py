"""Objectives that are put together: each form makes a text that reads, with keys and mouse alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from inspector.gui.dialogs.compose import ComposeDialog
from inspector.gui.dialogs.compose_forms import ClassForm, DirectionForm, InterpolationForm, class_objective
from inspector.lenses.feature_visualization.objectives import parse

LABELS = ("tabby, tabby cat", "crane", "crane", "sea snail")


@pytest.fixture
def shown(qtbot, theme):
    """Shows a form in its dialog."""

    def show(form: QWidget) -> ComposeDialog:
        dialog = ComposeDialog(form)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def made(qtbot, dialog: ComposeDialog) -> str:
    with qtbot.waitSignal(dialog.composed) as composed:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    parse(composed.args[0])
    return composed.args[0]


def test_that_an_interpolation_goes_from_the_own_unit_to_another(shown, qtbot) -> None:
    dialog = shown(InterpolationForm(96, 4, 75))
    qtbot.keyClick(dialog.findChild(QSpinBox, "composeUnit"), Qt.Key.Key_Up)
    qtbot.keyClick(dialog.findChild(QSpinBox, "composeCount"), Qt.Key.Key_Down)
    assert made(qtbot, dialog) == "interpolate(channel, channel(76), 4)"


def test_that_a_class_is_chosen_by_its_label_and_can_be_negative(shown, qtbot) -> None:
    dialog = shown(ClassForm(LABELS, 4, 2))
    combo = dialog.findChild(QComboBox, "composeClass")
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.findChild(QCheckBox, "composeNegative"), Qt.MouseButton.LeftButton)
    assert made(qtbot, dialog) == '-logit("sea snail")'


def test_that_what_is_no_class_counts_for_the_one_before(shown, qtbot) -> None:
    dialog = shown(ClassForm(LABELS, 4, 3))
    dialog.findChild(QComboBox, "composeClass").setEditText("zebra")
    assert made(qtbot, dialog) == 'logit("sea snail")'


@pytest.mark.parametrize(
    ("index", "text"),
    [
        (0, 'logit("tabby, tabby cat")'),
        (1, "logit(1)"),
        (2, "logit(2)"),
        (3, 'logit("sea snail")'),
        (4, "logit(4)"),
    ],
)
def test_that_a_label_that_several_classes_bear_gives_way_to_the_number(index: int, text: str) -> None:
    assert class_objective(LABELS, index) == text


def test_that_a_direction_has_a_row_for_each_unit(shown, qtbot) -> None:
    dialog = shown(DirectionForm(4, (2, 0)))
    qtbot.mouseClick(dialog.findChild(QPushButton, "composeAdd"), Qt.MouseButton.LeftButton)
    weights = dialog.findChildren(QDoubleSpinBox, "composeWeight")
    assert len(weights) == 3
    for _ in range(6):
        qtbot.keyClick(weights[1], Qt.Key.Key_Down)
    assert made(qtbot, dialog) == "direction(2: 1, 0: -0.5, 1: 1)"


def test_that_a_unit_is_taken_away_and_the_last_one_stays(shown, qtbot) -> None:
    dialog = shown(DirectionForm(4, (2, 0)))
    first, second = dialog.findChildren(QToolButton, "composeRemove")
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not second.isEnabled()
    assert made(qtbot, dialog) == "direction(0: 1)"
