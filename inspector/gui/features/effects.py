"""Effects: what the units of a node do for classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector.gui.controllers.effects import EffectsController
from inspector.gui.translation import tr
from inspector.gui.views.effects import EffectsView

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 61


class EffectsFeature(QObject):
    """The page.

    Attributes:
        view: The page.
        controller: What fills it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.view = EffectsView()
        self.controller = EffectsController(window.session, window.engine, self.view)
        window.stage.add(tr("Effects"), self.view)


def install(window: MainWindow) -> EffectsFeature:
    """Put the page behind a tab of its own."""
    return EffectsFeature(window)
