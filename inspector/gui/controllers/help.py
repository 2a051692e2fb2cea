"""Help on the page in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.dialogs.help import HelpDialog
from inspector.gui.panels.own_window import OwnWindow

if TYPE_CHECKING:
    from inspector.gui.panels.pages import Pages
    from inspector.gui.window import MainWindow

TABS = {
    "Units": "activations",
    "Graph": "graph",
    "Circuit": "circuit",
    "Kernels": "kernel-wall",
    "Families": "families",
    "Edits": "edits",
    "Effects": "effects",
    "Groups": "groups-and-notes",
    "Compare": "comparison",
    "Picture": "activations",
    "Attribution": "attribution",
    "Write on it": "writing-on-the-picture",
    "Words": "words",
    "Tuning": "tuning",
    "Dataset examples": "dataset-examples",
    "Weights": "weights",
    "Notes": "groups-and-notes",
    "Evidence": "evidence",
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
        if self.dialog is None:
            self.dialog = HelpDialog(self._window)
        self.dialog.show_page(self.page())

    def page(self) -> str:
        """The name of the help on the page that has the keyboard; the one in the middle where none has it."""
        window, active = self._window, QApplication.activeWindow()
        if isinstance(active, OwnWindow):
            return TABS.get(active.title, FIRST)
        if active is not None and active.objectName() == "sideBySideWindow":
            return TABS["Compare"]
        if _holds_focus(window, window.feature):
            return "feature-visualization"
        if _holds_focus(window, window.strip):
            return _page_of(window.desk)
        places = (window.desk, window.evidence)
        return _page_of(next((place for place in places if _holds_focus(window, place)), window.stage))


def _page_of(place: Pages) -> str:
    return TABS.get(place.tabText(place.currentIndex()), FIRST)


def _holds_focus(window: QWidget, part: QWidget) -> bool:
    focus = QApplication.focusWidget() or window.focusWidget()  # a panel that floats has its own
    return focus is not None and (focus is part or part.isAncestorOf(focus))
