"""Progress at the program's icon in the task bar, where the desktop has a place for it.

Linux desktops with launchers (Plasma, Dash to Dock, Plank and others read what Unity once began) listen to a
signal on the session's D-Bus. Windows fills the button in its task bar (`taskbar_windows`); macOS has a
number at the icon in its dock, which is the percentage. Those two were written by their documentation and
have not been run on those systems.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

PATH, INTERFACE, SIGNAL = "/", "com.canonical.Unity.LauncherEntry", "Update"

# Tells the desktop a share from 0 to 1, or None for nothing to show; whether that went well.
Channel = Callable[[float | None], bool]


class TaskBar:
    """Tells the desktop how far the work is.

    Attributes:
        works: Whether there is a desktop to tell.
    """

    def __init__(self, desktop_id: str, window: Callable[[], int] = lambda: 0) -> None:
        """`desktop_id` names the desktop file, without its ending; `window` gives the native handle."""
        self._told: float | None = None
        self._channel = channel(sys.platform, os.environ, desktop_id, window)
        self.works = self._channel is not None

    def show(self, share: float | None) -> None:
        """Show a share from 0 to 1, None for nothing; what is shown already is not said again."""
        wanted = None if share is None else round(min(max(share, 0.0), 1.0), 2)
        if self.works and wanted != self._told and self._channel is not None:
            self._told = wanted
            self.works = self._channel(wanted)


def channel(
    platform: str, environment: Mapping[str, str], desktop_id: str, window: Callable[[], int]
) -> Channel | None:
    """The desktop's way on a platform (as `sys.platform` names it); None where there is none."""
    if platform == "win32":
        from inspector.gui.taskbar_windows import TaskBarButton

        return TaskBarButton(window)
    if platform == "darwin":
        return badge
    if platform.startswith("linux") and environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return Launcher(desktop_id)
    return None


def badge(share: float | None) -> bool:
    """The percentage as a number at the icon in the dock; no number where there is nothing to show."""
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.setBadgeNumber(percent(share))
    return True


def percent(share: float | None) -> int:
    """A share in whole percent, from 1 since 0 would be no number; 0 for nothing to show."""
    return 0 if share is None else max(1, round(100 * share))


class Launcher:
    """The launcher of a Linux desktop, told by a signal on the session's D-Bus."""

    def __init__(self, desktop_id: str) -> None:
        self._uri = f"application://{desktop_id}.desktop"
        self._bus: Any = None

    def __call__(self, share: float | None) -> bool:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        if self._bus is None:
            self._bus = QDBusConnection.sessionBus()
        message = QDBusMessage.createSignal(PATH, INTERFACE, SIGNAL)
        message.setArguments([self._uri, properties(share)])
        return bool(self._bus.send(message))


def properties(share: float | None) -> dict[str, Any]:
    """What the launcher is told."""
    return {"progress": share or 0.0, "progress-visible": share is not None}
