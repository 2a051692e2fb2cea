"""What the feature view is asked to make: recipes, numbers of pictures, objectives, runs and their pauses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget

from inspector.gui.theme import Theme
from inspector.gui.views.feature import FeatureView
from inspector.lenses.feature_visualization import FeatureParameters
from tests.gui.feature_drawn import make_feature, shown_view, text


@pytest.fixture
def view(qtbot, theme: Theme) -> FeatureView:
    return shown_view(qtbot)


def button(view: QWidget, name: str) -> QPushButton:
    return view.findChild(QPushButton, name)


def test_that_run_again_asks_with_the_knobs_values(view: FeatureView, qtbot) -> None:
    view.findChild(QSpinBox, "featureSteps").setValue(64)
    view.findChild(QSpinBox, "featureSeed").setValue(5)
    with qtbot.waitSignal(view.run_requested) as asked:
        qtbot.mouseClick(button(view, "featureRun"), Qt.MouseButton.LeftButton)
    assert asked.args == [{"steps": 64, "seed": 5}]
    assert FeatureParameters(**asked.args[0]).seed == 5


def test_that_the_button_cancels_while_busy_and_says_so(view: FeatureView, qtbot) -> None:
    run = button(view, "featureRun")
    view.set_state("running")
    assert run.text() == "Cancel"
    with qtbot.waitSignal(view.cancel_requested), qtbot.assertNotEmitted(view.run_requested):
        qtbot.mouseClick(run, Qt.MouseButton.LeftButton)
    assert run.text() == "Cancelling…"
    assert not run.isEnabled()
    view.set_state("idle")
    assert run.text() == "Run again"
    assert run.isEnabled()


def test_that_what_runs_can_be_paused_and_resumed(view: FeatureView, qtbot) -> None:
    pause = button(view, "featurePause")
    assert not pause.isVisible()
    view.show_feature(make_feature())
    view.set_state("running")
    with qtbot.waitSignal(view.controls.pause_requested):
        qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    view.set_state("paused")
    assert pause.text() == "Resume"
    assert text(view, "featureStep") == "Paused · step 128 / 256"
    with qtbot.waitSignal(view.controls.resume_requested):
        qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)


def test_that_what_is_finished_can_go_on_by_as_many_steps_again(view: FeatureView, qtbot) -> None:
    go_on = button(view, "featureGoOn")
    view.controls.set_can_go_on(False)
    assert not go_on.isEnabled()
    view.controls.set_can_go_on(True)
    view.controls.set_values(steps=32)
    with qtbot.waitSignal(view.controls.go_on_requested) as asked:
        qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert asked.args == [32]
    view.set_state("running")
    assert not go_on.isVisible()


def test_that_setting_the_knobs_asks_for_nothing(view: FeatureView, qtbot) -> None:
    with qtbot.assertNotEmitted(view.run_requested), qtbot.assertNotEmitted(view.controls.recipe_chosen):
        view.controls.set_values(steps=32, seed=9)
        view.controls.set_recipes([("a", "A", "First."), ("b", "B", "Second.")])
        view.controls.set_recipe("b")
    assert [view.findChild(QSpinBox, f"feature{name}").value() for name in ("Steps", "Seed")] == [32, 9]


def test_that_a_recipe_is_chosen_by_key_and_explains_itself(view: FeatureView, qtbot) -> None:
    view.controls.set_recipes([("a", "A", "First."), ("b", "B", "Second.")])
    combo = view.findChild(QComboBox, "featureRecipe")
    assert combo.toolTip() == "First."
    combo.setFocus()
    with qtbot.waitSignal(view.controls.recipe_chosen) as chosen:
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert chosen.args == ["b"]
    assert combo.toolTip() == "Second."


def test_that_changed_numbers_are_counted_at_the_settings(view: FeatureView, qtbot) -> None:
    view.resize(640, 400)
    view.controls.set_recipe("a", changed=3)
    settings = button(view, "featureSettings")
    assert settings.text() == "Settings (3)"
    with qtbot.waitSignal(view.controls.settings_requested):
        qtbot.mouseClick(settings, Qt.MouseButton.LeftButton)


def test_that_pictures_are_chosen_in_a_menu_and_one_always_stays(view: FeatureView, qtbot) -> None:
    entries = {action.text(): action for action in view.menus.pictures.actions() if action.text()}
    assert list(entries) == [
        *("This unit", "Channel", "Neuron", "Negative", "Negative neuron", "Diversity"),
        *("This layer", "Layer", "The current picture", "Caricature", "Activation"),
        *("Put together", "Interpolation to a unit…", "Class…", "Several units…"),
    ]
    assert all(action.toolTip().endswith(".") for action in entries.values() if not action.isSeparator())
    with qtbot.waitSignal(view.menus.objectives_chosen) as chosen:
        entries["Negative"].trigger()
    assert chosen.args == [("channel", "neuron", "-channel")]
    for name in ("Neuron", "Negative"):
        entries[name].trigger()
    with qtbot.assertNotEmitted(view.menus.objectives_chosen):
        entries["Channel"].trigger()
    assert entries["Channel"].isChecked()


def test_that_diversity_is_chosen_by_number(view: FeatureView, qtbot) -> None:
    two, three, _ = view.menus.pictures.diversity.actions()
    two.trigger()
    with qtbot.waitSignal(view.menus.objectives_chosen) as chosen:
        three.trigger()
    assert chosen.args == [("channel", "neuron", "diversity(channel, 3)")]
    with qtbot.waitSignal(view.menus.objectives_chosen) as chosen:
        three.trigger()
    assert chosen.args == [("channel", "neuron")]


def test_that_what_is_made_of_a_picture_waits_for_one_and_names_it(view: FeatureView) -> None:
    menu = view.menus.pictures
    entries = {action.objectName(): action for action in menu.actions()}
    caricature = entries["picture-caricature"]
    assert not caricature.isEnabled()
    assert caricature.toolTip() == "Drop or choose a picture first."
    menu.set_picture("a very long name of a picture.png")
    assert caricature.isEnabled()
    assert caricature.text() == "Caricature of “a very long name of a p…”"
    menu.set_objectives(("channel", "caricature"))
    menu.set_picture("")
    assert caricature.isEnabled(), "what is checked can be taken away"
    assert not entries["picture-activation"].isEnabled()


def test_that_an_objective_from_elsewhere_gets_an_entry_that_takes_it_away(view: FeatureView, qtbot) -> None:
    menu = view.menus.pictures
    menu.set_objectives(("channel", "logit(3)"))
    entry = {action.objectName(): action for action in menu.actions()}["picture-logit(3)"]
    assert (entry.text(), entry.isChecked()) == ("Class 3", True)
    with qtbot.waitSignal(view.menus.objectives_chosen) as chosen:
        entry.trigger()
    assert chosen.args == [("channel",)]
    menu.set_objectives(("channel",))
    assert "picture-logit(3)" not in {action.objectName() for action in menu.actions()}


def test_that_every_knob_explains_itself(view: FeatureView) -> None:
    for control in (*view.findChildren(QSpinBox), *view.findChildren(QPushButton)):
        assert control.toolTip().endswith("."), control.objectName()
        assert control.accessibleName() or control.text()
