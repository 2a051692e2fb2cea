"""Suggested groups: looked for when asked, accepted or rejected as steps that can be undone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from inspector.gui.controllers.notes import NotesController
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.groups import GroupsView
from inspector.gui.views.suggestion_words import WORDS, counted
from inspector.gui.views.suggestions import left_out
from inspector.jobs.queue import Priority
from inspector.jobs.suggesting import SuggestGroups
from inspector.lenses.suggestions import By, Suggestion, SuggestionParameters, Suggestions
from inspector.network.location import Location
from inspector.workspace.suggested import accepted, offered, rejected

SUGGESTED = "suggested-groups"


class SuggestionsController(QObject):
    """Joins the suggestions on the page of groups with the engine and with what is said.

    Attributes:
        found: What was found last for a node, by the node's name.
    """

    def __init__(self, session: Session, engine: Engine, notes: NotesController, view: GroupsView) -> None:
        super().__init__(view)
        self._session, self._engine, self._notes, self._view = session, engine, notes, view
        self.found: dict[str, Suggestions] = {}
        self._asked: tuple[str, By] | None = None
        self._failed = ""
        # A suggestion is accepted from within a section that is drawn anew: only after its event is over.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        view.accepted.connect(self.accept)
        view.rejected.connect(self.reject)
        view.heading.hidden.connect(self.hide)
        notes.changed.connect(self._soon.start)
        session.location_changed.connect(self._soon.start)
        session.network_changed.connect(self._on_network_changed)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)

    def look(self, by: By, *, of_unit: bool = False) -> None:
        """Look for groups of the current node's units, or for those that the current unit is in."""
        location, node = self._session.location, self._session.node
        if location is None or node is None or not node.units:
            return
        scan = self._session.scan_of(node.name)
        place = Location(location.network, node.name, location.unit if of_unit else None)
        request = SuggestGroups(place, SuggestionParameters(by), scan.key if scan is not None else "")
        self._asked, self._failed = (node.name, by), ""
        self._soon.start()
        title = f"{place} · {tr(WORDS[by].looking)}"
        self._engine.submit(request, SUGGESTED, title, Priority.UNIT)

    @Slot(object)
    def accept(self, suggestion: Suggestion) -> None:
        """Make it an ordinary group."""
        self._notes.change(
            tr("group {name}").format(name=suggestion.name), lambda old: accepted(suggestion, old)
        )

    @Slot(object)
    def reject(self, suggestion: Suggestion) -> None:
        """Never offer it again."""
        self._notes.change(
            tr("rejection of {name}").format(name=suggestion.name), lambda old: rejected(suggestion, old)
        )

    @Slot()
    def hide(self) -> None:
        """Let the suggestions for this node be, until they are asked for again."""
        self._engine.give_up(SUGGESTED)
        self._asked, self._failed = None, ""
        self.found.pop(self._node, None)
        self._soon.start()

    @property
    def _node(self) -> str:
        node = self._session.node
        return node.name if node is not None else ""

    def _show(self) -> None:
        found = self.found.get(self._node)
        groups = offered(found.groups, self._notes.taxonomy) if found is not None else ()
        self._view.show_suggestions(groups)
        self._view.heading.say(*self._words(found, groups))

    def _words(self, found: Suggestions | None, groups: tuple[Suggestion, ...]) -> tuple[str, str]:
        """Title and note above the suggestions."""
        if self._asked is not None and self._asked[0] == self._node:
            words = WORDS[self._asked[1]]
            if self._failed:
                return tr(words.none), self._failed
            return tr(words.looking), tr(words.about)
        if found is None:
            return "", ""
        words = WORDS[found.by]
        over = tr("All of them were accepted or rejected.") if found.groups and not groups else ""
        parts = (tr(found.note) or tr(words.about), over, left_out(groups))
        return counted(found.by, len(groups)), " ".join(part for part in parts if part)

    @Slot()
    def _on_network_changed(self) -> None:
        self._engine.give_up(SUGGESTED)
        self.found.clear()
        self._asked, self._failed = None, ""
        self._soon.start()

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == SUGGESTED and isinstance(result, Suggestions):
            # The name of a group that is accepted is the user's: it is kept as the window says it.
            named = tuple(replace(one, name=tr(one.name)) for one in result.groups)
            self.found[result.node] = replace(result, groups=named)
            self._asked = None
            self._soon.start()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == SUGGESTED:
            self._failed = sentence
            self._soon.start()

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        if panel == SUGGESTED:
            self._asked = None
            self._soon.start()
