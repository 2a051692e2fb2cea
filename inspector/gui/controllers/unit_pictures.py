"""Small pictures that stand for units: looked up among what is kept, made where there is none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from inspector.gui.engine import Engine
from inspector.gui.models.lru import ByteLru
from inspector.gui.pixels import rgb_image
from inspector.gui.session import Session
from inspector.gui.translation import plural, tr
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.jobs.unit_pictures import SIDE, End, FindUnitPictures, UnitPicture
from inspector.lenses.feature_visualization import Feature
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.location import Location

LOOKED_UP, MADE = "unit-pictures", "unit-pictures-made"
_BATCH, _MEMORY_BYTES = 8, 96 << 20


class UnitPictures(QObject):
    """The pictures, by (node, unit), for every view that shows units beside others.

    Signals:
        changed: Some pictures have come, or are others.
    """

    changed = Signal()

    def __init__(self, session: Session, engine: Engine, parent: QObject, name: str = "") -> None:
        """`name` tells those of a second network apart."""
        super().__init__(parent)
        self._looked_up, self._made = f"{LOOKED_UP}{name}", f"{MADE}{name}"
        self._session, self._engine = session, engine
        self._images: ByteLru[End, tuple[QImage, str]] = ByteLru(_MEMORY_BYTES)
        self._looked: set[End] = set()
        self._hopeless: set[End] = set()
        self._wanted: dict[str, tuple[End, ...]] = {}
        self._making: tuple[End, ...] = ()
        self._makes = True
        engine.arrived.connect(self._on_arrived)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_over)
        engine.stopped.connect(self._on_stopped)
        session.network_changed.connect(self.forget)
        session.shelf_changed.connect(self._on_shelf_changed)

    def image(self, end: End) -> QImage | None:
        """The unit's picture, where there is one by now."""
        found = self._images.get(end)
        return found[0] if found is not None else None

    def kind(self, end: End) -> str:
        """Where it comes from, "" where there is none."""
        found = self._images.get(end)
        return found[1] if found is not None else ""

    @property
    def makes(self) -> bool:
        """Whether pictures that are not kept are made."""
        return self._makes

    def set_makes(self, makes: bool) -> None:
        """Make what is not kept, or leave it."""
        self._makes = makes
        if not makes:
            self._engine.give_up(self._made)
            self._making = ()
        self._go_on()

    def want(self, client: str, ends: Iterable[End]) -> None:
        """What a view shows now, in order of urgency; nothing, where it is out of sight."""
        self._wanted[client] = tuple(dict.fromkeys(ends))
        self._go_on()

    @Slot()
    def forget(self) -> None:
        """Another network: its units look otherwise."""
        for panel in (self._looked_up, self._made):
            self._engine.give_up(panel)
        self._images.clear()
        self._looked.clear()
        self._hopeless.clear()
        self._wanted.clear()
        self._making = ()

    @Slot()
    def _on_shelf_changed(self) -> None:
        self._looked = {end for end in self._looked if self._images.get(end) is not None}
        self._go_on()

    def _missing(self) -> list[End]:
        wanted = dict.fromkeys(end for ends in self._wanted.values() for end in ends)
        return [end for end in wanted if self._images.get(end) is None]

    def _go_on(self) -> None:
        card, missing = self._session.network, self._missing()
        if card is None or not missing:
            return
        new = tuple(end for end in missing if end not in self._looked)
        if new and not self._engine.waits(self._looked_up):
            self._looked.update(new)
            request = FindUnitPictures(card.name, new)
            self._engine.submit(request, self._looked_up, tr("Pictures of units"), Priority.VISIBLE)
        elif not new and self._makes and card.sees and not self._engine.waits(self._made):
            self._make(card.input_shape, [end for end in missing if end not in self._hopeless])

    def _make(self, shape: tuple[int, int, int], missing: list[End]) -> None:
        if not missing or self._session.network is None:
            return
        node = missing[0][0]
        self._making = tuple(end for end in missing if end[0] == node)[:_BATCH]
        units = tuple(unit for _, unit in self._making)
        parameters = with_recipe("preview", units=units, size=min(SIDE, *shape[1:]))
        place = Location(self._session.network.name, node, units[0])
        request = LensRequest("feature-visualization", place, parameters)
        title = plural(
            "Pictures of {count} unit of {node}", "Pictures of {count} units of {node}", len(units)
        ).format(count=len(units), node=node)
        self._engine.submit(request, self._made, title, Priority.FILLING)

    @Slot(str, object)
    def _on_arrived(self, panel: str, payload: object) -> None:
        if panel == self._looked_up and isinstance(payload, tuple):
            self._take(payload)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == self._looked_up and isinstance(result, tuple):
            self._take(result)
            self._go_on()
        elif panel == self._made and isinstance(result, Feature):
            self._take_made(result)
            self._go_on()

    def _take(self, pictures: Iterable[UnitPicture]) -> None:
        for one in pictures:
            self._put((one.node, one.unit), one.pixels, one.kind)
        self.changed.emit()

    def _take_made(self, made: Feature) -> None:
        for end, pixels, moved in zip(self._making, made.images, made.moved, strict=False):
            if moved:
                self._put(end, np.ascontiguousarray(pixels), tr("feature visualization"))
            else:
                self._hopeless.add(end)
        self._making = ()
        self.changed.emit()

    def _put(self, end: End, pixels: np.ndarray[Any, Any], kind: str) -> None:
        self._images.put(end, (rgb_image(pixels), kind), pixels.nbytes)

    @Slot(str, str)
    def _on_over(self, panel: str, sentence: str) -> None:
        if panel == self._made:
            self._hopeless.update(self._making)
            self._making = ()
            self._go_on()

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        # Cancelled from the list of jobs: not taken up again by itself.
        if panel == self._made:
            self._makes, self._making = False, ()
            self.changed.emit()
