"""The settings dialog in the whole window: what is chosen acts at once and is remembered."""

from __future__ import annotations

import os

import numpy as np
import torch

from inspector.gui.theme import CONTRAST
from inspector.network.device import Compute
from inspector.settings import Settings, load
from tests.flows.windows import shown_window


def choose(field, value):
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_that_settings_act_at_once_and_at_the_next_start(qtbot, no_thread_left):
    before, most = torch.get_num_threads(), os.cpu_count() or 1
    window = shown_window(qtbot, settings=Settings(threads=most))
    answers = []
    window.engine.finished.connect(lambda panel, result: answers.append((panel, result)))
    window.start("demo", [])
    qtbot.waitUntil(lambda: ("threads", most) in answers)
    qtbot.waitUntil(lambda: window.pictures.activations is not None)

    window.actions_by_name["settings"].trigger()
    dialog = window.features["settings"].dialog
    assert (dialog.threads.value(), dialog.cache.value(), dialog.isModal()) == (most, 256, False)
    dialog.cache.setValue(64)
    assert window.engine._cache.cap == 64 << 20
    dialog.threads.setValue(1)
    if most > 1:
        qtbot.waitUntil(lambda: ("threads", 1) in answers)
        assert dialog.now.text() == "torch computes with 1 thread."
    exact = window.pictures.activations.maps
    assert (dialog.device.currentText(), dialog.precision.currentText()) == ("CPU", "float32")
    choose(dialog.precision, "bfloat16")
    qtbot.waitUntil(lambda: ("compute", Compute("cpu", "bfloat16")) in answers)
    assert "digits" in dialog.about.text()
    seen = window.pictures
    qtbot.waitUntil(
        lambda: seen.activations is not None and not np.array_equal(seen.activations.maps, exact),
    )
    assert np.allclose(window.pictures.activations.maps, exact, atol=0.05 * np.abs(exact).max())
    if not torch.cuda.is_available():
        choose(dialog.device, "cuda")
        qtbot.waitUntil(lambda: "cuda" in dialog.about.text())
        assert dialog.device.currentText() == "CPU"
        assert "the CPU computes" in window.banner.text
        choose(dialog.device, "cpu")
        qtbot.waitUntil(lambda: "digits" in dialog.about.text())
    dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
    dialog.theme.activated.emit(dialog.theme.currentIndex())
    assert window.theme.tokens is CONTRAST
    assert dialog.language.currentData() == "system"
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert dialog.now.text() == "The window speaks it from its next start on."
    window.theme.set_mode("light")
    window.close()
    torch.set_num_threads(before)
    assert (load().threads, load().cache, load().theme, load().language) == (1, 64, "light", "de")
    assert (load().device, load().precision) == ("" if torch.cuda.is_available() else "cpu", "bfloat16")
