"""Blind labelling of a unit's crops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from inspector.gui.actions import Entry
from inspector.gui.controllers.blind import BlindController
from inspector.gui.translation import mark, tr
from inspector.gui.views.blind import BlindView

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 64
DEFAULT = (mark("yes"), mark("no"), mark("unclear"))
"""What classes are called at first."""


class BlindFeature(QObject):
    """The page.

    Attributes:
        view: The page.
        controller: What fills it and keeps the answers.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._notes = window.features["notes"].notes
        self.view = BlindView()
        self.controller = BlindController(window.session, window.engine, window.steps, self.view, self)
        self.controller.classes = self._classes
        self.controller.refused.connect(window.banner.say)
        self.controller.told.connect(window.status.setText)
        self.view.scan_wanted.connect(window.dataset.scanning.show_dialog)
        self.view.export_wanted.connect(self._on_export_wanted)
        window.evidence.add(tr("Blind labels"), self.view)
        text, tip = (
            tr("Label crops blind"),
            tr("Name what crops of all ranges of activation show, without their value"),
        )
        window.add_entries([Entry("labelBlind", tr("&Notes"), text, self.show_page, ("Ctrl+B",), tip=tip)])

    @Slot()
    def show_page(self) -> None:
        """Bring the page forward, ready for the keys."""
        self._window.evidence.bring(self.view)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _default(self) -> tuple[str, ...]:
        return tuple(map(tr, DEFAULT))

    def _classes(self) -> tuple[str, ...]:
        """What the classes are called at first: after the unit's label, where it has one."""
        label = self._notes.mark.label.replace(",", " ").strip()
        label = "" if label in self._default else label
        return (label, tr("not {label}").format(label=label), tr("unclear")) if label else self._default

    @Slot()
    def _on_export_wanted(self) -> None:
        dialog = QFileDialog(self._window, tr("Export the labels"), "blind-labels.csv", tr("Table (*.csv)"))
        dialog.setObjectName("blindExportDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.controller.export_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def install(window: MainWindow) -> BlindFeature:
    """Put the page behind a tab of its own."""
    return BlindFeature(window)
