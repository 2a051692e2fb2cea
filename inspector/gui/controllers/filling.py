"""Filling: visualizations of all units of a node, those in sight first, the rest in the background."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inspector.batch.address import NetworkAddress
from inspector.batch.picture_pieces import unit_pieces
from inspector.batch.visualizing import VisualizePiece
from inspector.batch.wish import AtlasWish
from inspector.gui.engine import Engine
from inspector.gui.models.lru import ByteLru
from inspector.gui.panels.unit_grid import UnitsPanel
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.feature_visualization import Feature
from inspector.lenses.feature_visualization.pace import Pace
from inspector.network.location import Location
from inspector.workspace.features import split

if TYPE_CHECKING:
    from inspector.network.graph import Node

TILES, FILLING = "tiles", "filling"
_PANELS = {TILES: Priority.VISIBLE, FILLING: Priority.FILLING}
# What is more urgent waits for one step of the batch at most: that must not be felt.
_LONGEST_STEP = 0.12
_MEMORY_BYTES = 256 << 20


class FillingController(QObject):
    """Fills the unit grid's tiles and remembers what was made, over walks from node to node.

    What leaves the memory is found again among the kept findings, and never computed twice.

    Signals:
        explained: (`Feature` of one unit, the `LensRequest` that makes it) in answer to “How was this made?”.
    """

    explained = Signal(object, object)

    def __init__(self, session: Session, engine: Engine, panel: UnitsPanel) -> None:
        super().__init__(panel)
        self._session, self._engine, self._panel = session, engine, panel
        self._node: Node | None = None
        self._pieces: tuple[VisualizePiece, ...] = ()
        self._visible: tuple[int, ...] = ()
        self._made: dict[str, set[int]] = {}
        self._tiles: ByteLru[tuple[str, int], Feature] = ByteLru(_MEMORY_BYTES)
        self._in_flight: dict[str, tuple[int, ...]] = {}
        self._pace = Pace(_LONGEST_STEP)
        self._paused = False
        self._note = ""
        engine.arrived.connect(self._on_arrived)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)
        panel.visible_units_changed.connect(self._on_visible_units_changed)
        panel.view.explained.connect(self._on_explained)
        panel.filling_paused.connect(self.set_paused)

    def forget(self) -> None:
        """The network is another."""
        self.leave()
        self._made.clear()
        self._tiles.clear()
        self._pace = Pace(_LONGEST_STEP)

    def start(self, node: Node) -> None:
        """Show what is there of a node and make the rest."""
        self.stop()
        self._node, self._note = node, ""
        self._pieces = self._pieces_of(node)
        for unit in self._done():
            tile = self._tiles.get((node.name, unit))
            if tile is not None:
                self._panel.set_tile(unit, tile.images[0], tile.moved[0])
        self._go_on()

    def leave(self) -> None:
        """Leave the node: what is in sight of the next one is not known yet."""
        self.stop()
        self._visible = ()

    def stop(self) -> None:
        """Stop filling; what was made stays."""
        self._node = None
        self._give_up()
        self._panel.set_filling(0, 0)

    def _give_up(self) -> None:
        self._in_flight.clear()
        for panel in _PANELS:
            self._engine.give_up(panel)

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        """Leave the filling standing, or let it go on."""
        self._paused, self._note = paused, ""
        for panel in _PANELS:
            (self._engine.pause_panel if paused else self._engine.resume_panel)(panel)
        self._go_on()

    def _done(self) -> set[int]:
        return self._made.setdefault(self._node.name, set()) if self._node is not None else set()

    def _go_on(self) -> None:
        """Keep both panels busy: what is in sight, and behind it the rest."""
        if self._node is not None and self._visible and not self._paused and not self._note:
            self._submit(TILES, [unit for unit in self._visible if not self._is_shown(unit)])
            self._submit(FILLING, self._rest())
        self._say()

    def _submit(self, panel: str, units: list[int]) -> None:
        flying = {unit for batch in self._in_flight.values() for unit in batch}
        batch = tuple([unit for unit in units if unit not in flying][: self._pace.size])
        card, node = self._session.network, self._node
        if card is None or node is None or not batch or self._engine.waits(panel):
            return
        self._in_flight[panel] = batch
        request = replace(self._pieces[0], units=batch).request()
        title = tr("Filling {name}: {count} from unit {first} on").format(
            name=node.name, count=len(batch), first=batch[0]
        )
        self._engine.submit(request, panel, title, _PANELS[panel])

    def _is_shown(self, unit: int) -> bool:
        node = self._node
        return node is None or unit >= node.units or self._tiles.get((node.name, unit)) is not None

    def _pieces_of(self, node: Node) -> tuple[VisualizePiece, ...]:
        """What a batch would do of the node: both make the same pictures, and find each other's."""
        card = self._session.network
        if card is None:
            return ()
        wish = AtlasWish(objectives=("channel",))
        address = NetworkAddress(card.spec, card.name, "", json.dumps(dict(card.preprocessing)))
        return tuple(unit_pieces(wish, address, node, wish.settings_for(card.input_shape)))

    def _rest(self) -> list[int]:
        """What is neither made nor in sight of the first piece with any, from where one looks onwards."""
        flying = {unit for batch in self._in_flight.values() for unit in batch}
        gone = self._done() | set(self._visible) | flying
        first = max(self._visible, default=0)
        here = next((i for i, piece in enumerate(self._pieces) if first in piece.units), 0)
        for piece in (*self._pieces[here:], *self._pieces[:here]):
            left = [unit for unit in piece.units if unit not in gone]
            if left:
                return left
        return []

    def _say(self) -> None:
        if self._node is not None:
            self._panel.set_filling(len(self._done()), self._node.units, paused=self._paused, note=self._note)

    @Slot(object)
    def _on_visible_units_changed(self, units: tuple[int, ...]) -> None:
        self._visible = units
        self._go_on()

    @Slot(str, object)
    def _on_arrived(self, panel: str, payload: object) -> None:
        if panel in _PANELS and isinstance(payload, Feature):
            self._take(panel, payload)

    @Slot(str, object)
    def _on_finished(self, panel: str, payload: object) -> None:
        if panel in _PANELS and isinstance(payload, Feature):
            self._take(panel, payload)
            units = self._in_flight.pop(panel, ())
            self._pace.measured(len(units), payload.seconds / payload.steps)
            self._go_on()

    def _take(self, panel: str, made: Feature) -> None:
        node, units = self._node, self._in_flight.get(panel, ())
        if node is None or len(units) != len(made.images):
            return
        for unit, tile in zip(units, split(made, len(units)), strict=True):
            self._panel.set_tile(unit, tile.images[0], tile.moved[0])
            if made.complete:
                self._done().add(unit)
                self._tiles.put((node.name, unit), replace(tile, checkpoint=None), tile.images.nbytes)

    @Slot(int)
    def _on_explained(self, unit: int) -> None:
        card, node = self._session.network, self._node
        tile = self._tiles.get((node.name, unit)) if node is not None else None
        if card is not None and node is not None and tile is not None:
            parameters = replace(tile.parameters, units=())
            place = Location(card.name, node.name, unit)
            self.explained.emit(tile, LensRequest("feature-visualization", place, parameters))

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel in _PANELS and self._node is not None:
            self._in_flight.pop(panel, None)
            self._note = sentence
            self._say()

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        # Cancelled from the list of jobs: nothing of it is taken up again by itself.
        if panel in _PANELS and self._node is not None:
            self._give_up()
            self.set_paused(True)
