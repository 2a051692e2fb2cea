"""Comparison: the network in front and another, unit by unit and node by node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from inspector.gui.actions import Entry
from inspector.gui.controllers.comparison import ComparisonController
from inspector.gui.controllers.weights_files import WeightsFilesController
from inspector.gui.dialogs.open_network import OpenNetworkDialog
from inspector.gui.models.catalogue import CatalogueRow
from inspector.gui.translation import tr
from inspector.jobs.catalogue import ListNetworks
from inspector.jobs.messages import NetworkCard
from inspector.jobs.queue import Priority
from inspector.network.location import Location

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 62
CATALOGUE = "compare-list"


class ComparisonFeature(QObject):
    """The page and its dialogs.

    Attributes:
        controller: What fills the page.
        view: The page.
        dialog: The list of networks; None until it was asked for.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        pictures = window.features["weights"].pictures
        self.controller = ComparisonController(window.session, window.engine, pictures, self)
        self.view = self.controller.view
        self.dialog: OpenNetworkDialog | None = None
        window.stage.add(tr("Compare"), self.view)
        self.view.other_wanted.connect(self.choose_network)
        self.view.checkpoints_wanted.connect(self._on_checkpoints_wanted)
        self.view.folder_wanted.connect(self._on_folder_wanted)
        self.view.export_wanted.connect(self._on_export_wanted)
        self.view.shown.activated.connect(self._on_shown_chosen)
        self.controller.told.connect(window.status.setText)
        self.controller.refused.connect(window.banner.say)
        self.controller.jumped.connect(window.networks.open)
        self.controller.overlaid.connect(self._on_overlaid)
        window.engine.finished.connect(self._on_finished)
        text = tr("Compare with another network")
        window.add_entries([Entry("compareNetworks", tr("&View"), text, self.show_page, ("Ctrl+Shift+M",))])

    @Slot()
    def show_page(self) -> None:
        """Bring the page forward, ready for the name of the other network."""
        self._window.stage.bring(self.view)
        self.view.other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def choose_network(self) -> None:
        """Let the other network be chosen from the list."""
        if self.dialog is None:
            self.dialog = OpenNetworkDialog(self._window)
            self.dialog.setWindowTitle(tr("Compare with"))
            self.dialog.spec_chosen.connect(self._on_spec_chosen)
            WeightsFilesController(self.dialog, self._window.engine)
        self.dialog.set_error("")
        self._window.engine.submit(ListNetworks(), CATALOGUE, tr("Reading the catalogue"), Priority.ENGINE)
        self.dialog.open()

    @Slot(str)
    def _on_spec_chosen(self, spec: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.view.other.setText(spec)
        self.controller.compare()

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == CATALOGUE and self.dialog is not None and isinstance(result, tuple):
            self.dialog.set_entries([CatalogueRow(*entry) for entry in result])

    @Slot()
    def _on_checkpoints_wanted(self) -> None:
        self._ask_folder(
            "compareCheckpointsDialog", tr("Choose a folder of checkpoints")
        ).fileSelected.connect(self.controller.open_checkpoints)

    @Slot()
    def _on_folder_wanted(self) -> None:
        dialog = self._ask_folder("comparePicturesDialog", tr("Choose a folder of pictures"))
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.rejected.connect(lambda: self.view.shown.setCurrentIndex(0))

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        self.controller.set_folder(folder)
        self.controller.told.emit(tr("Comparing over the pictures in {folder}").format(folder=folder))

    @Slot(int)
    def _on_shown_chosen(self, index: int) -> None:
        if index == 0:
            self.controller.set_folder("")

    def _ask_folder(self, name: str, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setObjectName(name)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @Slot(str)
    def _on_export_wanted(self, what: str) -> None:
        if what == "picture":
            self._window.features["exporting"].show_view(self.view)
            return
        dialog = QFileDialog(self._window, tr("Export the comparison"), "", "*.csv")
        dialog.setObjectName("compareExportDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{what}.csv")
        dialog.fileSelected.connect(lambda file: self.controller.export(what, file))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object, object)
    def _on_overlaid(self, card: NetworkCard, location: Location) -> None:
        """Lay the unit's tuning over that of the current unit, where the tuning view shows it."""
        beside = self._window.tuning_page.beside
        beside.adopt(card)
        beside.add(location)
        self._window.evidence.bring(self._window.tuning)


def install(window: MainWindow) -> ComparisonFeature:
    """Put the page behind a tab of its own."""
    return ComparisonFeature(window)
