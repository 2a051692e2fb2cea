from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QSlider, QWidget

from inspector.gui.models.units import THUMBNAIL, UNIT
from inspector.gui.panels.unit_grid import UnitsPanel

NODE = SimpleNamespace(name="layer1.conv", op="Conv2d", shape=(50, 7, 7), units=50, parameters=9)


def node(units):
    return SimpleNamespace(name="wide", op="Conv2d", shape=(units, 7, 7), units=units, parameters=9)


@pytest.fixture
def panel(qtbot):
    made = UnitsPanel()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.set_node(NODE)
    return made


@pytest.fixture
def chosen(panel):
    units = []
    panel.unit_chosen.connect(units.append)
    return units


def heard(signal):
    values = []
    signal.connect(values.append)
    return values


def choose(combo, text):
    """Choose an entry as a person does, with the keyboard."""
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.findText(text)):
        QTest.keyClick(combo, Qt.Key.Key_Down)


def wheel(view, notches, modifiers):
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        QPointF(view.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_its_parts_are_found_by_name(panel):
    assert panel.objectName() == "unitsPanel"
    for kind, name in ((QListView, "unitGrid"), (QComboBox, "unitLens"), (QComboBox, "unitSort")):
        assert panel.findChild(kind, name).accessibleName()
    slider = panel.findChild(QSlider, "unitZoom")
    assert (slider.minimum(), slider.maximum()) == (48, 200)


def test_the_grid_is_laid_out_in_the_columns_that_the_keyboard_walks(panel):
    for width in (300, 437, 600, 811):
        panel.resize(width, 500)
        view = panel.view
        tops = [view.visualRect(panel.model.index(row)).top() for row in range(50)]
        assert tops.count(tops[0]) == view.columns
        assert view.visualRect(panel.model.index(view.columns - 1)).right() <= view.viewport().width()


def test_arrows_home_and_end_walk_the_grid(panel, chosen):
    panel.select(0)
    columns, keys = panel.view.columns, Qt.Key
    assert columns > 2
    for key in (keys.Key_Right, keys.Key_Down, keys.Key_Left, keys.Key_Up, keys.Key_End, keys.Key_Home):
        QTest.keyClick(panel.view, key)
    assert chosen == [1, 1 + columns, columns, 0, 49, 0]


def test_right_at_the_end_of_a_row_goes_on_in_the_next(panel, chosen):
    panel.select(panel.view.columns - 1)
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    assert chosen == [panel.view.columns]


def test_the_walk_stops_at_both_ends(panel, chosen):
    panel.select(0)
    QTest.keyClick(panel.view, Qt.Key.Key_Left)
    QTest.keyClick(panel.view, Qt.Key.Key_Up)
    assert chosen == []
    panel.select(49)
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert chosen == []


def test_page_keys_move_by_the_rows_in_sight(panel, chosen):
    panel.select(0)
    QTest.keyClick(panel.view, Qt.Key.Key_PageDown)
    rows = panel.view.viewport().height() // panel.view.gridSize().height()
    assert chosen == [rows * panel.view.columns]
    QTest.keyClick(panel.view, Qt.Key.Key_PageUp)
    assert chosen[-1] == 0


def test_a_click_chooses_and_a_double_click_opens(panel, chosen):
    opened = heard(panel.unit_opened)
    place = panel.view.visualRect(panel.model.index(3)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (chosen, opened) == ([3], [])
    QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [3]


def test_enter_opens_the_unit_once(panel):
    opened = heard(panel.unit_opened)
    panel.select(7)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert opened == [7]


def test_selecting_from_outside_gives_no_signal_back_and_scrolls(panel, chosen):
    panel.select(49)
    assert panel.view.currentIndex().data(UNIT) == 49
    assert panel.view.viewport().rect().contains(panel.view.visualRect(panel.view.currentIndex()))
    panel.select(None)
    assert not panel.view.currentIndex().isValid()
    assert chosen == []


def test_the_keyboard_follows_the_order_on_the_screen(panel, chosen):
    panel.set_values(np.arange(50, dtype=np.float32))
    choose(panel.findChild(QComboBox, "unitSort"), "Response")
    assert panel.model.index(0).data(UNIT) == 49
    panel.select(49)
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    assert chosen == [48]


def test_sorting_keeps_the_chosen_unit(panel, chosen):
    panel.select(5)
    choose(panel.findChild(QComboBox, "unitSort"), "Response")
    panel.set_values(np.arange(50, dtype=np.float32))
    assert panel.view.currentIndex().data(UNIT) == 5
    assert chosen == []


def test_ctrl_wheel_zooms_and_the_plain_wheel_scrolls(panel):
    slider, bar = panel.findChild(QSlider, "unitZoom"), panel.view.verticalScrollBar()
    side = panel.view.side
    wheel(panel.view, 1, Qt.KeyboardModifier.ControlModifier)
    assert panel.view.side == slider.value() > side
    assert bar.value() == 0
    zoomed = panel.view.side
    wheel(panel.view, -1, Qt.KeyboardModifier.NoModifier)
    assert panel.view.side == zoomed
    assert 0 < bar.value() <= panel.view.gridSize().height()


def test_zooming_ends_at_the_sliders_ends(panel):
    wheel(panel.view, 99, Qt.KeyboardModifier.ControlModifier)
    assert panel.view.side == 200
    wheel(panel.view, -99, Qt.KeyboardModifier.ControlModifier)
    assert panel.view.side == 48


def test_zooming_keeps_the_chosen_tile_in_sight(panel):
    panel.select(12)
    for side in (200, 48, 120):
        panel.findChild(QSlider, "unitZoom").setValue(side)
        seen = panel.view.visualRect(panel.view.currentIndex())
        assert panel.view.viewport().rect().contains(seen)


def test_resizing_keeps_the_chosen_tile_in_sight(panel):
    panel.findChild(QSlider, "unitZoom").setValue(200)
    panel.select(30)
    for width in (900, 300, 600):
        panel.resize(width, 500)
        assert on_screen(panel, 30)


def test_without_a_chosen_tile_in_sight_the_topmost_one_stays(panel):
    panel.set_node(node(2048))
    panel.select(0)
    panel.view.verticalScrollBar().setValue(60 * panel.view.gridSize().height())
    top = panel.view.visible_rows().start
    panel.findChild(QSlider, "unitZoom").setValue(200)
    assert on_screen(panel, top)
    panel.resize(1000, 500)
    assert on_screen(panel, top)


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
    with qtbot.waitSignal(panel.visible_units_changed, timeout=3000) as first:
        panel.set_node(node(2048))
    units = first.args[0]
    seen = [row for row in range(200) if on_screen(panel, row)]
    assert list(units[: len(seen)]) == seen
    assert list(units) == list(range(len(units)))
    assert len(seen) < len(units) < 4 * len(seen)


def test_scrolling_is_told_at_most_every_thirty_milliseconds(panel, qtbot):
    panel.set_node(node(2048))
    qtbot.waitSignal(panel.visible_units_changed, timeout=3000).wait()
    told = heard(panel.visible_units_changed)
    for value in range(100, 2000, 100):
        panel.view.verticalScrollBar().setValue(value)
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=3000)
    assert len(told) == 1
    first = panel.model.index(told[0][0])
    assert panel.view.visualRect(first).top() <= 0 < panel.view.visualRect(first).bottom()


def test_a_scroll_through_2048_units_makes_only_what_was_looked_at(panel, qtbot):
    panel.set_node(node(2048))
    panel.set_maps(np.random.default_rng(0).random((2048, 7, 7), np.float32))
    panel.view.grab()
    panel.view.scrollToBottom()
    panel.view.grab()
    qtbot.waitUntil(lambda: not panel.model._thumbnails._wanted, timeout=5000)
    made = panel.model._thumbnails._fresh
    assert {0, 2047} <= made
    assert len(made) < 150


def test_the_tile_drawn_is_the_units_map(panel, qtbot):
    maps = np.zeros((50, 2, 2), np.float32)
    maps[:, 0, 0] = 1
    panel.set_maps(maps)
    qtbot.waitUntil(lambda: panel.model.index(0).data(THUMBNAIL) is not None, timeout=3000)
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


def on_screen(panel, row):
    return panel.view.visualRect(panel.model.index(row)).intersects(panel.view.viewport().rect())
