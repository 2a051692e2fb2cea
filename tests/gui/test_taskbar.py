"""Progress at the icon in the task bar: what is told, when, and that it goes over a real D-Bus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from inspector.gui.controllers.desktop import share_of
from inspector.gui.engine import Activity
from inspector.gui.taskbar import Launcher, TaskBar, badge, channel, percent, properties
from inspector.gui.taskbar_windows import TOTAL, TaskBarButton, progress
from inspector.jobs.queue import Job, Priority
from inspector.lenses.base import Progress

_NEEDED = ("dbus-daemon", "dbus-monitor")
_ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = """
from PySide6.QtCore import QCoreApplication
from inspector.gui.taskbar import TaskBar
application = QCoreApplication([])
bar = TaskBar("io.example.Program")
assert bar.works
for share in (0.25, 0.2501, None):
    bar.show(share)
"""


def activity(done: int, total: int, began: float, priority: Priority = Priority.UNIT) -> Activity:
    return Activity(Job(None, "panel", "title", priority), "running", Progress(done, total), began)


def heard_until(monitor: subprocess.Popen[str], word: str) -> str:
    """What the monitor says up to a word; an assertion where it ends before."""
    heard = ""
    while word not in heard:
        line = monitor.stdout.readline()
        assert line, heard
        heard += line
    return heard


def test_that_the_job_that_is_least_far_counts_once_it_has_lasted():
    assert share_of([], 10.0) is None
    lasting, short = activity(1, 4, 0.0), activity(1, 100, 9.0)
    assert share_of([lasting, short, activity(3, 4, 0.0)], 10.0) == 0.25
    assert share_of([short], 10.0) is None
    assert share_of([activity(1, 4, 0.0, Priority.FILLING), activity(0, 0, 0.0)], 10.0) is None
    lasting.state = "paused"
    assert share_of([lasting], 10.0) is None


def test_that_a_share_is_told_as_each_desktop_has_it_and_none_hides_it():
    assert properties(0.25) == {"progress": 0.25, "progress-visible": True}
    assert properties(None) == {"progress": 0.0, "progress-visible": False}
    assert [percent(share) for share in (None, 0.0, 0.004, 0.37, 1.0)] == [0, 1, 1, 37, 100]
    assert progress(None) == (0, 0)
    assert [progress(share) for share in (0.0, 0.37, 1.0)] == [(2, 0), (2, 37), (2, TOTAL)]


def test_that_each_platform_has_its_own_way():
    """Only chosen: Windows' and macOS' ways cannot be run here."""

    def chosen(platform: str, **environment: str) -> object:
        return channel(platform, environment, "io.example.Program", lambda: 1)

    assert isinstance(chosen("win32"), TaskBarButton)
    assert chosen("darwin") is badge
    assert isinstance(chosen("linux", DBUS_SESSION_BUS_ADDRESS="unix:path=/x"), Launcher)
    assert chosen("linux") is None
    assert chosen("emscripten", DBUS_SESSION_BUS_ADDRESS="unix:path=/x") is None


def test_that_a_share_is_told_once_rounded_and_within_its_bounds():
    told = []
    bar = TaskBar("io.example.Program")
    bar.works, bar._channel = True, lambda share: told.append(share) or share != 1.0
    for share in (None, 0.251, 0.2512, None, None, 1.5, 0.5):
        bar.show(share)
    assert told == [0.25, None, 1.0], "and no more once it did not go well"


def test_that_without_a_bus_nothing_is_said(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    bar = TaskBar("io.example.Program")
    bar.show(0.5)
    assert not bar.works


@pytest.mark.skipif(
    not all(map(shutil.which, _NEEDED)) or not sys.platform.startswith("linux"),
    reason=f"{' and '.join(_NEEDED)} are not installed",
)
def test_that_launchers_hear_it_on_the_bus(tmp_path):
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address=unix:dir={tmp_path}"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    address = daemon.stdout.readline().strip()
    monitor = subprocess.Popen(
        ["dbus-monitor", "--address", address, "interface=com.canonical.Unity.LauncherEntry"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    patience = threading.Timer(60, monitor.kill)
    try:
        patience.start()
        heard_until(monitor, "NameLost")  # from then on it listens
        environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address, "PYTHONPATH": str(_ROOT)}
        subprocess.run([sys.executable, "-c", _PROGRAM], check=True, env=environment, timeout=60)
        heard = heard_until(monitor, "boolean false")
    finally:
        patience.cancel()
        for process in (monitor, daemon):
            process.kill()
            process.communicate()
    assert heard.count("member=Update") == 2, "what is shown already is not said again"
    assert 'string "application://io.example.Program.desktop"' in heard
    assert heard.index("double 0.25") < heard.index("boolean true") < heard.index("boolean false")
