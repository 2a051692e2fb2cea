"""Shortcuts in lines of text: the window's go before what X11 has of Emacs there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 960
_TAKEN = ("exportView", "showUnits")
"""Ctrl+E and Ctrl+U: to the line's end, and clear it, which End and Ctrl+A do as well."""


class FieldKeys(QObject):
    """Takes those keys from whichever of the window's widgets has the keyboard.

    A line of text would keep them for itself: its answer to Qt's question whether it wants a key comes before
    the window's shortcuts.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions: list[QAction] = [window.actions_by_name[name] for name in _TAKEN]
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if now is not None and now.window() is self._window:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        if not any(pressed in action.shortcuts() for action in self._actions):
            return False
        event.ignore()  # nobody keeps it, so it is a shortcut
        return True


def install(window: MainWindow) -> FieldKeys:
    """Watch where the keyboard is."""
    return FieldKeys(window)
