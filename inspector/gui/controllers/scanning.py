"""Scanning pictures: asked for in a dialog, run in the background, gone on with where it was left."""

from __future__ import annotations

import itertools
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from inspector.gui.banner import Banner
from inspector.gui.dialogs.scan import ScanDialog, ScanWish
from inspector.gui.dialogs.scan_left import left_text
from inspector.gui.dialogs.scan_nodes import NodeRow
from inspector.gui.dialogs.scan_report import ScanReport
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import plural, tr
from inspector.jobs.queue import Priority
from inspector.jobs.scanning import ScanPictures
from inspector.jobs.scans_shown import CountedPictures, CountPictures, ListScans, ScanShelf
from inspector.lenses.examples import ExamplesParameters, ScanSummary
from inspector.workspace.scan_left import LeftScan

SHELF, COUNT = "scan-shelf", "scan-count"
_MANY = 100
_SCAN = "scan-pictures-"


class ScanningController(QObject):
    """Joins the scan dialog and the banner's offers with the engine, and the session with what is kept.

    Signals:
        begun: A scan that the user asked for is under way: what it is called.
        told: What a scan that is complete came to, where nothing went wrong.
    """

    begun = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session, engine: Engine, banner: Banner, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._engine, self._banner, self._window = session, engine, banner, window
        self._numbers = itertools.count(1)
        self._running: dict[str, ScanPictures] = {}
        self._stopped: list[ExamplesParameters] = []
        self._welcome = False
        self._report: ScanReport | None = None
        self.dialog: ScanDialog | None = None
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)
        session.network_changed.connect(self._on_network_changed)

    @property
    def under_way(self) -> list[ExamplesParameters]:
        """What is being scanned now with the open network."""
        name = self._session.network.name if self._session.network is not None else ""
        return [request.parameters for request in self._running.values() if request.network == name]

    @Slot()
    def show_dialog(self) -> None:
        """Ask what to scan."""
        self.ask([])

    def ask(self, paths: list[str]) -> None:
        """Ask how to scan these paths."""
        card = self._session.network
        if card is None:
            self._banner.say(tr("Open a network first: then pictures can be scanned."))
            return
        if self.dialog is None:
            self.dialog = ScanDialog(self._window)
            self.dialog.start_requested.connect(self._on_start_requested)
            self.dialog.resume_requested.connect(self._on_resume_requested)
            self.dialog.forget_requested.connect(self._on_forget_left)
        nodes = [NodeRow(node.name, node.op, node.units) for node in card.nodes.values() if node.units]
        location = self._session.location
        self.dialog.set_nodes(nodes, (location.node if location else None) or "")
        self.dialog.set_left(self._left())
        if paths:
            self.dialog.set_paths(paths)
        self.dialog.set_error("")
        self.dialog.open()

    def start(self, parameters: ExamplesParameters) -> None:
        """Scan in the background, or go on with what was left of the same scan."""
        card = self._session.network
        if card is None or parameters in self.under_way:
            return
        request = ScanPictures(card.name, parameters)
        panel = f"{_SCAN}{next(self._numbers)}"
        self._running[panel] = request
        title = tr("Scanning {named}").format(named=_named(parameters.pictures))
        self._engine.submit(request, panel, title, Priority.FILLING)
        self.begun.emit(title)

    @Slot(list)
    def look_into(self, paths: list[str]) -> None:
        """Offer to scan dropped folders that hold many pictures."""
        folders = tuple(path for path in paths if Path(path).is_dir())
        if folders and self._session.network is not None:
            self._engine.submit(
                CountPictures(folders),
                COUNT,
                tr("Looking into {named}").format(named=_named(folders)),
                Priority.PICTURE,
            )

    @Slot(str)
    def forget(self, key: str) -> None:
        """Delete a scan."""
        self._list(forget=key)

    def look_at_shelf(self) -> None:
        """Look again which scans there are: somebody cleared or repaired the workspace."""
        self._list()

    def _list(self, forget: str = "", shelve: str = "") -> None:
        card = self._session.network
        if card is not None:
            request = ListScans(card.name, forget, shelve)
            self._engine.submit(request, SHELF, tr("Looking for scans"), Priority.PICTURE)

    def _left(self) -> list[LeftScan]:
        shelf = self._session.shelf
        return [left for left in (shelf.left if shelf else ()) if left.parameters not in self.under_way]

    @Slot()
    def _on_network_changed(self) -> None:
        self._welcome = True
        self._list()

    @Slot(object)
    def _on_start_requested(self, wish: ScanWish) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.start(
            ExamplesParameters(pictures=wish.pictures, nodes=wish.nodes, top=wish.top, unique=wish.unique)
        )

    @Slot(str)
    def _on_resume_requested(self, key: str) -> None:
        left = next((one for one in self._left() if one.key == key), None)
        if self.dialog is not None:
            self.dialog.accept()
        if left is not None:
            self.start(left.parameters)

    @Slot(str)
    def _on_forget_left(self, key: str) -> None:
        self._list(forget=key)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == SHELF and isinstance(result, ScanShelf):
            self._take(result)
        elif panel == COUNT and isinstance(result, CountedPictures) and result.count >= _MANY:
            sentence = plural(
                "{named} holds {count:,} picture.", "{named} holds {count:,} pictures.", result.count
            ).format(named=_named(result.paths), count=result.count)
            self._banner.offer(sentence, tr("Scan this folder…"), lambda: self.ask(list(result.paths)))
        elif panel in self._running and isinstance(result, ScanSummary):
            del self._running[panel]
            self._tell(result)
            self._session.choose_scan(result.key)
            self._list()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel in self._running:
            self._banner.say(
                tr("{named} was not scanned: {sentence}").format(
                    named=_named(self._running.pop(panel).parameters.pictures), sentence=sentence
                )
            )
            self._list()
        elif panel == SHELF:
            self._banner.say(sentence)

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        if panel in self._running:
            self._stopped.append(self._running.pop(panel).parameters)
            self._list()

    def _take(self, shelf: ScanShelf) -> None:
        card = self._session.network
        if card is None or shelf.network != card.name:
            return
        self._session.set_shelf(shelf)
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.set_left(self._left())
        stopped = next((one for one in self._left() if one.parameters in self._stopped), None)
        self._stopped.clear()
        if stopped is not None and not stopped.shelved:
            self._list(shelve=stopped.key)
        elif self._welcome:
            self._welcome = False
            self._offer()

    def _offer(self) -> None:
        left = next((one for one in self._left() if not one.shelved), None)
        if left is not None:
            self._banner.offer(
                tr("A scan of {left}.").format(left=left_text(left)),
                tr("Go on"),
                lambda: self.start(left.parameters),
            )

    def _tell(self, summary: ScanSummary) -> None:
        count = plural(
            "Scanned {pictures:,} picture of {title} with {network}",
            "Scanned {pictures:,} pictures of {title} with {network}",
            summary.pictures,
        ).format(pictures=summary.pictures, title=tr(summary.title), network=summary.network)
        if not summary.skipped_count:
            self.told.emit(f"{count}.")
            return
        sentence = tr("{count}; {skipped_count:,} could not be read.").format(
            count=count, skipped_count=summary.skipped_count
        )
        self._banner.offer(sentence, tr("Show them"), lambda: self._show_report(summary))

    def _show_report(self, summary: ScanSummary) -> None:
        if self._report is None:
            self._report = ScanReport(self._window)
        self._report.set_report(tr(summary.title), summary.skipped, summary.skipped_count)
        self._report.open()


def _named(paths: tuple[str, ...]) -> str:
    """What to call these paths in a line."""
    first = paths[0].rstrip("/\\").replace("\\", "/").rpartition("/")[2] or paths[0]
    first = tr("the sample pictures") if paths == ("samples",) else first
    return first + (tr(" and {count} more").format(count=len(paths) - 1) if len(paths) > 1 else "")
