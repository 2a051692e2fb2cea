"""Edits of the open network: added, undone, kept, looked through, and compared with the unedited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QFileDialog

from inspector.gui.engine import UNEDITED, Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.edit_words import NEEDS_A_LOOK, edit_of, units_of
from inspector.gui.views.edits import EditsView
from inspector.jobs.editing import (
    CompareAccuracy,
    ComparePicture,
    CompareResponses,
    CompareTuning,
    KeepEdits,
    MakeEdits,
    ReadEdits,
    TuningChange,
)
from inspector.jobs.queue import Priority, Request
from inspector.lenses.comparing import AccuracyChange, PictureChange, ResponseChange
from inspector.lenses.tuning import TuningParameters
from inspector.network.errors import InspectorError
from inspector.probe.edits import Edit, active

MAKING, READING, KEEPING = f"{UNEDITED}-made", f"{UNEDITED}-read", f"{UNEDITED}-kept"
PANELS = {name: f"{UNEDITED}-{name}" for name in ("picture", "tuning", "examples", "accuracy")}


class _SetEdits(QUndoCommand):
    """Other edits in place of those before."""

    def __init__(self, session: Session, edits: tuple[Edit, ...], text: str) -> None:
        super().__init__(text)
        self._session, self._before, self._after = session, session.edits, edits

    def redo(self) -> None:
        self._session.set_edits(self._after)

    def undo(self) -> None:
        self._session.set_edits(self._before)


class EditsController(QObject):
    """Joins the list of edits with the session and the engine.

    Attributes:
        stack: What can be undone.
    """

    def __init__(self, session: Session, engine: Engine, stack: QUndoStack, view: EditsView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self.stack = session, engine, view, stack
        self._network: object = None
        self._through = False
        self._set: tuple[str, ...] = ()
        view.add_requested.connect(self.add)
        view.switched.connect(self._on_switched)
        view.renamed.connect(self._on_renamed)
        view.removed.connect(self._on_removed)
        view.through_toggled.connect(self.look_through)
        view.page_chosen.connect(self.compare)
        view.seen.connect(self.compare)
        view.tuning.family_chosen.connect(self.compare)
        view.accuracy.samples_chosen.connect(self._on_samples_chosen)
        view.accuracy.folder_wanted.connect(self._on_folder_wanted)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        session.picture_changed.connect(self.compare)
        session.shelf_changed.connect(self.compare)
        session.edits_changed.connect(self._on_edits_changed)

    @Slot(str, str, str)
    def add(self, kind: str, units: str, numbers: str) -> None:
        """Add an edit of units of the current node, as it was written."""
        node, location = self._session.node, self._session.location
        if node is None or location is None:
            return
        try:
            chosen, weights = units_of(units, node.units, self._view.units.groups())
            if kind in NEEDS_A_LOOK:
                self._make(kind, chosen)
            else:
                self._push(
                    (*self._session.edits, Edit(edit_of(kind, node.name, chosen, weights, numbers))), "add"
                )
        except InspectorError as error:
            self._view.say(str(error))
            return
        self._view.say("")

    def _make(self, kind: str, units: tuple[int, ...]) -> None:
        location, picture = self._session.location, self._session.picture
        pictures = tuple(self._session.pictures.values()) if kind == "mean" else (picture,) if picture else ()
        weights = kind not in ("mean", "picture")
        if not weights and not pictures:
            raise InspectorError(tr("Lay out a picture first: its values are what the units are set to."))
        done, _, which = kind.partition(" ")
        making = {"making": "weights", "kind": done, "which": which} if weights else {"making": kind}
        place = location.at(location.node, units[0])
        request = MakeEdits(place, pictures=() if weights else pictures, units=units, **making)
        self._engine.submit(
            request, MAKING, tr("Making an edit of {place}").format(place=place), Priority.PICTURE
        )

    @Slot(bool)
    def look_through(self, through: bool) -> None:
        """Let every view show the edited network, or the open one again."""
        self._through = through
        self._apply(changed=True)

    def _apply(self, *, changed: bool) -> None:
        card = self._session.network
        edits = active(self._session.edits) if self._through else ()
        before = self._engine.looked_through
        self._engine.looked_through = (card.name if card is not None else "", edits)
        if card is not None and changed and before[1] != edits:
            self._engine.forget_results()
            self._session.look_again()

    @Slot()
    def compare(self) -> None:
        """Ask for the comparison that is in sight."""
        if self._session.network is None or not self._view.isVisible() or not self._session.edits:
            return
        page = self._view.pages.current
        request = self._comparison(page, self._session.network.name, active(self._session.edits))
        if request is not None:
            title = tr("Comparing {page} with the unedited network").format(page=page)
            self._engine.submit(request, PANELS[page], title, Priority.UNIT)

    def _comparison(self, page: str, name: str, edits: tuple[Edit, ...]) -> Request | None:
        """What fills a page; None while there is no picture, unit or picture set for it."""
        location, picture = self._session.location, self._session.picture
        if page == "picture":
            return ComparePicture(name, edits, picture) if picture is not None else None
        if page == "accuracy":
            return CompareAccuracy(name, edits, self._set) if self._set else None
        if location is None or location.unit is None:
            return None
        if page == "tuning":
            family = self._view.tuning.family.currentData() or "grating"
            return CompareTuning(name, edits, location, TuningParameters(family, pre_activation=False))
        scan = self._session.scan_of(location.node)
        pictures = tuple(self._session.pictures.values())
        return CompareResponses(name, edits, location, pictures, scan.key if scan else "")

    def _push(self, edits: tuple[Edit, ...], text: str) -> None:
        self.stack.push(_SetEdits(self._session, edits, text))

    def _change(self, row: int, change: Callable[[Edit], Edit], text: str) -> None:
        edits = list(self._session.edits)
        edits[row] = change(edits[row])
        self._push(tuple(edits), text)

    @Slot(int, bool)
    def _on_switched(self, row: int, on: bool) -> None:
        self._change(row, lambda edit: replace(edit, on=on), tr("switch on") if on else tr("switch off"))

    @Slot(int, str)
    def _on_renamed(self, row: int, name: str) -> None:
        self._change(row, lambda edit: replace(edit, name=name), "rename")

    @Slot(int)
    def _on_removed(self, row: int) -> None:
        edits = self._session.edits
        self._push(edits[:row] + edits[row + 1 :], "remove")

    @Slot()
    def _on_samples_chosen(self) -> None:
        self._set = ("samples",)
        self.compare()

    @Slot()
    def _on_folder_wanted(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._view, tr("Choose a picture set"))
        if folder:
            self._set = (folder,)
            self.compare()

    @Slot()
    def _on_edits_changed(self) -> None:
        card = self._session.network
        self._view.set_edits(self._session.edits)
        if card is not None and self._network is card:
            request = KeepEdits(card.name, self._session.edits)
            self._engine.submit(request, KEEPING, tr("Keeping edits"), Priority.PICTURE)
        self._apply(changed=True)
        self.compare()

    @Slot()
    def _on_network_changed(self) -> None:
        card = self._session.network
        if card is None or card is self._network:
            return
        self._network = None
        self.stack.clear()
        self._session.set_edits(())
        self._engine.looked_through = (card.name, ())
        self._network = card
        self._view.tuning.set_families([(family.name, tr(family.title)) for family in card.families])
        self._engine.submit(ReadEdits(card.name), READING, tr("Reading edits"), Priority.PICTURE)

    @Slot()
    def _on_location_changed(self) -> None:
        location = self._session.location
        unit = location.unit if location else None
        self._view.set_location(location.node or "" if location else "", unit)
        self.compare()

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == MAKING and isinstance(payload, tuple):
            self._push((*self._session.edits, *payload), "add")
        elif panel == READING and isinstance(payload, tuple) and payload and not self._session.edits:
            self._session.set_edits(payload)
        elif panel == PANELS["picture"] and isinstance(payload, PictureChange):
            self._view.picture.show_change(payload)
        elif panel == PANELS["tuning"] and isinstance(payload, TuningChange):
            self._view.tuning.show_change(payload.before, payload.after)
        elif panel == PANELS["examples"] and isinstance(payload, ResponseChange):
            self._view.responses.show_change(payload)
        elif panel == PANELS["accuracy"] and isinstance(payload, AccuracyChange):
            self._view.accuracy.show_change(payload)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel.startswith(UNEDITED):
            self._view.say(sentence)
