"""Layouts of the window: panels hidden, floated, moved; arrangements with a name, and the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtWidgets import QApplication, QInputDialog

from inspector.gui import remembered
from inspector.gui.actions import Entry, menu_of
from inspector.gui.panels.own_window import OwnWindow
from inspector.gui.translation import mark, tr

if TYPE_CHECKING:
    from inspector.gui.panels.pages import Pages
    from inspector.gui.window import MainWindow

PANELS, LAYOUTS = mark("Panels"), mark("Layouts")
_OWN = "own:"
"""Before the name of a place and a page's number: where its own window is."""


class LayoutsController(QObject):
    """Moves the panels, and keeps arrangements by their names.

    Attributes:
        question: The dialog that asks for a name; None until it was asked for.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.question: QInputDialog | None = None
        self._size = window.size()
        splitters = remembered.splitters(window)
        self._first = {splitter.objectName(): splitter.saveState() for splitter in splitters}
        self._add_panels()
        self._add_layouts()

    def _add_panels(self) -> None:
        window, panels = self._window, self._window.arena.panels
        entries = [
            Entry(f"show-{name}", _in_view(PANELS), panel.windowTitle(), self._switch(name))
            for name, panel in panels.items()
        ]
        tip = tr("Show the titles of the panels: drag them elsewhere, double-click to let one float")
        entries.append(Entry("arrangePanels", _in_view(PANELS), tr("Move panels"), self._arrange, tip=tip))
        entries.append(
            Entry("ownWindow", _in_view(PANELS), tr("Page in a window of its own"), self.toggle_page, ("F9",))
        )
        window.add_entries(entries)
        menu_of(window, _in_view(PANELS)).insertSeparator(window.actions_by_name["arrangePanels"])
        window.actions_by_name["arrangePanels"].setCheckable(True)
        for name, panel in panels.items():
            action = window.actions_by_name[f"show-{name}"]
            action.setCheckable(True)
            action.setChecked(panel.toggleViewAction().isChecked())
            panel.toggleViewAction().toggled.connect(action.setChecked)

    def _switch(self, name: str) -> object:
        return lambda: self._window.arena.panels[name].toggleViewAction().trigger()

    def _add_layouts(self) -> None:
        window = self._window
        window.add_entries(
            [
                Entry("resetLayout", _in_view(LAYOUTS), tr("Reset layout"), self.reset),
                Entry("saveLayout", _in_view(LAYOUTS), tr("Save layout…"), self.ask_name),
            ]
        )
        self._menu = menu_of(window, _in_view(LAYOUTS))
        self._deleting = self._menu.addMenu(tr("Delete layout"))
        self._menu.addSeparator()
        self._menu.aboutToShow.connect(self._fill_menu)
        self._fill_menu()

    @Slot()
    def _fill_menu(self) -> None:
        names = sorted(self._window.settings.layouts)
        for action in self._menu.actions():
            if action.objectName().startswith("layout-"):
                self._menu.removeAction(action)
        self._deleting.clear()
        self._deleting.setEnabled(bool(names))
        for name in names:
            action = self._menu.addAction(name)
            action.setObjectName(f"layout-{name}")
            action.triggered.connect(lambda _=False, name=name: self.use(name))
            self._deleting.addAction(name).triggered.connect(lambda _=False, name=name: self.delete(name))

    @Slot()
    def _arrange(self) -> None:
        self._window.arena.set_titled(self._window.actions_by_name["arrangePanels"].isChecked())

    @Slot()
    def toggle_page(self) -> None:
        """Put the page that has the keyboard into a window of its own, or back."""
        active, focus = QApplication.activeWindow(), QApplication.focusWidget()
        if isinstance(active, OwnWindow):
            active.close()
            return
        place = next((p for p in self._places() if focus and p.isAncestorOf(focus)), self._window.stage)
        place.toggle_window(place.currentIndex())

    @Slot()
    def ask_name(self) -> None:
        """Ask what the layout is to be called, then keep it."""
        self.question = QInputDialog(self._window)
        self.question.setObjectName("layoutName")
        self.question.setWindowTitle(tr("Save layout"))
        self.question.setLabelText(tr("Name of this layout"))
        self.question.textValueSelected.connect(self.save)
        self.question.open()

    @Slot(str)
    def save(self, name: str) -> None:
        """Keep how the window is laid out now; one of that name is replaced."""
        if name.strip():
            self._window.settings.layouts[name.strip()] = remembered.layout(self._window) | self._floating()
            self._window.settings.save()
            self._window.status.setText(tr("Saved the layout “{name}”").format(name=name.strip()))

    def use(self, name: str) -> None:
        """Lay the window out as it was when that layout was kept."""
        stored = self._window.settings.layouts[name]
        remembered.apply(self._window, stored)
        for key, place, index in self._pages():
            if place.is_away(index) != (key in stored):
                place.toggle_window(index)
            if key in stored:
                place.own_window(index).restoreGeometry(QByteArray.fromBase64(stored[key].encode()))

    def delete(self, name: str) -> None:
        """Forget a layout."""
        self._window.settings.layouts.pop(name, None)
        self._window.settings.save()

    @Slot()
    def reset(self) -> None:
        """Lay everything out as at the first start."""
        for _, place, index in self._pages():
            if place.is_away(index):
                place.toggle_window(index)
        self._window.arena.arrange()
        self._window.resize(self._size)
        self._window.arena.share()
        for splitter in remembered.splitters(self._window):
            if splitter.objectName() in self._first:
                splitter.restoreState(self._first[splitter.objectName()])

    def _floating(self) -> dict[str, str]:
        return {
            key: place.own_window(index).saveGeometry().toBase64().data().decode()
            for key, place, index in self._pages()
            if place.is_away(index)
        }

    def _places(self) -> tuple[Pages, ...]:
        return self._window.stage, self._window.desk, self._window.evidence

    def _pages(self) -> list[tuple[str, Pages, int]]:
        return [
            (f"{_OWN}{place.objectName()}/{index}", place, index)
            for place in self._places()
            for index in range(place.count())
        ]


def _in_view(title: str) -> str:
    return f"{tr('&View')}/{tr(title)}"
