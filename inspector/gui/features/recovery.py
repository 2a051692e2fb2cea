"""What a crash may not cost: where one was is written down while one works; the next start tells of it."""

from __future__ import annotations

import itertools
import logging
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Slot

from inspector import paths
from inspector.gui import remembered
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 940
CRASHES = "crash.log"
_log = logging.getLogger(__name__)
_SAVE_MS = 10_000
_windows = itertools.count(1)


class Recovery(QObject):
    """Holds a lock while the window is open; one that nobody holds any more is left of a crash.

    Labels, groups and results are written as they come; this writes down place, pictures and layout.

    Attributes:
        crashed: Whether an earlier run did not end well.
        saving: Runs from the first change to the moment when it is written down.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._lock = window, None
        self.crashed = False
        self.saving = QTimer(self, singleShot=True, interval=_SAVE_MS)
        if window.engine.workspace is None:
            return  # a window that remembers nothing
        self.crashed = self._look_back()
        self._hold()
        self.saving.timeout.connect(lambda: remembered.remember(window))
        session = window.session
        for signal in (session.location_changed, session.picture_changed, session.pictures_changed):
            signal.connect(self._on_changed)
        window.engine.closed.connect(self._let_go)
        if self.crashed:
            self._tell()

    def _look_back(self) -> bool:
        """Whether there are locks of processes that are no more; they are taken away."""
        left = [file for file in paths.log_dir().glob("running-*") if QLockFile(str(file)).tryLock(0)]
        for file in left:
            file.unlink(missing_ok=True)
        return bool(left)

    def _hold(self) -> None:
        try:
            paths.log_dir().mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        self._lock = QLockFile(str(paths.log_dir() / f"running-{os.getpid()}-{next(_windows)}"))
        self._lock.setStaleLockTime(0)  # held as long as the process lives
        self._lock.tryLock(0)

    def _tell(self) -> None:
        file = paths.log_dir() / CRASHES
        try:
            said = file.read_text(encoding="utf-8", errors="replace")
            file.write_text("", encoding="utf-8")
        except OSError:
            said = ""
        _log.warning("An earlier run did not end well. %s", said)
        self._window.banner.offer(
            tr("The program did not end well last time. What was labelled, made and laid out is here again."),
            tr("Copy diagnostics…"),
            self._window.actions_by_name["diagnostics"].trigger,
        )

    @Slot()
    def _on_changed(self) -> None:
        if not self.saving.isActive():
            self.saving.start()

    @Slot()
    def _let_go(self) -> None:
        self.saving.stop()
        if self._lock is not None:
            self._lock.unlock()


def install(window: MainWindow) -> Recovery:
    """Look back, then keep watch."""
    return Recovery(window)
