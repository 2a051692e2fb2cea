"""DeepDream of the layers: a small picture at every row of the layer tree that is in sight, on demand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.engine import Engine
from inspector.gui.models.tiles import NOT_MOVED, Array, hatched
from inspector.gui.panels.layers import LayersPanel
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.location import Location

if TYPE_CHECKING:
    from inspector.jobs.messages import NetworkCard
    from inspector.pictures.picture import Picture

DREAMS = "dreams"
_SIDE = 64


class DreamsController(QObject):
    """Joins the layer tree's thumbnails with the engine; one node after the other, behind all other work.

    Signals:
        explained: (`Feature`, the `LensRequest` that makes it) in answer to “How was this picture made?”.
    """

    explained = Signal(object, object)

    def __init__(self, session: Session, engine: Engine, layers: LayersPanel) -> None:
        super().__init__(layers)
        self._session, self._engine, self._layers = session, engine, layers
        self._wanted = False
        self._visible: tuple[str, ...] = ()
        self._made: dict[str, Feature | None] = {}
        self._under_way = ""
        layers.thumbnails_toggled.connect(self._on_thumbnails_toggled)
        layers.visible_nodes_changed.connect(self._on_visible_nodes_changed)
        layers.tree.explained.connect(self._on_explained)
        session.network_changed.connect(self._on_network_changed)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)

    @Slot(bool)
    def _on_thumbnails_toggled(self, wanted: bool) -> None:
        self._wanted = wanted
        if not wanted:
            self._engine.give_up(DREAMS)

    @Slot(tuple)
    def _on_visible_nodes_changed(self, names: tuple[str, ...]) -> None:
        self._visible = names
        if self._under_way not in names:
            self._engine.give_up(DREAMS)
        self._go_on()

    @Slot()
    def _on_network_changed(self) -> None:
        self._engine.give_up(DREAMS)
        self._made.clear()
        self._visible = ()

    def _go_on(self) -> None:
        card = self._session.network
        missing = [name for name in self._visible if name not in self._made]
        if card is None or not self._wanted or not missing or self._engine.waits(DREAMS):
            return
        self._under_way = missing[0]
        request = small_request(card, self._under_way, "layer")
        self._engine.submit(
            request,
            DREAMS,
            tr("DeepDream of {under_way}").format(under_way=self._under_way),
            Priority.FILLING,
        )

    def _take(self, feature: Feature | None, image: Array, note: str) -> None:
        self._made[self._under_way] = feature
        self._layers.set_thumbnail(self._under_way, image, note)
        self._go_on()

    @Slot(str, object)
    def _on_finished(self, panel: str, payload: object) -> None:
        if panel != DREAMS or not isinstance(payload, Feature):
            return
        moved = payload.moved[0]
        image, note = (payload.images[0], "") if moved else (hatched(_SIDE), tr(NOT_MOVED).capitalize())
        self._take(replace(payload, checkpoint=None) if moved else None, image, note)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == DREAMS:  # this layer stays without a picture and says why; the others go on
            self._take(None, hatched(_SIDE), sentence)

    @Slot(str)
    def _on_explained(self, name: str) -> None:
        card, feature = self._session.network, self._made.get(name)
        if card is not None and feature is not None:
            self.explained.emit(feature, _request(card.name, name, feature.parameters))

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        if panel == DREAMS:  # cancelled from the list of jobs
            self._layers.set_thumbnails_shown(False)


def small_request(
    card: NetworkCard, node: str, objective: str, pictures: tuple[Picture, ...] = ()
) -> LensRequest:
    """What makes a thumbnail of a node: a small picture of an objective, kept like any other."""
    size = min(_SIDE, *card.input_shape[1:])
    parameters = with_recipe("preview", objectives=(objective,), pictures=pictures, size=size)
    return _request(card.name, node, parameters)


def _request(network: str, node: str, parameters: FeatureParameters) -> LensRequest:
    return LensRequest("feature-visualization", Location(network, node), parameters)
