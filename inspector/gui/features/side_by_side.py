"""A window with two networks side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.actions import Entry
from inspector.gui.controllers.side_by_side import SideBySideController
from inspector.gui.panels.pages import Pages
from inspector.gui.translation import mark, tr
from inspector.gui.views.side_by_side import ALL

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 63  # behind the comparison
PAGES = {"picture": mark("Picture"), "tuning": mark("Tuning"), "examples": mark("Dataset examples")}
"""Which page of the main window shows which part of a column."""
_SIZE = QSize(1180, 860)


class SideBySideWindow(QWidget):
    """Holds the columns; wakes them while it is in sight."""

    def __init__(self, controller: SideBySideController, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window, objectName="sideBySideWindow")
        self.setWindowTitle(tr("Side by side — Neuron Inspector"))
        self._controller = controller
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(controller.view)
        parent.installEventFilter(self)
        self.resize(_SIZE.boundedTo(self.screen().availableGeometry().size()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Close:
            self.hide()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._controller.wake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._controller.wake(False)


class SideBySideFeature(QObject):
    """The window and its action.

    Attributes:
        controller: What fills the columns.
        own: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        comparison = window.features["comparison"]
        self.controller = SideBySideController(
            window.session,
            window.engine,
            comparison.controller,
            window.features["weights"].pictures,
            window.pictures,
            window.unit_page.tuning,
        )
        self.own = SideBySideWindow(self.controller, window)
        self.controller.view.other_wanted.connect(comparison.choose_network)
        for place in (window.stage, window.desk, window.evidence):
            place.currentChanged.connect(self._on_page_changed)
        comparison.view.side_wanted.connect(self.show)
        tip = tr("A second network beside this one, which follows every step")
        text = tr("Two networks side by side")
        window.add_entries([Entry("sideBySide", tr("&View"), text, self.show, ("Ctrl+Shift+B",), tip=tip)])

    @Slot(int)
    def _on_page_changed(self, index: int) -> None:
        """The part of the page that was chosen last; everything where it has no counterpart."""
        place = self.sender()
        if isinstance(place, Pages):
            title = place.tabText(index)
            self.controller.view.set_page(
                next((part for part, page in PAGES.items() if tr(page) == title), ALL)
            )

    @Slot()
    def show(self) -> None:
        """Show the window, with the keys of the main one."""
        self.own.addActions([a for a in self._window.findChildren(QAction) if not a.shortcut().isEmpty()])
        self.own.show()
        self.own.raise_()
        self.own.activateWindow()


def install(window: MainWindow) -> SideBySideFeature:
    """Put the action into the menu View."""
    return SideBySideFeature(window)
