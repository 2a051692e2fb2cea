"""Tuning of the current unit. One measurement holds every unit of its node: only another node runs anew."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.controllers.tuning_scale import TuningScale
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import plural, tr
from inspector.gui.views.tuning import TuningView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.tuning import Tuning, TuningParameters, UnitScale
from inspector.lenses.tuning.units import of_unit
from inspector.network.location import Location
from inspector.pictures.picture import Picture

TUNING = "tuning"


class TuningController(QObject):
    """Joins the tuning view with the session and the engine.

    Signals:
        measured_changed: A finished `Tuning` of the current node, or None while there is none.
    """

    measured_changed = Signal(object)

    def __init__(self, session: Session, engine: Engine, view: TuningView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self._scale = TuningScale(session, engine, self)
        self._values: dict[str, Any] = {}
        self._asked: LensRequest | None = None
        self._measured: Tuning | None = None
        view.request_changed.connect(self._on_request_changed)
        view.unit_chosen.connect(session.go_to_unit)
        self._scale.changed.connect(self._on_scale_changed)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        for signal in (engine.finished, engine.failed, engine.stopped):
            signal.connect(self._on_end)
        session.network_changed.connect(self._on_network_changed)
        session.pictures_changed.connect(self._on_pictures_changed)
        session.picture_changed.connect(self._on_picture_changed)

    @property
    def measured(self) -> Tuning | None:
        """What is known of the current node, under way or finished."""
        return self._measured

    @property
    def parameters(self) -> TuningParameters | None:
        """What was asked for last of the current node."""
        return self._asked.parameters if self._asked is not None else None

    @property
    def paths(self) -> tuple[str, ...]:
        """The pictures that a scale can be told over."""
        return self._scale.paths

    def leave(self, context: str, *, moved: bool) -> None:
        """Name the location; another unit of the measured node is drawn at once, another node waits."""
        location = self._session.location
        self._view.set_context(context, location.unit if location else None)
        if not moved:
            return
        self._on_pictures_changed()
        if self._asked is not None and self._asked.location == self._place():
            self._show()
        else:
            self._forget()

    @Slot()
    def ask(self) -> None:
        """Measure the current node, unless that is what is measured or under way."""
        request = self._request()
        if request is None or (request == self._asked and self._is_there()):
            return
        self._forget()
        self._asked = request
        title = tr("Tuning of {network}/{node} to {family}").format(
            network=request.location.network, node=request.location.node, family=request.parameters.family
        )
        self._engine.submit(request, TUNING, title, Priority.UNIT)
        self._view.set_busy(self._engine.waits(TUNING))

    def subject(self) -> tuple[str | Picture | None, bool]:
        """What the chosen family is about, and whether it is there."""
        card = self._view.controls.card
        kind = card.subject if card is not None else ""
        if kind == "picture":
            return self._session.picture, self._session.picture is not None
        return (self._values.get("subject") or None) if kind == "text" else None, True

    def scale(self) -> UnitScale | None:
        """The scale that responses are wanted in, where it is known; None for raw ones."""
        return self._scale.of(self._place(), self._before) if self._values.get("sigma") else None

    @property
    def _before(self) -> bool:
        return bool(self._values.get("pre_activation", True))

    def _place(self) -> Location | None:
        """The location with the unit left open: all units of a node are one measurement."""
        location = self._session.location
        if location is None or location.node is None or location.unit is None:
            return None
        return Location(location.network, location.node, 0, location.position)

    def _request(self) -> LensRequest | None:
        place, (subject, there) = self._place(), self.subject()
        if place is None or not self._values or not there:
            return None
        scale = self.scale()
        if self._values["sigma"] and scale is None and self._scale.can_be_told(place, self._before):
            self._scale.want(place, self._before)
            self._view.set_busy(True)
            return None
        plain = {name: value for name, value in self._values.items() if name not in ("sigma", "subject")}
        return LensRequest("tuning", place, TuningParameters(**plain, subject=subject, scale=scale))

    def _is_there(self) -> bool:
        complete = self._measured is not None and self._measured.complete
        return complete or self._engine.waits(TUNING)

    def _forget(self) -> None:
        self._engine.give_up(TUNING)
        self._asked = self._measured = None
        self._view.show_tuning(None)
        self.measured_changed.emit(None)

    def _show(self) -> None:
        """Draw the current unit's part of what was measured."""
        location = self._session.location
        if self._measured is not None and location is not None and location.unit is not None:
            self._view.show_tuning(of_unit(self._measured, location.unit))

    @Slot(dict)
    def _on_request_changed(self, values: dict[str, Any]) -> None:
        self._values = values
        self._on_pictures_changed()
        self.ask()

    @Slot()
    def _on_network_changed(self) -> None:
        self._asked = None  # whatever was measured is another network's

    @Slot()
    def _on_scale_changed(self) -> None:
        self._on_pictures_changed()
        self.ask()

    @Slot()
    def _on_pictures_changed(self) -> None:
        scan = self._scale.scan(self._place(), self._before)
        scanned = (
            plural(
                "{pictures:,} picture of {title}", "{pictures:,} pictures of {title}", scan.pictures
            ).format(pictures=scan.pictures, title=tr(scan.title))
            if scan is not None
            else ""
        )
        self._view.controls.response.set_pictures(self._scale.pictures, scanned)

    @Slot()
    def _on_picture_changed(self) -> None:
        picture = self._session.picture
        self._view.controls.set_picture(picture.name if picture is not None else "")
        card = self._view.controls.card
        if card is not None and card.subject == "picture":
            self.ask()

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == TUNING and isinstance(payload, Tuning):
            self._measured = payload
            self._show()
            if payload.complete:
                self.measured_changed.emit(payload)

    @Slot(str)
    def _on_end(self, panel: str) -> None:
        if panel == TUNING:
            self._view.set_busy(False)
