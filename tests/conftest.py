"""Shared by all tests: offscreen Qt, one thread of torch, own folders for settings and data."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own settings, data or logs."""
    for name in ("config_dir", "data_dir", "log_dir"):
        monkeypatch.setattr(f"inspector.paths.{name}", lambda name=name: tmp_path / "user" / name)
    # Weights that torch has downloaded for others would make an untrained network a trained one.
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "user" / "torch"))


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
    import gc

    from PySide6.QtCore import QThread

    # By type and not isinstance: asking some of torch's objects for their class warns of deprecation.
    return [item for item in gc.get_objects() if issubclass(type(item), QThread) and item.objectName()]
