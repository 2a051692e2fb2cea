"""PySide6 6.12.0 on Python below 3.12 loses a reference to None on every void call and aborts at last."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    said = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_that_void_calls_and_signals_lose_no_reference_to_none(qtbot):
    sender = _Sender()
    before = sys.getrefcount(None)
    for _ in range(200):
        sender.setObjectName("name")
        sender.said.emit()
    assert sys.getrefcount(None) > before - 100
