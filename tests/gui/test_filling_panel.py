"""What the unit grid says while its pictures are made, and of units that no picture moves."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from inspector.gui.models.tiles import NOT_MOVED, hatched
from inspector.gui.models.units import THUMBNAIL
from inspector.gui.panels.unit_grid import UnitsPanel

NODE = SimpleNamespace(name="conv3", op="Conv2d", shape=(512, 9, 9), units=512, parameters=9)


@pytest.fixture
def panel(qtbot, theme):
    made = UnitsPanel()
    qtbot.addWidget(made)
    made.resize(520, 400)
    made.set_node(NODE)
    made.set_lens("feature-visualization")
    made.show()
    return made


def count(panel) -> QLabel:
    return panel.findChild(QLabel, "fillingCount")


def pause(panel) -> QToolButton:
    return panel.findChild(QToolButton, "fillingPause")


def test_that_the_header_counts_and_is_silent_once_all_are_there(panel):
    assert not count(panel).isVisible()
    panel.set_filling(34, 512)
    assert count(panel).isVisible()
    assert count(panel).text() == "34 of 512"
    panel.set_filling(512, 512)
    assert not count(panel).isVisible()
    assert not pause(panel).isVisible()


def test_that_filling_is_paused_and_resumed_by_one_button(panel, qtbot):
    panel.set_filling(34, 512)
    with qtbot.waitSignal(panel.filling_paused) as asked:
        qtbot.mouseClick(pause(panel), Qt.MouseButton.LeftButton)
    assert asked.args == [True]
    panel.set_filling(34, 512, paused=True)
    assert count(panel).text() == "34 of 512 · paused"
    assert pause(panel).toolTip().startswith("Go on")
    with qtbot.waitSignal(panel.filling_paused) as asked:
        qtbot.mouseClick(pause(panel), Qt.MouseButton.LeftButton)
    assert asked.args == [False]


def test_that_what_stopped_the_filling_is_told(panel):
    panel.set_filling(34, 512, note="There is not enough memory.")
    assert count(panel).text() == "34 of 512 · stopped"
    assert count(panel).toolTip() == "There is not enough memory."
    assert pause(panel).isChecked()


def test_that_a_unit_that_was_not_moved_is_hatched_and_says_so(panel, qtbot):
    grey = np.full((24, 24, 3), 128, np.uint8)
    panel.set_tile(3, grey, False)
    panel.set_tile(4, grey)
    index = panel.model.index(3)
    qtbot.waitUntil(lambda: index.data(THUMBNAIL) is not None)
    image = index.data(THUMBNAIL).toImage()
    assert image.pixel(30, 30) != image.pixel(30 + 25, 30), "stripes, not a grey picture"
    assert NOT_MOVED in index.data(Qt.ItemDataRole.ToolTipRole)
    assert NOT_MOVED not in panel.model.index(4).data(Qt.ItemDataRole.ToolTipRole)


def test_that_only_pictures_that_were_made_can_be_asked_about(panel, qtbot):
    action = panel.view.findChild(object, "explainTile")
    panel.select(5)
    with qtbot.waitSignal(panel.view.explained) as asked:
        action.trigger()
    assert asked.args == [5]
    panel.set_lens("activations")
    assert not action.isEnabled()


def test_that_stripes_are_two_quiet_levels_about_mid_grey():
    stripes = hatched(24)
    assert stripes.shape == (24, 24, 3)
    assert set(np.unique(stripes)) == {112, 144}
