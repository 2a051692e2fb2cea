"""Tuning of the current unit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.views.tuning import TuningView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.tuning import Tuning, TuningParameters

TUNING = "tuning"


class TuningController(QObject):
    """Joins the tuning view with the session and the engine."""

    def __init__(self, session: Session, engine: Engine, view: TuningView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self._values: dict[str, Any] = {}
        view.request_changed.connect(self._on_request_changed)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        for signal in (engine.finished, engine.failed, engine.stopped):
            signal.connect(self._on_end)

    def leave(self, context: str, *, moved: bool) -> None:
        """Name the location; where the unit is another, the old one's curve is given up."""
        self._view.set_context(context)
        if moved:
            self._engine.give_up(TUNING)
            self._view.show_tuning(None)

    def ask(self) -> None:
        """Measure the current unit."""
        location = self._session.location
        if location is None or location.unit is None or not self._values:
            return
        wanted = {name: value for name, value in self._values.items() if name != "sigma"}
        parameters = TuningParameters(**wanted | {"subject": wanted["subject"] or None})
        title = f"Tuning of {location} to {parameters.family}"
        self._engine.submit(LensRequest("tuning", location, parameters), TUNING, title, Priority.UNIT)
        self._view.set_busy(self._engine.waits(TUNING))

    @Slot(dict)
    def _on_request_changed(self, values: dict[str, Any]) -> None:
        self._values = values
        self.ask()

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == TUNING and isinstance(payload, Tuning):
            self._view.show_tuning(payload)

    @Slot(str)
    def _on_end(self, panel: str) -> None:
        if panel == TUNING:
            self._view.set_busy(False)
