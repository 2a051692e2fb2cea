"""Processes on a real X server, asked for their state through a pipe and worked by real keys and mouse."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector.cli.display import obstacle

_NEEDED = ("Xvfb", "openbox", "xdotool")
MISSING = [tool for tool in _NEEDED if shutil.which(tool) is None]
SIZE = (2000, 1080)
_PATIENCE_S = 150
Look = Callable[[], object]
_ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def display() -> Iterator[str]:
    """A display of its own, with a window manager; its name. Skips the test where none can be had."""
    reader, writer = os.pipe()
    screen = "x".join(map(str, (*SIZE, 24)))
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", screen, "-nolisten", "tcp"],
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


class Running:
    """A process that shows a window on a display and answers questions about it."""

    def __init__(self, display: str, home: Path, module: str, *words: str) -> None:
        """Start a module of this folder, which answers as `answering` says."""
        self.environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
        # Neither the desktop's own dialogs nor its bus: this display is all there is.
        self.environment |= {"QT_QPA_PLATFORMTHEME": "", "DBUS_SESSION_BUS_ADDRESS": ""}
        self.environment |= {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
        pipe = subprocess.PIPE
        command = [sys.executable, "-m", f"tests.flows.{module}", *words]
        self.process = subprocess.Popen(
            command,
            env=self.environment,
            cwd=_ROOT,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            text=True,
            bufsize=1,
        )

    def close(self) -> None:
        """End it, where it has not ended by itself."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def ask(self, expression: str) -> str:
        """What an expression is in the process, as Python writes it."""
        self.process.stdin.write(f"{expression}\n")
        there, _, _ = select.select([self.process.stdout], [], [], _PATIENCE_S)
        assert there, f"no answer to {expression}"
        answer = self.process.stdout.readline()
        assert answer, self.process.stderr.read()
        return answer.strip()

    def wait(self, expression: str, wanted: str = "True") -> None:
        """Until an expression is what is wanted."""
        for found in patiently(lambda: self.ask(expression), f"{expression} is {{}} and not {wanted}"):
            if found == wanted:
                return

    def do(self, *words: object) -> None:
        """What a person does with keys and mouse."""
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True)

    def carry(self, start: tuple[int, int], end: tuple[int, int], look: Look) -> None:
        """Drag from one place of the screen to another, and let go once `look` sees that it may be.

        Who drags learns only by an answer of who is below whether it may let go there, and asks only when the
        pointer moves: so it moves until the answer has come.
        """
        self.do("mousemove", *start, "mousedown", 1)
        try:
            for step, answered in enumerate(patiently(look, f"what is dragged to {end} was not answered")):
                if answered:
                    return
                self.do("mousemove", end[0] + step % 5, end[1])
        finally:
            self.do("mouseup", 1)


def patiently(look: Look, sentence: str) -> Iterator[object]:
    """What is seen, again and again, until patience ends."""
    end = time.monotonic() + _PATIENCE_S
    while True:
        found = look()
        yield found
        assert time.monotonic() < end, sentence.format(found)
        time.sleep(0.03)  # another process: there is no signal to wait for
