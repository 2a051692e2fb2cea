from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from inspector.gui import packed
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
        with qtbot.waitSignal(window.engine.finished):
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


def test_that_an_appimage_is_started_itself_for_another_window(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.delenv("APPIMAGE", raising=False)
    assert packed.command() == (sys.executable, [])
    monkeypatch.setenv("APPIMAGE", "/home/me/neuron-inspector.AppImage")
    assert packed.command() == ("/home/me/neuron-inspector.AppImage", [])


@pytest.mark.parametrize("before", [None, "/opt/mine"])
def test_that_other_programs_do_not_find_the_libraries_of_a_packed_one(monkeypatch, before):
    found = []
    monkeypatch.setattr(
        packed.QDesktopServices, "openUrl", lambda url: found.append(os.environ.get("LD_LIBRARY_PATH"))
    )
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/neuron-inspector/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    packed.open_outside(QUrl("file:///a/page.html"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    packed.open_outside(QUrl("file:///a/page.html"))
    assert found == ["/opt/neuron-inspector/_internal", before]
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/neuron-inspector/_internal", "our own processes need them"
