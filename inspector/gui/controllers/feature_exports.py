"""What can be done with a unit's pictures: export, copy, ask how they were made, change every number."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from inspector.gui.controllers.feature import FeatureController
from inspector.gui.dialogs.recipe import RecipeDialog
from inspector.gui.dialogs.recipe_settings import RecipeSettings
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.feature import FeatureView
from inspector.gui.views.objective_words import explained
from inspector.gui.views.recipe_text import facts, python_line
from inspector.jobs.exports import ExportFilm, ExportPictures, Film
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.feature_visualization import Feature
from inspector.lenses.feature_visualization.recipes import KNOBS, recipes, with_recipe
from inspector.network.errors import InspectorError

EXPORT = "export-"


class FeatureExports(QObject):
    """Joins the feature view's menus and the recipe's dialogs with the engine.

    Signals:
        wrote: A sentence on what was written where.
    """

    wrote = Signal(str)

    def __init__(
        self, session: Session, engine: Engine, view: FeatureView, source: FeatureController
    ) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._source = session, engine, view, source
        self._numbers = itertools.count(1)
        self._dialog: RecipeDialog | None = None
        self._settings: RecipeSettings | None = None
        self._asked: LensRequest | None = None
        view.menus.export_requested.connect(self._on_export_requested)
        view.copy_requested.connect(self._on_copy_requested)
        view.explanation_requested.connect(self._on_explanation_requested)
        view.controls.settings_requested.connect(self.show_settings)
        source.recipe_changed.connect(self._fill_settings)
        source.refused.connect(self._on_refused)
        engine.finished.connect(self._on_finished)

    def export(self, kind: str, path: str) -> None:
        """Write the pictures into a folder ("png") or their frames into a file ("webp", "gif")."""
        feature = self._view.shown
        if feature is None:
            return
        if kind in get_args(Film):
            request = ExportFilm(self._source.frames.images, path, kind)
            title = tr("Writing the growth as a film")
        else:
            request, title = ExportPictures(feature, path), tr("Writing pictures")
        self._engine.submit(request, f"{EXPORT}{next(self._numbers)}", title, Priority.PICTURE)

    @Slot(object, object)
    def explain(self, feature: Feature, request: LensRequest, place: int = 0) -> None:
        """Show how a picture was made."""
        parameters = replace(feature.parameters, units=request.parameters.units, resume=None)
        self._asked = replace(request, parameters=parameters)
        if self._dialog is None:
            self._dialog = RecipeDialog(self._view.window())
            self._dialog.make_again_requested.connect(self._on_make_again_requested)
        title = tr("{title} of {location}").format(
            title=explained(feature.objectives[place])[0], location=feature.locations[place]
        )
        code = python_line(parameters, str(request.location))
        self._dialog.show_recipe(title, facts(feature, place, recipes(), KNOBS), code)
        self._dialog.show()
        self._dialog.activateWindow()

    @Slot()
    def show_settings(self) -> None:
        """Show every number behind the recipe."""
        if self._settings is None:
            self._settings = RecipeSettings(KNOBS, self._view.window())
            self._settings.applied.connect(self._source.change)
        self._fill_settings()
        self._settings.show()
        self._settings.activateWindow()

    @Slot()
    def _fill_settings(self) -> None:
        if self._settings is None:
            return
        source, recipe = self._source, recipes()[self._source.recipe]
        usual = with_recipe(source.recipe)
        values = {knob.name: getattr(usual, knob.name) for knob in KNOBS}
        self._settings.set_recipe(tr(recipe.title), tr(recipe.sentence), values, source.changes)
        self._settings.set_objectives(source.objectives)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if self._settings is not None:
            self._settings.set_error(sentence)

    @Slot(str)
    def _on_export_requested(self, kind: str) -> None:
        dialog = QFileDialog(self._view.window(), tr("Export"))
        if kind in get_args(Film):
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(tr("Animated picture (*.{kind})").format(kind=kind))
            dialog.setDefaultSuffix(kind)
            dialog.selectFile(f"{self._name()}.{kind}")
        else:
            dialog.setWindowTitle(tr("Folder for the pictures"))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._exporter(kind))
        dialog.open()

    def _exporter(self, kind: str) -> Callable[[str], None]:
        return lambda path: self.export(kind, path)

    def _name(self) -> str:
        return str(self._session.location).replace("/", "-")

    @Slot(int)
    def _on_copy_requested(self, place: int) -> None:
        feature = self._view.shown
        if feature is not None:
            # As it is seen: with transparency where that is shown; and as a file that holds its recipe.
            mime = self._view.cards[place].picture.mime()
            if mime is not None:
                QGuiApplication.clipboard().setMimeData(mime)

    @Slot(int)
    def _on_explanation_requested(self, place: int) -> None:
        feature, request = self._view.shown, self._source.request
        if feature is not None and request is not None:
            self.explain(feature, request, place)

    @Slot()
    def _on_make_again_requested(self) -> None:
        if self._asked is None:
            return
        try:
            self._source.make_again(self._asked)
        except InspectorError as error:  # the network is another by now
            self._source.refused.emit(str(error))

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel.startswith(EXPORT) and isinstance(result, tuple) and result:
            many = (
                tr("{count} pictures to {parent}").format(count=len(result), parent=result[0].parent)
                if len(result) > 1
                else str(result[0])
            )
            self.wrote.emit(tr("Wrote {many}").format(many=many))
