"""Units of a second network beside the current one: opened, chosen, and shown whatever is measured here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.controllers.networks import first_location
from inspector.gui.controllers.tuning import TuningController
from inspector.gui.controllers.weights_files import WeightsFilesController
from inspector.gui.dialogs.beside import BesideUnitDialog
from inspector.gui.dialogs.open_network import OpenNetworkDialog
from inspector.gui.engine import Engine
from inspector.gui.models.catalogue import CatalogueRow
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.tuning import TuningView
from inspector.gui.views.tuning_pins import Pin, slim
from inspector.jobs.beside import OpenBeside, TakeAway, TuneBeside
from inspector.jobs.catalogue import ListNetworks
from inspector.jobs.messages import NetworkCard
from inspector.jobs.queue import Priority
from inspector.lenses.tuning import Tuning
from inspector.network.location import Location

FEWEST_PICTURES = 2  # one picture has no spread to tell σ by
OPENING, CATALOGUE, CLOSING, MEASURING = "beside-open", "beside-list", "beside-close", "tuning-beside:"


@dataclass(frozen=True)
class _Wanted:
    """A unit, what it was last asked for, and its last curve."""

    location: Location
    asked: TuneBeside | None = None
    tuning: Tuning | None = None

    @property
    def is_raw(self) -> bool:
        """Whether its σ was asked for, and neither a scan nor pictures tell it."""
        asked, tuning = self.asked, self.tuning
        return asked is not None and asked.sigma and tuning is not None and tuning.measured == "raw"


class TuningBeside(QObject):
    """Joins the pins of other networks with the measurements of the one in front.

    Attributes:
        dialog: The list of networks; None until it was asked for.
        unit_dialog: The last question for a unit.

    Signals:
        changed: Another unit, or more of a curve.
    """

    changed = Signal()

    def __init__(self, session: Session, engine: Engine, view: TuningView, tuning: TuningController) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._tuning = session, engine, view, tuning
        self._cards: dict[str, NetworkCard] = {}
        self._wanted: list[_Wanted] = []
        self.dialog: OpenNetworkDialog | None = None
        self.unit_dialog: BesideUnitDialog | None = None
        tuning.measured_changed.connect(self._on_measured_changed)
        session.network_changed.connect(self._on_network_changed)
        session.pictures_changed.connect(self._on_pictures_changed)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.failed.connect(self._on_failed)

    @property
    def networks(self) -> tuple[str, ...]:
        """Names of the networks that lie beside."""
        return tuple(self._cards)

    @property
    def labels(self) -> list[str]:
        """Addresses of the pinned units."""
        return [str(wanted.location) for wanted in self._wanted]

    @property
    def pins(self) -> list[Pin]:
        """Those of which something is measured."""
        return [
            Pin(str(wanted.location), wanted.tuning, unscaled=wanted.is_raw)
            for wanted in self._wanted
            if wanted.tuning is not None
        ]

    @Slot()
    def choose_network(self) -> None:
        """Let a network be chosen from the list."""
        if self.dialog is None:
            self.dialog = OpenNetworkDialog(self._view.window())
            self.dialog.setWindowTitle(tr("Open a network beside this one"))
            self.dialog.spec_chosen.connect(self.open)
            WeightsFilesController(self.dialog, self._engine)
        self.dialog.set_error("")
        self._engine.submit(ListNetworks(), CATALOGUE, tr("Reading the catalogue"), Priority.ENGINE)
        self.dialog.open()

    @Slot(str)
    def open(self, spec: str) -> None:
        """Open a network beside the one in front, then ask for its unit."""
        self._engine.submit(
            OpenBeside(spec), OPENING, tr("Opening {spec}").format(spec=spec), Priority.ENGINE
        )

    def adopt(self, card: NetworkCard) -> None:
        """Let units be chosen of a network that somebody else has opened beside this one."""
        self._cards[card.name] = card
        self.changed.emit()

    @Slot(str)
    def choose_unit(self, network: str) -> None:
        """Let a unit of a network that lies beside be chosen: first where the current unit is, if there."""
        card = self._cards[network]
        self.unit_dialog = BesideUnitDialog(card, self._alike(card), self._view.window())
        self.unit_dialog.chosen.connect(self.add)
        self.unit_dialog.open()

    def _alike(self, card: NetworkCard) -> Location:
        here = self._session.location
        if here is not None and here.node in card.nodes and (here.unit or 0) < card.nodes[here.node].units:
            return Location(card.name, here.node, here.unit)
        return first_location(card)

    @Slot(object)
    def add(self, location: Location) -> None:
        """Keep a unit of a network that lies beside, and measure it as the current one was."""
        if location not in [wanted.location for wanted in self._wanted]:
            self._wanted.append(_Wanted(location))
            self._measure()
            self.changed.emit()

    def remove(self, place: int) -> None:
        """Give up the unit at that place, -1 for all, and networks of which none is left."""
        gone = [w for i, w in enumerate(self._wanted) if place in (-1, i)]
        self._wanted = [wanted for wanted in self._wanted if wanted not in gone]
        for wanted in gone:
            self._engine.give_up(_panel(wanted.location))
        left = {wanted.location.network for wanted in self._wanted}
        idle = tuple(name for name in {w.location.network for w in gone} if name not in left)
        if idle:
            self._cards = {name: card for name, card in self._cards.items() if name not in idle}
            self._engine.submit(
                TakeAway(idle), CLOSING, tr("Closing {idle}").format(idle=", ".join(idle)), Priority.UNIT
            )
        self.changed.emit()

    def _measure(self) -> None:
        """Ask for what the current measurement asked for, where that has not been done."""
        card, parameters = self._session.network, self._tuning.parameters
        if card is None or parameters is None:
            return
        size = (card.input_shape[1], card.input_shape[2])
        paths = self._tuning.paths
        sigma = parameters.scale is not None
        pictures = paths if sigma and len(paths) >= FEWEST_PICTURES else ()
        for place, wanted in enumerate(self._wanted):
            request = TuneBeside(wanted.location, replace(parameters, scale=None), size, sigma, pictures)
            if request != wanted.asked:
                self._wanted[place] = replace(wanted, asked=request)
                title = tr("Tuning of {location} to {family}").format(
                    location=wanted.location, family=parameters.family
                )
                self._engine.submit(request, _panel(wanted.location), title, Priority.UNIT)

    @Slot(object)
    def _on_measured_changed(self, measured: Tuning | None) -> None:
        if measured is not None:
            self._measure()

    @Slot()
    def _on_pictures_changed(self) -> None:
        """Pictures that tell a σ may have come for units that had none."""
        if any(wanted.is_raw for wanted in self._wanted):
            self._measure()

    @Slot()
    def _on_network_changed(self) -> None:
        """A network of the same name in front takes the place of the one beside."""
        card = self._session.network
        if card is not None and card.name in self._cards:
            del self._cards[card.name]
            self._wanted = [wanted for wanted in self._wanted if wanted.location.network != card.name]
            self.changed.emit()

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: Any) -> None:
        if panel == CATALOGUE and self.dialog is not None:
            self.dialog.set_entries([CatalogueRow(*entry) for entry in payload])
        elif panel == OPENING and isinstance(payload, NetworkCard):
            self._cards[payload.name] = payload
            if self.dialog is not None:
                self.dialog.accept()
            self.changed.emit()
            self.choose_unit(payload.name)
        elif panel.startswith(MEASURING) and isinstance(payload, Tuning):
            for place, wanted in enumerate(self._wanted):
                if panel == _panel(wanted.location):
                    self._wanted[place] = replace(wanted, tuning=slim(payload))
            self.changed.emit()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == OPENING and self.dialog is not None:
            self.dialog.set_error(sentence)


def _panel(location: Location) -> str:
    return f"{MEASURING}{location}"
