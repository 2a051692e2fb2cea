"""A line above everything that says what went wrong or what to know, until it is dismissed."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget


class Banner(QFrame):
    """One sentence with a button to dismiss it; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="banner")
        self._label = QLabel(objectName="bannerText", wordWrap=True)
        self._label.setAccessibleName("Message")
        close = QToolButton(text="×", autoRaise=True, objectName="bannerClose")
        close.setAccessibleName("Dismiss the message")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while hidden."""
        return "" if self.isHidden() else self._label.text()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._label.setText(sentence)
        self.show()
