"""After a crash: the place is there again, and the next start tells that the program did not end well."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication

from inspector import paths
from inspector.gui.theme import Theme
from inspector.gui.window import MainWindow
from inspector.network.location import Location
from inspector.settings import Settings, load

_CRASHES = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
assert lock.tryLock(0)
os._exit(11)
"""


def shown(qtbot, settings: Settings) -> MainWindow:
    window = MainWindow(settings, Theme(QApplication.instance(), "light"))
    qtbot.addWidget(window)
    window.show()
    return window


def test_that_a_crash_costs_neither_place_nor_pictures_and_is_told(qtbot, no_thread_left):
    window = shown(qtbot, Settings())
    recovery = window.features["recovery"]
    recovery.saving.setInterval(50)
    window.start("demo", [])
    qtbot.waitUntil(lambda: window.session.network is not None, timeout=60_000)
    window.session.go(Location("demo", "conv2", 5))
    qtbot.waitUntil(lambda: load().location == "demo/conv2/5", timeout=60_000)
    assert not recovery.crashed
    other = shown(qtbot, Settings())
    assert not other.features["recovery"].crashed, "the first window is still there"
    assert "did not end well" not in other.banner.text
    for one in (window, other):
        one.close()
    assert not list(paths.log_dir().glob("running-*"))

    lock = paths.log_dir() / "running-1-1"
    gone = subprocess.run([sys.executable, "-c", _CRASHES, str(lock)], check=False)
    assert gone.returncode == 11
    assert lock.exists()
    (paths.log_dir() / "crash.log").write_text("Fatal Python error: Segmentation fault", encoding="utf-8")
    again = shown(qtbot, load())
    assert again.features["recovery"].crashed
    assert "did not end well" in again.banner.text
    assert not lock.exists(), "it is told once"
    assert (paths.log_dir() / "crash.log").read_text(encoding="utf-8") == ""
    again.banner.button.click()
    assert again.features["diagnostics"].dialog.isVisible()
    again.close()
