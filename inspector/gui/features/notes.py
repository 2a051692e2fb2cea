"""Labels, notes, stars and groups of units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from inspector.gui.actions import Entry
from inspector.gui.controllers.notes import NotesController
from inspector.gui.controllers.notes_pages import NotesPages
from inspector.gui.translation import mark, tr
from inspector.gui.views.groups import GroupsView
from inspector.gui.views.notes import NotesView
from inspector.workspace.taxonomy import said_of_units

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 60
_FILES = mark("Labels (*.json *.csv)")


class NotesFeature(QObject):
    """The pages and what keeps them.

    Attributes:
        notes: What is said.
        view: The page of a unit.
        groups: The page of a node.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        pictures = window.features["weights"].pictures
        self.notes = NotesController(window.session, window.engine, window.steps, self)
        self.view, self.groups = NotesView(), GroupsView(pictures.image)
        self.pages = NotesPages(window.session, self.notes, self.view, self.groups, pictures)
        window.evidence.add(tr("Notes"), self.view)
        window.stage.add(tr("Groups"), self.groups)
        window.stage.currentChanged.connect(self.notes.changed)  # pictures are made for what is in sight
        self.notes.changed.connect(self._say_on_tiles)
        window.session.location_changed.connect(self._say_on_tiles)
        self.notes.refused.connect(window.banner.say)
        self.notes.told.connect(window.status.setText)
        window.add_entries(self._entries())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who comes from another window at the same workspace finds what was said there."""
        if event.type() == QEvent.Type.WindowActivate and watched is self._window:
            self.notes.look_again()
        return False

    def _entries(self) -> list[Entry]:
        notes = self.notes
        return [
            Entry("star", tr("&Notes"), tr("Star"), notes.toggle_star, ("Ctrl+D",)),
            Entry("labelUnit", tr("&Notes"), tr("Label this unit"), self._label, ("F2",)),
            Entry("addToGroup", tr("&Notes"), tr("Add to group…"), self._add_to_group),
            Entry(
                "showGroups", tr("&Notes"), tr("Groups of this node"), self._show_groups, ("Ctrl+Shift+G",)
            ),
            Entry(
                "nextUnlabelled",
                tr("&Notes"),
                tr("Next unlabelled unit"),
                notes.go_to_unlabelled,
                ("Ctrl+Shift+U",),
            ),
            Entry("randomUnit", tr("&Notes"), tr("Random unit"), notes.go_to_random, ("Ctrl+R",)),
            Entry("importNotes", tr("&Notes"), tr("Import labels and groups…"), self._import),
            Entry("exportNotes", tr("&Notes"), tr("Export labels and groups…"), self._export),
        ]

    @Slot()
    def _say_on_tiles(self) -> None:
        node = self._window.session.node
        said = {} if node is None else said_of_units(self.notes.taxonomy, node.name)
        self._window.units.model.set_said(said)

    def _label(self) -> None:
        self._window.evidence.bring(self.view)
        self.view.label.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.label.selectAll()

    def _add_to_group(self) -> None:
        self._window.evidence.bring(self.view)
        self.view.group.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_groups(self) -> None:
        self._window.stage.bring(self.groups)

    def _import(self) -> None:
        dialog = QFileDialog(self._window, tr("Import labels and groups"), "", tr(_FILES))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.notes.import_from)
        dialog.open()

    def _export(self) -> None:
        dialog = QFileDialog(self._window, tr("Export labels and groups"), "labels.json", tr(_FILES))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.notes.export_to)
        dialog.open()


def install(window: MainWindow) -> NotesFeature:
    """Put both pages behind tabs of their own."""
    return NotesFeature(window)
