"""What the pages of one tuning measurement have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.lenses.tuning import Tuning


class MeasuredPage(QWidget):
    """A page that draws a measurement and tells which stimulus the pointer is at.

    Signals:
        hovered: The index (tuple) of the stimulus under the pointer.
        left: The pointer is on none any more.
    """

    hovered = Signal(tuple)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tuning: Tuning | None = None
