"""What a window owes the desktop: a sign when a long job ends, another window."""

from __future__ import annotations

import time
from collections.abc import Iterable

from PySide6.QtCore import QObject, QProcess, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from inspector.gui.engine import Activity, Engine
from inspector.gui.packed import command
from inspector.gui.session import Session
from inspector.gui.taskbar import TaskBar
from inspector.jobs.queue import Priority

LONG_S, LASTING_S = 20.0, 2.0


def share_of(activities: Iterable[Activity], now: float) -> float | None:
    """How far what is waited for has come, from 0 to 1; None where nothing lasts that anyone waits for.

    Of several jobs it is the one that is least far. What fills up in the background does not count.
    """
    shares = [
        activity.progress.done / activity.progress.total
        for activity in activities
        if activity.state == "running" and activity.job.priority < Priority.FILLING
        and activity.began is not None and now - activity.began >= LASTING_S
        and activity.progress is not None and activity.progress.total
    ]  # fmt: skip
    return min(shares, default=None)


class DesktopController(QObject):
    """Watches the jobs for the desktop, and opens windows."""

    def __init__(self, session: Session, engine: Engine, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._engine, self._window = session, engine, window
        self._long: dict[int, float] = {}
        self.taskbar = TaskBar(QGuiApplication.desktopFileName(), lambda: int(window.winId()))
        engine.activity_changed.connect(self._on_activity_changed)
        engine.closed.connect(lambda: self.taskbar.show(None))

    @Slot()
    def open_window(self) -> None:
        """Another window on the same network: a process of its own: neither waits for the other's work."""
        program, arguments = command()
        card = self._session.network
        QProcess.startDetached(program, [*arguments, *([card.spec] if card is not None else [])])

    @Slot()
    def _on_activity_changed(self) -> None:
        self.taskbar.show(share_of(self._engine.activities.values(), time.monotonic()))
        activities = self._engine.activities.items()
        running = {number for number, activity in activities if activity.began is not None}
        for number in running - self._long.keys():
            self._long[number] = time.monotonic()
        for number in self._long.keys() - running:
            if time.monotonic() - self._long.pop(number) >= LONG_S and not self._window.isActiveWindow():
                QApplication.alert(self._window)
