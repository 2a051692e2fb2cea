"""The weights page: asked for when it is in sight, walked from kernel to kernel."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.views.weights import WeightsView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.jobs.unit_pictures import LearnWiring
from inspector.lenses.expanded_weights import Expanded, ExpandedParameters
from inspector.lenses.weights import Weights, WeightsParameters
from inspector.network.location import Location

PANEL, WIRES = "weights", "weight-wires"
_REST_MS = 45


def upstream(nodes: object, name: str) -> list[str]:
    """The nodes that lead to a node, nearest first, those with units and without others inside."""
    found: dict[str, None] = {}
    waiting = list(nodes[name].inputs)
    while waiting:
        near = waiting.pop(0)
        if near not in found and near in nodes:
            found[near] = None
            waiting += nodes[near].inputs
    order = {each: place for place, each in enumerate(nodes)}
    return sorted((each for each in found if nodes[each].units), key=lambda each: -order[each])


class WeightsController(QObject):
    """Joins the weights page with the session and the engine.

    Attributes:
        source: The node that inputs are expanded to; "" for the nearest weights.
    """

    def __init__(self, session: Session, engine: Engine, view: WeightsView, pictures: UnitPictures) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._pictures = session, engine, view, pictures
        self._node: str | None = None
        self._asked: object = None
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
            self._view.say("Choose a unit: what it is made of and what uses it stands here.")
            return
        request = self._request(Location(location.network, location.node, location.unit))
        if request != self._asked:
            self._asked = request
            self._engine.submit(request, PANEL, f"Weights of {location}", Priority.PICTURE)

    def _request(self, location: Location) -> LensRequest:
        view = self._view
        if not view.source_node:
            return LensRequest("weights", location, WeightsParameters(view.top, view.rank))
        picture = self._session.picture if view.pooling_way == "picture" else None
        parameters = ExpandedParameters(view.source_node, view.pooling_way, picture, view.top, view.rank)
        return LensRequest("expanded-weights", location, parameters)

    @Slot()
    def _on_network_changed(self) -> None:
        self._node, self._asked = None, None
        card = self._session.network
        if card is not None:
            request = LearnWiring(card.name)
            self._engine.submit(request, WIRES, "Following the wires", Priority.FILLING)

    @Slot()
    def _on_location_changed(self) -> None:
        card, location = self._session.network, self._session.location
        node = location.node if location is not None else None
        if node != self._node and card is not None and node is not None:
            self._node = node
            self._view.set_sources(upstream(card.nodes, node), self._view.source_node)
        self._engine.give_up(PANEL)
        self._asked = None
        self._rest.start()

    @Slot()
    def _on_picture_changed(self) -> None:
        if self._view.source_node and self._view.pooling_way == "picture":
            self.ask()

    @Slot(str, int)
    def _on_walked(self, node: str, unit: int) -> None:
        card = self._session.network
        if card is not None:
            self._session.go(Location(card.name, node, unit))

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == PANEL and isinstance(result, Weights):
            self._view.show_weights(result)
        elif panel == PANEL and isinstance(result, Expanded):
            self._view.show_expanded(result)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == PANEL:
            self._asked = None
            self._view.say(sentence)

    @Slot()
    def _want(self) -> None:
        view = self._view
        ends = [*view.inputs.list.ends_in_sight(), *view.users.list.ends_in_sight()]
        self._pictures.want("weights", ends if view.isVisible() else ())

    @Slot()
    def _on_pictures_changed(self) -> None:
        self._view.makes.setChecked(self._pictures.makes)
        for section in (self._view.inputs, self._view.users):
            section.list.viewport().update()
