"""Comparing the network in front with another: asked for, shown, walked through, exported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.controllers.comparison_checkpoints import CheckpointsController
from inspector.gui.controllers.comparison_exports import write_comparison
from inspector.gui.controllers.networks import first_location
from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.compare import STRIP, CompareView
from inspector.jobs.beside import TakeAway
from inspector.jobs.comparison import (
    Compared,
    CompareNetworks,
    MatchUnits,
    ProfileDepth,
    ShownPictures,
    called,
)
from inspector.jobs.queue import Priority
from inspector.lenses.comparison import DepthProfile, Matching, TimeLine
from inspector.network.errors import InspectorError
from inspector.network.location import Location

COMPARING, MATCHING, PROFILE = "compare", "compare-units", "compare-profile"
CLOSING = "compare-close"


class ComparisonController(QObject):
    """Joins the page with the session and the engine.

    Attributes:
        found: The comparison that is shown, or None.
        matching: The current node's units with their like, or None.
        other: Where the second network stands, for its units' pictures.
        other_pictures: Those pictures.
        over: The pictures of the comparison that is shown.

    Signals:
        changed: Another comparison or pairing, or none any more.
        told: A sentence for the status line.
        refused: A sentence for the banner.
        jumped: (spec, address): the other network is to be opened there.
        overlaid: (card, location): a unit of it is to be pinned to the tuning.
    """

    changed = Signal()
    told = Signal(str)
    refused = Signal(str)
    jumped = Signal(str, str)
    overlaid = Signal(object, object)

    def __init__(self, session: Session, engine: Engine, pictures: UnitPictures, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._engine, self._pictures = session, engine, pictures
        self.other = Session(self)
        self.other_pictures = UnitPictures(self.other, engine, self, "-other")
        self.view = CompareView(pictures.image, self.other_pictures.image)
        self.found: Compared | None = None
        self.matching: Matching | None = None
        self.profile: DepthProfile | None = None
        self.over = self._asked = ShownPictures()
        self._profiled: Compared | None = None
        self._checkpoints = CheckpointsController(session, engine, self.view, self)
        self._checkpoints.chosen.connect(self._compare)
        self._paths: tuple[str, ...] = ("samples",)
        self._wished = ("", "")
        self._pinned: set[str] = set()
        self._join()

    def _join(self) -> None:
        view, engine, session = self.view, self._engine, self._session
        view.wanted.connect(self.compare)
        view.page_changed.connect(self._profile)
        view.profile.node_chosen.connect(session.go_to_node)
        view.cka.chosen.connect(self._on_cell_chosen)
        view.matches.unit_chosen.connect(session.go_to_unit)
        view.depth.points.unit_chosen.connect(session.go_to_unit)
        view.matches.shown_changed.connect(self._want)
        view.matches.jump_wanted.connect(self._on_jump_wanted)
        view.matches.overlay_wanted.connect(self._on_overlay_wanted)
        for pictures in (self._pictures, self.other_pictures):
            pictures.changed.connect(view.matches.repaint_pictures)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)

    @property
    def line(self) -> TimeLine | None:
        """The checkpoints as a time line, as far as they were looked at."""
        return self._checkpoints.line

    @property
    def shown(self) -> ShownPictures:
        """The pictures that are chosen."""
        if self.view.shown.currentText() == tr(STRIP):
            return ShownPictures(
                tuple(self._session.pictures.values()), title=tr("pictures that are laid out")
            )
        title = "samples" if self._paths == ("samples",) else Path(self._paths[0]).name
        return ShownPictures(paths=self._paths, title=title)

    @Slot()
    def compare(self) -> None:
        """Compare with the network that is named; a folder of checkpoints becomes a time line."""
        card, spec = self._session.network, self.view.other.text().strip()
        if card is None or not spec:
            self.view.line.setText(tr("Name the other network first."))
            return
        if Path(spec).is_dir() and not (Path(spec) / "config.json").exists():
            self.open_checkpoints(spec)
            return
        self._checkpoints.leave_unless(spec)
        self._compare(spec)

    @Slot(str)
    def _compare(self, spec: str) -> None:
        card, old = self._session.network, self.found.card if self.found is not None else None
        if card is None:
            return
        same = old is not None and old.spec == spec
        if old is not None and not same:
            self._close(old.name)
        self._asked = self.shown
        request = CompareNetworks(card.name, spec, old.name if same and old is not None else "", self._asked)
        self.view.line.setText(tr("Comparing with {name} …").format(name=called(spec)))
        self._engine.submit(
            request, COMPARING, tr("Comparing with {name}").format(name=called(spec)), Priority.UNIT
        )

    def _close(self, name: str) -> None:
        """Let go of the other network, unless one of its units is pinned."""
        if name and name not in self._pinned:
            self._engine.submit(
                TakeAway((name,)), f"{CLOSING}-{name}", tr("Closing {name}").format(name=name), Priority.UNIT
            )

    @Slot(str)
    def open_checkpoints(self, folder: str) -> None:
        """Lay a folder of checkpoints out as a time line, and compare with the first."""
        self._checkpoints.open(folder, self.shown)

    @Slot(str)
    def set_folder(self, folder: str) -> None:
        """Show the pictures of a folder from now on, "" for the samples."""
        self._paths = (folder,) if folder else ("samples",)

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == COMPARING and isinstance(payload, Compared):
            self._take(payload)
        elif panel == MATCHING and isinstance(payload, Matching):
            self._show_matching(payload)
        elif panel == PROFILE and isinstance(payload, DepthProfile):
            self.profile = payload
            self.view.profile.show_profile(payload)

    def _take(self, found: Compared) -> None:
        self.found, self.over, self.profile = found, self._asked, None
        self.other.set_network(found.card, first_location(found.card))
        self.view.show_comparison(found.comparison)
        self._match()

    @Slot()
    def _profile(self) -> None:
        """Look through all nodes once somebody wants to see it."""
        if self.found is None or self._profiled is self.found or self.view.pages.current != "profile":
            return
        self._profiled = self.found
        request = ProfileDepth(self.found.comparison)
        self._engine.submit(request, PROFILE, tr("Best matches of all nodes"), Priority.UNIT)

    def _match(self) -> None:
        """Pair the current node's units anew."""
        node = self._session.node
        if self.found is None or node is None:
            return
        comparison = self.found.comparison
        if node.name not in comparison.first.values:
            self._show_matching(None)
            return
        other = self._wished[1] if self._wished[0] == node.name else ""
        other = other if other in comparison.second.values else ""
        request = MatchUnits(comparison, node.name, other)
        self._engine.submit(
            request, MATCHING, tr("Matching the units of {name}").format(name=node.name), Priority.UNIT
        )

    def _show_matching(self, matching: Matching | None) -> None:
        self.matching = matching
        comparison = self.found.comparison if self.found is not None else None
        self.view.matches.show_matching(comparison, matching)
        if matching is not None:
            self.view.cka.mark(matching.node, matching.other)
            self.view.depth.show_matching(matching)
        self._mark_unit()
        self._checkpoints.show_line()
        self.changed.emit()

    def _mark_unit(self) -> None:
        location, matching = self._session.location, self.matching
        own = location is not None and matching is not None and location.node == matching.node
        unit = location.unit if own and location is not None and location.unit is not None else -1
        self.view.matches.set_unit(unit)
        if matching is not None:
            self.view.depth.points.mark(matching, unit)

    @Slot()
    def _on_location_changed(self) -> None:
        node = self._session.node
        if self.matching is not None and node is not None and node.name == self.matching.node:
            self._mark_unit()
        else:
            self._match()

    @Slot()
    def _on_network_changed(self) -> None:
        """What was compared belongs to the network that was in front, seen as it then was."""
        for panel in (COMPARING, MATCHING, PROFILE):
            self._engine.give_up(panel)
        self._close(self.found.card.name if self.found is not None else "")
        self.found = self.matching = None
        self._checkpoints.close()
        self.view.matches.show_matching(None, None)
        self.view.forget()
        self.changed.emit()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel in (COMPARING, MATCHING, PROFILE):
            self.view.line.setText(sentence)

    @Slot(str, str)
    def _on_cell_chosen(self, node: str, other: str) -> None:
        """A click walks to the row's node and pairs its units with those of the column's."""
        self._wished = (node, other)
        self.matching = None
        if self._session.node is not None and self._session.node.name == node:
            self._match()
        else:
            self._session.go_to_node(node)

    @Slot(object)
    def _on_jump_wanted(self, end: tuple[str, int]) -> None:
        if self.found is not None:
            self.jumped.emit(self.found.card.spec, f"{end[0]}/{end[1]}")

    @Slot(object)
    def _on_overlay_wanted(self, end: tuple[str, int]) -> None:
        if self.found is not None:
            self._pinned.add(self.found.card.name)
            self.overlaid.emit(self.found.card, Location(self.found.card.name, *end))

    @Slot()
    def _want(self) -> None:
        own, others = self.view.matches.ends_in_sight()
        self._pictures.want("comparison", own)
        self.other_pictures.want("comparison", others)

    def export(self, what: str, file: str) -> None:
        """Write a table ("cka", "matches", "time") to a file."""
        if self.found is None:
            return
        try:
            write_comparison(what, Path(file), self.found.comparison, self.matching, self.line)
        except InspectorError as error:
            self.refused.emit(str(error))
        else:
            self.told.emit(tr("Wrote {file}").format(file=file))
