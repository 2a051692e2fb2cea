"""A page that tells when it comes into sight and when it goes: what nobody looks at is not asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """What stands behind a tab.

    Signals:
        seen: The page has come into sight.
        hidden: It is out of sight again.
    """

    seen = Signal()
    hidden = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidden.emit()
