"""Family against family: two groups of units read from the fields, their kernels from the lens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.controllers.weights import upstream
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.families import FamiliesView, group_of
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.family_weights import FamilyParameters, FamilyWeights
from inspector.network.location import Location

PANEL = "family-weights"
_FAMILY = "grating"


class FamiliesController(QObject):
    """Joins the matrix with the session and the engine."""

    def __init__(self, session: Session, engine: Engine, view: FamiliesView, pictures: UnitPictures) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._pictures = session, engine, view, pictures
        self._node = ""
        view.seen.connect(self._follow)
        view.seen.connect(self._want)
        view.asked.connect(self.ask)
        view.changed.connect(self._want)
        view.walked.connect(self._on_walked)
        view.hidden.connect(self._want)
        pictures.changed.connect(view.matrix.update)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._follow)

    @Slot()
    def ask(self) -> None:
        """Ask for the kernels between the groups that are entered."""
        card, location, view = self._session.network, self._session.location, self._view
        if card is None or location is None or not self._node or not view.source.currentText():
            return
        try:
            units = group_of(view.units.text(), view.units.groups())
            sources = group_of(view.sources.text(), view.sources.groups())
        except ValueError as error:
            view.say(tr("The groups do not read"), str(error))
            return
        if not units:
            view.say(
                tr("No units named"), tr("Name units of this node, as in 0, 3, 5-8, or one of its groups.")
            )
            return
        tuning = _FAMILY if view.tuned.isChecked() else ""
        parameters = FamilyParameters(units, view.source.currentText(), sources, tuning=tuning)
        request = LensRequest("family-weights", Location(card.name, self._node), parameters)
        self._engine.submit(
            request,
            PANEL,
            tr("{node} made of {source}").format(node=self._node, source=parameters.source),
            Priority.UNIT,
        )

    @Slot()
    def _follow(self) -> None:
        """Another node: other nodes lead to it."""
        card, node, view = self._session.network, self._session.node, self._view
        if not view.isVisible() or card is None or node is None or node.name == self._node:
            return
        self._node = node.name
        self._engine.give_up(PANEL)
        unit = self._session.location.unit if self._session.location is not None else None
        first = unit or 0
        view.units.setText(f"{first}-{min(first + 7, node.units - 1)}" if node.units else "")
        view.sources.clear()
        sources = upstream(card.nodes, node.name)
        view.set_sources(sources)
        view.source.setCurrentText(behind_weights(card.nodes, node.name, sources))
        if sources and node.units:
            self.ask()
        else:
            view.say(tr("Nothing before it"), tr("{name} reads the picture itself.").format(name=node.name))

    @Slot()
    def _on_network_changed(self) -> None:
        self._node = ""
        self._engine.give_up(PANEL)
        self._view.say("")

    @Slot()
    def _want(self) -> None:
        self._pictures.want("families", self._view.matrix.ends() if self._view.isVisible() else ())

    @Slot(str, int)
    def _on_walked(self, node: str, unit: int) -> None:
        card = self._session.network
        if card is not None:
            self._session.go(Location(card.name, node, unit))

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == PANEL and isinstance(result, FamilyWeights):
            self._view.show_weights(result)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == PANEL:
            self._view.say(tr("No matrix"), sentence)


def behind_weights(nodes: object, name: str, sources: list[str]) -> str:
    """The nearest node with weights between it and `name`: a matrix of the identity says nothing."""
    for near in (name, *sources):
        if nodes[near].op.startswith(("Conv", "Linear")):
            return next((each for each in sources if each in nodes[near].inputs), sources[0])
    return sources[0] if sources else ""
