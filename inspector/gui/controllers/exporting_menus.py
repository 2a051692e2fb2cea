"""The menus of pages and of their tabs: export, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTabBar, QWidget

from inspector.gui.panels.pages import Pages

if TYPE_CHECKING:
    from inspector.gui.controllers.exporting import ExportingController
    from inspector.gui.window import MainWindow

NAMES = ("exportView", "copyView")


class ExportingMenus(QObject):
    """Puts the actions where the right mouse button, or the menu key, asks for them."""

    def __init__(self, window: MainWindow, exporting: ExportingController) -> None:
        super().__init__(window)
        self._window, self._exporting = window, exporting
        for place in (window.stage, window.desk, window.evidence):
            bar = place.tabBar()
            bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            bar.customContextMenuRequested.connect(self._on_tab_menu)
            # What no view takes for itself comes up to the place.
            place.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            place.customContextMenuRequested.connect(self._on_page_menu)
        window.feature.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        window.feature.customContextMenuRequested.connect(self._on_feature_menu)
        line = QAction(window)
        line.setSeparator(True)
        window.units.view.addActions([line, *(window.actions_by_name[name] for name in NAMES)])

    def menu_of(self, view: QWidget) -> QMenu:
        """What can be done with a view as a whole."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Export view…", lambda: self._exporting.show_view(view)).setObjectName(
            "pageExportView"
        )
        menu.addAction("Copy view", lambda: self._exporting.copy_view(view)).setObjectName("pageCopyView")
        return menu

    @Slot(QPoint)
    def _on_tab_menu(self, point: QPoint) -> None:
        bar = self.sender()
        if isinstance(bar, QTabBar) and bar.tabAt(point) >= 0:
            bar.setCurrentIndex(bar.tabAt(point))
            self.pop_up_for(bar.parentWidget(), bar.mapToGlobal(point))

    @Slot(QPoint)
    def _on_page_menu(self, point: QPoint) -> None:
        place = self.sender()
        if isinstance(place, Pages):
            self.pop_up_for(place, place.mapToGlobal(point))

    def pop_up_for(self, place: QWidget, at: QPoint) -> None:
        """Show the menu of the page in sight of a place."""
        if isinstance(place, Pages):
            self.menu_of(self._exporting.page_of(place)).popup(at)

    @Slot(QPoint)
    def _on_feature_menu(self, point: QPoint) -> None:
        self.menu_of(self._window.feature).popup(self._window.feature.mapToGlobal(point))
