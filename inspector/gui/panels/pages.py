"""Places of the window in which several views lie behind tabs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QSplitter, QTabWidget, QWidget

from inspector.gui.panels.own_window import OwnWindow
from inspector.gui.translation import tr


class Pages(QTabWidget):
    """Views of which one is in sight; the tabs show where there is more than one.

    A double click on a tab, or its menu, puts the view into a window of its own.

    Signals:
        menu_opened: (menu, view) The menu of a tab is about to be shown: others may add to it.
    """

    menu_opened = Signal(QMenu, QWidget)

    def __init__(self, name: str, *views: tuple[str, QWidget]) -> None:
        """The object name, and views with their titles."""
        super().__init__(objectName=name, documentMode=True)
        self.setTabBarAutoHide(True)
        self._views: list[QWidget] = []
        for title, view in views:
            self.add(title, view)
        bar = self.tabBar()
        bar.setAccessibleName(tr("Pages of {place}").format(place=name.removesuffix("Pages")))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        bar.customContextMenuRequested.connect(self._on_menu_requested)
        self.tabBarDoubleClicked.connect(self.toggle_window)

    def add(self, title: str, view: QWidget) -> None:
        """A further view, behind a tab of its own."""
        # In a splitter, which gives a view back its place when it comes home from a window of its own.
        home = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        home.addWidget(view)
        self._views.append(view)
        self.addTab(home, title)

    def bring(self, view: QWidget) -> None:
        """Let the view be the one in sight, also where it has a window of its own."""
        if view in self._views:
            self.setCurrentIndex(self._views.index(view))
        if isinstance(view.window(), OwnWindow):
            view.window().activateWindow()
            view.window().raise_()

    def view_at(self, index: int) -> QWidget:
        """The view behind that tab, wherever it stands now."""
        return self._views[index]

    def own_window(self, index: int) -> OwnWindow:
        """The window of its own of the view behind that tab, open or not."""
        return OwnWindow.of(self._views[index], self.tabText(index))

    def is_away(self, index: int) -> bool:
        """Whether the view behind that tab stands in a window of its own."""
        return isinstance(self._views[index].window(), OwnWindow)

    @Slot(int)
    def toggle_window(self, index: int) -> None:
        """Put the view behind that tab into a window of its own, or back."""
        if 0 <= index < len(self._views):
            self.own_window(index).toggle()

    @Slot(QPoint)
    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.tabBar().tabAt(point)
        if index < 0:
            return
        menu = QMenu(self, objectName="tabMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = tr("Put it back into the window") if self.is_away(index) else tr("In a window of its own")
        menu.addAction(text).triggered.connect(lambda: self.toggle_window(index))
        self.menu_opened.emit(menu, self._views[index])
        menu.popup(self.tabBar().mapToGlobal(point))
