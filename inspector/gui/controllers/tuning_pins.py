"""Pinned units: those of the node looked at follow every measurement, the others keep their last curve."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Slot

from inspector.gui.controllers.tuning import TuningController
from inspector.gui.controllers.tuning_beside import TuningBeside
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.tuning import TuningView
from inspector.gui.views.tuning_pins import MOST_PINS, Pin, slim
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.units import of_unit
from inspector.network.location import Location


@dataclass(frozen=True)
class _Kept:
    """A pinned unit: where it is, whether in the network that is open, and its last curve."""

    location: Location
    own: bool
    tuning: Tuning

    @property
    def label(self) -> str:
        return str(self.location) if self.own else tr("{location} (before)").format(location=self.location)


class TuningPins(QObject):
    """Joins the pin menu with the session and the measurements."""

    def __init__(
        self, session: Session, view: TuningView, tuning: TuningController, beside: TuningBeside
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._tuning, self._beside = session, view, tuning, beside
        self._kept: list[_Kept] = []
        view.menus.pin_requested.connect(self.pin)
        view.menus.unpin_requested.connect(self.unpin)
        view.menus.network_requested.connect(beside.choose_network)
        view.menus.unit_requested.connect(beside.choose_unit)
        beside.changed.connect(self._show)
        tuning.measured_changed.connect(self._on_measured_changed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._show)

    @property
    def labels(self) -> list[str]:
        """What is pinned, units of networks that lie beside last."""
        card = self._session.network
        name = card.name if card is not None else ""
        # Where the network's name tells them apart, nothing more needs to be said.
        own = [kept.label if kept.location.network == name else str(kept.location) for kept in self._kept]
        return [*own, *self._beside.labels]

    @Slot()
    def pin(self) -> None:
        """Keep the current unit's curve."""
        shown = self._view.shown
        if shown is None or len(self.labels) >= MOST_PINS:
            return
        location = Location.parse(shown.location)
        self._kept = [kept for kept in self._kept if not (kept.own and kept.location == location)]
        self._kept.append(_Kept(location, True, slim(shown)))
        self._show()

    @Slot(int)
    def unpin(self, place: int) -> None:
        """Give up the curve at that place; -1 for all."""
        count = len(self._kept)
        self._kept = [kept for i, kept in enumerate(self._kept) if place not in (-1, i)]
        if place < 0 or place >= count:
            self._beside.remove(place - count if place >= 0 else -1)
        self._show()

    @Slot(object)
    def _on_measured_changed(self, measured: Tuning | None) -> None:
        if measured is None or not self._kept:
            return
        node = Location.parse(measured.location).node
        self._kept = [
            replace(kept, tuning=slim(of_unit(measured, kept.location.unit or 0)))
            if kept.own and kept.location.node == node
            else kept
            for kept in self._kept
        ]
        self._show()

    @Slot()
    def _on_network_changed(self) -> None:
        self._kept = [replace(kept, own=False) for kept in self._kept]

    @Slot()
    def _show(self) -> None:
        location = self._session.location
        labels = self.labels
        unit = str(location) if location is not None and location.unit is not None else ""
        current = {kept.location for kept in self._kept if kept.own}
        kept = zip(labels, self._kept, strict=False)
        # The current unit's curve is drawn anyway.
        pins = [Pin(text, one.tuning) for text, one in kept if not self._is_current(one)]
        self._view.set_pins([*pins, *self._beside.pins])
        self._view.menus.set_pins(labels, "" if location in current else unit, self._beside.networks)

    def _is_current(self, kept: _Kept) -> bool:
        return kept.own and kept.location == self._session.location
