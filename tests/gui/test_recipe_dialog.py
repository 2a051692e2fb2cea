"""The dialogs about recipes: how a picture was made, and every number that can be changed."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from inspector.gui.dialogs.recipe import RecipeDialog
from inspector.gui.dialogs.recipe_settings import RecipeSettings
from inspector.gui.views.recipe_text import facts, python_line
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.recipes import KNOBS, recipes, with_recipe


def feature(**changes: object) -> Feature:
    parameters = with_recipe(
        "standard", objectives=("channel", "neuron"), **{"steps": 40, "seed": 7, **changes}
    )
    return Feature(
        locations=("demo/conv3/7", "demo/conv3/7@6,6"), objectives=("channel", "neuron"),
        images=np.zeros((2, 8, 8, 3), np.uint8), step=40, steps=40, values=np.array([1.5, 2.5], np.float32),
        course=np.zeros((2, 40), np.float32), moved=(True, True), seed=7, seconds=1.0, complete=True,
        parameters=parameters, fingerprint="abcdef0123456789",
    )  # fmt: skip


def test_that_the_facts_name_every_number_and_what_was_made_together():
    told = dict(facts(feature(), 1, recipes(), KNOBS))
    assert told["Location"] == "demo/conv3/7@6,6"
    assert told["Objective"] == "neuron"
    assert told["Reached"] == "2.50"
    assert told["Made together"] == "2 pictures: channel, neuron"
    assert told["Network"] == "demo, weights abcdef012345"
    titles = {knob.name: knob.title for knob in KNOBS}
    assert {titles["steps"], titles["seed"], titles["decay"]} <= set(told)
    assert (told[titles["steps"]], told[titles["seed"]], told[titles["size"]]) == ("40", "7", "automatic")


@pytest.mark.parametrize("form", ["fourier", "pixels", "maco"])
def test_that_the_facts_say_where_what_is_natural_comes_from(form):
    parameters = with_recipe("standard", parameterization=form, objectives=("channel", "neuron"))
    told = dict(facts(Feature(**{**vars(feature()), "parameters": parameters}), 0, recipes(), KNOBS))
    assert "published with lucid" in told["Statistics"]
    assert ("Field 1987" in told["Statistics"]) == (form == "maco")


def test_that_a_changed_recipe_says_so():
    lucid = feature()
    parameters = with_recipe("lucid", steps=3, objectives=("channel", "neuron"))
    told = dict(facts(Feature(**{**vars(lucid), "parameters": parameters}), 0, recipes(), KNOBS))
    assert told["Recipe"] == f"{recipes()['lucid'].title}, changed: steps"


def test_that_the_line_of_python_makes_the_same_parameters():
    parameters = with_recipe("lucid", seed=3, objectives=("-channel",))
    line = python_line(parameters, "demo/conv3/7")
    given = eval(
        line.replace("inspector.result", "dict")
        .replace('"feature-visualization", net, ', "a=")
        .replace("a=", "location=")
    )
    assert given.pop("location") == "demo/conv3/7"
    assert FeatureParameters(**given) == parameters


@pytest.fixture
def dialog(qtbot, theme):
    made = RecipeDialog()
    qtbot.addWidget(made)
    made.show_recipe("Channel of demo/conv3/7", [("Steps", "40"), ("Seed", "7")], "inspector.result(...)")
    made.show()
    return made


def test_that_the_recipe_is_read_copied_and_made_again(dialog, qtbot):
    qtbot.mouseClick(dialog.findChild(QPushButton, "copyRecipe"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines() == ["Channel of demo/conv3/7", "Steps: 40", "Seed: 7", "inspector.result(...)"]
    with qtbot.waitSignal(dialog.make_again_requested):
        qtbot.mouseClick(dialog.findChild(QPushButton, "makeAgain"), Qt.MouseButton.LeftButton)


@pytest.fixture
def settings(qtbot, theme):
    made = RecipeSettings(KNOBS)
    qtbot.addWidget(made)
    usual = with_recipe("standard")
    made.set_recipe(
        "Standard", "As usual.", {knob.name: getattr(usual, knob.name) for knob in KNOBS}, {"steps": 40}
    )
    made.show()
    return made


def knob(settings, name: str) -> QWidget:
    return settings.findChild(QWidget, f"value-{name}")


def test_that_every_knob_stands_there_with_its_sentence(settings):
    said = {label.text() for label in settings.findChildren(QLabel)}
    for one in KNOBS:
        assert one.sentence in said
        assert knob(settings, one.name).accessibleName() == one.title
        assert settings.findChild(QToolButton, f"reset-{one.name}").accessibleName()


def test_that_only_what_differs_from_the_recipe_is_applied(settings, qtbot):
    assert settings.changes() == {"steps": 40}
    knob(settings, "decay").setValue(0.5)
    choice = next(one for one in KNOBS if one.kind == "choice")
    combo = settings.findChild(QComboBox, f"value-{choice.name}")
    combo.setCurrentIndex(1)
    with qtbot.waitSignal(settings.applied) as applied:
        qtbot.mouseClick(settings.findChild(QPushButton, "applySettings"), Qt.MouseButton.LeftButton)
    assert applied.args == [{"steps": 40, "decay": 0.5, choice.name: choice.choices[1]}, ()]
    assert with_recipe("standard", **applied.args[0]).decay == 0.5


def test_that_a_knob_goes_back_to_the_recipe_alone_or_with_all(settings, qtbot):
    knob(settings, "decay").setValue(0.5)
    reset = settings.findChild(QToolButton, "reset-steps")
    assert reset.isVisible()
    assert not settings.findChild(QToolButton, "reset-seed").isVisible()
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert settings.changes() == {"decay": 0.5}
    qtbot.mouseClick(settings.findChild(QPushButton, "resetSettings"), Qt.MouseButton.LeftButton)
    assert settings.changes() == {}
    assert not settings.findChild(QPushButton, "resetSettings").isEnabled()


def test_that_an_automatic_size_can_be_left_and_taken_again(settings):
    size = settings.findChild(QSpinBox, "value-size")
    assert size.text() == "automatic"
    size.setValue(64)
    assert settings.changes()["size"] == 64
    size.setValue(size.minimum())
    assert "size" not in settings.changes()


def test_that_the_wheel_scrolls_past_knobs_without_turning_them(settings):
    size = settings.findChild(QSpinBox, "value-steps")
    assert not size.hasFocus()
    before = size.value()
    place = QPointF(5, 5)
    event = QWheelEvent(
        place, place, QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(size, event)
    assert size.value() == before


def test_that_an_error_stands_in_the_dialog_until_the_next_try(settings, qtbot):
    settings.set_error("It does not work.")
    line = settings.findChild(QLabel, "settingsError")
    assert line.isVisible()
    qtbot.mouseClick(settings.findChild(QPushButton, "applySettings"), Qt.MouseButton.LeftButton)
    assert not line.isVisible()


def test_that_objectives_are_typed_with_semicolons_between_them(settings, qtbot):
    settings.set_objectives(("channel", "neuron"))
    line = settings.findChild(QLineEdit, "objectiveTexts")
    assert line.text() == "channel; neuron"
    line.clear()
    qtbot.keyClicks(line, "channel(3) - 0.5*neuron(7@2,3);  ; -channel")
    with qtbot.waitSignal(settings.applied) as applied:
        qtbot.mouseClick(settings.findChild(QPushButton, "applySettings"), Qt.MouseButton.LeftButton)
    assert applied.args[1] == ("channel(3) - 0.5*neuron(7@2,3)", "-channel")
