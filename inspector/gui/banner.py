"""A line above everything that says what went wrong or what to know, until it is dismissed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from inspector.gui.translation import tr


class Banner(QFrame):
    """One sentence with a button to dismiss it, and one to act on it where it is an offer; else hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="banner")
        self._label = QLabel(objectName="bannerText", wordWrap=True)
        self._label.setAccessibleName(tr("Message"))
        close = QToolButton(text="×", autoRaise=True, objectName="bannerClose")
        close.setAccessibleName(tr("Dismiss the message"))
        close.clicked.connect(self.hide)
        self._act: Callable[[], object] | None = None
        self.button = QPushButton(objectName="bannerAction")
        self.button.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while hidden."""
        return "" if self.isHidden() else self._label.text()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._act = None
        self.button.hide()
        self._label.setText(sentence)
        self.show()

    def offer(self, sentence: str, button: str, act: Callable[[], object]) -> None:
        """Show a sentence, and a button that does something about it."""
        self.say(sentence)
        self._act = act
        self.button.setText(button)
        self.button.show()

    @Slot()
    def _on_clicked(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()
