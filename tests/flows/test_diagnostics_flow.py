"""Copying diagnostics in the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector.settings import Settings
from tests.flows.windows import shown_window


def test_that_the_report_is_shown_and_copied_without_paths_unless_allowed(qtbot, no_thread_left):
    settings = Settings(recent=["resnet18=/data/clinic/net.pth"])
    window = shown_window(qtbot, settings=settings, remember=False)
    window.actions_by_name["diagnostics"].trigger()
    dialog = window.features["diagnostics"].dialog
    assert not dialog.isModal()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert copied == dialog.text.toPlainText()
    assert "Qt 6" in copied
    assert "theme light" in copied
    assert "clinic" not in copied
    dialog.private.setChecked(True)
    assert "/data/clinic/net.pth" in dialog.text.toPlainText()
    window.actions_by_name["diagnostics"].trigger()
    assert "clinic" not in dialog.text.toPlainText(), "allowed once is not allowed for ever"
    window.close()
