"""The menu of networks that were open before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from inspector.gui.translation import tr


class RecentMenu(QMenu):
    """Opens a network again; shows the file's name, the tooltip the whole of what is opened."""

    def __init__(self, open_again: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(tr("Open recent"), parent, objectName="recentNetworks", toolTipsVisible=True)
        self._open_again = open_again
        self.triggered.connect(self._on_triggered)

    def set_specs(self, specs: Sequence[str]) -> None:
        """List what was opened, newest first."""
        self.clear()
        for spec in specs:
            name, _, file = spec.rpartition("=")
            shown = Path(file).name if file else spec
            action = self.addAction(f"{name} = {shown}" if name else shown)
            action.setToolTip(spec)
            action.setData(spec)
        self.setEnabled(bool(specs))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._open_again(action.data())
