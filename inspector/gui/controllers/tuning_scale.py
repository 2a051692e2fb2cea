"""The scale of a node's units: their spread over the pictures in the strip, scanned when it is wanted."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.examples import ExamplesParameters, NodeExamples
from inspector.lenses.tuning import UnitScale
from inspector.network.location import Location

SCALE = "tuning-scale"
_Key = tuple[tuple[str, ...], tuple[str, ...]]


class TuningScale(QObject):
    """Scans the strip's pictures for the nodes that a tuning reads.

    Signals:
        changed: A scale that was wanted is known.
    """

    changed = Signal()

    def __init__(self, session: Session, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._engine = session, engine
        self._known: dict[_Key, UnitScale] = {}
        self._wanted: _Key | None = None
        engine.finished.connect(self._on_finished)
        session.network_changed.connect(self._known.clear)

    @property
    def pictures(self) -> int:
        """How many pictures can be scanned: those that are files."""
        return len(self._paths())

    def of(self, place: Location | None, before: bool) -> UnitScale | None:
        """The scale for a location's node, read before its nonlinearity or not; None where not scanned."""
        return self._known.get(self._key(place, before)) if place is not None else None

    def want(self, place: Location, before: bool) -> None:
        """Scan the pictures for a location's node."""
        key = self._key(place, before)
        if key == self._wanted and self._engine.waits(SCALE):
            return
        self._wanted = key
        nodes, pictures = key
        parameters = ExamplesParameters(pictures=pictures, nodes=nodes, top=1)
        title = f"Spread of {place.network}/{place.node} over {len(pictures):,} pictures"
        location = Location(place.network, nodes[0])
        self._engine.submit(LensRequest("examples", location, parameters), SCALE, title, Priority.UNIT)

    def _key(self, place: Location, before: bool) -> _Key:
        # Loads torch, which whoever has a network open has loaded.
        from inspector.lenses.tuning.nonlinearity import nodes_before

        card, node = self._session.network, place.node or ""
        read = nodes_before(card.nodes, node) if before and card is not None else ()
        return read or (node,), self._paths()

    def _paths(self) -> tuple[str, ...]:
        return tuple(str(p.path) for p in self._session.pictures.values() if p.path is not None)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel != SCALE or self._wanted is None or not isinstance(result, Mapping):
            return
        found: list[NodeExamples] = [result[node] for node in self._wanted[0]]
        self._known[self._wanted] = UnitScale(
            means=np.concatenate([node.mean for node in found]).astype(np.float32),
            deviations=np.sqrt(np.concatenate([node.variance for node in found])).astype(np.float32),
            source=f"{len(found[0].pictures):,} pictures",
        )
        self.changed.emit()
