"""What stands where nothing has been scanned yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from inspector.gui.panels.parts import EmptyState
from inspector.gui.translation import tr


class ExamplesEmpty(QWidget):
    """A sentence on what is missing, and a button that mends it.

    Signals:
        scan_requested: The button was clicked.
    """

    scan_requested = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="examplesEmptyPage")
        self._state = EmptyState("examplesEmpty")
        self.button = QPushButton(tr("Scan pictures…"), objectName="scanPicturesButton")
        self.button.setToolTip(tr("Run a set of pictures through the network once, for all units."))
        self.button.clicked.connect(self.scan_requested)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self._state.backgroundRole())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self._state)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self.say_nothing_scanned()

    @property
    def title(self) -> str:
        """What it says is missing."""
        return self._state.title

    def say_nothing_scanned(self) -> None:
        """No scan of the network is there."""
        self.button.show()
        self._state.say(
            tr("No pictures scanned yet"),
            tr("Scan a folder of pictures once: every unit then shows what drives it most and least."),
        )

    def say_node_missing(self, node: str) -> None:
        """Scans are there, but none of this node."""
        self.button.show()
        self._state.say(
            tr("{node} was not scanned").format(node=node), tr("Scan pictures for this node, too.")
        )

    def say_scanning(self) -> None:
        """A scan is under way."""
        self.button.hide()
        self._state.say(tr("Scanning …"), tr("Every unit’s examples appear here when the scan is complete."))

    def say(self, title: str, hint: str = "") -> None:
        """Show other words, without the button."""
        self.button.hide()
        self._state.say(title, hint)
