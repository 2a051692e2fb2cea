"""What the controllers have in common whose dialog has the worker write one file."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector.gui.dialogs.export_file import ExportFileDialog
from inspector.gui.translation import tr
from inspector.jobs.queue import Priority, Request

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow


class ExportingFile(QObject):
    """Has files written, and tells what became of them: in the dialog, else in the window.

    Args:
        window: The window.
        panel: What the names of its jobs' panels begin with.

    Attributes:
        dialog: The dialog, once it was asked for.
    """

    def __init__(self, window: MainWindow, panel: str) -> None:
        super().__init__(window)
        self._window, self._panel = window, panel
        self._numbers = itertools.count(1)
        self.dialog: ExportFileDialog | None = None
        window.engine.finished.connect(self._on_finished)
        window.engine.failed.connect(self._on_failed)

    def _write(self, request: Request, title: str) -> None:
        panel = f"{self._panel}{next(self._numbers)}"
        self._window.engine.submit(request, panel, title, Priority.PICTURE)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel.startswith(self._panel) and isinstance(result, tuple):
            self._say(tr("Wrote {path}").format(path=result[0]))

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel.startswith(self._panel):
            self._say(sentence, failed=True)

    def _say(self, sentence: str, *, failed: bool = False) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.say(sentence, failed=failed)
        elif failed:
            self._window.banner.say(sentence)
        if not failed:
            self._window.status.setText(sentence)
