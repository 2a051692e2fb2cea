"""The unit grid: its parts, lenses, legend, empty states, and what is drawn and asked for."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QSlider, QWidget

from inspector.gui.models.units import THUMBNAIL
from tests.gui.units_drawn import NODE, choose, heard, node, on_screen, shown_panel


@pytest.fixture
def panel(qtbot):
    return shown_panel(qtbot)


def test_its_parts_are_found_by_name(panel):
    assert panel.objectName() == "unitsPanel"
    for kind, name in ((QListView, "unitGrid"), (QComboBox, "unitLens"), (QComboBox, "unitSort")):
        assert panel.findChild(kind, name).accessibleName()
    slider = panel.findChild(QSlider, "unitZoom")
    assert (slider.minimum(), slider.maximum()) == (48, 200)


def test_a_chosen_lens_is_told_and_a_set_one_is_not(panel):
    lenses = heard(panel.lens_chosen)
    panel.set_lens("feature-visualization")
    assert panel.findChild(QComboBox, "unitLens").currentText() == "Feature visualization"
    assert lenses == []
    choose(panel.findChild(QComboBox, "unitLens"), "Activation map")
    assert lenses == ["activations"]
    assert panel.model.lens == "activations"


def test_kernels_can_be_chosen_only_where_there_are_any(panel):
    combo = panel.findChild(QComboBox, "unitLens")
    kernels = combo.model().item(combo.findText("Kernels"))
    assert not kernels.isEnabled()
    panel.set_kernels(np.zeros((50, 3, 3, 3), np.float32))
    assert kernels.isEnabled()
    panel.set_kernels(None)
    assert not kernels.isEnabled()


def test_the_header_says_what_the_node_is(panel):
    assert panel.findChild(QLabel, "unitsTitle").text() == "layer1.conv"
    assert panel.findChild(QLabel, "unitsAbout").text() == "Conv2d · 50 × 7 × 7 · 50 units"


def test_the_legend_says_how_to_read_the_tiles_or_how_to_get_some(panel):
    legend = panel.findChild(QLabel, "unitsLegend")
    assert legend.text() == "drop a picture to fill the tiles"
    panel.set_maps(np.zeros((50, 7, 7), np.float32))
    assert legend.text() == "each map on its own scale"
    panel.set_lens("weights")
    panel.set_kernels(np.zeros((50, 3, 3, 3), np.float32))
    assert legend.text() == "grey is zero, each on its own scale"
    panel.set_node(None)
    assert legend.text() == ""


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (None, "Open a network"),
        (SimpleNamespace(name="x", op="flatten", shape=(), units=0), "This node has no units."),
    ],
)
def test_empty_states_say_what_is_missing(panel, shown, words):
    panel.set_node(shown)
    empty = panel.findChild(QWidget, "unitsEmpty")
    assert empty.isVisible()
    assert empty.title == words
    assert not panel.findChild(QComboBox, "unitLens").isEnabled()
    panel.set_node(NODE)
    assert panel.view.isVisible()
    assert panel.findChild(QComboBox, "unitLens").isEnabled()


def test_units_in_sight_come_first_then_those_of_the_next_screen(panel, qtbot):
    with qtbot.waitSignal(panel.visible_units_changed) as first:
        panel.set_node(node(2048))
    units = first.args[0]
    seen = [row for row in range(200) if on_screen(panel, row)]
    assert list(units[: len(seen)]) == seen
    assert list(units) == list(range(len(units)))
    assert len(seen) < len(units) < 4 * len(seen)


def test_scrolling_is_told_at_most_every_thirty_milliseconds(panel, qtbot):
    panel.set_node(node(2048))
    qtbot.waitSignal(panel.visible_units_changed).wait()
    told = heard(panel.visible_units_changed)
    for value in range(100, 2000, 100):
        panel.view.verticalScrollBar().setValue(value)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    first = panel.model.index(told[0][0])
    assert panel.view.visualRect(first).top() <= 0 < panel.view.visualRect(first).bottom()


def test_a_scroll_through_2048_units_makes_only_what_was_looked_at(panel, qtbot):
    panel.set_node(node(2048))
    panel.set_maps(np.random.default_rng(0).random((2048, 7, 7), np.float32))
    panel.view.grab()
    panel.view.scrollToBottom()
    panel.view.grab()
    qtbot.waitUntil(lambda: not panel.model._thumbnails._wanted)
    made = panel.model._thumbnails._fresh
    assert {0, 2047} <= made
    assert len(made) < 150


def test_the_tile_drawn_is_the_units_map(panel, qtbot):
    maps = np.zeros((50, 2, 2), np.float32)
    maps[:, 0, 0] = 1
    panel.set_maps(maps)
    qtbot.waitUntil(lambda: panel.model.index(0).data(THUMBNAIL) is not None)
    cell = panel.view.visualRect(panel.model.index(0))
    square = panel.view.itemDelegate().thumbnail_rect(cell)
    drawn = panel.view.viewport().grab().toImage()
    bright = drawn.pixelColor(square.topLeft() + QPoint(10, 10))
    dark = drawn.pixelColor(square.bottomRight() - QPoint(10, 10))
    assert bright.name() == "#fde725"
    assert dark.name() == "#440154"


def test_the_chosen_tile_is_framed_in_the_accent_colour(panel):
    panel.select(1)
    cell = panel.view.visualRect(panel.model.index(1))
    edge = panel.view.itemDelegate().thumbnail_rect(cell).topLeft() - QPoint(4, -30)
    accent = panel.view.palette().highlight().color().name()
    assert panel.view.viewport().grab().toImage().pixelColor(edge).name() == accent
    panel.select(None)
    assert panel.view.viewport().grab().toImage().pixelColor(edge).name() != accent
