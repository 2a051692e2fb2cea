"""Whatever takes the keyboard has a name that a screen reader says: in the window and in its dialogs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QScrollBar,
    QTabWidget,
    QWidget,
)

from tests.flows.windows import shown_window

PARTS_OF_OTHERS = (QComboBox, QAbstractSpinBox)
"""What holds further widgets that it speaks for."""


@pytest.fixture
def window(qtbot, no_thread_left):
    window = shown_window(qtbot, remember=False)
    window.start("demo", [])
    qtbot.waitUntil(lambda: window.pictures.activations is not None)
    yield window
    window.close()


def speaks_for_itself(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if isinstance(widget, (QScrollBar, QHeaderView, QTabWidget)) or isinstance(parent, QAbstractScrollArea):
        return False  # what scrolls speaks for its viewport
    while parent is not None:
        if isinstance(parent, PARTS_OF_OTHERS):
            return False
        parent = parent.parentWidget()
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def name_of(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name).strip() if found is not None else ""


def test_that_everything_that_takes_the_keyboard_has_a_name(window):
    window.features["settings"].show()
    window.features["comparison"].choose_network()
    window.dialogs.show_open_network()
    window.dialogs.show_preprocessing()
    window.dataset.scanning.show_dialog()
    for name in ("keys", "palette", "pageHelp", "sideBySide", "arrangePanels"):
        window.actions_by_name[name].trigger()
    QApplication.processEvents()
    asked = [widget for widget in window.findChildren(QWidget) if speaks_for_itself(widget)]
    assert len(asked) > 150
    nameless = {
        f"{type(widget).__name__} {widget.objectName()} in {widget.parentWidget().objectName()}"
        for widget in asked
        if not name_of(widget) and widget.objectName() != "bannerAction"  # its words come with the banner's
    }
    assert not nameless, "\n".join(sorted(nameless))


def test_that_every_panel_and_action_has_a_name(window):
    for panel in window.arena.panels.values():
        assert panel.accessibleName()
    for action in window.actions_by_name.values():
        assert action.text()
