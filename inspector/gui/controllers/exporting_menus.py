"""The menus of pages and of their tabs: export, copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from inspector.gui.exporting.dragging import Carrier, Make, carrier_under, carry_items, figure_mime, file_of
from inspector.gui.models.pictures import DIGEST
from inspector.gui.panels.pages import Pages
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.controllers.exporting import ExportingController
    from inspector.gui.window import MainWindow

NAMES = ("exportView", "exportData", "copyView")


class ExportingMenus(QObject):
    """Puts the actions where the right mouse button, or the menu key, asks for them."""

    def __init__(self, window: MainWindow, exporting: ExportingController) -> None:
        super().__init__(window)
        self._window, self._exporting = window, exporting
        carry_items(window.strip.strip, self._file_of)
        places = (window.stage, window.desk, window.evidence)
        for place in places:
            Carrier(place.tabBar(), self._tab_carrier(place))
            place.menu_opened.connect(self.add_to)
        for view in (window.feature, *(place.view_at(at) for place in places for at in range(place.count()))):
            # What no part of a view takes for itself comes up to it, also where it has a window of its own.
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._on_menu_requested)
        line = QAction(window)
        line.setSeparator(True)
        window.units.view.addActions([line, *(window.actions_by_name[name] for name in NAMES)])

    def _tab_carrier(self, place: Pages) -> Make:
        """A tab that is dragged out of its bar takes its page along, as a figure with its caption."""

        def make(point: QPoint) -> QMimeData | None:
            at = place.tabBar().tabAt(point)
            if at < 0 or at != place.currentIndex():
                return None
            view = place.view_at(at)
            choice = next(choice for choice in self._exporting.choices() if choice.view is view)
            told = choice.tell()
            return figure_mime(view, str(told["title"]), str(told["caption"]))

        return make

    def _file_of(self, index: QModelIndex) -> str:
        picture = self._window.session.pictures.get(index.data(DIGEST))
        return file_of(picture.path) if picture is not None else ""

    @Slot(QMenu, QWidget)
    def add_to(self, menu: QMenu, view: QWidget) -> None:
        """Put what can be done with a view as a whole into a menu."""
        if menu.actions():
            menu.addSeparator()
        exporting = self._exporting
        for name, text, act in (
            ("pageExportView", tr("Export view…"), exporting.show_view),
            ("pageExportData", tr("Export data…"), exporting.data.show_view),
            ("pageCopyView", tr("Copy view"), exporting.copy_view),
        ):
            menu.addAction(text, self._acting(act, view)).setObjectName(name)

    def _acting(self, act: Callable[[QWidget], object], view: QWidget) -> Callable[[], object]:
        """What an entry of a view's menu does, once the view is in sight: only what is seen is exported."""

        def do() -> None:
            for place in (self._window.stage, self._window.desk, self._window.evidence):
                if any(place.view_at(at) is view for at in range(place.count())):
                    place.bring(view)
            act(view)

        return do

    def add_copy(self, menu: QMenu, view: QWidget, point: QPoint) -> None:
        """Offer to copy the picture, plot or tile at a point of a view."""
        under = carrier_under(view, point)
        if under is not None:
            menu.addAction(tr("Copy what is here"), lambda: _copy(*under)).setObjectName("copyHere")

    @Slot(QPoint)
    def _on_menu_requested(self, point: QPoint) -> None:
        view = self.sender()
        if isinstance(view, QWidget):
            self._pop_up(view, view.mapToGlobal(point))

    def _pop_up(self, view: QWidget, at: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_copy(menu, view, view.mapFromGlobal(at))
        self.add_to(menu, view)
        menu.popup(at)


def _copy(carrier: Carrier, point: QPoint) -> None:
    mime = carrier.mime(point)
    if mime is not None:
        QGuiApplication.clipboard().setMimeData(mime)
