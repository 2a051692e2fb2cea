"""The dialogs for opening a network and for changing its preprocessing and its labels."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot

from inspector.gui.controllers.networks import NetworksController
from inspector.gui.controllers.weights_files import WeightsFilesController
from inspector.gui.dialogs.input_size import InputSizeDialog
from inspector.gui.dialogs.labels import LabelsDialog
from inspector.gui.dialogs.open_network import OpenNetworkDialog
from inspector.gui.dialogs.preprocessing import PreprocessingDialog
from inspector.gui.dialogs.trust import TrustDialog
from inspector.gui.engine import Engine
from inspector.gui.models.catalogue import CatalogueRow
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.jobs.catalogue import ListNetworks
from inspector.jobs.messages import InputQuestion, TrustQuestion
from inspector.jobs.queue import Priority

CATALOGUE = "catalogue"


class DialogsController(QObject):
    """Shows the dialogs, fills them, and closes them when what they asked for has worked."""

    def __init__(
        self, session: Session, engine: Engine, networks: NetworksController, window: QObject
    ) -> None:
        super().__init__(window)
        self._session, self._engine, self._networks, self._window = session, engine, networks, window
        self._open_network: OpenNetworkDialog | None = None
        self._preprocessing: PreprocessingDialog | None = None
        self._labels: LabelsDialog | None = None
        self._trust: TrustDialog | None = None
        engine.finished.connect(self._on_finished)
        networks.opened.connect(self._on_opened)
        networks.failed.connect(self._on_failed)
        networks.trust_asked.connect(self._on_trust_asked)
        networks.size_asked.connect(self._on_size_asked)

    @property
    def is_open(self) -> bool:
        """Whether a dialog is there to show an error itself."""
        return any(dialog is not None and dialog.isVisible() for dialog in self._dialogs())

    @Slot()
    def show_open_network(self) -> None:
        """Show the list of networks; it fills as soon as the catalogue has been read."""
        if self._open_network is None:
            self._open_network = OpenNetworkDialog(self._window)
            self._open_network.spec_chosen.connect(self._networks.open)
            self.weights = WeightsFilesController(self._open_network, self._engine)
            self.weights.changed.connect(self._read_catalogue)
        self._open_network.set_error("")
        self._read_catalogue()
        self._open_network.open()

    @Slot()
    def _read_catalogue(self) -> None:
        self._engine.submit(ListNetworks(), CATALOGUE, tr("Reading the catalogue"), Priority.ENGINE)

    @Slot()
    def show_preprocessing(self) -> None:
        """Show how pictures are prepared for the open network."""
        card = self._session.network
        if card is None:
            return
        if self._preprocessing is None:
            self._preprocessing = PreprocessingDialog(self._window)
            self._preprocessing.applied.connect(self._networks.change_preprocessing)
        self._preprocessing.set_error("")
        self._preprocessing.set_values(dict(card.preprocessing))
        self._preprocessing.open()

    @Slot()
    def show_labels(self) -> None:
        """Show what the classes of the open network are called."""
        card = self._session.network
        if card is None:
            return
        if self._labels is None:
            self._labels = LabelsDialog(self._window)
            self._labels.applied.connect(self._networks.change_labels)
            self._labels.file_chosen.connect(self._networks.read_labels)
        self._labels.set_error("")
        self._labels.set_labels(card.labels, card.outputs)
        self._labels.open()

    def _dialogs(self) -> tuple[OpenNetworkDialog | PreprocessingDialog | LabelsDialog | None, ...]:
        return self._open_network, self._preprocessing, self._labels

    @Slot(str, object)
    def _on_finished(self, panel: str, result: Any) -> None:
        if panel == CATALOGUE and self._open_network is not None:
            self._open_network.set_entries([CatalogueRow(*entry) for entry in result])

    @Slot()
    def _on_opened(self) -> None:
        for dialog in self._dialogs():
            if dialog is not None:
                dialog.accept()

    @Slot(object)
    def _on_trust_asked(self, question: TrustQuestion) -> None:
        self._trust = TrustDialog(question, self._open_dialog())
        self._trust.allowed.connect(self._networks.open_trusted)
        self._trust.open()

    @Slot(object)
    def _on_size_asked(self, question: InputQuestion) -> None:
        dialog = InputSizeDialog(question, self._open_dialog())
        dialog.chosen.connect(self._networks.open_trusted if question.trust else self._networks.open)
        dialog.open()

    def _open_dialog(self) -> Any:
        return next((d for d in self._dialogs() if d is not None and d.isVisible()), None) or self._window

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        for dialog in self._dialogs():
            if dialog is not None and dialog.isVisible():
                dialog.set_error(sentence)
