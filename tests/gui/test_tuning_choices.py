"""What the tuning view lets one choose: families, words, named choices."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QToolButton

from inspector.gui.theme import Theme
from inspector.gui.views.tuning import TuningView
from tests.gui.tuning_drawn import (
    FILL,
    FREQUENCY,
    ORIENTATION,
    RADIUS,
    measured,
    settle,
    shown_view,
)


@pytest.fixture
def view(qtbot, theme: Theme) -> TuningView:
    return shown_view(qtbot)


def test_that_named_choices_stand_at_the_axis_and_in_the_words(view) -> None:
    view.choose_mode("curve")
    view.show_tuning(measured(FILL, unit=1))
    ticks = view.plot.getAxis("bottom")
    places = ticks.tickValues(0, 2, 300)[0][1]
    assert ticks.tickStrings(places, 1, 1) == ["outline", "filled", "coloured"]
    assert view.findChild(QLabel, "tuningPlace").text() == "fill filled"


def test_that_choices_are_checked_instead_of_ranged(view, qtbot) -> None:
    view.choose_family("curve")
    rows = {row.axis.name: row for row in view.knobs.rows}
    with qtbot.waitSignal(view.request_changed) as asked:
        rows["fill"].boxes[1].click()
    assert dict(asked.args[0]["axes"])["fill"] == (0.0, 2.0)
    for box in (rows["fill"].boxes[0], rows["fill"].boxes[2]):
        box.click()
    assert view.knobs.problem() == "Check at least one fill."
    with qtbot.waitSignal(view.request_changed) as asked:
        rows["fill"].vary.click()
        view.knobs.findChild(QComboBox, "at-fill").setCurrentIndex(2)
    assert asked.args[0]["fixed"] == (("fill", 2.0),)


def test_that_words_are_asked_for_where_the_family_writes_some(view, qtbot) -> None:
    words = view.findChild(QLineEdit, "tuningWords")
    assert not words.isVisible()
    view.choose_family("words")
    assert words.isVisible()
    with qtbot.waitSignal(view.request_changed) as asked:
        qtbot.keyClicks(words, "apple")
        qtbot.keyClick(words, Qt.Key.Key_Return)
    assert asked.args[0]["subject"] == "apple"


def test_that_a_family_of_pictures_names_the_picture_or_asks_for_one(view) -> None:
    view.choose_family("picture")
    label = view.findChild(QLabel, "tuningPicture")
    view.controls.set_picture("")
    assert label.isVisible()
    assert label.text() == "Drop or choose a picture first"
    view.controls.set_picture("rose.png")
    assert label.text().endswith("rose.png")


def test_that_the_last_entry_of_the_families_opens_a_file_and_the_family_stays(view, qtbot) -> None:
    combo = view.findChild(QComboBox, "tuningFamily")
    combo.setCurrentIndex(combo.count() - 1)
    with qtbot.waitSignal(view.controls.file_requested), qtbot.assertNotEmitted(view.request_changed):
        combo.activated.emit(combo.count() - 1)
    assert combo.currentData() == "grating"


def test_that_a_response_that_is_no_number_is_named(view) -> None:
    tuning = measured(RADIUS)
    tuning.response[3] = np.nan
    view.show_tuning(replace(tuning, note="1 of 36 responses is no number."))
    view.curve.hovered.emit((3,))
    assert view.findChild(QLabel, "tuningResponse").text() == "no number"
    assert "no number" in view.findChild(QLabel, "tuningIndices").toolTip()


@pytest.mark.parametrize("size", [(500, 300), (1100, 760)])
@pytest.mark.parametrize("mode", ["curve", "polar", "heat", "units", "table", "live"])
def test_that_no_control_is_cut_off(view, size: tuple[int, int], mode: str) -> None:
    view.resize(*size)
    view.show_tuning(measured(ORIENTATION, FREQUENCY))
    view.choose_mode(mode)
    settle(view)
    assert (view.width(), view.height()) == size
    for kind in (QToolButton, QComboBox, QLabel, QCheckBox):
        for part in view.findChildren(kind):
            if part.isVisibleTo(view) and part.window() is view and part.width() > 0:
                corner = part.mapTo(view, part.rect().bottomRight())
                assert view.rect().contains(corner), part.objectName()
