"""Finding the units most selective for a class: the dialog, the walk to a unit, the order of the grid."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from inspector.gui.banner import Banner
from inspector.gui.controllers.example_tiles import ExampleTiles
from inspector.gui.dialogs.class_search import ClassSearchDialog
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.jobs.queue import Priority
from inspector.jobs.scans_shown import FindSelective, Selective
from inspector.lenses.examples import ScanSummary
from inspector.network.location import Location

SEARCH = "class-search"


class ClassSearch(QObject):
    """Joins the dialog with the session and the engine."""

    def __init__(
        self, session: Session, engine: Engine, tiles: ExampleTiles, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._engine, self._tiles = session, engine, tiles
        self._banner, self._window = banner, window
        self.dialog: ClassSearchDialog | None = None
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)

    @property
    def _scan(self) -> ScanSummary | None:
        node = self._session.node
        return self._session.scan_of(node.name if node is not None else None)

    @Slot()
    def show_dialog(self) -> None:
        """Ask for a class."""
        scan = self._scan
        if scan is None or not scan.classes:
            self._banner.say(
                tr("Scan pictures that have classes first: a folder with a sub-folder for each class.")
            )
            return
        if self.dialog is None:
            self.dialog = ClassSearchDialog(self._window)
            self.dialog.asked.connect(self._on_asked)
            self.dialog.unit_chosen.connect(self._on_unit_chosen)
            self.dialog.sort_requested.connect(self._tiles.sort_by_class)
        self.dialog.show()
        self.dialog.set_classes(scan.classes)

    @Slot(str, bool)
    def _on_asked(self, label: str, everywhere: bool) -> None:
        scan, node = self._scan, self._session.node
        if scan is not None and node is not None:
            request = FindSelective(scan.key, label, "" if everywhere else node.name)
            self._engine.submit(
                request, SEARCH, tr("Units selective for {label}").format(label=label), Priority.PICTURE
            )

    @Slot(str, int)
    def _on_unit_chosen(self, node: str, unit: int) -> None:
        card = self._session.network
        if card is not None and node in card.nodes:
            self._session.go(Location(card.name, node, unit))

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == SEARCH and self.dialog is not None and isinstance(result, Selective):
            self.dialog.show_units(result)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == SEARCH and self.dialog is not None:
            self.dialog.set_error(sentence)
