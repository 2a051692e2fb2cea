"""Exporting what is seen: which view is meant, its caption, the file, the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.controllers.exporting_file import ExportingFile
from inspector.gui.dialogs.export_view import ExportViewDialog
from inspector.gui.dialogs.export_view_parts import Choice
from inspector.gui.exporting.about import about, caption_of, name_of, title_of
from inspector.gui.exporting.arranging import Arrangement
from inspector.gui.exporting.carrying import carried
from inspector.gui.exporting.figure import Figure
from inspector.gui.exporting.files import Kind, Sheet, image, write
from inspector.gui.exporting.sources import datasheet
from inspector.gui.panels.pages import Pages
from inspector.gui.theme import PRINT
from inspector.gui.translation import tr
from inspector.jobs.exports import ExportBytes
from inspector.network.errors import InspectorError

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

PANEL = "export-view-"
_FIELDS = frozenset({"notesPage", "evidenceView", "editsView"})
"""Views whose fields are what they show."""


class ExportingController(ExportingFile):
    """Joins the dialog with the window's places and the engine.

    Attributes:
        dialog: It, once it was asked for.
        data: The numbers behind the views.
        page: A unit, a node or a group as one HTML page.
        menus: Where it is asked for by the right mouse button.
    """

    menus: QObject
    data: QObject
    page: QObject
    dialog: ExportViewDialog | None

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, PANEL)
        window.session.location_changed.connect(self._on_changed)

    def choices(self) -> list[Choice]:
        """The views that are in sight, those in windows of their own among them; last the whole window."""
        window = self._window
        found = [
            self._choice(place.tabText(index), place.view_at(index), kind)
            for place, kind in ((window.stage, "node"), (window.desk, "picture"), (window.evidence, "unit"))
            for index in _in_sight(place)
        ]
        found.append(self._choice(tr("Feature visualization"), window.feature, "unit"))
        beside = window.features["side_by_side"].own
        if beside.isVisible():
            found.append(self._choice(tr("Side by side"), beside, "unit"))
        found.append(self._choice(tr("Whole window"), window.arena, "window"))
        return found

    def _choice(self, name: str, view: QWidget, place: str) -> Choice:
        return Choice(name, view, lambda: self._told(name, view, place), view.objectName() in _FIELDS)

    def _told(self, name: str, view: QWidget, place: str) -> dict[str, object]:
        sheet = datasheet(self._window, view.objectName(), name)
        facts = sheet.facts if sheet is not None else {}
        found = about(self._window, name, facts, unit=place == "unit", picture=place in ("picture", "node"))
        return {**found, "title": title_of(found), "caption": caption_of(found), "file": name_of(found)}

    @Slot()
    def show(self) -> None:
        """Offer the view that has the keyboard."""
        self.show_view(None)

    def show_view(self, view: QWidget | None) -> None:
        """Offer a view, or the one that has the keyboard."""
        choices = self.choices()
        wanted = view or self.view_in_front()
        at = next((i for i, choice in enumerate(choices) if choice.view is wanted), 0)
        if self.dialog is None:
            self.dialog = ExportViewDialog(self._window)
            self.dialog.export_requested.connect(self.export)
            self.dialog.copy_requested.connect(self.copy_figure)
            self.dialog.help_wanted.connect(lambda: self._window.features["help"].show_named("export"))
            folder = pictures_folder()
        else:
            folder = self.dialog.folder
        self.dialog.show()
        self.dialog.offer(choices, at, folder)
        self.dialog.activateWindow()

    def view_in_front(self) -> QWidget:
        """The view that has the keyboard, or the one in the middle where none has it."""
        focus = QApplication.focusWidget() or self._window.focusWidget()
        active = QApplication.activeWindow()
        for choice in self.choices()[:-1]:
            view = choice.view
            if view.window() is active is not self._window and active is not None:
                return view
            if focus is not None and (view is focus or view.isAncestorOf(focus)):
                return view
        return self._window.stage.view_at(self._window.stage.currentIndex())

    @Slot(object, str, object, str)
    def export(self, figure: Figure, kind: Kind, sheet: Sheet, path: str) -> None:
        """Paint a figure and write it."""
        try:
            data = write(figure, kind, sheet)
        except InspectorError as error:
            self._say(str(error), failed=True)
            return
        self._write(ExportBytes(data, path), tr("Writing a view"))

    @Slot()
    def copy(self) -> None:
        """Put the view that has the keyboard on the clipboard, with its caption as text."""
        self.copy_view(self.view_in_front())

    def copy_view(self, view: QWidget) -> None:
        """Put a view on the clipboard, as it is laid out, in the colours for print."""
        choice = next(choice for choice in self.choices() if choice.view is view)
        told = choice.tell()
        how = Arrangement(PRINT, controls=choice.controls)
        figure = Figure(view, how, str(told["title"]), str(told["caption"]))
        self.copy_figure(figure, Sheet.of_pixels(2 * view.width()))

    @Slot(object, object)
    def copy_figure(self, figure: Figure, sheet: Sheet) -> None:
        """Put a figure on the clipboard: pixels, a file, and its caption as text."""
        try:
            shown = image(figure, sheet.pixels, sheet.dpi)
        except InspectorError as error:
            self._say(str(error), failed=True)
            return
        QGuiApplication.clipboard().setMimeData(carried(shown, figure.title, figure.caption))
        self._say(tr("Copied the view and its caption"))

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        super()._on_finished(panel, result)
        if self.dialog is not None and not panel.startswith(PANEL):
            self.dialog.refresh_soon()

    @Slot()
    def _on_changed(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.offer(self.choices(), self.dialog.which.currentIndex(), self.dialog.folder)


def _in_sight(place: Pages) -> list[int]:
    """The tab in front, and those whose views stand in windows of their own."""
    front = place.currentIndex()
    return [index for index in range(place.count()) if index == front or place.is_away(index)]


def pictures_folder() -> Path:
    """Where pictures usually go."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
