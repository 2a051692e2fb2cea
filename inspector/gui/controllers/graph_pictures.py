"""Pictures on the graph's cards: made one by one, those in sight first, behind all other work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPixmap

from inspector.gui.controllers.dreams import small_request
from inspector.gui.engine import Engine
from inspector.gui.models.tiles import Array, hatched
from inspector.gui.pixels import colour_table, mapped, rgb_image
from inspector.gui.session import Session
from inspector.gui.translation import mark, plural, tr
from inspector.gui.views.graph import GraphView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.feature_visualization import Feature
from inspector.lenses.means import Means, MeansParameters
from inspector.network.location import Location

if TYPE_CHECKING:
    from inspector.network.graph import Node

PICTURES = "graph-pictures"
_SIDE = 92
_OBJECTIVES = {"dream": "layer", "caricature": "caricature"}
_TITLES = {"dream": mark("DeepDream of {}"), "caricature": mark("Caricature at {}")}
_NO_PICTURE = mark("Drop or choose a picture first.")


@dataclass(frozen=True)
class _Made:
    """A picture, and how it was made where that can be told."""

    pixmap: QPixmap
    feature: Feature | None = None


class GraphPictures(QObject):
    """Brings pictures of the chosen kind to the cards.

    Signals:
        explained: (`Feature`, the `LensRequest` that makes it) in answer to “How was this picture made?”.
    """

    explained = Signal(object, object)

    def __init__(self, session: Session, engine: Engine, view: GraphView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._canvas = session, engine, view, view.canvas
        self._lens = ""
        self._paused = False
        self._under_way = ""
        self._made: dict[tuple[str, str], dict[str, _Made]] = {}
        view.lens_chosen.connect(self.choose)
        view.paused.connect(self._on_paused)
        view.came_up.connect(self.go_on)
        view.canvas.seen.connect(self.go_on)
        session.picture_changed.connect(self._on_picture_changed)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)

    def forget(self) -> None:
        """The network is another."""
        self._engine.give_up(PICTURES)
        self._made.clear()
        self._say()

    @Slot(str)
    def choose(self, lens: str) -> None:
        """Show pictures of a kind: "dream", "caricature" or "mean"; "" for none."""
        self._lens = lens
        self._view.lenses.set_current(lens)
        self._begin()

    def shown(self) -> dict[str, QPixmap]:
        """The pictures on the cards, by key."""
        made, shown = self._of_kind(), self._canvas.map
        cards = shown.cards if shown is not None and self._lens else ()
        nodes = {box.key: shown.blocks.node(box.key).name for box in cards}
        return {key: made[name].pixmap for key, name in nodes.items() if name in made}

    def can_explain(self, key: str) -> bool:
        """Whether it can be told how a card's picture was made."""
        return self._explanation(key) is not None

    def explain(self, key: str) -> None:
        """Tell how a card's picture was made."""
        found = self._explanation(key)
        if found is not None:
            self.explained.emit(*found)

    def _explanation(self, key: str) -> tuple[Feature, LensRequest] | None:
        card, shown = self._session.network, self._canvas.map
        node = shown.blocks.node(key).name if shown is not None else ""
        made = self._of_kind().get(node)
        if card is None or made is None or made.feature is None:
            return None
        place = Location(card.name, node)
        return made.feature, LensRequest("feature-visualization", place, made.feature.parameters)

    def _begin(self) -> None:
        self._engine.give_up(PICTURES)
        self._view.set_paused(False)
        self._paused = False
        self._canvas.set_pictured(bool(self._lens))
        self.go_on()

    @Slot()
    def _on_picture_changed(self) -> None:
        if self._lens in ("caricature", "mean"):
            self._begin()

    @Slot(bool)
    def _on_paused(self, paused: bool) -> None:
        self._paused = paused
        (self._engine.pause_panel if paused else self._engine.resume_panel)(PICTURES)
        self.go_on()

    def _kind(self) -> tuple[str, str]:
        picture = self._session.picture
        return self._lens, picture.digest if picture is not None and self._lens != "dream" else ""

    def _of_kind(self) -> dict[str, _Made]:
        return self._made.setdefault(self._kind(), {})

    @Slot()
    def go_on(self) -> None:
        """Show what is there and ask for the next that is not: what is in sight, then the rest."""
        self._canvas.set_pictures(self.shown())
        if self._lens and self._view.isVisible() and not self._paused:
            self._ask()
        self._say()

    def _ask(self) -> None:
        card, picture = self._session.network, self._session.picture
        missing = self._missing()
        if card is None or not missing or (picture is None and self._lens != "dream"):
            return
        if self._engine.waits(PICTURES):
            return
        if self._lens == "mean":
            request = LensRequest("means", Location(card.name), MeansParameters(picture))
            self._engine.submit(
                request, PICTURES, tr("Channel means of {name}").format(name=picture.name), Priority.VISIBLE
            )
            return
        self._under_way = missing[0].name
        pictures = (picture,) if self._lens == "caricature" else ()
        request = small_request(card, self._under_way, _OBJECTIVES[self._lens], pictures)
        title = tr(_TITLES[self._lens]).format(self._under_way)
        self._engine.submit(request, PICTURES, title, Priority.FILLING)

    def _missing(self) -> list[Node]:
        shown, made = self._canvas.map, self._of_kind()
        if shown is None:
            return []
        keys = dict.fromkeys([*self._canvas.keys_in_sight(), *(box.key for box in shown.cards)])
        nodes = [shown.blocks.node(key) for key in keys]
        return [node for node in nodes if node.name not in made and node.units]

    def _say(self) -> None:
        shown = self._canvas.map
        if shown is None:
            self._view.set_pictures("", under_way=False)
            return
        operations, missing = len(shown.blocks.operations), len(self._missing())
        if not self._lens:
            edges = len(shown.blocks.edges)
            self._view.set_pictures(
                ", ".join(
                    (
                        plural("{count:,} operation", "{count:,} operations", operations).format(
                            count=operations
                        ),
                        plural("{count:,} edge", "{count:,} edges", edges).format(count=edges),
                    )
                ),
                under_way=False,
            )
        elif self._lens != "dream" and self._session.picture is None:
            self._view.set_pictures(tr(_NO_PICTURE), under_way=False)
        else:
            total = len([box for box in shown.cards if shown.blocks.node(box.key).units])
            state = tr(" · paused") if self._paused and missing else ""
            text = (
                tr("{made} of {total} pictures{state}").format(made=total - missing, total=total, state=state)
                if missing
                else plural("{count:,} picture", "{count:,} pictures", total).format(count=total)
            )
            self._view.set_pictures(text, under_way=missing > 0 and self._lens != "mean")

    def _take(self, name: str, made: _Made) -> None:
        self._of_kind()[name] = made

    @Slot(str, object)
    def _on_finished(self, panel: str, payload: object) -> None:
        if panel != PICTURES:
            return
        if isinstance(payload, Means):
            for node in self._missing():  # this picture may not have reached every one
                values = payload.maps.get(node.name, np.zeros((0, 0), np.float32))
                self._take(node.name, _Made(_pixmap(_coloured(values))))
        elif isinstance(payload, Feature):
            moved = payload.moved[0]
            image = payload.images[0] if moved else hatched(_SIDE)
            self._take(
                self._under_way, _Made(_pixmap(image), replace(payload, checkpoint=None) if moved else None)
            )
        self.go_on()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel != PICTURES:
            return
        if self._lens == "mean":
            self._view.set_pictures(sentence, under_way=False)
            return
        self._take(self._under_way, _Made(_pixmap(hatched(_SIDE))))  # the others go on
        self.go_on()

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        if panel == PICTURES:  # cancelled from the list of jobs: nothing is taken up again by itself
            self._view.set_paused(True)


def _coloured(values: Array) -> Array:
    if values.size < 2 or not np.isfinite(values).any():
        return hatched(_SIDE)
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    return mapped(values, low, high, colour_table("viridis"))


def _pixmap(image: Array) -> QPixmap:
    """A thumbnail: small maps keep their squares, pictures are smooth."""
    made = rgb_image(image)
    smooth = max(made.width(), made.height()) >= _SIDE // 2
    how = Qt.TransformationMode.SmoothTransformation if smooth else Qt.TransformationMode.FastTransformation
    return QPixmap.fromImage(made.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.IgnoreAspectRatio, how))
