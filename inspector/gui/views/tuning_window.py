"""A window of its own for a view that usually stands in a splitter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

_SIZE = QSize(1100, 760)


class OwnWindow(QWidget):
    """Takes a view out of its splitter and gives it back when it is closed, or when the main window is.

    Signals:
        toggled: The view stands here now (True), or is back in its place (False).
    """

    toggled = Signal(bool)

    def __init__(self, view: QWidget, title: str, name: str = "tuningWindow") -> None:
        super().__init__(view.window(), Qt.WindowType.Window, objectName=name)
        self._view, self._home = view, view.parentWidget()
        self._place = self._home.indexOf(view) if isinstance(self._home, QSplitter) else 0
        self._sizes = self._home.sizes() if isinstance(self._home, QSplitter) else []
        self._main = view.window()
        self.setWindowTitle(title)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._main.installEventFilter(self)

    @property
    def view(self) -> QWidget:
        """The view that it takes."""
        return self._view

    @property
    def home(self) -> QWidget | None:
        """Where the view usually stands."""
        return self._home

    def toggle(self) -> None:
        """Take the view, or give it back."""
        if self._view.parentWidget() is self:
            self.close()
            return
        if isinstance(self._home, QSplitter):
            self._sizes = self._home.sizes()
        self.resize(_SIZE.boundedTo(self.screen().availableGeometry().size()))
        self._layout.addWidget(self._view)
        self.show()
        self.toggled.emit(True)

    def _give_back(self) -> None:
        if self._view.parentWidget() is self and isinstance(self._home, QSplitter):
            self._home.insertWidget(self._place, self._view)
            self._home.setSizes(self._sizes)
            self.toggled.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._main and event.type() == QEvent.Type.Close:
            self.close()  # what is remembered of the layout has the view in its place
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._give_back()
        super().closeEvent(event)
