"""The program as a process of its own: it ends with status 0 and without a word, whatever runs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_SCRIPT = """
import os, signal, sys, threading
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background is started deaf to it
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from inspector import app
from inspector.gui.window import MainWindow

WHEN = {when!r}

class Slow:
    keep = False
    def start(self, bench, token):
        import time
        time.sleep(1.5)  # deaf on purpose: this is the job that notices too late
        yield from ()

def look():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    running = [a.job.panel for a in window.engine.activities.values() if a.state == "running"]
    if WHEN == "interrupted" and window.session.network:
        timer.stop()  # from here on Qt waits, and no Python runs
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()
    elif WHEN == "loading" or WHEN in running or (WHEN == "idle" and window.session.network and not running):
        window.close()
    elif WHEN == "slow" and window.session.network and "slow" not in running:
        window.engine.submit(Slow(), "slow", "A slow job")

timer = QTimer(interval=20)
application = app.make_application()
timer.timeout.connect(look)
QTimer.singleShot(50, timer.start)
sys.exit(app.run_window("demo", [], fresh=True))
"""

_FAILS = """
import sys
from inspector.cli.dispatch import main
from inspector.gui import features

def install(window):
    raise RuntimeError("no room\\nfor more")

features.install = install
sys.exit(main(["demo"]))
"""


def environment_in(folder):
    kept = {key: str(folder) for key in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "default"} | kept


def without_notes(said):
    return [line for line in said.splitlines() if "propagateSizeHints" not in line]


def test_that_a_window_that_cannot_be_built_says_so_and_where_more_stands(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", _FAILS],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment_in(tmp_path),
    )
    log = next(tmp_path.rglob("inspector.log"))
    sentence = f"The window could not be built: RuntimeError, no room. The log has more: {log}"
    assert (done.returncode, done.stdout) == (1, "")
    assert without_notes(done.stderr) == [f"neuron-inspector: {sentence}"]
    assert "in install" in log.read_text(encoding="utf-8"), "with the place where it went wrong"
    assert not list(tmp_path.rglob("running-*"))


@pytest.mark.parametrize("when", ["loading", "feature", "tuning", "slow", "idle", "interrupted"])
def test_that_closing_ends_with_status_0_and_without_a_warning(when, tmp_path):
    if when == "interrupted" and sys.platform == "win32":
        pytest.skip("Windows sends no signals to one process")
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(when=when)],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment_in(tmp_path),
    )
    status = 130 if when == "interrupted" else 0
    assert (done.returncode, without_notes(done.stderr), done.stdout) == (status, [], "")
    assert not list(tmp_path.rglob("running-*")), "the next start finds nothing of a crash"


def test_that_a_missing_display_is_said_in_one_sentence(tmp_path):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "inspector"], capture_output=True, text=True, timeout=60, env=environment
    )
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a display here")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "display" in done.stderr
