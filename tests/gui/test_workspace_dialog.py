"""The workspace in the window: size, check, clear, and another window at the same one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from inspector.gui.dialogs.workspace import WorkspaceDialog
from inspector.gui.theme import Theme
from inspector.gui.window import MainWindow
from inspector.jobs.workspace_care import WorkspaceCard
from inspector.settings import Settings

CARD = WorkspaceCard("/some/where", 1234, 56_000_000, 7, 8_900_000_000)


@pytest.fixture
def dialog(qtbot, theme):
    made = WorkspaceDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_what_is_kept_is_shown_with_its_size(dialog):
    dialog.set_card(CARD)
    assert dialog.folder.text() == "/some/where"
    assert dialog.findings.text() == "1,234 · 56.0 MB"
    assert dialog.scans.text() == "7 · 8.90 GB"


def test_that_a_check_is_asked_for_once_and_its_sentences_are_listed(dialog, qtbot):
    with qtbot.waitSignal(dialog.check_requested):
        qtbot.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
    assert not dialog.check.isEnabled()
    dialog.set_card(WorkspaceCard("/w", 0, 0, 0, 0, ("One was mended.", "Another was forgotten.")))
    assert dialog.report.toPlainText() == "One was mended.\nAnother was forgotten."
    assert dialog.check.isEnabled()
    dialog.set_error("The workspace /w cannot be read.")
    assert dialog.report.toPlainText().startswith("One was mended")


def test_that_clearing_asks_first_and_clears_what_was_chosen(dialog, qtbot):
    dialog.what.setCurrentIndex(dialog.what.findData("scans"))
    dialog.whose.setCurrentIndex(1)
    dialog.age.setCurrentIndex(dialog.age.findData(30))
    for answer, asked in (("Cancel", []), ("Clear", [("scans", True, 30)])):
        said = []
        dialog.clear_requested.connect(lambda *given, said=said: said.append(given))
        qtbot.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
        box = dialog.findChild(QMessageBox, "clearQuestion")
        assert "scans of this network older than 30 days" in box.text()
        button = next(b for b in box.buttons() if b.text().replace("&", "") == answer)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert said == asked
        qtbot.waitUntil(lambda: dialog.findChild(QMessageBox, "clearQuestion") is None)


def test_that_a_second_window_says_that_there_are_two_and_a_third_after_both_does_not(qtbot, no_thread_left):
    def opened() -> MainWindow:
        window = MainWindow(Settings(), Theme(QApplication.instance(), "light"))
        qtbot.addWidget(window)
        window.show()
        return window

    first = opened()
    assert first.banner.text == ""
    second = opened()
    assert "Another window has this workspace open" in second.banner.text
    assert second.features["workspace"].shared.isVisible()
    first.close()
    third = opened()
    assert "Another window" in third.banner.text, "the second is still there"
    second.close()
    third.close()
    last = opened()
    assert last.banner.text == ""

    last.actions_by_name["workspace"].trigger()
    dialog = last.features["workspace"].dialog
    qtbot.waitUntil(lambda: dialog.findings.text() == "0 · 0.0 MB")
    qtbot.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.report.toPlainText() == "All is in order.")
    last.close()
