"""Weights in context: the page of a unit's kernels, and the circuit that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector.gui.controllers.circuit import CircuitController
from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.controllers.weights import WeightsController
from inspector.gui.views.circuit import CircuitView
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
        window.evidence.add("Weights", self.view)
        window.stage.add("Circuit", self.circuit)


def install(window: MainWindow) -> WeightsFeature:
    """Put the views behind tabs of their own."""
    return WeightsFeature(window)
