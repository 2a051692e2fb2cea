"""The unit grid's thumbnails: activation maps, feature visualizations or kernels, as the lens says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from inspector.gui.engine import Engine
from inspector.gui.panels.unit_grid import UnitsPanel
from inspector.gui.session import Session
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.activations import Activations
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.kernels import Kernels, KernelsParameters
from inspector.network.location import Location

TILES = "tiles"
# Small and quick: a tile is about 100 px and a grid has hundreds; batches of eight were fastest (STYLE F).
_BATCH = 8
_STEPS = 48


class TilesController(QObject):
    """Joins the unit grid with the session and the engine."""

    def __init__(self, session: Session, engine: Engine, panel: UnitsPanel) -> None:
        super().__init__(panel)
        self._session, self._engine, self._panel = session, engine, panel
        self._visible: tuple[int, ...] = ()
        self._made: dict[tuple[str, int], object] = {}
        self._batch: tuple[int, ...] = ()
        self._node: str | None = None
        panel.unit_chosen.connect(session.go_to_unit)
        panel.lens_chosen.connect(session.set_tile_lens)
        panel.visible_units_changed.connect(self._on_visible_units_changed)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        session.lens_changed.connect(self._on_lens_changed)

    @Slot(object)
    def set_activations(self, result: Activations | None) -> None:
        """Show a picture's activations on the tiles (the values always, the maps where they are the lens)."""
        fits = (
            result is not None and self._session.node is not None and result.node == self._session.node.name
        )
        self._panel.set_values(result.peaks if fits and result else None)
        self._panel.set_maps(result.maps if fits and result else None)

    @Slot(object)
    def _on_visible_units_changed(self, units: tuple[int, ...]) -> None:
        self._visible = units
        self._fill()

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel != TILES:
            return
        if isinstance(payload, Feature):
            self._take(payload)
        elif isinstance(payload, Kernels):
            self._panel.set_kernels(payload.kernels)

    def _take(self, feature: Feature) -> None:
        for unit, image in zip(self._batch, feature.images, strict=True):
            self._panel.set_image(unit, image)
            if feature.complete and self._node is not None:
                self._made[self._node, unit] = image
        if feature.complete:
            self._fill()

    @Slot()
    def _on_network_changed(self) -> None:
        self._made.clear()
        self._node = None

    @Slot()
    def _on_location_changed(self) -> None:
        node, location = self._session.node, self._session.location
        name = node.name if node else None
        if name != self._node:
            self._node, self._visible = name, ()
            self._engine.give_up(TILES)
            self._panel.set_node(node)
            self._on_lens_changed()
        self._panel.select(location.unit if location else None)

    @Slot()
    def _on_lens_changed(self) -> None:
        self._engine.give_up(TILES)
        card, node = self._session.network, self._session.node
        has_kernels = card is not None and node is not None and node.name in card.kernels
        self._panel.set_kernels_available(has_kernels)
        lens = (
            self._session.tile_lens if has_kernels or self._session.tile_lens != "weights" else "activations"
        )
        self._panel.set_lens(lens)
        if card is None or node is None:
            return
        if lens == "weights":
            request = LensRequest("kernels", Location(card.name, node.name), KernelsParameters())
            self._engine.submit(request, TILES, f"Kernels of {node.name}", Priority.PICTURE)
        elif lens == "feature-visualization":
            for (name, unit), image in self._made.items():
                if name == node.name:
                    self._panel.set_image(unit, image)
            self._fill()

    def _fill(self) -> None:
        card, node = self._session.network, self._session.node
        wanted = self._session.tile_lens == "feature-visualization"
        if card is None or node is None or not wanted or self._engine.waits(TILES):
            return
        missing = [
            unit for unit in self._visible if unit < node.units and (node.name, unit) not in self._made
        ]
        if not missing:
            return
        self._batch = tuple(missing[:_BATCH])
        parameters = FeatureParameters(units=self._batch, steps=_STEPS, size=_tile_size(card.input_shape))
        place = Location(card.name, node.name, self._batch[0])
        self._engine.submit(
            LensRequest("feature-visualization", place, parameters, keep=False),
            TILES,
            f"Tiles of {node.name}: units {self._batch[0]} to {self._batch[-1]}",
            Priority.VISIBLE,
        )


def _tile_size(input_shape: tuple[int, int, int]) -> int:
    return min(96, *input_shape[1:])
