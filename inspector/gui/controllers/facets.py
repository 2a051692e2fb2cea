"""Training facets, and looking at the current unit by one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from inspector.gui.controllers.feature import FeatureController
from inspector.gui.dialogs.facet import FacetDialog
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.jobs.facets import TrainFacet
from inspector.jobs.queue import Priority
from inspector.lenses.facets import Facet, FacetParameters
from inspector.lenses.feature_visualization.objectives import Channel, Faceted
from inspector.network.location import Location

FACET = "facet"


class FacetsController(QObject):
    """Joins the dialog of facets with the session, the engine and the feature visualization.

    Attributes:
        dialog: The dialog.
    """

    def __init__(self, session: Session, engine: Engine, feature: FeatureController, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._engine, self._feature = session, engine, feature
        self.dialog = FacetDialog(parent)
        self.dialog.train_requested.connect(self._on_train_requested)
        self.dialog.use_requested.connect(self._on_use_requested)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)
        session.location_changed.connect(self._on_location_changed)

    def show_dialog(self) -> None:
        """Bring the dialog."""
        self._on_location_changed()
        self.dialog.show()
        self.dialog.activateWindow()

    @Slot()
    def _on_location_changed(self) -> None:
        node = self._session.node
        self.dialog.set_node(node.name if node is not None and node.units else "")

    @Slot(str, str, str)
    def _on_train_requested(self, name: str, shows: str, others: str) -> None:
        location = self._session.location
        if location is None or location.node is None:
            return
        parameters = FacetParameters(name, (shows,), (others,))
        request = TrainFacet(Location(location.network, location.node), parameters)
        self._engine.submit(
            request, FACET, tr("Facet {name} at {node}").format(name=name, node=location.node), Priority.UNIT
        )

    @Slot(str, float)
    def _on_use_requested(self, name: str, weight: float) -> None:
        """Make the current unit's picture plain and by the facet, side by side."""
        row = (str(Channel()), str(Faceted(Channel(), name, weight)))
        self._feature.change(self._feature.changes, row)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == FACET and isinstance(result, Facet):
            self._engine.forget_results()  # what was made by an older facet of this name
            self.dialog.show_facet(result)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == FACET:
            self.dialog.fail(sentence)

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        if panel == FACET:
            self.dialog.fail(tr("Training was cancelled."))
