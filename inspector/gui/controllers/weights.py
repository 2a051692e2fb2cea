"""The weights page: asked for when it is in sight, walked from kernel to kernel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.weights import WeightsView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.jobs.unit_pictures import LearnWiring
from inspector.lenses.expanded_weights import Expanded, ExpandedParameters
from inspector.lenses.weights import Weights, WeightsParameters
from inspector.network.location import Location

if TYPE_CHECKING:
    from inspector.network.graph import Node

PANEL, FAR, WIRES = "weights", "expanded-weights", "weight-wires"
_REST_MS = 45


def upstream(nodes: Mapping[str, Node], name: str) -> list[str]:
    """The nodes with units that lead to a node, nearest first."""
    found = _reached({each: node.inputs for each, node in nodes.items()}, name)
    return [each for each in reversed(nodes) if each in found and nodes[each].units]


def downstream(nodes: Mapping[str, Node], name: str) -> list[str]:
    """The nodes with units that a node leads to, nearest first."""
    ahead: dict[str, list[str]] = {each: [] for each in nodes}
    for each, node in nodes.items():
        for before in node.inputs:
            ahead.setdefault(before, []).append(each)
    found = _reached(ahead, name)
    return [each for each in nodes if each in found and nodes[each].units]


def _reached(edges: Mapping[str, Iterable[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = list(edges[start])
    while waiting:
        near = waiting.pop()
        if near not in found and near in edges:
            found.add(near)
            waiting += edges[near]
    return found


class WeightsController(QObject):
    """Joins the weights page with the session and the engine."""

    def __init__(self, session: Session, engine: Engine, view: WeightsView, pictures: UnitPictures) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._pictures = session, engine, view, pictures
        self._node: str | None = None
        self._asked: dict[str, LensRequest] = {}
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.ask)
        view.seen.connect(self.ask)
        view.asked.connect(self.ask)
        view.walked.connect(self._on_walked)
        view.makes_changed.connect(pictures.set_makes)
        for section in (view.inputs, view.users):
            section.list.visible_changed.connect(self._want)
        view.hidden.connect(self._want)
        pictures.changed.connect(self._on_pictures_changed)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        session.picture_changed.connect(self._on_picture_changed)

    @property
    def is_resting(self) -> bool:
        """Whether it waits for the user to stop walking."""
        return self._rest.isActive()

    @Slot()
    def ask(self) -> None:
        """Read the current unit's weights, where someone looks."""
        location = self._session.location
        if not self._view.isVisible() or location is None:
            return
        if location.unit is None:
            self._view.show_weights(None)
            self._view.say(tr("Choose a unit: what it is made of and what uses it stands here."))
            return
        self._ask_for(Location(location.network, location.node, location.unit))

    def _ask_for(self, location: Location) -> None:
        view, requests = self._view, dict[str, tuple[LensRequest, str]]()
        if not all(view.is_expanded):
            near = LensRequest("weights", location, WeightsParameters(view.top, view.rank))
            requests[PANEL] = near, tr("Weights of {location}").format(location=location)
        if any(view.is_expanded):
            far = LensRequest("expanded-weights", location, self._expanding())
            requests[FAR] = far, tr("Expanded weights of {location}").format(location=location)
        for panel in (PANEL, FAR):
            if panel not in requests:
                self._give_up(panel)
            elif requests[panel][0] != self._asked.get(panel):
                self._asked[panel] = requests[panel][0]
                self._engine.submit(requests[panel][0], panel, requests[panel][1], Priority.PICTURE)

    def _expanding(self) -> ExpandedParameters:
        view = self._view
        picture = self._session.picture if view.pooling_way == "picture" else None
        ends = view.inputs.node, view.users.node
        return ExpandedParameters(*ends, view.pooling_way, picture, view.top, view.rank)

    def _give_up(self, *panels: str) -> None:
        for panel in panels:
            self._engine.give_up(panel)
            self._asked.pop(panel, None)

    @Slot()
    def _on_network_changed(self) -> None:
        self._node = None
        self._asked.clear()
        card = self._session.network
        if card is not None:
            request = LearnWiring(card.name)
            self._engine.submit(request, WIRES, tr("Following the wires"), Priority.FILLING)

    @Slot()
    def _on_location_changed(self) -> None:
        card, location = self._session.network, self._session.location
        node = location.node if location is not None else None
        if node != self._node and card is not None and node is not None:
            self._node = node
            self._view.set_nodes(upstream(card.nodes, node), downstream(card.nodes, node))
        self._give_up(PANEL, FAR)
        self._rest.start()

    @Slot()
    def _on_picture_changed(self) -> None:
        if any(self._view.is_expanded) and self._view.pooling_way == "picture":
            self.ask()

    @Slot(str, int)
    def _on_walked(self, node: str, unit: int) -> None:
        card = self._session.network
        if card is not None and node in card.nodes:
            self._session.go(Location(card.name, node, unit))

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == PANEL and isinstance(result, Weights):
            self._view.show_weights(result)
        elif panel == FAR and isinstance(result, Expanded):
            self._view.show_expanded(result)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel in (PANEL, FAR):
            self._asked.pop(panel, None)
            self._view.say(sentence, expanded=panel == FAR)

    @Slot()
    def _want(self) -> None:
        view = self._view
        ends = [*view.inputs.list.ends_in_sight(), *view.users.list.ends_in_sight()]
        card = self._session.network
        ends = [end for end in ends if card is not None and end[0] in card.nodes]
        self._pictures.want("weights", ends if view.isVisible() else ())

    @Slot()
    def _on_pictures_changed(self) -> None:
        self._view.makes.setChecked(self._pictures.makes)
        for section in (self._view.inputs, self._view.users):
            section.list.viewport().update()
