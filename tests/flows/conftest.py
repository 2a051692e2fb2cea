"""Shared by the flows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from shiboken6 import isValid

from inspector.gui.window import MainWindow
from tests.flows.windows import shown_window


@pytest.fixture
def make_window(qtbot: Any, no_thread_left: None) -> Iterator[Callable[..., MainWindow]]:
    """Makes windows as `shown_window` does; those that a test leaves open are closed behind it."""
    made: list[MainWindow] = []

    def make(**options: Any) -> MainWindow:
        made.append(shown_window(qtbot, **options))
        return made[-1]

    yield make
    for window in made:
        if isValid(window) and window.isVisible():
            window.close()
