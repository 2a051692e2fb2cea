"""Processes on a real X server, asked for their state through a pipe and worked by real keys and mouse."""

from __future__ import annotations

import ast
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from inspector.cli.display import obstacle

_NEEDED = ("Xvfb", "openbox", "xdotool")
MISSING = [tool for tool in _NEEDED if shutil.which(tool) is None]
SIZE = (3400, 1080)
"""Room for two windows of the program side by side, and for another program's."""
_PATIENCE_S, _TRY_S, _LOOK_S = 400, 40, 1
Look = Callable[[], object]
Place = Callable[[], tuple[int, int]]
_ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def display() -> Iterator[str]:
    """A display of its own, with a window manager; its name. Skips the test where none can be had."""
    reader, writer = os.pipe()
    screen = "x".join(map(str, (*SIZE, 24)))
    # -r: on a busy machine it takes long to let go of a key, which then would be typed again and again.
    # -noreset: else the server begins anew when its last client leaves, and throws out who just comes.
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", screen, "-nolisten", "tcp", "-r", "-noreset"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as said:
        name = f":{said.readline().strip()}"
    environment, quiet = os.environ | {"DISPLAY": name}, subprocess.DEVNULL
    managers: list[subprocess.Popen[bytes]] = []

    def has_manager() -> bool:
        """Asked of the manager itself: windows that are shown before it is there get no keys."""
        if not managers or managers[-1].poll() is not None:  # one that lost its server is gone
            managers.append(subprocess.Popen(["openbox"], env=environment, stdout=quiet, stderr=quiet))
        asked = subprocess.run(
            ["xdotool", "get_num_desktops"], env=environment, stdout=quiet, stderr=quiet, check=False
        )
        return asked.returncode == 0

    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DISPLAY", name)
            patch.setenv("QT_QPA_PLATFORM", "xcb")
            reason = obstacle()
        if reason is not None:
            pytest.skip(reason)
        for there in patiently(has_manager, "the window manager does not come"):
            if there:
                break
        yield name
    finally:
        for process in (*managers, server):
            process.terminate()
            process.wait(_TRY_S)


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

    def comes(self, expression: str, wanted: str = "True", seconds: float = _TRY_S) -> bool:
        """Whether an expression becomes what is wanted while one tries once."""
        end = time.monotonic() + seconds
        for found in patiently(lambda: self.ask(expression), ""):
            if found == wanted or time.monotonic() > end:
                return found == wanted
        return False

    def at(self, expression: str) -> tuple[int, int]:
        """A place on the screen that the process tells, once it is there and stays there."""
        before = None
        for found in patiently(lambda: self.ask(expression), f"{expression} is {{}} and moves"):
            if found == before and found.startswith("("):
                return ast.literal_eval(found)
            before = found
        raise AssertionError

    def do(self, *words: object) -> None:
        """What a person does with keys and mouse."""
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True)

    def cause(self, deed: Callable[[], object], state: str, wanted: str = "True") -> None:
        """Do something that leads to a state, and as a person does, again where it led nowhere.

        An event is lost where the window manager has not yet given the window the keys, where what was aimed
        at has just moved, or where the five seconds that Qt gives the other side of a drag are too short.
        """
        for _ in patiently(lambda: deed(), f"nothing leads to {state} being {wanted}"):
            if self.comes(state, wanted):
                return

    def press(self, key: str, state: str, wanted: str = "True", window: str = "window") -> None:
        """Press a key in a window that has the keys, until it has led to a state."""

        def once() -> None:
            self.give_keys(window, state, wanted)
            if self.ask(state) != wanted:  # else a try before was slow, not lost
                self.do("key", key)

        self.cause(once, state, wanted)

    def give_keys(self, window: str = "window", state: str = "None", wanted: str = "") -> None:
        """Wait until a window has the keys, or there is a state; else ask for them as a task bar does."""
        ready = f"repr({state}) == {wanted!r} or {window}.isActiveWindow()"
        for number in patiently(lambda: self.ask(f"int({window}.winId())"), f"{window} gets no keys: {{}}"):
            if self.comes(ready, seconds=_LOOK_S):
                return
            if number.isdecimal():
                self.do("windowactivate", number)

    def write(self, words: str, text: str, window: str = "window") -> None:
        """Type into the line that has the keys, in the place of what stands there."""

        def once() -> None:
            self.give_keys(window)
            self.do("key", "ctrl+a")
            self.do("type", words)

        self.cause(once, text, repr(words))

    def click(self, place: str, state: str, wanted: str = "True") -> None:
        """Click at a place until it has led to a state."""
        self.cause(lambda: self.do("mousemove", *self.at(place), "click", 1), state, wanted)

    def quit(self) -> str:
        """Ctrl+Q until it has ended well; what it wrote to standard error, less Qt's words on waiting."""
        self.give_keys()
        window = self.ask("int(window.winId())")
        for _ in patiently(lambda: self._key_to(window, "ctrl+q"), "it does not end"):
            with suppress(subprocess.TimeoutExpired):
                assert self.process.wait(_TRY_S) == 0
                break
        return "".join(line for line in self.process.stderr if not line.startswith("qt.qpa."))

    def _key_to(self, window: str, key: str) -> None:
        """Press a key where that window has the keys; a process that may be ending cannot be asked."""
        found = subprocess.run(
            ["xdotool", "getwindowfocus"], env=self.environment, capture_output=True, text=True
        )
        if found.stdout.strip() == window:
            self.do("key", key)

    def carry(self, start: Place, end: Place, look: Look) -> None:
        """Drag from one place of the screen to another, and let go once `look` sees that it may be.

        Who drags learns only by an answer of who is below whether it may let go there, and asks only when the
        pointer moves: so it moves until the answer has come. Where none comes, nothing was grasped.
        """
        for grasped in patiently(lambda: self._drag(start(), end(), look), "what is dragged is not answered"):
            if grasped:
                return

    def _drag(self, start: tuple[int, int], end: tuple[int, int], look: Look) -> bool:
        self.do("mousemove", *start, "mousedown", 1)
        begun = time.monotonic()
        try:
            for step, answered in enumerate(patiently(look, "")):
                if answered or time.monotonic() > begun + _TRY_S:
                    return bool(answered)
                self.do("mousemove", end[0] + step % 5, end[1])
        finally:
            self.do("mouseup", 1)
        return False


def patiently(look: Look, sentence: str) -> Iterator[object]:
    """What is seen, again and again, until patience ends."""
    end = time.monotonic() + _PATIENCE_S
    while True:
        found = look()
        yield found
        assert time.monotonic() < end, sentence.format(found)
        time.sleep(0.03)  # another process: there is no signal to wait for
