"""Exporting a unit, a node or a group as one HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from inspector.atlas.alone.request import ExportPage
from inspector.gui.controllers.exporting import pictures_folder
from inspector.gui.controllers.exporting_file import ExportingFile
from inspector.gui.dialogs.export_page import ExportPageDialog, Subject
from inspector.gui.exporting.carrying import plain
from inspector.gui.translation import tr
from inspector.network.location import Location

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

PANEL = "export-page-"


class ExportingPage(ExportingFile):
    """Joins the dialog with the session and the engine.

    Attributes:
        dialog: It, once it was asked for.
    """

    dialog: ExportPageDialog | None

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, PANEL)

    def subjects(self) -> list[Subject]:
        """The current unit, its node, and the groups."""
        location, found = self._window.session.location, list[Subject]()
        if location is not None and location.unit is not None:
            unit = f"{location.node}/{location.unit}"
            title = tr("Unit {unit}").format(unit=unit)
            found.append(Subject(title, "", unit=True, file=plain(unit.replace("/", "-"))))
        node = self._window.session.node
        if node is not None and node.units:
            title = tr("Node {node}").format(node=node.name)
            found.append(Subject(title, "", unit=False, file=plain(node.name)))
        for name in self._window.features["notes"].notes.taxonomy.groups:
            title = tr("Group {name}").format(name=name)
            found.append(Subject(title, name, unit=False, file=plain(name)))
        return found

    @Slot()
    def show(self) -> None:
        """Show the dialog."""
        folder = self.dialog.folder if self.dialog is not None else pictures_folder()
        if self.dialog is None:
            self.dialog = ExportPageDialog(self._window)
            self.dialog.export_requested.connect(self.export)
            self.dialog.help_wanted.connect(lambda: self._window.features["help"].show_named("export"))
        self.dialog.offer(self.subjects(), folder)
        self.dialog.show()
        self.dialog.activateWindow()

    @Slot(object, str, bool, str)
    def export(self, subject: Subject, licence: str, without: bool, path: str) -> None:
        """Write the page of a subject."""
        location = self._window.session.location
        if location is None:
            return
        place = Location(location.network) if subject.group else Location(location.network, location.node)
        if subject.unit:
            place = Location(location.network, location.node, location.unit)
        measured = self._window.unit_page.tuning.measured
        known = {measured.family: measured} if measured is not None and measured.complete else {}
        request = ExportPage(
            place,
            path,
            group=subject.group,
            measured={} if subject.group else known,
            families=() if known and not subject.group else ("grating",),
            licence=licence,
            without_pictures=without,
        )
        self._write(request, tr("Writing a page"))
