"""Lets a process with a Qt event loop be asked: an expression on stdin is answered on stdout."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget


def answer_on_stdin(names: Callable[[], dict[str, Any]]) -> QSocketNotifier:
    """Answer line by line, in what `names` returns at that time; works as long as the result is held."""
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def answer() -> None:
        question = sys.stdin.readline()
        if not question:
            notifier.setEnabled(False)  # whoever asked is gone
            return
        try:
            found = repr(eval(question, names()))
        except Exception as error:  # whoever asked is to know, not to wait
            found = repr(error)
        print(found, flush=True)

    notifier.activated.connect(answer)
    return notifier


def centre(widget: QWidget) -> tuple[int, int]:
    """Where its middle is on the screen."""
    return widget.mapToGlobal(widget.rect().center()).toTuple()


def drop_shape() -> str | None:
    """The pointer's shape while something is dragged from this process: whether it may be let go of there."""
    cursor = QApplication.overrideCursor()
    return None if cursor is None else cursor.shape().name
