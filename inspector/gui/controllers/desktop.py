"""What a window owes the desktop: a sign when a long job ends, another window."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QObject, QProcess, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from inspector.gui.engine import Engine
from inspector.gui.session import Session

LONG_S = 20.0


def command() -> tuple[str, list[str]]:
    """What starts this program: itself where it is frozen, else this Python."""
    return (sys.executable, []) if getattr(sys, "frozen", False) else (sys.executable, ["-m", "inspector"])


class DesktopController(QObject):
    """Watches the jobs for the desktop, and opens windows."""

    def __init__(self, session: Session, engine: Engine, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._engine, self._window = session, engine, window
        self._long: dict[int, float] = {}
        engine.activity_changed.connect(self._on_activity_changed)

    @Slot()
    def open_window(self) -> None:
        """Another window on the same network: a process of its own: neither waits for the other's work."""
        program, arguments = command()
        card = self._session.network
        QProcess.startDetached(program, [*arguments, *([card.spec] if card is not None else [])])

    @Slot()
    def _on_activity_changed(self) -> None:
        activities = self._engine.activities.items()
        running = {number for number, activity in activities if activity.began is not None}
        for number in running - self._long.keys():
            self._long[number] = time.monotonic()
        for number in self._long.keys() - running:
            if time.monotonic() - self._long.pop(number) >= LONG_S and not self._window.isActiveWindow():
                QApplication.alert(self._window)
