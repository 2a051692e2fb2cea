"""Shared by the window's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from inspector.gui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme on the application, which looks as before after the test."""
    before = QPalette(qapp.palette())
    made = Theme(qapp, "light")
    yield made
    qapp.setPalette(before)
    qapp.setStyleSheet("")
    made.deleteLater()
