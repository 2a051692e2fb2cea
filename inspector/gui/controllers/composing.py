"""Objectives that take more than a check mark: put together in a dialog, from what is looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from inspector.gui.controllers.feature import FeatureController
from inspector.gui.dialogs.compose import ComposeDialog
from inspector.gui.dialogs.compose_forms import ClassForm, DirectionForm, InterpolationForm
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.feature import FeatureView
from inspector.gui.views.feature_course import MOST_LINES
from inspector.gui.views.objective_words import pictures_of
from inspector.lenses.activations import Activations

_UNITS_TOGETHER = 3


class ComposingController(QObject):
    """Joins the menu of pictures with the dialogs that ask for more, and tells it the current picture."""

    def __init__(
        self, session: Session, engine: Engine, view: FeatureView, source: FeatureController
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._source = session, view, source
        self._seen: Activations | None = None
        view.menus.pictures.compose_requested.connect(self._on_compose_requested)
        session.picture_changed.connect(self._on_picture_changed)
        engine.finished.connect(self._on_finished)

    @Slot()
    def _on_picture_changed(self) -> None:
        picture = self._session.picture
        self._view.menus.pictures.set_picture(picture.name if picture is not None else "")

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if isinstance(result, Activations):
            self._seen = result

    @Slot(str)
    def _on_compose_requested(self, kind: str) -> None:
        forms = {"interpolation": self._interpolation, "class": self._class, "direction": self._direction}
        form = forms[kind]()
        if isinstance(form, str):
            self._source.refused.emit(form)
            return
        dialog = ComposeDialog(form, self._view.window())
        dialog.composed.connect(self._on_composed)
        dialog.open()

    @Slot(str)
    def _on_composed(self, text: str) -> None:
        """Add what was put together to the row; a row is never longer than can be shown."""
        row = tuple(dict.fromkeys((*self._source.objectives, text)))
        fits = pictures_of(text) == 1 and sum(map(pictures_of, row)) <= MOST_LINES
        self._source.change(self._source.changes, row if fits else (text,))

    def _strongest(self) -> list[int]:
        """The units of the current node that answer the current picture most, strongest first."""
        node, seen = self._session.node, self._seen
        is_of_here = node is not None and seen is not None and seen.node == node.name
        return [response.unit for response in seen.top] if is_of_here else []

    def _interpolation(self) -> QWidget | str:
        node, own = self._session.node, self._unit()
        if node is None or own is None or node.units < 2:
            return tr("There is no other unit to go to: choose a unit of a layer with several.")
        others = [unit for unit in (*self._strongest(), own + 1, 0) if unit != own and unit < node.units]
        return InterpolationForm(node.units, own, others[0])

    def _class(self) -> QWidget | str:
        card = self._session.network
        if card is None or not card.outputs:
            return tr("The open network has no classes.")
        predictions = self._seen.predictions if self._seen is not None else ()
        return ClassForm(card.labels, card.outputs, predictions[0].index if predictions else 0)

    def _direction(self) -> QWidget | str:
        node, own = self._session.node, self._unit()
        if node is None or own is None:
            return tr("Choose a unit first.")
        units = dict.fromkeys((own, *self._strongest()))
        return DirectionForm(node.units, list(units)[:_UNITS_TOGETHER])

    def _unit(self) -> int | None:
        return self._session.location.unit if self._session.location is not None else None
