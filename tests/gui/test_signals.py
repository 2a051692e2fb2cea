"""Signals close the window while Qt waits, once, and give the handlers back."""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from inspector.gui.signals import Signals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals to one process")


class Closing(QWidget):
    """Ends a loop when it is closed."""

    def __init__(self, loop: QEventLoop) -> None:
        super().__init__()
        self._loop = loop

    def closeEvent(self, event):
        self._loop.exit(7)
        event.accept()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_that_a_signal_closes_the_window_while_qt_waits(qtbot, number):
    before = {known: signal.signal(known, signal.SIG_DFL) for known in (number,)}
    try:
        loop = QEventLoop()
        window = Closing(loop)
        qtbot.addWidget(window)
        window.show()
        signals = Signals(window)
        assert signals.status == 0
        threading.Timer(0.05, os.kill, (os.getpid(), number)).start()
        assert loop.exec() == 7, "no Python runs meanwhile"
        assert signals.status == 128 + number
        assert signal.getsignal(number) is signal.SIG_DFL, "a second one ends the program at once"
        signals.stop()
        assert signal.set_wakeup_fd(-1) == -1
    finally:
        for known, handler in before.items():
            signal.signal(known, handler)


def test_that_what_is_ignored_stays_ignored_and_handlers_are_given_back(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    mine = lambda *_: None  # noqa: E731
    before = {signal.SIGINT: signal.signal(signal.SIGINT, signal.SIG_IGN)}
    before[signal.SIGTERM] = signal.signal(signal.SIGTERM, mine)
    try:
        signals = Signals(window)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) is not mine
        signals.stop()
        assert signal.getsignal(signal.SIGTERM) is mine
    finally:
        for known, handler in before.items():
            signal.signal(known, handler)
