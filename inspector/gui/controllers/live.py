"""Live: every turn of a knob is shown to the network, one stimulus at a time, never more than one waiting."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.controllers.tuning import TuningController
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.tuning import TuningView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.live import Live, LiveParameters
from inspector.network.location import Location

LIVE = "live"


class LiveController(QObject):
    """Joins the live page with the session and the engine.

    A stimulus under way is never given up for a newer one of the same place, or someone who drags a slider
    without a pause would see none at all: the newest waits until the worker is free.

    Signals:
        shown: A `Live` was drawn; None: there is none any more.
    """

    shown = Signal(object)

    def __init__(self, session: Session, engine: Engine, view: TuningView, tuning: TuningController) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._tuning = session, engine, view, tuning
        self._asked: LensRequest | None = None
        self._place: Location | None = None
        view.live.values_changed.connect(self.follow)
        view.mode_changed.connect(self._on_mode_changed)
        view.request_changed.connect(self._on_request_changed)
        tuning.measured_changed.connect(self._on_measured_changed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        session.picture_changed.connect(self.follow)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_end)
        engine.stopped.connect(self._on_end)

    @property
    def is_on(self) -> bool:
        """Whether the live page is what is looked at."""
        return self._view.mode == "live"

    @Slot()
    def follow(self) -> None:
        """Show the network what the sliders say, now or as soon as it is free."""
        if self.is_on and not self._engine.waits(LIVE):
            self._submit()

    def _submit(self) -> None:
        request = self._request()
        if request is not None and request != self._asked:
            self._asked = request
            # Before the unit's pictures and curves: a slider is under somebody's finger.
            self._engine.submit(
                request, LIVE, tr("Live: {family}").format(family=request.parameters.family), Priority.PICTURE
            )

    def _request(self) -> LensRequest | None:
        location, asked = self._session.location, self._view.asked
        subject, there = self._tuning.subject()
        if location is None or location.unit is None or not asked or not there:
            return None
        parameters = LiveParameters(
            family=asked["family"],
            values=self._view.live.sliders.values(),
            reduction=asked["reduction"],
            subject=subject,
            scale=self._tuning.scale(),
            pre_activation=asked["pre_activation"],
        )
        place = Location(location.network, location.node, 0, location.position)
        return LensRequest("live", place, parameters, keep=False)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == LIVE and isinstance(result, Live):
            self._view.live.show_live(result)
            self.shown.emit(result)
            self.follow()

    @Slot(str)
    def _on_end(self, panel: str) -> None:
        if panel == LIVE:
            self.follow()

    @Slot(str)
    def _on_mode_changed(self, mode: str) -> None:
        if mode == "live":
            self._asked = None
            self.follow()
        else:
            self._engine.give_up(LIVE)
            self.shown.emit(None)

    @Slot(dict)
    def _on_request_changed(self, values: dict[str, object]) -> None:
        self.follow()

    @Slot(object)
    def _on_measured_changed(self, measured: object) -> None:
        """The scale may be known by now."""
        self.follow()

    @Slot()
    def _on_network_changed(self) -> None:
        self._place = None

    @Slot()
    def _on_location_changed(self) -> None:
        location = self._session.location
        place = location.at(location.node, None) if location is not None and location.node else None
        if place == self._place:
            return
        self._place, self._asked = place, None
        self._engine.give_up(LIVE)
        self._view.live.show_live(None)
        if self.is_on:
            self.shown.emit(None)
        self.follow()
