"""After a crash: the place is there again, and the next start tells that the program did not end well."""

from __future__ import annotations

import subprocess
import sys

from inspector import paths
from inspector.network.location import Location
from inspector.settings import load
from tests.flows.windows import shown_window

_CRASHES = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
assert lock.tryLock(0)
os._exit(11)
"""


def test_that_a_crash_costs_neither_place_nor_pictures_and_is_told(qtbot, no_thread_left):
    window = shown_window(qtbot)
    recovery = window.features["recovery"]
    recovery.saving.setInterval(50)
    window.start("demo", [])
    qtbot.waitUntil(lambda: window.session.network is not None)
    window.session.go(Location("demo", "conv2", 5))
    qtbot.waitUntil(lambda: load().location == "demo/conv2/5")
    assert not recovery.crashed
    other = shown_window(qtbot)
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
    again = shown_window(qtbot, settings=load())
    assert again.features["recovery"].crashed
    assert "did not end well" in again.banner.text
    assert not lock.exists(), "it is told once"
    assert (paths.log_dir() / "crash.log").read_text(encoding="utf-8") == ""
    again.banner.button.click()
    assert again.features["diagnostics"].dialog.isVisible()
    again.close()
