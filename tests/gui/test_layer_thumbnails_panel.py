"""Pictures of the layers in the tree: on demand, for the rows in sight."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton

from inspector.gui.panels.layers import LayersPanel

NAMES = tuple(f"layer{i:02d}.conv" for i in range(30))


@pytest.fixture
def panel(qtbot, theme):
    made = LayersPanel()
    qtbot.addWidget(made)
    made.resize(380, 420)
    made.set_nodes(
        [SimpleNamespace(name=name, op="Conv2d", shape=(8, 9, 9), units=8, parameters=9) for name in NAMES]
    )
    made.show()
    qtbot.waitExposed(made)
    return made


def button(panel) -> QToolButton:
    return panel.findChild(QToolButton, "layerThumbnails")


def icon_of(panel, name: str):
    return panel._model.index_of(name).data(Qt.ItemDataRole.DecorationRole)


def test_that_nodes_in_sight_are_told_only_while_pictures_are_wanted(panel, qtbot):
    with qtbot.assertNotEmitted(panel.visible_nodes_changed, wait=80):
        panel.tree.verticalScrollBar().setValue(3)
    with qtbot.waitSignals([panel.thumbnails_toggled, panel.visible_nodes_changed]):
        qtbot.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    names = panel.tree.visible_names()
    assert 1 < len(names) < len(NAMES)
    assert all(name in NAMES for name in names), "a branch is no node"


def test_that_scrolling_tells_the_nodes_that_come_into_sight(panel, qtbot):
    panel.set_thumbnails_shown(True)
    qtbot.waitUntil(lambda: panel.tree.visible_names() != ())
    with qtbot.waitSignal(panel.visible_nodes_changed) as told:
        panel.tree.verticalScrollBar().setValue(panel.tree.verticalScrollBar().maximum())
    assert told.args[0][-1] == NAMES[-1]
    assert NAMES[0] not in told.args[0]


def test_that_the_filter_brings_others_into_sight(panel, qtbot):
    panel.set_thumbnails_shown(True)
    panel.filter_box.setText("layer2")
    qtbot.waitUntil(lambda: panel.tree.visible_names()[:1] == ("layer20.conv",))


def test_that_a_picture_stands_at_its_row_while_pictures_are_wanted(panel):
    panel.set_thumbnail(NAMES[1], np.full((16, 16, 3), (200, 0, 0), np.uint8))
    assert icon_of(panel, NAMES[1]) is None
    panel.set_thumbnails_shown(True)
    assert QColor(icon_of(panel, NAMES[1]).pixmap(16, 16).toImage().pixel(8, 8)).red() == 200
    assert icon_of(panel, NAMES[2]) is None
    panel.set_thumbnails_shown(False)
    assert icon_of(panel, NAMES[1]) is None


def test_that_a_note_on_a_picture_is_in_the_tooltip(panel):
    panel.set_thumbnail(NAMES[1], np.zeros((8, 8, 3), np.uint8), "No gradient.")
    assert panel._model.index_of(NAMES[1]).data(Qt.ItemDataRole.ToolTipRole).endswith("No gradient.")


def test_that_rows_grow_and_shrink_and_another_network_has_no_pictures(panel):
    low = panel.tree.rowHeight(panel.tree.model().index(0, 0))
    panel.set_thumbnails_shown(True)
    panel.tree.grab()
    assert panel.tree.rowHeight(panel.tree.model().index(0, 0)) > low
    panel.set_thumbnail(NAMES[1], np.zeros((8, 8, 3), np.uint8))
    panel.set_nodes([SimpleNamespace(name=NAMES[1], op="Conv2d", shape=(8, 9, 9), units=8, parameters=9)])
    assert icon_of(panel, NAMES[1]) is None
    panel.set_thumbnails_shown(False)
    panel.tree.grab()
    assert panel.tree.rowHeight(panel.tree.model().index(0, 0)) == low
