"""A window of its own for a view that usually stands in a splitter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from inspector.gui.panels.parts import EmptyState
from inspector.gui.translation import tr

_SIZE = QSize(1100, 760)
_PROGRAM = "Neuron Inspector"


class OwnWindow(QWidget):
    """Takes a view out of its splitter and gives it back when it is closed, or when the main window is.

    Where the view stood, a sentence says where it is, with a button that calls it back.

    Attributes:
        view: The view.
        title: What it is called.

    Signals:
        toggled: The view stands here now (True), or is back in its place (False).
    """

    toggled = Signal(bool)

    def __init__(self, view: QWidget, title: str) -> None:
        name = f"{view.objectName()}Window"
        super().__init__(_main_of(view), Qt.WindowType.Window, objectName=name)
        self.title = title
        self.view, self._home = view, view.parentWidget()
        self._place = self._home.indexOf(view) if isinstance(self._home, QSplitter) else 0
        self._sizes = self._home.sizes() if isinstance(self._home, QSplitter) else []
        self._main = _main_of(view)
        self._away = _Away(title, name)
        self._away.button.clicked.connect(self.close)
        self.setWindowTitle(f"{title} — {_PROGRAM}")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._main.installEventFilter(self)

    @classmethod
    def of(cls, view: QWidget, title: str) -> OwnWindow:
        """The window of that view: there is one, whoever asks."""
        made = next((own for own in _main_of(view).findChildren(cls) if own.view is view), None)
        return made or cls(view, title)

    @property
    def is_open(self) -> bool:
        """Whether the view stands here."""
        return self.view.parentWidget() is self

    def toggle(self) -> None:
        """Take the view, or give it back."""
        if self.is_open:
            self.close()
            return
        if isinstance(self._home, QSplitter):
            self._sizes = self._home.sizes()
            self._home.insertWidget(self._place, self._away)
        # The window's shortcuts work here, too.
        self.addActions(
            [action for action in self._main.findChildren(QAction) if not action.shortcut().isEmpty()]
        )
        self.resize(_SIZE.boundedTo(self.screen().availableGeometry().size()))
        self._layout.addWidget(self.view)
        self._away.show()
        self.show()
        self.toggled.emit(True)

    def _give_back(self) -> None:
        if self.is_open and isinstance(self._home, QSplitter):
            self._away.setParent(None)
            self._home.insertWidget(self._place, self.view)
            self._home.setSizes(self._sizes)
            self.toggled.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._main and event.type() == QEvent.Type.Close:
            self.close()  # what is remembered of the layout has the view in its place
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._give_back()
        super().closeEvent(event)


def _main_of(view: QWidget) -> QWidget:
    """The main window; the view's own window may be a floating panel of it."""
    parent = view.parentWidget()
    return view if parent is None else _main_of(parent)


class _Away(QWidget):
    """Stands in for a view that is elsewhere."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__(objectName=f"{name}Away")
        empty = EmptyState(f"{name}AwayText", ground=QPalette.ColorRole.Window, needs_network=False)
        empty.say(
            tr("{title}: in a window of its own").format(title=title),
            tr("Close that window to have it here again."),
        )
        self.button = QPushButton(tr("Put it back"), objectName=f"{name}Back")
        self.button.setAccessibleName(tr("Put “{title}” back into the main window").format(title=title))
        layout = QVBoxLayout(self)
        layout.addWidget(empty, 3)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
