"""Dataset examples of the current unit: read from the scan, opened again where they are to be seen better."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox

from inspector.gui.controllers.scanning import ScanningController
from inspector.gui.engine import Engine
from inspector.gui.panels.own_window import OwnWindow
from inspector.gui.session import Session
from inspector.gui.translation import plural, tr
from inspector.gui.views.example_picture import needs_look, scanned_of
from inspector.gui.views.examples import ExamplesView
from inspector.jobs.looking import Look, LookAgain, OpenScanned
from inspector.jobs.queue import Priority
from inspector.jobs.scanning import ExportExamples, ShowEvidence
from inspector.lenses.examples import Example, ScanSummary, UnitExamples

EVIDENCE, LOOKS, EXPORT = "evidence", "example-looks", "export-examples"
# The pictures' controller lays out whatever opens for a panel that begins like this.
OPENED = "pictures-example"
# Held-down arrow keys repeat about every 30 ms: what is known is read when the key is let go.
_REST_MS = 45
_SHARP_SIDE = 80


class ExamplesController(QObject):
    """Joins the view of dataset examples with the session and the engine.

    Signals:
        wrote: What was written, for the status bar.
    """

    wrote = Signal(str)

    def __init__(
        self, session: Session, engine: Engine, view: ExamplesView, scanning: ScanningController
    ) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._scanning = session, engine, view, scanning
        self._forgetting = ""
        self._asked = ("", "")
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.ask)
        view.seen.connect(self.ask)
        view.example_chosen.connect(self.open_example)
        view.unit_chosen.connect(session.go_to_unit)
        view.mode_changed.connect(self._look_again)
        view.way_changed.connect(self._look_again)
        view.scan_requested.connect(scanning.show_dialog)
        view.scan_chosen.connect(session.choose_scan)
        view.menu.forget_requested.connect(self._on_forget_requested)
        view.menu.export_requested.connect(self._on_export_requested)
        view.menu.enlarge_requested.connect(self.enlarge)
        scanning.begun.connect(self._say_nothing_there)
        engine.arrived.connect(self._on_arrived)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        session.location_changed.connect(self._on_location_changed)
        session.shelf_changed.connect(self._on_shelf_changed)

    @property
    def is_resting(self) -> bool:
        """Whether it waits for the user to stop walking."""
        return self._rest.isActive()

    @property
    def _scan(self) -> ScanSummary | None:
        location = self._session.location
        return self._session.scan_of(location.node if location is not None else None)

    @Slot()
    def ask(self) -> None:
        """Read what is known of the current unit, where someone looks."""
        location, scan = self._session.location, self._scan
        if not self._view.isVisible():
            return
        if location is None or location.unit is None or scan is None:
            self._show(None)
            return
        shown = self._view.shown
        if (str(location), scan.key) in ((shown.location, shown.scan) if shown else (), self._asked):
            return
        self._asked = (str(location), scan.key)
        title = tr("Examples of {location}").format(location=location)
        self._engine.submit(ShowEvidence(location, scan.key), EVIDENCE, title, Priority.PICTURE)

    @Slot(object)
    def open_example(self, example: Example) -> None:
        """Make an example's picture the current one; it is opened where it is not at hand."""
        at_hand = self._at_hand(example)
        scan = self._scan
        if at_hand is not None:
            self._session.choose_picture(at_hand)
        elif scan is not None:
            request = OpenScanned(scan.paths, scanned_of(example))
            self._engine.submit(
                request, OPENED, tr("Opening {name}").format(name=example.name), Priority.PICTURE
            )

    @Slot()
    def enlarge(self) -> None:
        """Show the view in a window of its own, or back in its place."""
        OwnWindow.of(self._view, tr("Dataset examples")).toggle()

    def _at_hand(self, example: Example) -> str | None:
        pictures = self._session.pictures.values() if example.path else ()
        return next((p.digest for p in pictures if p.path == Path(example.path)), None)

    @Slot()
    def _on_location_changed(self) -> None:
        location = self._session.location
        self._view.set_context(str(location) if location is not None else "")
        self._asked = ("", "")
        self._engine.give_up(EVIDENCE)
        self._engine.give_up(LOOKS)
        # At once, but for keys held down: then when they are let go.
        if not self._rest.isActive():
            self.ask()
        self._rest.start()

    @Slot()
    def _on_shelf_changed(self) -> None:
        self._say_which()
        self._rest.start()

    def _say_which(self) -> None:
        shelf, scan = self._session.shelf, self._scan
        self._view.set_scans(shelf.scans if shelf is not None else (), scan.key if scan is not None else "")

    def _show(self, examples: UnitExamples | None) -> None:
        self._say_which()
        self._view.show_examples(examples)
        if examples is None:
            self._say_nothing_there()
        self._look_again()

    @Slot()
    def _say_nothing_there(self) -> None:
        """Say why there is nothing to see, and what to do about it."""
        shelf, location, empty = self._session.shelf, self._session.location, self._view.empty
        node = self._session.node
        if node is None or location is None or location.unit is None:
            empty.say(
                tr("No unit chosen"),
                tr("Choose a unit: what drives it among the scanned pictures stands here."),
            )
        elif self._scanning.under_way:
            empty.say_scanning()
        elif shelf is None:
            empty.say(tr("Looking for scans"))
        elif shelf.scans:
            empty.say_node_missing(node.name)
        else:
            empty.say_nothing_scanned()

    @Slot()
    def _look_again(self) -> None:
        """Open the pictures on the wall again where their thumbnails are too small, or maps are wanted."""
        examples, scan, location = self._view.shown, self._scan, self._session.location
        way = self._view.way
        if (
            examples is None
            or scan is None
            or location is None
            or self._view.mode != "top"
            or way == "picture"
        ):
            self._engine.give_up(LOOKS)
            return
        on_wall = (*examples.top, *examples.bottom)
        wanted = [e for e in on_wall if way == "heat" or needs_look(e, _SHARP_SIDE)]
        if wanted:
            pictures = tuple(dict.fromkeys(map(scanned_of, wanted)))
            request = LookAgain(location, scan.paths, pictures, maps=way == "heat")
            title = (
                tr("Maps of {location}").format(location=location)
                if way == "heat"
                else tr("Crops of {location}").format(location=location)
            )
            self._engine.submit(request, LOOKS, title, Priority.VISIBLE)

    @Slot(str, object)
    def _on_arrived(self, panel: str, payload: object) -> None:
        if panel == LOOKS and isinstance(payload, Look):
            self._view.look([payload])
        elif panel == EVIDENCE and isinstance(payload, UnitExamples):
            self._show(payload)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == EVIDENCE and isinstance(result, UnitExamples):
            self._view.show_quilt(result)
        elif panel == LOOKS and isinstance(result, tuple):
            self._view.look(result)
        elif panel == EXPORT and isinstance(result, tuple) and result:
            self.wrote.emit(
                plural(
                    "Wrote {count:,} file to {parent}", "Wrote {count:,} files to {parent}", len(result)
                ).format(count=len(result), parent=result[0].parent)
            )

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == EVIDENCE:
            self._asked = ("", "")
            self._view.show_examples(None)
            self._view.empty.say(tr("The scan cannot be read"), sentence)

    @Slot(str)
    def _on_forget_requested(self, key: str) -> None:
        self._forgetting = key
        scan = self._scan
        box = QMessageBox(QMessageBox.Icon.Question, tr("Delete this scan?"), "", parent=self._view.window())
        box.setObjectName("forgetScanQuestion")
        box.setText(
            tr("Delete the scan of {title}?").format(
                title=scan.title if scan is not None else tr("these pictures")
            )
        )
        box.setInformativeText(
            tr("The pictures stay where they are; scanning them again takes as long as before.")
        )
        delete = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        delete.clicked.connect(self._on_forget_confirmed)
        box.open()

    @Slot()
    def _on_forget_confirmed(self) -> None:
        self._scanning.forget(self._forgetting)

    @Slot()
    def _on_export_requested(self) -> None:
        dialog = QFileDialog(self._view.window(), tr("Export to a folder"))
        dialog.setObjectName("exportExamplesDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.export)
        dialog.open()

    @Slot(str)
    def export(self, folder: str) -> None:
        """Write the node's examples and statistics to a folder."""
        location, scan = self._session.location, self._scan
        if location is None or location.node is None or scan is None:
            return
        request = ExportExamples(location.network, location.node, folder, scan.key)
        title = tr("Writing examples of {network}/{node}").format(
            network=location.network, node=location.node
        )
        self._engine.submit(request, EXPORT, title, Priority.FILLING)
