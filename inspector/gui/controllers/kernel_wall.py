"""The kernel wall of the current node, built when someone looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import plural, tr
from inspector.gui.views.kernel_wall import KernelWallView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.kernel_wall import KernelWall, WallParameters
from inspector.network.location import Location

PANEL = "kernel-wall"
_REST_MS = 60


class KernelWallController(QObject):
    """Joins the wall with the session and the engine."""

    def __init__(self, session: Session, engine: Engine, view: KernelWallView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self._node = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.ask)
        view.seen.connect(self.ask)
        view.unit_chosen.connect(session.go_to_unit)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._rest.start)

    @Slot()
    def ask(self) -> None:
        """Build the wall of the current node, where it is not the one shown."""
        card, node = self._session.network, self._session.node
        if not self._view.isVisible() or card is None or node is None or node.name == self._node:
            return
        self._node = node.name
        self._view.say(
            tr("Reducing the kernels"),
            plural("{units:,} unit of {name}", "{units:,} units of {name}", node.units).format(
                units=node.units, name=node.name
            ),
        )
        request = LensRequest("kernel-wall", Location(card.name, node.name), WallParameters())
        self._engine.submit(request, PANEL, tr("Kernel wall of {name}").format(name=node.name), Priority.UNIT)

    @Slot()
    def _on_network_changed(self) -> None:
        self._node = ""
        self._engine.give_up(PANEL)
        self._view.say("")

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == PANEL and isinstance(result, KernelWall):
            self._view.show_wall(result)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == PANEL:
            self._view.say(tr("No wall"), sentence)
