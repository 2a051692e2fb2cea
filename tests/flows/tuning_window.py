"""The window at a unit whose tuning is measured, and how it is waited for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from inspector.gui.window import MainWindow


def measured_window(qtbot, make_window) -> MainWindow:
    """The window at a unit of the demonstration network, measured, with nothing running."""
    window = make_window(size=(1280, 800))
    window.start("demo", [], "demo/conv2/5")
    qtbot.waitUntil(lambda: window.session.network is not None)
    settle(qtbot, window)
    return window


def settle(qtbot, window: MainWindow) -> None:
    """Wait until everything is there but the feature visualization, which is given up."""

    def is_over() -> bool:
        window.engine.give_up("feature")
        return not window.unit_page.is_resting and not window.engine.is_busy

    qtbot.waitUntil(is_over)


def press_mode(qtbot, window: MainWindow, mode: str) -> None:
    qtbot.mouseClick(window.tuning.findChild(QToolButton, f"mode-{mode}"), Qt.MouseButton.LeftButton)
