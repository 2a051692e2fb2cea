"""The indices of the last measurement of a node, in the unit grid: to sort by and to search."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from inspector.gui.controllers.tuning import TuningController
from inspector.gui.panels.unit_grid import UnitsPanel
from inspector.gui.views.tuning import TuningView
from inspector.lenses.tuning import Tuning


class TuningIndices(QObject):
    """Joins the measurements with the unit grid, and the grid's order with the small multiples."""

    def __init__(self, view: TuningView, tuning: TuningController, units: UnitsPanel) -> None:
        super().__init__(view)
        self._view, self._units = view, units
        tuning.measured_changed.connect(self._on_measured_changed)
        for signal in (units.model.layoutChanged, units.model.modelReset):
            signal.connect(self._on_order_changed)

    @Slot(object)
    def _on_measured_changed(self, measured: Tuning | None) -> None:
        """A measurement that is under way takes the old indices' place only when it is finished."""
        if measured is not None:
            self._units.set_indices(measured.table)

    @Slot()
    def _on_order_changed(self) -> None:
        model = self._units.model
        plain = len(model.shown_units) == model.units and model.is_by_number
        units = None if plain else model.shown_units
        self._view.units.set_units(units)
        self._view.table.set_units(units)
