"""Ablation tables and effects: measured when asked for, shown while they grow."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Slot

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import plural, tr
from inspector.gui.views.effects import EffectsView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.ablation import Ablation, AblationParameters
from inspector.lenses.effects import Effects, EffectsParameters
from inspector.network.location import Location

PANEL = "effects"


class EffectsController(QObject):
    """Joins the table with the session and the engine.

    Attributes:
        found: What was measured last of the open network, or None.
    """

    def __init__(self, session: Session, engine: Engine, view: EffectsView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self.found: Ablation | Effects | None = None
        view.wanted.connect(self.measure)
        view.unit_chosen.connect(session.go_to_unit)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)

    @Slot()
    def measure(self) -> None:
        """Measure what is chosen at the current node."""
        node, picture, view = self._session.node, self._session.picture, self._view
        card = self._session.network
        if node is None or card is None:
            return
        if picture is None:
            view.note.setText(tr("Choose a picture first."))
            return
        place = Location(card.name, node.name)
        if view.modes.current == "ablation":
            request = LensRequest("ablation", place, AblationParameters(picture))
        else:
            target, label = view.classes.currentData(), view.classes.currentText()
            all_of_them = tuple(self._session.pictures.values())
            own = tuple(p for p in all_of_them if p.label == label)
            request = LensRequest("effects", place, EffectsParameters(own or all_of_them, target or 0))
        self._engine.submit(
            request,
            PANEL,
            tr("{current} of {place}").format(current=view.modes.current.title(), place=place),
            Priority.UNIT,
        )

    @Slot()
    def _on_network_changed(self) -> None:
        card, classes = self._session.network, self._view.classes
        self.found = None
        classes.clear()
        labels = (
            card.labels or tuple(tr("class {i}").format(i=i) for i in range(card.outputs))
            if card is not None
            else ()
        )
        for index, label in enumerate(labels):
            classes.addItem(label, index)

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == PANEL and isinstance(payload, Ablation | Effects):
            self.found = payload
        if panel == PANEL and isinstance(payload, Ablation):
            way = "" if payload.replayed else tr(" (the whole network was run for each)")
            what = tr("score with the unit silent minus the score as it is")
            note = tr("{location} on {picture}: {what}{way}").format(
                location=payload.location, picture=payload.picture, what=what, way=way
            )
            units = np.arange(len(payload.changes))
            self._view.show_values(units, payload.changes, payload.labels, note)
        elif panel == PANEL and isinstance(payload, Effects):
            self._view.show_values(*_ranked(payload))

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == PANEL:
            self._view.note.setText(sentence)


def _ranked(found: Effects) -> tuple[np.ndarray, np.ndarray, tuple[str, ...], str]:
    """The confirmed units by effect, then the others by attribution."""
    rest = found.order[~np.isin(found.order, found.confirmed)]
    units = np.concatenate([found.confirmed, rest])
    values = np.full((len(units), 4), np.nan, np.float32)
    values[:, 0] = found.attribution[units]
    count = len(found.confirmed)
    values[:count, 1] = found.means
    values[:count, 2:] = found.intervals
    note = plural(
        "{location} · {label} · {pictures} picture: by how much the class’s score falls",
        "{location} · {label} · {pictures} pictures: by how much the class’s score falls",
        found.pictures,
    ).format(location=found.location, label=found.label, pictures=found.pictures)
    return units, values, (tr("attribution"), "ablation", tr("from"), tr("to (95 %)")), note
