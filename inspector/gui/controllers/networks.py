"""Opening networks: loads the engine, opens what is asked for, and hands the card to the session."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.engine import Engine
from inspector.gui.session import Session, check_location
from inspector.gui.translation import tr
from inspector.jobs.labelling import ChangeLabels
from inspector.jobs.messages import InputQuestion, NetworkCard, TrustQuestion
from inspector.jobs.queue import Priority
from inspector.jobs.requests import ChangePreprocessing, LoadEngine, OpenNetwork
from inspector.network.errors import AddressError
from inspector.network.location import Location

ENGINE, NETWORK = "engine", "network"
FALLBACK = "demo"


class NetworksController(QObject):
    """Joins opening and preprocessing with the session and the engine.

    Signals:
        opened: `NetworkCard`, after the session has it.
        failed: A sentence.
        trust_asked: `TrustQuestion`: opening needs code that nobody has allowed yet.
        size_asked: `InputQuestion`: the network needs an input of another size.
        waiting: What is being waited for ("Loading engine …"), "" when done.
    """

    opened = Signal(object)
    failed = Signal(str)
    trust_asked = Signal(object)
    size_asked = Signal(object)
    waiting = Signal(str)

    def __init__(self, session: Session, engine: Engine) -> None:
        super().__init__(engine)
        self._session, self._engine = session, engine
        self._address = self._spec = ""
        self.loading = LoadEngine()
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)

    @property
    def spec(self) -> str:
        """What was asked for last."""
        return self._spec

    def start(self, spec: str, address: str = "") -> None:
        """Load the engine, then open `spec` at `address`."""
        self._engine.submit(self.loading, ENGINE, tr("Loading engine"), Priority.ENGINE)
        self.open(spec, address)

    def open(self, spec: str, address: str = "") -> None:
        """Open a network; the one that is open stays until the new one is there."""
        self._address, self._spec = address, spec
        self._engine.submit(
            OpenNetwork(spec), NETWORK, tr("Opening {spec}").format(spec=spec), Priority.ENGINE
        )
        self._tell()

    def _tell(self) -> None:
        """Say what is being waited for, where there is nothing else to look at."""
        if self._session.network is None:
            loading = self._engine.waits(ENGINE)
            self.waiting.emit(tr("Loading engine …") if loading else tr("Opening network …"))

    def open_trusted(self, spec: str) -> None:
        """Open a network whose code the user has just allowed to run."""
        self._address, self._spec = "", spec
        self._engine.submit(
            OpenNetwork(spec, trust=True), NETWORK, tr("Opening {spec}").format(spec=spec), Priority.ENGINE
        )

    @Slot(dict)
    def change_preprocessing(self, values: dict[str, Any]) -> None:
        """Show pictures to the open network in another way."""
        card = self._session.network
        if card is None:
            return
        self._address = str(self._session.location)
        plain = tuple((key, _frozen(value)) for key, value in values.items())
        request = ChangePreprocessing(card.name, card.spec, plain)
        self._engine.submit(request, NETWORK, tr("Changing preprocessing"), Priority.ENGINE)

    @Slot(tuple)
    def change_labels(self, labels: tuple[str, ...]) -> None:
        """Name the open network's classes."""
        self._relabel(labels=labels)

    @Slot(str)
    def read_labels(self, file: str) -> None:
        """Name the open network's classes from a file."""
        self._relabel(file=file)

    def _relabel(self, **given: Any) -> None:
        card = self._session.network
        if card is not None:
            self._address = str(self._session.location)
            request = ChangeLabels(card.name, card.spec, **given)
            self._engine.submit(request, NETWORK, tr("Changing labels"), Priority.ENGINE)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == ENGINE:
            self._tell()
        elif panel == NETWORK and isinstance(result, NetworkCard):
            self._engine.forget_results()
            self._session.set_network(result, self._landing(result))
            self.waiting.emit("")
            self.opened.emit(result)
        elif panel == NETWORK and isinstance(result, TrustQuestion):
            self.waiting.emit("")
            if self._session.network is None:
                self.open(FALLBACK)  # something to look at while the question stands
            self.trust_asked.emit(result)
        elif panel == NETWORK and isinstance(result, InputQuestion):
            self.waiting.emit("")
            if self._session.network is None:
                self.open(FALLBACK)
            self.size_asked.emit(result)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel not in (ENGINE, NETWORK):
            return
        self.waiting.emit("")
        self.failed.emit(sentence)
        if panel == NETWORK and self._session.network is None and self._spec != FALLBACK:
            self.open(FALLBACK)

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        if panel in (ENGINE, NETWORK):
            self.waiting.emit("")

    def _landing(self, card: NetworkCard) -> Location:
        if self._address:
            try:
                location = Location.parse(self._address, network=card.name)
                check_location(card, location)
            except AddressError:
                pass
            else:
                return location
        return first_location(card)


def first_location(card: NetworkCard) -> Location:
    """Where to start: the first unit of a node in the middle of the depth, where branches join if any do.

    The middle is where features are worth a first look: edges come before it, whole classes behind.
    """
    with_units = [node for node in card.nodes.values() if node.units and not node.container]
    with_maps = [node for node in with_units if len(node.map_shape) == 2] or with_units
    joints = [node for node in with_maps if node.op in ("cat", "add")] or with_maps
    if not joints:
        return Location(card.name, next(iter(card.nodes), None))
    return Location(card.name, joints[len(joints) // 2].name, 0)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
