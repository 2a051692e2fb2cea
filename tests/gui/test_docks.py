"""Panels float, hide, move and come back, whatever they hold."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QToolButton, QWidget

from inspector.gui.panels.docks import Arena
from inspector.gui.panels.own_window import OwnWindow
from inspector.gui.panels.pages import Pages

PARTS = ("layers", "jobs", "desk", "feature", "evidence")


def block() -> QWidget:
    """Something that takes room: a dock of nothing is laid out beyond the screen."""
    made = QWidget()
    made.setMinimumSize(80, 60)
    return made


def arena_in_window(
    qtbot, size: tuple[int, int] = (1400, 900), stored: dict[str, str] | None = None
) -> Arena:
    window = QMainWindow(objectName="outer")
    pages = Pages("evidencePages", ("One", QLabel("one", objectName="one")))
    parts = {name: (name.title(), pages if name == "evidence" else block()) for name in PARTS}
    arena = Arena(block(), **parts)
    window.setCentralWidget(arena)
    qtbot.addWidget(window, before_close_func=lambda _: arena.hide_floating())
    arena.add_below(window, "picturesDock", "Pictures", block())
    if stored is not None:
        arena.restore(stored)
    window.resize(*size)
    window.show()
    QApplication.processEvents()
    return arena


def rows(arena: Arena) -> dict[str, tuple[int, ...]]:
    QApplication.processEvents()
    return {name: p.geometry().getRect() for name, p in arena.panels.items() if p.isVisible()}


def test_that_titles_take_room_only_while_panels_are_moved_and_float_and_hide_by_their_buttons(qtbot, theme):
    arena = arena_in_window(qtbot)
    panel = arena.panels["featureDock"]
    button = panel.findChild(QToolButton, "featureDockFloat")
    assert panel.widget().height() == panel.height()
    arena.set_titled(True)
    QApplication.processEvents()
    assert button.isVisible()
    assert panel.widget().height() < panel.height() - 15
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.isFloating()
    qtbot.waitUntil(button.isVisible)  # also what floats is dragged by its title
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not panel.isFloating()
    qtbot.mouseClick(panel.findChild(QToolButton, "featureDockHide"), Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    arena.set_titled(False)
    panel.show()
    QApplication.processEvents()
    assert panel.widget().height() == panel.height()


def test_that_panels_that_were_moved_stand_as_first_after_arranging(qtbot, theme):
    arena = arena_in_window(qtbot)
    first = rows(arena)
    arena.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, arena.panels["evidenceDock"])
    arena.panels["jobsDock"].setFloating(True)
    arena.panels["picturesDock"].hide()
    arena.resizeDocks([arena.panels["layersDock"]], [500], Qt.Orientation.Horizontal)
    assert rows(arena) != first
    arena.arrange()
    assert rows(arena) == first


def test_that_columns_keep_their_share_when_the_window_grows_and_shrinks(qtbot, theme):
    arena = arena_in_window(qtbot, (1560, 900))
    widths = [arena.panels[name].width() for name in ("layersDock", "featureDock")]
    assert widths == pytest.approx([400, 620], abs=4)
    for width in (2340, 1560, 2340, 1560, 1900):
        arena.window().resize(width, 900)
        QApplication.processEvents()
        now = [arena.panels[name].width() for name in ("layersDock", "featureDock")]
        assert now == pytest.approx([400 * width / 1560, 620 * width / 1560], rel=0.06)


def test_that_a_state_is_found_again_and_nonsense_leaves_the_first(qtbot, theme):
    arena = arena_in_window(qtbot)
    first = rows(arena)
    arena.panels["jobsDock"].hide()
    arena.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, arena.panels["deskDock"])
    arena.panels["featureDock"].setFloating(True)
    again = arena_in_window(qtbot, stored=arena.state())
    assert again.panels["featureDock"].isFloating()
    assert again.dockWidgetArea(again.panels["deskDock"]) == Qt.DockWidgetArea.LeftDockWidgetArea
    sizes = {name: rect[2:] for name, rect in rows(arena).items()}
    assert {name: rect[2:] for name, rect in rows(again).items()} == sizes
    for stored in ({"arena": "bm9uc2Vuc2U=", "panels": "bm9uc2Vuc2U="}, {"arena": ""}, {"columns": "x"}):
        assert rows(arena_in_window(qtbot, stored=stored)) == first


def test_that_a_page_of_a_floating_panel_leaves_and_returns(qtbot, theme):
    arena = arena_in_window(qtbot)
    panel = arena.panels["evidenceDock"]
    pages, view = panel.widget(), panel.findChild(QLabel, "one")
    panel.setFloating(True)
    pages.toggle_window(0)
    assert isinstance(view.window(), OwnWindow)
    assert view.window().parentWidget() is arena.window()
    pages.toggle_window(0)
    assert view.window() is panel
