"""Blind labellings while the network is open: changed step by step, each written a moment later."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand

from inspector.gui.engine import Engine
from inspector.gui.translation import tr
from inspector.jobs.blind import BlindSheet, KeepBlind
from inspector.jobs.queue import Priority
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.workspace.blind import Blind
from inspector.workspace.blinds import Blinds

_KEEP = "blind-keep-"
_log = logging.getLogger(__name__)
# A unit with a scan: what labellings are told apart by.
Of = tuple[Location, str]


def of_sheet(sheet: BlindSheet) -> Of:
    """What a sheet's labelling is told apart by."""
    return sheet.location, sheet.blind.scan


class BlindStep(QUndoCommand):
    """One change of a labelling, there and back; both show the crop that it was about."""

    def __init__(self, text: str, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        super().__init__(text)
        self._redo, self._undo = redo, undo

    def redo(self) -> None:
        self._redo()

    def undo(self) -> None:
        self._undo()


class BlindKeeping(QObject):
    """Holds the labellings and writes every change.

    Attributes:
        blinds: The labellings by unit and scan; what was just answered is there at once.

    Signals:
        refused: A sentence on why one could not be written.
    """

    refused = Signal(str)

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._numbers = itertools.count(1)
        self._unwritten: dict[str, tuple[BlindSheet, Blind]] = {}
        self.blinds: dict[Of, Blind] = {}
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.closed.connect(self._write_the_rest)

    def change(self, sheet: BlindSheet, action: Callable[[Blind], Blind]) -> None:
        """Change a labelling, and have it written."""
        of = of_sheet(sheet)
        self.blinds[of] = action(self.blinds[of])
        panel = f"{_KEEP}{next(self._numbers)}"  # each is written; only the last matters at the end
        self._unwritten = {name: one for name, one in self._unwritten.items() if of_sheet(one[0]) != of}
        self._unwritten[panel] = (sheet, self.blinds[of])
        request = KeepBlind(sheet.fingerprint, sheet.location.network, self.blinds[of])
        self._engine.submit(request, panel, tr("Keeping labels"), Priority.ENGINE)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        self._unwritten.pop(panel, None)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if self._unwritten.pop(panel, None) is not None:
            self.refused.emit(sentence)

    @Slot()
    def _write_the_rest(self) -> None:
        """Write what the worker had no time for before the window was closed."""
        for sheet, blind in self._unwritten.values():
            try:
                Blinds(sheet.workspace).keep(sheet.fingerprint, sheet.location.network, blind)
            except InspectorError:
                _log.exception("Labels could not be kept at the end")
        self._unwritten.clear()
