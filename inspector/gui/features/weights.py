"""Weights in context: the page of a unit's kernels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.controllers.weights import WeightsController
from inspector.gui.views.weights import WeightsView

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 40


class WeightsFeature(QObject):
    """The weights page with what brings its pictures.

    Attributes:
        pictures: Small pictures of units, for all views that show some.
        view: The page.
        controller: What fills it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.pictures = UnitPictures(window.session, window.engine, self)
        self.view = WeightsView(self.pictures.image)
        self.controller = WeightsController(window.session, window.engine, self.view, self.pictures)
        window.evidence.add("Weights", self.view)


def install(window: MainWindow) -> WeightsFeature:
    """Put the page behind a tab of its own."""
    return WeightsFeature(window)
