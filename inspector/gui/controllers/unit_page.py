"""The unit page: feature visualization and tuning of the current unit, made as soon as one stops walking."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.views.feature import FeatureView
from inspector.gui.views.tuning import TuningView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.tuning import Tuning, TuningParameters

FEATURE = "feature"
TUNING = "tuning"
# Held-down arrow keys repeat about every 30 ms: work starts when the key is let go.
_REST_MS = 60


class UnitPageController(QObject):
    """Joins the feature view and the tuning view with the session and the engine."""

    def __init__(
        self, session: Session, engine: Engine, feature: FeatureView, tuning: TuningView, steps: int
    ) -> None:
        super().__init__(feature)
        self._session, self._engine, self._feature, self._tuning = session, engine, feature, tuning
        self._feature_values: dict[str, Any] = {"steps": steps}
        self._tuning_values: dict[str, Any] = {}
        self._unit: tuple[str | None, int | None] = (None, None)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        feature.run_requested.connect(self._on_feature_requested)
        feature.cancel_requested.connect(self._on_feature_cancelled)
        tuning.request_changed.connect(self._on_tuning_requested)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.failed.connect(self._on_end)
        engine.stopped.connect(self._on_end)
        engine.finished.connect(self._on_end)

    @property
    def is_resting(self) -> bool:
        """Whether it waits for the user to stop walking before it asks for anything."""
        return self._rest.isActive()

    @Slot()
    def _on_network_changed(self) -> None:
        self._unit = (None, None)

    @Slot()
    def _on_location_changed(self) -> None:
        location = self._session.location
        unit = (location.node, location.unit) if location else (None, None)
        moved = unit != self._unit
        self._unit = unit
        context = str(location) if location and location.unit is not None else ""
        for view in (self._feature, self._tuning):
            view.set_context(context)
        self._engine.give_up(FEATURE)
        if moved:
            self._engine.give_up(TUNING)
            self._feature.show_feature(None)
            self._tuning.show_tuning(None)
        self._rest.start()

    @Slot()
    def _ask(self) -> None:
        self._ask_feature()
        self._ask_tuning()

    @Slot(dict)
    def _on_feature_requested(self, values: dict[str, Any]) -> None:
        self._feature_values |= values
        self._ask_feature()

    @Slot()
    def _on_feature_cancelled(self) -> None:
        self._engine.give_up(FEATURE)
        self._feature.set_busy(False)

    @Slot(dict)
    def _on_tuning_requested(self, values: dict[str, Any]) -> None:
        self._tuning_values = values
        self._ask_tuning()

    def _ask_feature(self) -> None:
        location = self._session.location
        if location is None or location.unit is None:
            return
        parameters = FeatureParameters(objectives=("channel", "neuron"), **self._feature_values)
        self._submit("feature-visualization", FEATURE, parameters, f"Visualizing {location}", Priority.UNIT)
        self._feature.set_busy(self._engine.waits(FEATURE))

    def _ask_tuning(self) -> None:
        location = self._session.location
        if location is None or location.unit is None or not self._tuning_values:
            return
        parameters = TuningParameters(**self._tuning_values)
        title = f"Tuning of {location} to {parameters.family}"
        self._submit("tuning", TUNING, parameters, title, Priority.CURVE)
        self._tuning.set_busy(self._engine.waits(TUNING))

    def _submit(self, lens: str, panel: str, parameters: Any, title: str, priority: Priority) -> None:
        location = self._session.location
        if location is not None:
            self._engine.submit(LensRequest(lens, location, parameters), panel, title, priority)

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == FEATURE and isinstance(payload, Feature):
            self._feature.show_feature(payload)
        elif panel == TUNING and isinstance(payload, Tuning):
            self._tuning.show_tuning(payload)

    @Slot(str)
    def _on_end(self, panel: str) -> None:
        if panel == FEATURE:
            self._feature.set_busy(False)
        elif panel == TUNING:
            self._tuning.set_busy(False)
