"""Progress at the program's icon in the task bar, where the desktop has a place for it.

Linux desktops with launchers (Plasma, Dash to Dock, Plank and others read what Unity once began) listen to a
signal on the session's D-Bus. Windows and macOS have ways of their own, which are not served here.
"""

from __future__ import annotations

import os
import sys
from typing import Any

PATH, INTERFACE, SIGNAL = "/", "com.canonical.Unity.LauncherEntry", "Update"


def properties(share: float | None) -> dict[str, Any]:
    """What the launcher is told: a share from 0 to 1, or None for nothing to show."""
    return {
        "progress": 0.0 if share is None else min(max(share, 0.0), 1.0),
        "progress-visible": share is not None,
    }


class TaskBar:
    """Tells the desktop how far the work is.

    Attributes:
        works: Whether there is a desktop to tell.
    """

    def __init__(self, desktop_id: str) -> None:
        """`desktop_id` names the program's desktop file, without its ending."""
        self._uri = f"application://{desktop_id}.desktop"
        self._told: dict[str, Any] = properties(None)
        self._bus: Any = None
        self.works = sys.platform.startswith("linux") and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))

    def show(self, share: float | None) -> None:
        """Show a share from 0 to 1, None for nothing; what is shown already is not said again."""
        wanted = properties(None if share is None else round(share, 2))
        if self.works and wanted != self._told:
            self._told = wanted
            self._send(wanted)

    def _send(self, wanted: dict[str, Any]) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        if self._bus is None:
            self._bus = QDBusConnection.sessionBus()
        message = QDBusMessage.createSignal(PATH, INTERFACE, SIGNAL)
        message.setArguments([self._uri, wanted])
        self.works = self._bus.send(message)
