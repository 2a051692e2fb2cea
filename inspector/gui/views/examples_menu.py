"""The small buttons beside the modes of the dataset examples: which scan, files, a window of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from inspector.gui.translation import tr
from inspector.gui.views.examples_words import scan_text
from inspector.gui.views.icon_button import IconButton
from inspector.lenses.examples import ScanSummary

_MOST = 12


class ExamplesMenu(QWidget):
    """A menu of scans and a button that enlarges.

    Signals:
        scan_chosen: Show what another scan found: its key.
        scan_requested: Scan pictures.
        forget_requested: Delete a scan: its key.
        export_requested: Write the node's examples and statistics to a folder.
        enlarge_requested: Show the view in a window of its own, or back in its place.
    """

    scan_chosen = Signal(str)
    scan_requested = Signal()
    forget_requested = Signal(str)
    export_requested = Signal()
    enlarge_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(self, objectName="scansMenu", toolTipsVisible=True)
        self._group: QActionGroup | None = None
        self._key = ""
        self._scan = QAction(tr("Scan pictures…"), self, objectName="scanFromView")
        self._export = QAction(tr("Export this node’s examples…"), self, objectName="exportExamples")
        self._forget = QAction(tr("Delete this scan…"), self, objectName="forgetScan")
        self._scan.triggered.connect(self.scan_requested)
        self._export.triggered.connect(self.export_requested)
        self._forget.triggered.connect(self._on_forget_triggered)
        self.buttons = {
            "grid": IconButton(
                "grid", "examplesScans", tr("Scans"), tr("Choose a scan, scan pictures, write files.")
            ),
            "zoom": IconButton(
                "zoom",
                "examplesEnlarge",
                tr("Window of its own"),
                tr("Show the dataset examples in a window of their own."),
            ),
        }
        self.buttons["grid"].open_menu(self.menu)
        self.buttons["zoom"].clicked.connect(self.enlarge_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self.buttons.values():
            row.addWidget(button)
        self.set_scans((), "")

    def set_scans(self, scans: Sequence[ScanSummary], key: str) -> None:
        """Offer these scans, the newest first; `key` is the one shown."""
        self._key = key
        self.menu.clear()
        self._group = QActionGroup(self)
        for scan in scans[:_MOST]:
            action = QAction(scan_text(scan), self._group, checkable=True, checked=scan.key == key)
            action.setObjectName(f"scan-{scan.key}")
            action.setData(scan.key)
            action.setToolTip("\n".join(scan.paths))
            action.triggered.connect(self._on_scan_triggered)
            self.menu.addAction(action)
        self.menu.addSeparator()
        for action in (self._scan, self._export, self._forget):
            self.menu.addAction(action)
        for action in (self._export, self._forget):
            action.setEnabled(bool(key))

    @Slot()
    def _on_scan_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.scan_chosen.emit(action.data())

    @Slot()
    def _on_forget_triggered(self) -> None:
        self.forget_requested.emit(self._key)
