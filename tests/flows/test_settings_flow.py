"""The settings dialog in the whole window: what is chosen acts at once and is remembered."""

from __future__ import annotations

import os

import torch
from PySide6.QtWidgets import QApplication

from inspector.gui.theme import CONTRAST, Theme
from inspector.gui.window import MainWindow
from inspector.settings import Settings, load


def test_that_settings_act_at_once_and_at_the_next_start(qtbot, no_thread_left):
    before, most = torch.get_num_threads(), os.cpu_count() or 1
    window = MainWindow(Settings(threads=most), Theme(QApplication.instance(), "light"))
    qtbot.addWidget(window)
    answers = []
    window.engine.finished.connect(lambda panel, result: answers.append((panel, result)))
    window.show()
    window.start("demo", [])
    qtbot.waitUntil(lambda: ("threads", most) in answers, timeout=60_000)

    window.actions_by_name["settings"].trigger()
    dialog = window.features["settings"].dialog
    assert (dialog.threads.value(), dialog.cache.value(), dialog.isModal()) == (most, 256, False)
    dialog.cache.setValue(64)
    assert window.engine._cache.cap == 64 << 20
    dialog.threads.setValue(1)
    if most > 1:
        qtbot.waitUntil(lambda: ("threads", 1) in answers, timeout=30_000)
        assert dialog.now.text() == "torch computes with 1 thread."
    dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
    dialog.theme.activated.emit(dialog.theme.currentIndex())
    assert window.theme.tokens is CONTRAST
    window.theme.set_mode("light")
    window.close()
    torch.set_num_threads(before)
    assert (load().threads, load().cache, load().theme) == (1, 64, "light")
