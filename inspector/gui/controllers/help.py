"""Help on the page in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.dialogs.help import HelpDialog
from inspector.gui.panels.own_window import OwnWindow
from inspector.gui.translation import mark, tr

if TYPE_CHECKING:
    from inspector.gui.panels.pages import Pages
    from inspector.gui.window import MainWindow

TABS = {
    mark("Units"): "activations",
    mark("Graph"): "graph",
    mark("Circuit"): "circuit",
    mark("Kernels"): "kernel-wall",
    mark("Families"): "families",
    mark("Edits"): "edits",
    mark("Effects"): "effects",
    mark("Groups"): "groups-and-notes",
    mark("Compare"): "comparison",
    mark("Picture"): "activations",
    mark("Attribution"): "attribution",
    mark("Write on it"): "writing-on-the-picture",
    mark("Words"): "words",
    mark("Tuning"): "tuning",
    mark("Dataset examples"): "dataset-examples",
    mark("Weights"): "weights",
    mark("Notes"): "groups-and-notes",
    mark("Blind labels"): "blind-labelling",
    mark("Evidence"): "evidence",
}
"""The help on a page, by the title of its tab."""
FIRST = "activations"
"""What is shown of a page without a text of its own."""


class HelpController(QObject):
    """Finds out which page is looked at, and shows the help on it.

    Attributes:
        dialog: The help, once it was asked for.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: HelpDialog | None = None

    @Slot()
    def show(self) -> None:
        """Show the help on the page in sight."""
        self.show_named(self.page())

    def show_named(self, name: str) -> None:
        """Show the help of that name, for what is no page."""
        if self.dialog is None:
            self.dialog = HelpDialog(self._window)
        self.dialog.show_page(name)

    def page(self) -> str:
        """The name of the help on the page that has the keyboard; the one in the middle where none has it."""
        window, active = self._window, QApplication.activeWindow()
        if isinstance(active, OwnWindow):
            return _page_called(active.title)
        if active is not None and active.objectName() == "sideBySideWindow":
            return TABS["Compare"]
        if _holds_focus(window, window.feature):
            return "feature-visualization"
        if _holds_focus(window, window.strip):
            return _page_of(window.desk)
        places = (window.desk, window.evidence)
        return _page_of(next((place for place in places if _holds_focus(window, place)), window.stage))


def _page_of(place: Pages) -> str:
    return _page_called(place.tabText(place.currentIndex()))


def _page_called(title: str) -> str:
    return {tr(tab): page for tab, page in TABS.items()}.get(title, FIRST)


def _holds_focus(window: QWidget, part: QWidget) -> bool:
    focus = QApplication.focusWidget() or window.focusWidget()  # a panel that floats has its own
    return focus is not None and (focus is part or part.isAncestorOf(focus))
