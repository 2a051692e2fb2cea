"""Copying diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot, qVersion
from PySide6.QtGui import QGuiApplication

from inspector.diagnostics import report, without_names
from inspector.gui.actions import Entry
from inspector.gui.dialogs.diagnostics import DiagnosticsDialog
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 930


class DiagnosticsFeature(QObject):
    """Shows the report.

    Attributes:
        dialog: It, once it was asked for.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: DiagnosticsDialog | None = None
        tip = tr("Versions, settings and the last lines of the log, without private paths")
        window.add_entries([Entry("diagnostics", tr("&Help"), tr("Copy diagnostics…"), self.show, tip=tip)])

    @Slot()
    def show(self) -> None:
        """Show the report of now, without paths and names."""
        if self.dialog is None:
            self.dialog = DiagnosticsDialog(self._report, self._window)
        self.dialog.private.setChecked(False)
        self.dialog.copy.setText(tr("Copy"))
        self.dialog.refresh()
        self.dialog.show()

    def _report(self, private: bool) -> str:
        window, screen = self._window, self._window.screen()
        card = window.session.network
        network = f"{card.architecture}, {len(card.nodes)} nodes" if card is not None else "none is open"
        about = (
            f"Qt {qVersion()} · {QGuiApplication.platformName()} · screen {screen.size().width()} × "
            f"{screen.size().height()} at {screen.devicePixelRatio():g} · theme {window.theme.mode}\n"
            f"Network: {network if private else without_names(network)}"
        )
        return report(window.settings, private=private, window=about)


def install(window: MainWindow) -> DiagnosticsFeature:
    """Add it to the menu Help."""
    return DiagnosticsFeature(window)
