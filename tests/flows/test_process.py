"""The program as a process of its own: it ends with status 0 and without a word, whatever runs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_SCRIPT = """
import sys
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
    if WHEN == "loading" or WHEN in running or (WHEN == "idle" and window.session.network and not running):
        window.close()
    elif WHEN == "slow" and window.session.network and "slow" not in running:
        window.engine.submit(Slow(), "slow", "A slow job")

timer = QTimer(interval=20)
application = app.make_application()
timer.timeout.connect(look)
QTimer.singleShot(50, timer.start)
sys.exit(app.run_window("demo", [], fresh=True))
"""


@pytest.mark.parametrize("when", ["loading", "feature", "tuning", "slow", "idle"])
def test_that_closing_ends_with_status_0_and_without_a_warning(when, tmp_path):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    environment |= {"XDG_STATE_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    environment["PYTHONWARNINGS"] = "default"
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(when=when)],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
    )
    said = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, said, done.stdout) == (0, [], "")


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
