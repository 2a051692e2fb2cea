"""Places of the window in which several views lie behind tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget


class Pages(QTabWidget):
    """Views of which one is in sight; the tabs show where there is more than one."""

    def __init__(self, name: str, *views: tuple[str, QWidget]) -> None:
        """The object name, and views with their titles."""
        super().__init__(objectName=name, documentMode=True)
        self.setTabBarAutoHide(True)
        for title, view in views:
            self.add(title, view)

    def add(self, title: str, view: QWidget) -> None:
        """A further view, behind a tab of its own."""
        # In a splitter, which gives a view back its place when it comes home from a window of its own.
        home = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        home.addWidget(view)
        self.addTab(home, title)

    def bring(self, view: QWidget) -> None:
        """Let the view be the one in sight."""
        index = next((i for i in range(self.count()) if self.widget(i).isAncestorOf(view)), -1)
        if index >= 0:
            self.setCurrentIndex(index)


def split(orientation: Qt.Orientation, name: str, *parts: tuple[QWidget, int]) -> QSplitter:
    """Widgets side by side or one above the other, each with its share of the room."""
    splitter = QSplitter(orientation, objectName=name, childrenCollapsible=False)
    splitter.setHandleWidth(1)
    for index, (widget, stretch) in enumerate(parts):
        splitter.addWidget(widget)
        splitter.setStretchFactor(index, stretch)
    return splitter
