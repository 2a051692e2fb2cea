"""Fetching official weights and registering folders of weights, from the dialog that lists networks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from inspector.gui.dialogs.open_network import OpenNetworkDialog
from inspector.gui.engine import Engine
from inspector.gui.translation import tr
from inspector.jobs.catalogue import FetchWeights, RegisterFolder
from inspector.jobs.queue import Priority

FETCH, REGISTER = "fetch-weights", "register-folder"


class WeightsFilesController(QObject):
    """Joins the dialog's card with the jobs; nothing is fetched but at the click of its button.

    Signals:
        changed: Weights may be where none were: the list is to be read again.
    """

    changed = Signal()

    def __init__(self, dialog: OpenNetworkDialog, engine: Engine) -> None:
        super().__init__(dialog)
        self._dialog, self._engine = dialog, engine
        card = dialog.card
        card.fetch_requested.connect(self._on_fetch_requested)
        card.fetch_cancelled.connect(self._on_fetch_cancelled)
        card.folder_requested.connect(self._on_folder_requested)
        engine.arrived.connect(self._on_arrived)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)

    @Slot(str)
    def _on_fetch_requested(self, name: str) -> None:
        self._dialog.set_error("")
        self._engine.submit(
            FetchWeights(name),
            FETCH,
            tr("Fetching the weights of {name}").format(name=name),
            Priority.FILLING,
        )

    @Slot()
    def _on_fetch_cancelled(self) -> None:
        self._engine.give_up(FETCH)
        self._dialog.card.stop_progress()

    @Slot()
    def _on_folder_requested(self) -> None:
        chooser = QFileDialog(self._dialog, tr("Choose a folder of weights"))
        chooser.setObjectName("weightsFolderDialog")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(self.register)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    @Slot(str)
    def register(self, folder: str) -> None:
        """Look for weights in that folder from now on."""
        self._engine.submit(
            RegisterFolder(folder), REGISTER, tr("Looking for weights in {folder}").format(folder=folder)
        )

    @Slot(str, object)
    def _on_arrived(self, panel: str, payload: object) -> None:
        if panel == FETCH and isinstance(payload, tuple):
            self._dialog.card.set_progress(*payload)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == FETCH:
            self._dialog.card.stop_progress()
            self._dialog.say(tr("The weights are in {result}.").format(result=result))
        elif panel == REGISTER:
            self._dialog.say(str(result))
        if panel in (FETCH, REGISTER):
            self.changed.emit()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == FETCH:
            self._dialog.card.stop_progress()
        if panel in (FETCH, REGISTER):
            self._dialog.set_error(sentence)

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        if panel == FETCH:
            self._dialog.card.stop_progress()
