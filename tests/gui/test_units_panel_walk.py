"""Walking, zooming and scrolling the unit grid."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSlider

from inspector.gui.models.units import UNIT
from tests.gui.units_drawn import choose, heard, node, on_screen, shown_panel


@pytest.fixture
def panel(qtbot):
    return shown_panel(qtbot)


@pytest.fixture
def chosen(panel):
    units = []
    panel.unit_chosen.connect(units.append)
    return units


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
