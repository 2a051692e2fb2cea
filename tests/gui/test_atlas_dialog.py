"""The dialog of the atlas: what stands in it, and when it may begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton

from inspector.gui.controllers.atlas import parameters_of
from inspector.gui.dialogs.atlas import AtlasAnswer, AtlasDialog
from inspector.gui.dialogs.scan_nodes import NodeRow

NODES = [NodeRow("conv1", "Conv2d", 8), NodeRow("mixed.cat", "cat", 32)]
RECIPES = [("preview", "Preview", "Small."), ("standard", "Standard", "Clear.")]


@pytest.fixture
def dialog(qtbot, theme):
    made = AtlasDialog()
    qtbot.addWidget(made)
    made.set_nodes(NODES, "mixed.cat")
    made.set_recipes(RECIPES)
    made.set_families(["grating", "hue"], ["grating", "hue", "spot"])
    made.show()
    return made


def heard(signal) -> list:
    said: list = []
    signal.connect(lambda *given: said.append(given[0] if given else None))
    return said


def test_that_it_asks_for_what_stands_in_it(dialog, qtbot):
    said = heard(dialog.start_requested)
    assert not dialog.start.isEnabled(), "there is no folder yet"
    qtbot.keyClicks(dialog.out, "/some/site")
    qtbot.keyClicks(dialog.licence, "CC0")
    dialog.recipe.setCurrentIndex(1)
    dialog.families.setCurrentIndex(1)
    dialog.objectives["neuron"].setChecked(False)
    qtbot.mouseClick(dialog.findChild(QPushButton, "atlasSamples"), Qt.MouseButton.LeftButton)
    dialog.without.setChecked(True)
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    expected = AtlasAnswer(
        out="/some/site", nodes=(), objectives=("channel", "-channel"), recipe="standard",
        families=("grating", "hue", "spot"), pictures="samples", licence="CC0", without_pictures=True,
    )  # fmt: skip
    assert said == [expected]
    assert dialog.isVisible(), "it stays until the work has begun"
    parameters = parameters_of(expected, Path("/some/site"))
    assert parameters.wish.objectives == ("channel", "-channel")
    assert parameters.wish.pictures == ("samples",)
    assert (parameters.licence, parameters.without_pictures) == ("CC0", True)


def test_that_nodes_are_chosen_by_their_marks(dialog, qtbot):
    dialog.out.setText("/some/site")
    assert "40 units" in dialog.choice.all.text()
    dialog.choice.some.setChecked(True)
    assert dialog.answer.nodes == ("mixed.cat",)
    dialog.choice.nodes.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.start.isEnabled()
    dialog.choice.nodes.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.answer.nodes == ("conv1",)
    assert dialog.start.isEnabled()


def test_that_what_was_chosen_stays_when_it_is_shown_again(dialog):
    dialog.recipe.setCurrentIndex(1)
    dialog.families.setCurrentIndex(2)
    dialog.set_recipes(RECIPES)
    dialog.set_families(["grating"], ["grating", "spot"])
    assert (dialog.answer.recipe, dialog.answer.families) == ("standard", ())


def test_that_pictures_can_be_left_out_only_where_there_are_any(dialog):
    assert not dialog.without.isEnabled()
    dialog.source.setText("samples")
    assert dialog.without.isEnabled()


def test_that_an_error_is_said_until_something_changes(dialog):
    dialog.set_error("Another atlas is under way.")
    line = dialog.findChild(QLabel, "atlasError")
    assert line.isVisible()
    dialog.out.setText("/elsewhere")
    assert not line.isVisible()


def test_that_help_is_at_hand(dialog, qtbot):
    said = heard(dialog.help_requested)
    box = dialog.findChild(QDialogButtonBox)
    qtbot.mouseClick(box.button(QDialogButtonBox.StandardButton.Help), Qt.MouseButton.LeftButton)
    assert said == [None]


def test_that_everything_in_it_has_a_name(dialog):
    for widget in (
        dialog.out,
        dialog.source,
        dialog.licence,
        dialog.recipe,
        dialog.families,
        dialog.choice.nodes.list,
    ):
        assert widget.accessibleName()
        assert widget.objectName()
