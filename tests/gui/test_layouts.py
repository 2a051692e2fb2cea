"""Panels and pages of the real window: hidden, shown, named layouts, windows of their own, the next start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from inspector.gui.panels.own_window import OwnWindow
from inspector.gui.theme import Theme
from inspector.gui.window import MainWindow
from inspector.settings import Settings, load


def shown(qtbot, settings: Settings) -> MainWindow:
    made = MainWindow(settings, Theme(QApplication.instance(), "light"))
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    QApplication.processEvents()
    return made


@pytest.fixture
def window(qtbot, no_thread_left):
    made = shown(qtbot, Settings())
    yield made
    made.close()


def test_that_panels_are_hidden_named_reset_and_found_at_the_next_start(window, qtbot):
    panels, layouts = window.arena.panels, window.features["layouts"]
    for name, panel in panels.items():
        action = window.actions_by_name[f"show-{name}"]
        action.trigger()
        assert (panel.isVisible(), action.isChecked()) == (False, False)
        action.trigger()
        assert (panel.isVisible(), action.isChecked()) == (True, True)

    panels["layersDock"].hide()
    window.stage.toggle_window(1)
    window.actions_by_name["saveLayout"].trigger()
    layouts.question.setTextValue("Graph beside")
    layouts.question.accept()
    assert list(load().layouts) == ["Graph beside"]
    window.actions_by_name["resetLayout"].trigger()
    assert panels["layersDock"].isVisible()
    assert not window.stage.is_away(1)
    layouts._menu.aboutToShow.emit()
    next(a for a in layouts._menu.actions() if a.objectName() == "layout-Graph beside").trigger()
    assert not panels["layersDock"].isVisible()
    assert window.stage.is_away(1)
    layouts._deleting.actions()[0].trigger()
    layouts._menu.aboutToShow.emit()
    assert load().layouts == {}
    assert not layouts._deleting.isEnabled()

    panels["featureDock"].setFloating(True)
    window.close()
    again = shown(qtbot, load())
    assert not again.arena.panels["layersDock"].isVisible()
    assert not again.actions_by_name["show-layersDock"].isChecked()
    assert again.arena.panels["featureDock"].isFloating()
    assert not again.stage.is_away(1), "pages are in their places at the start"
    again.close()


def test_that_every_page_has_a_window_of_its_own_with_the_keys_and_comes_back(window, qtbot):
    for place in (window.stage, window.desk, window.evidence):
        for index in range(place.count()):
            view, title = place._views[index], place.tabText(index)
            place.setCurrentIndex(index)
            place.tabBarDoubleClicked.emit(index)
            own = view.window()
            assert isinstance(own, OwnWindow)
            assert own.windowTitle().startswith(title)
            back = window.findChild(QPushButton, f"{view.objectName()}WindowBack")
            assert back.isVisible()
            back.click()
            assert view.window() is window
            assert view.isVisible()
            assert not back.isVisible()
    window.stage.toggle_window(0)
    own = window.units.window()
    own.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is own)
    assert window.features["help"].page() == "activations"
    qtbot.keyClick(own, Qt.Key.Key_F9)
    assert window.units.window() is window
