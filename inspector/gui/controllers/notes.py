"""What is said of units: read when a network opens, changed step by step, each step undone and done again."""

from __future__ import annotations

import itertools
import logging
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import mark, plural, tr
from inspector.jobs.notes import ChangeNotes, ExportNotes, ImportNotes, Notes, ReadNotes
from inspector.jobs.queue import Priority
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.workspace.taxonomies import Taxonomies
from inspector.workspace.taxonomy import Mark, Place, Taxonomy, next_unlabelled, unit_place
from inspector.workspace.taxonomy_edit import TaxonomyEdit, difference
from inspector.workspace.taxonomy_json import merged

READ, IMPORT, EXPORT = "notes-read", "notes-import", "notes-export"
_WRITE = "notes-write-"
_SAID = {"label": mark("label of {place}"), "note": mark("note of {place}"), "star": mark("star of {place}")}
_log = logging.getLogger(__name__)


class _Step(QUndoCommand):
    """One change, there and back."""

    def __init__(
        self, text: str, there: TaxonomyEdit, back: TaxonomyEdit, do: Callable[[TaxonomyEdit], None]
    ) -> None:
        super().__init__(text)
        self._there, self._back, self._do = there, back, do

    def redo(self) -> None:
        self._do(self._there)

    def undo(self) -> None:
        self._do(self._back)


class NotesController(QObject):
    """Holds what is said of the open network, as it is kept in the workspace.

    Attributes:
        taxonomy: What is said now; what was just changed is there at once and written a moment later.
        steps: What can be undone.

    Signals:
        changed: Something else is said now.
        told: Something for the status bar.
        refused: A sentence on what could not be done.
    """

    changed = Signal()
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, engine: Engine, steps: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._engine = session, engine
        self._numbers = itertools.count(1)
        self._notes: Notes | None = None
        self._folder = Path()
        self._unwritten: dict[str, ChangeNotes] = {}
        self._seen = 0
        self.taxonomy = Taxonomy()
        self.steps = steps
        session.network_changed.connect(self._on_network_changed)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.closed.connect(self._write_the_rest)

    @property
    def fingerprint(self) -> str:
        """The open network's, once its notes were read; else ""."""
        return self._notes.fingerprint if self._notes is not None else ""

    @property
    def place(self) -> Place | None:
        """The current unit's place, or the node's where it has no units; None without a network."""
        location = self._session.location
        if location is None or location.node is None:
            return None
        return location.node if location.unit is None else unit_place(location.node, location.unit)

    def change(self, text: str, action: Callable[[Taxonomy], Taxonomy]) -> None:
        """Change what is said, as one step that can be undone; a sentence where it cannot be said so."""
        if self._notes is None:
            return
        try:
            new = action(self.taxonomy)
        except ValueError as error:
            self.refused.emit(str(error))
            return
        there = difference(self.taxonomy, new)
        if there:
            self.steps.push(_Step(text, there, difference(new, self.taxonomy), self._apply))

    def set_mark(self, place: Place | None, **said: str | bool) -> None:
        """Say a label, a note or a star of a place; nothing happens without one."""
        if place is not None:
            what = tr(_SAID[next(iter(said))]).format(place=place)
            self.change(what, lambda old: old.with_mark(place, replace(old.mark(place), **said)))

    @Slot()
    def toggle_star(self) -> None:
        """Star the current place, or take its star away."""
        self.set_mark(self.place, star=not self.mark.star)

    @property
    def mark(self) -> Mark:
        """What is said of the current place."""
        return self.taxonomy.mark(self.place or "")

    @Slot()
    def go_to_random(self) -> None:
        """Walk to any other unit of the network."""
        card = self._session.network
        nodes = [node for node in card.nodes.values() if node.units] if card is not None else []
        if card is not None and nodes:
            # For wandering, not for results: this choice need not be the same again.
            node = random.choice(nodes)
            self._session.go(Location(card.name, node.name, random.randrange(node.units)))

    @Slot()
    def go_to_unlabelled(self) -> None:
        """Walk to the next unit of the node of which nothing is said."""
        node, location = self._session.node, self._session.location
        if node is None or location is None or location.unit is None:
            return
        unit = next_unlabelled(self.taxonomy, node.name, node.units, location.unit)
        if unit is None:
            self.told.emit(tr("All units of {name} have a label or a group.").format(name=node.name))
        else:
            self._session.go_to_unit(unit)

    def import_from(self, path: str) -> None:
        """Take labels and groups from a file, beside those that are there."""
        card = self._session.network
        if card is not None:
            self._engine.submit(ImportNotes(card.name, path), IMPORT, tr("Reading labels"), Priority.PICTURE)

    def export_to(self, path: str) -> None:
        """Write labels and groups to a file."""
        if self._notes is not None:
            request = ExportNotes(self._notes.fingerprint, path)
            self._engine.submit(request, EXPORT, tr("Writing labels"), Priority.PICTURE)

    def _apply(self, edit: TaxonomyEdit) -> None:
        card, notes = self._session.network, self._notes
        if card is None or notes is None:
            return
        self.taxonomy = edit.apply(self.taxonomy)
        # A panel of its own for each: a later change must not supersede one that is not written yet.
        panel = f"{_WRITE}{next(self._numbers)}"
        self._unwritten[panel] = ChangeNotes(notes.fingerprint, card.name, edit)
        self._engine.submit(self._unwritten[panel], panel, tr("Keeping notes"), Priority.ENGINE)
        self.changed.emit()

    def look_again(self) -> None:
        """Read what another window has written since, where it has."""
        card, written = self._session.network, self._written()
        if card is not None and self._notes is not None and written != self._seen:
            self._engine.submit(ReadNotes(card.name), READ, tr("Reading notes"), Priority.PICTURE)
            self._seen = written

    def _written(self) -> int:
        """When the open network's notes were written last; 0 for never."""
        try:
            return Taxonomies(self._folder).file(self.fingerprint).stat().st_mtime_ns
        except OSError:
            return 0

    def _take(self, notes: Notes) -> None:
        """Show what was read, and on top of it what was changed here since and is still to be written."""
        first, before, taxonomy = self._notes is None, self.taxonomy, notes.taxonomy
        for change in self._unwritten.values():
            if change.fingerprint == notes.fingerprint:
                taxonomy = change.edit.apply(taxonomy)
        self._notes, self._folder, self.taxonomy = notes, notes.workspace, taxonomy
        if first or taxonomy != before:
            self.changed.emit()

    @Slot()
    def _write_the_rest(self) -> None:
        """Write what the worker had no time for before the window was closed."""
        for change in self._unwritten.values():
            try:
                Taxonomies(self._folder).change(change.fingerprint, change.network, change.edit.apply)
            except InspectorError:
                _log.exception("Notes could not be kept at the end")
        self._unwritten.clear()

    @Slot()
    def _on_network_changed(self) -> None:
        card = self._session.network
        self._notes, self.taxonomy = None, Taxonomy()
        self.steps.clear()
        if card is not None:
            self._engine.submit(ReadNotes(card.name), READ, tr("Reading notes"), Priority.PICTURE)
        self.changed.emit()

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == READ and isinstance(result, Notes):
            self._take(result)
        elif panel in self._unwritten:
            del self._unwritten[panel]
        elif panel == IMPORT and isinstance(result, Taxonomy):
            self.change(tr("Import of labels"), lambda old: merged(old, result))
            groups, marks = len(result.groups), len(result.marks)
            self.told.emit(
                tr("Took {groups} and {labels}.").format(
                    groups=plural("{count:,} group", "{count:,} groups", groups).format(count=groups),
                    labels=plural("{count:,} label or note", "{count:,} labels and notes", marks).format(
                        count=marks
                    ),
                )
            )
        elif panel == EXPORT:
            self.told.emit(tr("Wrote {result}").format(result=result))

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        self._unwritten.pop(panel, None)
        if panel.startswith("notes-"):
            self.refused.emit(sentence)
