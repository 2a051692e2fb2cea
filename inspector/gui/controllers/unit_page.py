"""The unit page: what is shown of the current unit is asked for as soon as one stops walking."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from inspector.gui.controllers.composing import ComposingController
from inspector.gui.controllers.feature import FeatureController
from inspector.gui.controllers.feature_exports import FeatureExports
from inspector.gui.controllers.tuning import TuningController
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.views.feature import FeatureView
from inspector.gui.views.tuning import TuningView

# Held-down arrow keys repeat about every 30 ms: work starts when the key is let go.
_REST_MS = 60


class UnitPageController(QObject):
    """Lets the feature view and the tuning view follow the session.

    Attributes:
        feature: Feature visualization of the unit.
        exports: What can be done with its pictures.
        composing: Objectives that are put together.
        tuning: The unit's tuning.
    """

    def __init__(self, session: Session, engine: Engine, feature: FeatureView, tuning: TuningView) -> None:
        super().__init__(feature)
        self._session = session
        self.feature = FeatureController(session, engine, feature)
        self.exports = FeatureExports(session, engine, feature, self.feature)
        self.composing = ComposingController(session, engine, feature, self.feature)
        self.tuning = TuningController(session, engine, tuning)
        self._unit: tuple[str | None, int | None] = (None, None)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)

    @property
    def is_resting(self) -> bool:
        """Whether it waits for the user to stop walking before it asks for anything."""
        return self._rest.isActive()

    @Slot()
    def _on_network_changed(self) -> None:
        self._unit = (None, None)
        self.feature.forget()

    @Slot()
    def _on_location_changed(self) -> None:
        location = self._session.location
        unit = (location.node, location.unit) if location else (None, None)
        context = str(location) if location and location.unit is not None else ""
        self.feature.leave(context)
        self.tuning.leave(context, moved=unit != self._unit)
        self._unit = unit
        self._rest.start()

    @Slot()
    def _ask(self) -> None:
        self.feature.ask()
        self.tuning.ask()
