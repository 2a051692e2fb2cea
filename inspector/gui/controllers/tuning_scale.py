"""The scale of a node's units: their spread over a scanned set, else over the pictures in the strip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import plural, tr
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.jobs.scans_shown import ShowScale
from inspector.lenses.examples import ExamplesParameters, NodeExamples, ScanSummary
from inspector.lenses.tuning import UnitScale
from inspector.network.location import Location

SCALE = "tuning-scale"


@dataclass(frozen=True)
class _Wish:
    """What a scale is wanted of: nodes, one behind the other, over a scan ("" for none) or else pictures."""

    nodes: tuple[str, ...]
    scan: str
    pictures: tuple[str, ...] = ()


class TuningScale(QObject):
    """Reads the scale from a scan of the nodes that a tuning reads, or scans the strip's pictures for them.

    Signals:
        changed: A scale that was wanted is known, or may be another one now.
    """

    changed = Signal()

    def __init__(self, session: Session, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._engine = session, engine
        self._known: dict[_Wish, UnitScale] = {}
        self._wanted: _Wish | None = None
        self._silent: set[str] = set()
        engine.finished.connect(self._on_finished)
        session.network_changed.connect(self._known.clear)
        session.shelf_changed.connect(self.changed)

    @property
    def pictures(self) -> int:
        """How many pictures can be scanned: those that are files."""
        return len(self.paths)

    @property
    def paths(self) -> tuple[str, ...]:
        """Their files."""
        return tuple(str(p.path) for p in self._session.pictures.values() if p.path is not None)

    def scan(self, place: Location | None, before: bool) -> ScanSummary | None:
        """The scan that tells the scale for a location's node, or None: then pictures are needed."""
        key = self._wish(place, before).scan if place is not None else ""
        shelf = self._session.shelf
        return next((scan for scan in (shelf.scans if shelf else ()) if scan.key == key), None)

    def can_be_told(self, place: Location, before: bool) -> bool:
        """Whether there is a scan that tells the scale, or pictures enough to scan: two are the least."""
        return self.scan(place, before) is not None or self.pictures > 1

    def of(self, place: Location | None, before: bool) -> UnitScale | None:
        """The scale for a location's node, read before its nonlinearity or not; None where not scanned."""
        return self._known.get(self._wish(place, before)) if place is not None else None

    def want(self, place: Location, before: bool) -> None:
        """Find out the scale for a location's node."""
        wish = self._wish(place, before)
        if wish == self._wanted and self._engine.waits(SCALE):
            return
        self._wanted = wish
        if wish.scan:
            title = tr("Spread of {network}/{node}").format(network=place.network, node=place.node)
            self._engine.submit(ShowScale(wish.scan, wish.nodes), SCALE, title, Priority.UNIT)
            return
        parameters = ExamplesParameters(pictures=wish.pictures, nodes=wish.nodes, top=1)
        title = plural(
            "Spread of {network}/{node} over {count:,} picture",
            "Spread of {network}/{node} over {count:,} pictures",
            len(wish.pictures),
        ).format(network=place.network, node=place.node, count=len(wish.pictures))
        location = Location(place.network, wish.nodes[0])
        self._engine.submit(LensRequest("examples", location, parameters), SCALE, title, Priority.UNIT)

    def _wish(self, place: Location, before: bool) -> _Wish:
        # Loads torch, which whoever has a network open has loaded.
        from inspector.lenses.tuning.nonlinearity import nodes_before

        card, node = self._session.network, place.node or ""
        nodes = (nodes_before(card.nodes, node) if before and card is not None else ()) or (node,)
        scan = self._session.scan_of(nodes[0])
        if scan is not None and scan.key not in self._silent and set(nodes) <= set(scan.nodes):
            return _Wish(nodes, scan.key)
        return _Wish(nodes, "", self.paths)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        wish = self._wanted
        if panel != SCALE or wish is None:
            return
        if isinstance(result, UnitScale):
            self._known[wish] = result
        elif isinstance(result, Mapping):
            self._known[wish] = _scale([result[node] for node in wish.nodes])
        else:
            self._silent.add(wish.scan)  # it was made without what tells the scale
        self.changed.emit()


def _scale(found: Sequence[NodeExamples]) -> UnitScale:
    return UnitScale(
        means=np.concatenate([node.mean for node in found]).astype(np.float32),
        deviations=np.sqrt(np.concatenate([node.variance for node in found])).astype(np.float32),
        source=plural("{count:,} picture", "{count:,} pictures", len(found[0].pictures)).format(
            count=len(found[0].pictures)
        ),
        nodes=tuple(node.node for node in found),
    )
