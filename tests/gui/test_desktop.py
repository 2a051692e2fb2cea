from __future__ import annotations

import subprocess

import pytest
from PySide6.QtWidgets import QApplication

from inspector.gui.controllers import desktop as module
from inspector.gui.theme import Theme
from inspector.gui.window import MainWindow
from inspector.jobs.requests import LoadEngine
from inspector.settings import Settings


@pytest.fixture
def window(qtbot, no_thread_left):
    made = MainWindow(Settings(), Theme(QApplication.instance(), "light"), remember=False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_that_a_long_job_that_ends_out_of_sight_calls_for_attention(window, qtbot, monkeypatch):
    called = []
    monkeypatch.setattr(module.QApplication, "alert", lambda shown: called.append(shown))
    monkeypatch.setattr(type(window), "isActiveWindow", lambda self: False)

    def run() -> None:
        with qtbot.waitSignal(window.engine.finished, timeout=60_000):
            window.engine.submit(LoadEngine(), "x", "Loading")

    run()
    assert called == [], "it was short"
    monkeypatch.setattr(module, "LONG_S", 0.0)
    run()
    assert called == [window]


def test_that_another_window_is_started_on_the_same_network(window, monkeypatch):
    started = []
    monkeypatch.setattr(
        module.QProcess, "startDetached", lambda program, words: started.append([program, *words])
    )
    window.actions_by_name["newWindow"].trigger()
    [words] = started
    shown = subprocess.run([*words, "--version"], capture_output=True, text=True, check=False)
    assert shown.stdout.startswith("neuron-inspector "), "the words start this program"
