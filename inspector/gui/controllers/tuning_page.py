"""All that belongs to the tuning view beside the measurement itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from inspector.gui.controllers.live import LiveController
from inspector.gui.controllers.tuning import TuningController
from inspector.gui.controllers.tuning_beside import TuningBeside
from inspector.gui.controllers.tuning_exports import TuningExports
from inspector.gui.controllers.tuning_families import TuningFamilies
from inspector.gui.controllers.tuning_indices import TuningIndices
from inspector.gui.controllers.tuning_pins import TuningPins
from inspector.gui.engine import Engine
from inspector.gui.panels.own_window import OwnWindow
from inspector.gui.panels.unit_grid import UnitsPanel
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.tuning import TuningView


class TuningPage(QObject):
    """Live stimuli, pinned units, indices in the unit grid, own families, exports, a window of its own.

    Attributes:
        live: The live page.
        beside: Units of a second network.
        pins: Pinned units.
        indices: Indices in the unit grid.
        families: Stimuli from files.
        exports: Files.
    """

    def __init__(
        self, session: Session, engine: Engine, view: TuningView, tuning: TuningController, units: UnitsPanel
    ) -> None:
        super().__init__(view)
        self._view = view
        self.live = LiveController(session, engine, view, tuning)
        self.beside = TuningBeside(session, engine, view, tuning)
        self.pins = TuningPins(session, view, tuning, self.beside)
        self.indices = TuningIndices(view, tuning, units)
        self.families = TuningFamilies(session, engine, view)
        self.exports = TuningExports(session, engine, view)
        self.live.shown.connect(units.set_live)
        view.menus.enlarge_requested.connect(self.enlarge)

    @Slot()
    def enlarge(self) -> None:
        """Show the view in a window of its own, or back in its place."""
        OwnWindow.of(self._view, tr("Tuning")).toggle()
