"""Ctrl+C in the terminal and the system's request to end close the window as a click on its cross does.

Python runs a signal's handler only between its own instructions, and an idle window runs Qt's: so the signal
writes a byte into a socket (`signal.set_wakeup_fd`), and Qt, which watches the other end, calls back.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QWidget

HEARD = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
"""Ctrl+C, the end of a session, a terminal that is closed, and Windows' Ctrl+Break."""


class Signals(QObject):
    """Listens as long as the event loop may run; `stop` gives the handlers back.

    Attributes:
        received: The number of the first signal that came, or 0.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self.received = window, 0
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        # What is ignored (nohup, a job in the background) stays so.
        wanted = [number for number in HEARD if signal.getsignal(number) is not signal.SIG_IGN]
        self._before = {number: signal.signal(number, self._hear) for number in wanted}
        self._woken_before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)

    @property
    def status(self) -> int:
        """The exit status of a program that a signal has ended, as shells count it; 0 where none came."""
        return 128 + self.received if self.received else 0

    def stop(self) -> None:
        """Let signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._woken_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        for end in (self._reading, self._writing):
            end.close()

    def _hear(self, number: int, frame: FrameType | None) -> None:
        self.received = self.received or number
        # Closing waits for the job under way; who asks a second time will not.
        signal.signal(number, signal.SIG_DFL)

    @Slot()
    def _on_woken(self) -> None:
        while self._read():
            pass
        if self.received:
            self._window.close()

    def _read(self) -> bytes:
        try:
            return self._reading.recv(64)
        except OSError:
            return b""
