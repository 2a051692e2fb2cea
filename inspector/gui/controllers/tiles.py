"""The unit grid’s thumbnails: maps, feature visualizations, examples or kernels, as the lens says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from inspector.gui.controllers.example_tiles import ExampleTiles
from inspector.gui.controllers.filling import TILES, FillingController
from inspector.gui.engine import Engine
from inspector.gui.panels.unit_grid import UnitsPanel
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.activations import Activations
from inspector.lenses.kernels import Kernels, KernelsParameters
from inspector.network.location import Location


class TilesController(QObject):
    """Joins the unit grid with the session and the engine.

    Attributes:
        filling: What makes the feature visualizations.
        examples: What brings the dataset examples.
    """

    def __init__(self, session: Session, engine: Engine, panel: UnitsPanel) -> None:
        super().__init__(panel)
        self._session, self._engine, self._panel = session, engine, panel
        self._node: str | None = None
        self._activations: Activations | None = None
        self.filling = FillingController(session, engine, panel)
        panel.unit_chosen.connect(session.go_to_unit)
        panel.lens_chosen.connect(session.set_tile_lens)
        engine.finished.connect(self._on_finished)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        session.lens_changed.connect(self._on_lens_changed)
        self.examples = ExampleTiles(session, engine, panel)

    @Slot(object)
    def set_activations(self, result: Activations | None) -> None:
        """Show a picture's activations on the tiles (the values always, the maps where they are the lens)."""
        self._activations = result
        self._show_activations()

    def _show_activations(self) -> None:
        # An answer from the cache may be here before the panel has heard of the node.
        result = self._activations
        fits = result is not None and result.node == self._node
        self._panel.set_values(result.peaks if fits and result else None)
        self._panel.set_maps(result.maps if fits and result else None)

    @Slot(str, object)
    def _on_finished(self, panel: str, payload: object) -> None:
        if panel == TILES and isinstance(payload, Kernels):
            self._panel.set_kernels(payload.kernels)

    @Slot()
    def _on_network_changed(self) -> None:
        self.filling.forget()
        self._node = self._activations = None

    @Slot()
    def _on_location_changed(self) -> None:
        node, location = self._session.node, self._session.location
        name = node.name if node else None
        if name != self._node:
            self._node = name
            self.filling.leave()
            self._panel.set_node(node)
            self._show_activations()
            self._on_lens_changed()
        self._panel.select(location.unit if location else None)

    @Slot()
    def _on_lens_changed(self) -> None:
        self.filling.stop()
        self.examples.stop()
        self._engine.give_up(TILES)
        card, node = self._session.network, self._session.node
        has_kernels = card is not None and node is not None and node.name in card.kernels
        self._panel.set_kernels_available(has_kernels)
        wanted = self._session.tile_lens
        lens = wanted if has_kernels or wanted != "weights" else "activations"
        if card is not None and node is not None:
            if lens == "weights":
                request = LensRequest("kernels", Location(card.name, node.name), KernelsParameters())
                self._engine.submit(
                    request, TILES, tr("Kernels of {name}").format(name=node.name), Priority.PICTURE
                )
            elif lens == "feature-visualization" and node.units:
                self.filling.start(node)
            elif lens == "examples" and node.units:
                self.examples.start(node)
        self._panel.set_lens(lens)
