"""Exporting the numbers behind a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from inspector.gui.controllers.exporting import ExportingController, pictures_folder
from inspector.gui.controllers.exporting_file import ExportingFile
from inspector.gui.dialogs.export_data import DataChoice, ExportDataDialog
from inspector.gui.exporting.sources import SOURCES, datasheet, why_nothing
from inspector.gui.translation import tr
from inspector.jobs.datasheets.writing import ExportSheet

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

PANEL = "export-data-"


class ExportingData(ExportingFile):
    """Joins the dialog with the pages and the engine.

    Attributes:
        dialog: It, once it was asked for.
    """

    dialog: ExportDataDialog | None

    def __init__(self, window: MainWindow, views: ExportingController) -> None:
        super().__init__(window, PANEL)
        self._views = views
        self._choices: list[tuple[DataChoice, dict[str, object]]] = []

    @Slot()
    def show(self) -> None:
        """Offer the numbers behind the page that has the keyboard."""
        self.show_view(None)

    def show_view(self, view: QWidget | None) -> None:
        """Offer the numbers behind a page, or behind the one that has the keyboard."""
        wanted = view or self._views.view_in_front()
        views = [choice for choice in self._views.choices() if choice.view.objectName() in SOURCES]
        at = next((i for i, choice in enumerate(views) if choice.view is wanted), 0)
        self._choices = []
        for choice in views:
            told, name = choice.tell(), choice.view.objectName()
            sheet = datasheet(self._window, name, choice.name)
            entry = DataChoice(choice.name, sheet, why_nothing(name), str(told.pop("file")))
            self._choices.append((entry, told))
        if self.dialog is None:
            self.dialog = ExportDataDialog(self._window)
            self.dialog.export_requested.connect(self.export)
            self.dialog.help_wanted.connect(lambda: self._window.features["help"].show_named("export"))
            folder = pictures_folder()
        else:
            folder = self.dialog.folder
        self.dialog.offer([entry for entry, _ in self._choices], at, folder)
        self.dialog.show()
        self.dialog.activateWindow()

    @Slot(int, int, str)
    def export(self, which: int, table: int, path: str) -> None:
        """Write the numbers of a page: all of them, or a table, as the file's ending says."""
        entry, about = self._choices[which]
        if entry.sheet is not None:
            request = ExportSheet(entry.sheet, path, about, table)
            self._write(request, tr("Writing data"))
