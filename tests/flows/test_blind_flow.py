"""Blind labelling in the window: by keys, there and back, left and taken up again, looked at as plots."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from PySide6.QtCore import Qt

from inspector.gui.exporting.sources import datasheet
from inspector.gui.theme import DARK, LIGHT
from inspector.gui.window import MainWindow
from inspector.lenses.examples import ExamplesParameters
from inspector.network.location import Location
from inspector.workspace.blind import SKIPPED
from tests.flows.windows import shown_window

PLACE = Location("demo", "relu1", 4)


def open_window(qtbot) -> MainWindow:
    window = shown_window(qtbot)
    window.start("demo", [])
    notes = window.features["notes"].notes
    qtbot.waitUntil(lambda: notes._notes is not None)
    window.engine.cancel_all()
    return window


def show(window, qtbot) -> None:
    """The page on the unit, with its crops."""
    window.session.go(PLACE)
    window.actions_by_name["labelBlind"].trigger()
    qtbot.waitUntil(lambda: window.features["blind"].controller.blind is not None)


@pytest.fixture
def window(qtbot, no_thread_left):
    made = open_window(qtbot)
    made.session.go(PLACE)
    made.dataset.scanning.start(ExamplesParameters(("samples",), nodes=("relu1",), positions=20, quilt=4))
    qtbot.waitUntil(lambda: made.session.scan_of("relu1") is not None)
    made.engine.cancel_all()
    show(made, qtbot)
    yield made
    made.close()


def answers(window) -> list[int]:
    return list(window.features["blind"].controller.blind.answers.values())


def test_that_crops_are_labelled_by_keys_classes_named_and_every_step_undone(window, qtbot):
    view, control = window.features["blind"].view, window.features["blind"].controller
    assert control.blind.classes == ("yes", "no", "unclear")
    first = control.crop
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Space):
        qtbot.keyClick(view, key)
    assert answers(window) == [0, 1, SKIPPED]
    assert view.progress.value() == 3
    assert "1 skipped" in view.line.text()
    assert first.example.name not in view.line.text()  # blind
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert view.buttons[1].isChecked()  # as it was answered
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert sorted(answers(window)) == [SKIPPED, 0, 2]
    for _ in range(4):
        window.actions_by_name["undo"].trigger()
    assert answers(window) == []
    assert control.crop is first
    window.actions_by_name["redo"].trigger()
    assert control.blind.answers == {first.key: 0}
    qtbot.mouseClick(view.buttons[1], Qt.MouseButton.LeftButton)
    assert answers(window) == [0, 1]
    qtbot.keyClick(view, Qt.Key.Key_9)  # no class
    assert answers(window) == [0, 1]

    view.names.setText("stripe, not stripe, unclear, both")
    view.names.editingFinished.emit()
    assert control.blind.classes == ("stripe", "not stripe", "unclear", "both")
    assert len(view.buttons) == 4
    window.actions_by_name["undo"].trigger()
    assert (control.blind.classes, answers(window)) == (("yes", "no", "unclear"), [0, 1])
    with qtbot.waitSignal(control.refused) as told:
        view.names.setText("alone")
        view.names.editingFinished.emit()
    assert told.args[0].startswith("Two to 9 classes")
    assert view.names.text() == "yes, no, unclear"


def test_that_labelling_goes_on_after_a_restart_and_the_plots_tell_the_truth(window, qtbot, tmp_path):
    view, control = window.features["blind"].view, window.features["blind"].controller
    # A person who says yes from the middle of the ranges on, whatever the order.
    bins = control._sheet.bins
    middle = len(bins) // 2
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_1 if control.crop.place >= middle else Qt.Key.Key_2)
    kept = dict(control.blind.answers)
    window.close()  # before the worker has had a turn

    again = open_window(qtbot)
    show(again, qtbot)
    view, control = again.features["blind"].view, again.features["blind"].controller
    assert dict(control.blind.answers) == kept
    while control.crop is not None:
        control.answer(0 if control.crop.place >= middle else 1)
    assert "all are labelled" in view.line.text()
    view.modes.buttons["shares"].click()
    drawn = {tuple(view.plot.lines[k].getData()[1].tolist()) for k in range(2)}
    expected = np.arange(len(bins)) >= middle
    assert drawn == {tuple(expected.astype(float)), tuple((~expected).astype(float))}
    assert view.told.text().count("■") == 3
    for mode, tokens in (("dark", DARK), ("light", LIGHT)):
        again.theme.set_mode(mode)
        assert [line.opts["pen"].color().name() for line in view.plot.lines] == list(tokens.series[:3])
        assert all(colour in view.told.text() for colour in tokens.series[:3])
    sheet = datasheet(again, "blindView", "Blind labels")
    assert (sheet["shares"][0] == expected).all()
    assert {array.dims for array in sheet.arrays} >= {("label",), ("range",), ("label", "range")}
    view.modes.buttons["density"].click()
    assert view.plot.unlabelled.opts["height"].sum() == 0  # every range has labels
    view.modes.buttons["weighted"].click()
    assert view.plot.label_of("left") in ("x · p(x)", "x")
    control.export_to(str(tmp_path / "labels.csv"))
    qtbot.waitUntil(lambda: (tmp_path / "labels-crops.csv").is_file())
    rows = list(csv.DictReader((tmp_path / "labels.csv").read_text(encoding="utf-8").splitlines()))
    assert [float(row["P (yes)"]) for row in rows] == expected.tolist()
    qtbot.waitUntil(lambda: not again.engine.activities)
    again.close()
