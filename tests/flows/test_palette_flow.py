"""The command palette in the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from inspector.gui.window import MainWindow


@pytest.fixture
def window(qtbot, make_window):
    made = make_window()
    made.start("demo", [])
    qtbot.waitUntil(lambda: made.session.network is not None and bool(made.session.pictures))
    made.engine.cancel_all()
    return made


def ask(qtbot, window: MainWindow, question: str) -> list[str]:
    window.actions_by_name["palette"].trigger()
    dialog = window.features["palette"].dialog
    qtbot.keyClicks(dialog.line, question)
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_that_units_nodes_pictures_and_actions_are_gone_to_by_typing(window, qtbot):
    line = lambda: window.features["palette"].dialog.line  # noqa: E731
    assert ask(qtbot, window, "conv2/5")[0] == "demo/conv2/5"
    qtbot.keyClick(line(), Qt.Key.Key_Return)
    assert str(window.session.location) == "demo/conv2/5"

    assert ask(qtbot, window, "conv2 5")[0] == "demo/conv2/5", "a space will do"
    assert ask(qtbot, window, "7")[0] == "demo/conv2/7", "a number alone is a unit of this node"
    qtbot.keyClick(line(), Qt.Key.Key_Return)
    assert window.session.location.unit == 7

    assert ask(qtbot, window, "pool1")[0] == "pool1"
    qtbot.keyClick(line(), Qt.Key.Key_Return)
    assert window.session.location.node == "pool1"

    assert ask(qtbot, window, "zigzag 2") == ["zigzag-2.png"]
    qtbot.keyClick(line(), Qt.Key.Key_Return)
    assert window.session.picture.name == "zigzag-2.png"

    assert ask(qtbot, window, "dark theme")[0] == "Dark theme"
    qtbot.keyClick(line(), Qt.Key.Key_Return)
    assert window.theme.is_dark


def test_that_a_unit_that_is_not_there_is_not_offered(window, qtbot):
    assert "demo/conv1/999" not in ask(qtbot, window, "conv1/999")


def test_that_every_action_stands_in_a_menu_and_on_the_sheet_of_keys(window):
    in_menus = {
        action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()
    }
    assert set(window.actions_by_name) <= in_menus
    window.actions_by_name["keys"].trigger()
    tree = window.features["palette"].sheet.tree
    rows = [
        tree.topLevelItem(i).child(j)
        for i in range(tree.topLevelItemCount())
        for j in range(tree.topLevelItem(i).childCount())
    ]
    texts = {row.text(0) for row in rows}
    assert {entry.text.replace("&", "") for entry in window.entries} <= texts
    assert any(row.text(1) == "Ctrl+K" for row in rows)


def test_that_no_two_actions_share_a_shortcut(window):
    keys = [keys for entry in window.entries for keys in entry.keys]
    assert len(keys) == len(set(keys))
