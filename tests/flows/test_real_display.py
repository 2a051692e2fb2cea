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
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from inspector import app
from inspector.gui.window import MainWindow

def answer():
    question = sys.stdin.readline()
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
    names = {"window": window, "QWidget": QWidget, "QFileDialog": QFileDialog}
    print(repr(eval(question, names)), flush=True)

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


READY = "window is not None and window.session.shelf is not None and window.isActiveWindow()"


class Program:
    """The running program."""

    def __init__(self, display: str, home) -> None:
        self.environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
        # Neither the desktop's own dialogs nor its bus: this display is all there is.
        self.environment |= {"QT_QPA_PLATFORMTHEME": "", "DBUS_SESSION_BUS_ADDRESS": ""}
        self.environment |= {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
        self.process = self.start(_PROGRAM)

    def close(self) -> None:
        """End it, where it has not ended by itself."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(20)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()

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
    made.wait(READY)
    yield made
    made.close()


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


def _focus(name: str) -> str:
    return f"window.focusWidget() is not None and window.focusWidget().objectName() == {name!r}"


def test_that_what_was_labelled_compared_and_exported_by_keyboard_is_found_at_the_next_start(
    program, display, tmp_path
):
    program.wait("window.findChild(QWidget, 'tourBubble').isVisible()")
    program.do("key", "Escape")
    program.wait("window.findChild(QWidget, 'tourBubble').isVisible()", "False")

    program.do("key", "ctrl+l")
    program.wait(_focus("addressBar"))
    program.do("type", "demo/conv2/7")
    program.wait("window.address.text()", "'demo/conv2/7'")
    program.do("key", "Return")
    program.wait("str(window.session.location)", "'demo/conv2/7'")

    program.do("key", "F2")
    program.wait(_focus("unitLabel"))
    program.do("type", "stripes")
    program.wait("window.findChild(QWidget, 'unitLabel').text()", "'stripes'")
    program.do("key", "Return")
    program.wait("window.features['notes'].notes.mark.label", "'stripes'")

    program.do("key", "ctrl+shift+m")
    program.wait(_focus("compareOther"))
    program.do("type", "demo")
    program.wait("window.features['comparison'].view.other.text()", "'demo'")
    program.do("key", "Return")
    program.wait("window.features['comparison'].controller.matching is not None")

    program.do("key", "ctrl+shift+b")
    beside = "window.features['side_by_side']"
    program.wait(f"{beside}.own.isActiveWindow()")
    program.wait(f"str({beside}.controller.location)", "'demo-2/conv2/7'")
    program.do("key", "alt+F4")  # by the window manager, as a person closes it
    program.wait(f"{beside}.own.isVisible()", "False")
    program.wait("window.isActiveWindow()")

    file = tmp_path / "labels.json"
    program.ask("window.actions_by_name['exportNotes'].trigger()")
    dialog = "window.findChild(QFileDialog)"
    program.wait(f"{dialog} is not None and {dialog}.isActiveWindow()")
    program.do("key", "ctrl+a")
    program.do("type", str(file))
    program.wait(f"{dialog}.findChild(QWidget, 'fileNameEdit').text()", repr(str(file)))
    program.do("key", "Return")
    program.wait("window.status.text().startswith('Wrote') or window.banner.text")
    program.wait(f"__import__('os').path.exists({str(file)!r})")
    assert "stripes" in file.read_text(encoding="utf-8")

    program.ask("window.arena.panels['jobsDock'].hide()")
    program.ask("window.feature.run_requested.emit({'steps': 100_000})")
    program.wait("any(a.state == 'running' for a in window.engine.activities.values())")
    program.do("key", "ctrl+q")
    assert program.process.wait(60) == 0
    assert program.process.stderr.read() == ""

    again = Program(display, tmp_path)
    try:
        again.wait(READY)
        again.wait("str(window.session.location)", "'demo/conv2/7'")
        again.wait("window.features['notes'].notes.mark.label", "'stripes'")
        assert again.ask("window.arena.panels['jobsDock'].isVisible()") == "False"
        assert again.ask("window.findChild(QWidget, 'tourBubble').isVisible()") == "False", "shown once"
        again.do("key", "ctrl+q")
        assert again.process.wait(60) == 0
        assert again.process.stderr.read() == ""
    finally:
        again.close()
