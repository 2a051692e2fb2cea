"""Shortcuts of the window that a line of text would keep: X11's line takes Ctrl+E and Ctrl+U."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit


class Greedy(QLineEdit):
    """Wants every key, as a line on X11 wants some."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def window(make_window):
    return make_window(remember=False)


def type_into(line, qtbot) -> None:
    line.window().activateWindow()
    line.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    for key in (Qt.Key.Key_E, Qt.Key.Key_U, Qt.Key.Key_B):
        QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)


def test_that_the_window_has_its_keys_in_a_line_of_text_and_the_line_its_own(window, qtbot):
    pressed = []
    for name in ("exportView", "showUnits", "labelBlind"):
        action = window.actions_by_name[name]
        action.triggered.disconnect()
        action.triggered.connect(lambda *_, name=name: pressed.append(name))
    type_into(Greedy(window), qtbot)
    assert pressed == ["exportView", "showUnits"]

    dialog = QDialog(window)
    line = Greedy(dialog)
    dialog.show()
    type_into(line, qtbot)
    assert pressed == ["exportView", "showUnits"], "a dialog's line keeps all of them"
    dialog.close()
