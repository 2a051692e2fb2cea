"""Weights in context: the page of a unit's kernels, the circuit that leads to it, the wall of a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector.gui.controllers.circuit import CircuitController
from inspector.gui.controllers.families import FamiliesController
from inspector.gui.controllers.kernel_wall import KernelWallController
from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.controllers.weights import WeightsController
from inspector.gui.translation import tr
from inspector.gui.views.circuit import CircuitView
from inspector.gui.views.families import FamiliesView
from inspector.gui.views.kernel_wall import KernelWallView
from inspector.gui.views.weights import WeightsView

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 40


class WeightsFeature(QObject):
    """The weights page and the circuit with what brings their pictures.

    Attributes:
        pictures: Small pictures of units, for all views that show some.
        view: The page of kernels.
        controller: What fills it.
        circuit: The circuit.
        circuits: What grows and keeps it.
        wall: The wall of a node's kernels.
        walls: What builds it.
        families: The kernels between two groups.
        matrices: What asks for them.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        session, engine = window.session, window.engine
        self.pictures = UnitPictures(session, engine, self)
        self.view = WeightsView(self.pictures.image)
        self.controller = WeightsController(session, engine, self.view, self.pictures)
        self.circuit = CircuitView(self.pictures.image)
        self.circuits = CircuitController(session, engine, self.circuit, self.pictures)
        self.circuits.told.connect(window.status.setText)
        self.wall = KernelWallView()
        self.walls = KernelWallController(session, engine, self.wall)
        self.families = FamiliesView(self.pictures.image)
        self.matrices = FamiliesController(session, engine, self.families, self.pictures)
        self._window = window
        session.network_changed.connect(self._on_network_changed)
        window.evidence.add(tr("Weights"), self.view)
        window.stage.add(tr("Circuit"), self.circuit)
        window.stage.add(tr("Kernels"), self.wall)
        window.stage.add(tr("Families"), self.families)

    @Slot()
    def _on_network_changed(self) -> None:
        """Of a network that reads no pictures there are weights to look at, where others are tuned."""
        card = self._window.session.network
        if card is not None and not card.sees:
            self._window.evidence.bring(self.view)


def install(window: MainWindow) -> WeightsFeature:
    """Put the views behind tabs of their own."""
    return WeightsFeature(window)
