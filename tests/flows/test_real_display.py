"""The program on a real X server: it starts, answers keys, and ends well."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

import pytest

from inspector.cli.display import obstacle

_NEEDED = ("Xvfb", "openbox", "xdotool")
pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(
        not all(map(shutil.which, _NEEDED)), reason=f"{', '.join(_NEEDED)} are not all installed"
    ),
]

# Runs the program as `neuron-inspector` does; what is asked for on stdin is answered on stdout.
_PROGRAM = """
import sys
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from inspector import app
from inspector.gui.window import MainWindow

def answer():
    question = sys.stdin.readline()
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
    print(repr(eval(question, {"window": window, "QWidget": QWidget})), flush=True)

application = app.make_application()
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(answer)
sys.exit(app.run_window(None, [], fresh=False))
"""


@pytest.fixture(scope="module")
def display():
    """A display of its own, with a window manager; its name."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1720x1080x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as said:
        name = f":{said.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"], env=os.environ | {"DISPLAY": name}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DISPLAY", name)
            patch.setenv("QT_QPA_PLATFORM", "xcb")
            reason = obstacle()
        if reason is not None:
            pytest.skip(reason)
        yield name
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(20)


class Program:
    """The running program."""

    def __init__(self, display: str, home) -> None:
        self.environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
        self.environment |= {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
        self.process = self.start(_PROGRAM)

    def start(self, script: str, *words: str) -> subprocess.Popen[str]:
        """Another process on this display."""
        pipe = subprocess.PIPE
        command = [sys.executable, "-c", script, *words]
        return subprocess.Popen(
            command, env=self.environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True, bufsize=1
        )

    def ask(self, expression: str) -> str:
        """What an expression over `window` is in the program."""
        self.process.stdin.write(f"{expression}\n")
        answer = self.process.stdout.readline()
        assert answer, self.process.stderr.read()
        return answer.strip()

    def wait(self, expression: str, wanted: str = "True") -> None:
        """Until an expression is what is wanted."""
        end = time.monotonic() + 60
        while (found := self.ask(expression)) != wanted:
            assert time.monotonic() < end, f"{expression} is {found} and not {wanted}"
            time.sleep(0.05)  # another process: there is no signal to wait for

    def do(self, *words: object) -> None:
        """What a person does with keys and mouse."""
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True)


@pytest.fixture
def program(display, tmp_path):
    made = Program(display, tmp_path)
    made.wait("window is not None and window.session.shelf is not None and window.isActiveWindow()")
    yield made
    if made.process.poll() is None:
        made.process.kill()
    made.process.wait(20)
    for pipe in (made.process.stdin, made.process.stdout, made.process.stderr):
        pipe.close()


def test_that_the_first_start_shows_the_demo_keys_walk_and_closing_in_a_job_ends_well(program):
    title = subprocess.check_output(
        ["xdotool", "search", "--onlyvisible", "--name", "demo — Neuron Inspector"], env=program.environment
    )
    assert len(title.split()) == 1
    bubble = "window.findChild(QWidget, 'tourBubble').isVisible()"
    program.wait(bubble)
    program.do("key", "Escape")
    program.wait(bubble, "False")
    before = int(program.ask("window.session.location.unit"))
    program.do("key", "Right", "Right")
    program.wait("window.session.location.unit", str(before + 2))
    node = program.ask("window.session.location.node")
    program.do("key", "ctrl+f", "Tab", "Down")
    program.wait(f"window.session.location.node != {node}")
    program.wait("any(a.state == 'running' for a in window.engine.activities.values())")
    program.do("key", "ctrl+q")
    assert program.process.wait(30) == 0
    assert program.process.stderr.read() == ""
