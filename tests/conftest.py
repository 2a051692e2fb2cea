"""Shared by all tests: offscreen Qt, one thread of torch, own folders for settings and data."""

from __future__ import annotations

import functools
import gc
import http.server
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import hypothesis
import pytest

# Cycles are collected between tests alone, as the program does between events: a collection in the middle of
# a call into Qt deletes widgets while Qt holds a lock, and waits for that lock for ever.
gc.disable()

# A loaded machine takes longer for what is right as well, and a run tells the same as the one before.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis.settings.load_profile("steady")

SHARED = Path(__file__).resolve().parents[2] / "shared"

_menus_left = [0]


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    """Let go of the test's widgets, and collect what Python would have collected meanwhile."""
    if "PySide6.QtWidgets" in sys.modules:
        _delete_widgets()
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(3) if counts[generation] > thresholds[generation]]
    if due:
        gc.collect(max(due))


def _delete_widgets() -> None:
    """Delete what would wait for an event loop: until then, every theme that is set styles it too."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if not isinstance(QCoreApplication.instance(), QApplication):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if len(QApplication.topLevelWidgets()) > _menus_left[-1] + 40:  # those of plots are in cycles
        gc.collect()
        _menus_left.append(len(QApplication.topLevelWidgets()))


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own settings, data or logs."""
    for name in ("config_dir", "data_dir", "log_dir"):
        monkeypatch.setattr(f"inspector.paths.{name}", lambda name=name: tmp_path / "user" / name)
    # Weights that torch has downloaded for others would make an untrained network a trained one.
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "user" / "torch"))


@pytest.fixture(autouse=True)
def same_random_weights() -> None:
    """No test's random weights hang on chance, or on which tests ran before it in the process."""
    if "torch" in sys.modules:  # collected tests have imported it; those of the window alone need not
        sys.modules["torch"].manual_seed(0)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    """What drives the window, with more patience than pytest-qt's own."""
    from tests.patience import PatientBot

    return PatientBot(request)


@pytest.fixture
def shared() -> Path:
    """The folder of real networks and photographs beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder of real networks and photographs is not beside this checkout")
    return SHARED


@pytest.fixture
def no_thread_left() -> object:
    """Fails a test that leaves a running QThread or a visible top-level widget behind."""
    from PySide6.QtCore import QThread
    from PySide6.QtWidgets import QApplication

    yield
    running = [thread for thread in _threads() if thread.isRunning()]
    assert not running, f"threads left running: {[thread.objectName() for thread in running]}"
    application = QApplication.instance()
    if isinstance(application, QApplication):
        visible = [widget for widget in application.topLevelWidgets() if widget.isVisible()]
        assert not visible, f"windows left open: {visible}"
    assert QThread.currentThread() is not None


def _threads() -> list[object]:
    from PySide6.QtCore import QThread

    # By type and not isinstance: asking some of torch's objects for their class warns of deprecation.
    return [item for item in gc.get_objects() if issubclass(type(item), QThread) and item.objectName()]


class Server(http.server.SimpleHTTPRequestHandler):
    """Serves one file, with ranges, and can break off in the middle."""

    content = bytes(range(256)) * 4000
    answered = 0
    breaks = 0
    ranges: tuple[str, ...] = ()

    def do_GET(self):
        begin = int((self.headers.get("Range") or "bytes=0-").removeprefix("bytes=").rstrip("-"))
        type(self).ranges = (*self.ranges, self.headers.get("Range") or "")
        part = self.content[begin:]
        self.send_response(206 if begin else 200)
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        if type(self).breaks:
            type(self).breaks -= 1
            part = part[: len(part) // 2]
        self.wfile.write(part)

    def log_message(self, *args):
        pass


@pytest.fixture
def served() -> Iterator[tuple[type[Server], str]]:
    """A server on this machine's loopback: its class, whose attributes say what it does, and an address."""
    kind = type("Once", (Server,), {})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=functools.partial(server.serve_forever, 0.05))
    thread.start()
    yield kind, f"http://127.0.0.1:{server.server_port}/weights.pth"
    server.shutdown()
    thread.join()
    server.server_close()
