"""Attribution on the current picture: asked for when it is in sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.attribution import GROUPS, AttributionView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.attribution import Attribution, AttributionParameters
from inspector.network.location import Location
from inspector.pictures.picture import Picture

PANEL = "attribution"
_REST_MS = 60


class AttributionController(QObject):
    """Joins the attribution page with the session and the engine."""

    def __init__(self, session: Session, engine: Engine, view: AttributionView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self._asked: LensRequest | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.ask)
        view.asked.connect(self.ask)
        view.seen.connect(self.ask)
        view.unit_chosen.connect(session.go_to_unit)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        session.picture_changed.connect(self._rest.start)

    @Slot()
    def ask(self) -> None:
        """Ask for what is chosen, where someone looks and it is not there yet."""
        location, picture, view = self._session.location, self._session.picture, self._view
        if not view.isVisible() or location is None:
            return
        if picture is None:
            self._forget()
            view.show_attribution(None)
            return
        if view.target.currentData() == "unit" and location.unit is None:
            view.say(tr("No unit"), tr("Choose a unit to be explained, or a class."))
            return
        request = self._request(location, picture)
        if request != self._asked or view.shown is None:
            self._asked = request
            title = tr("Attribution on {name}").format(name=picture.name)
            self._engine.submit(request, PANEL, title, Priority.UNIT)

    def _request(self, location: Location, picture: Picture) -> LensRequest:
        """What is chosen: how to attribute (groups: by gradients), and the unit or class to be explained."""
        view, method = self._view, self._view.methods.current
        node, values = location.node, dict[str, Any](method=method)
        if method == "groups":
            values = {"method": "gradient", "groups": GROUPS}
        if method == "occlusion":
            node = None
        if view.target.currentData() == "unit":
            values["unit"] = str(location)
            node = self._before(node) if node is not None else None
        else:
            values |= {"target": view.target.currentData(), "versus": view.versus.currentData()}
        place = Location(location.network, node)
        return LensRequest("attribution", place, AttributionParameters(picture, **values))

    def _before(self, name: str) -> str | None:
        """The node that a unit of `name` is made of, which explains it; None (the picture) for the first."""
        card = self._session.network
        inputs = (
            [node for node in card.nodes[name].inputs if card.nodes[node].units] if card is not None else []
        )
        return inputs[-1] if inputs else None

    def _forget(self) -> None:
        self._asked = None
        self._engine.give_up(PANEL)

    @Slot()
    def _on_network_changed(self) -> None:
        self._forget()
        self._rest.start()

    @Slot()
    def _on_location_changed(self) -> None:
        card, location = self._session.network, self._session.location
        if card is not None and location is not None:
            labels = card.labels or tuple(tr("class {i}").format(i=i) for i in range(card.outputs))
            unit = (
                tr("unit {node}/{unit}").format(node=location.node, unit=location.unit)
                if location.unit is not None
                else ""
            )
            self._view.set_classes(labels, unit)
        self._rest.start()

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == PANEL and isinstance(payload, Attribution):
            self._view.show_attribution(payload)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == PANEL:
            self._view.say(tr("Nothing to show"), sentence)
