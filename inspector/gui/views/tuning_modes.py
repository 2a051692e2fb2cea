"""The row of buttons that chooses how a tuning is looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from inspector.gui.translation import mark, tr
from inspector.gui.views.segments import Segments

MODES = {
    "curve": (mark("Curve"), mark("Responses along one axis, the stimuli below it.")),
    "polar": (mark("Polar"), mark("Responses around the circle; the pointer isolates a curve.")),
    "heat": (mark("Heat map"), mark("Responses over two axes; drag the lines to cut through them.")),
    "units": (mark("Units"), mark("The same measurement of every unit of the node; click one to go there.")),
    "table": (mark("Table"), mark("The indices of every unit of the node; click a heading to sort by it.")),
    "live": (mark("Live"), mark("Turn the stimulus’s knobs and watch all units of the node answer.")),
}
_NEEDS = {
    "polar": mark("Vary an axis that comes round: an orientation, a hue, a phase."),
    "heat": mark("Vary two axes."),
}


class ModeBar(QWidget):
    """Buttons of which one is down.

    Attributes:
        buttons: The buttons by mode.

    Signals:
        mode_chosen: The user chose a way to look.
    """

    mode_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="tuningModes")
        self._segments = Segments("tuningModeButtons", MODES, prefix="mode", accessible=tr("Show as {}"))
        self._segments.chosen.connect(self.mode_chosen)
        self.buttons: dict[str, QToolButton] = self._segments.buttons
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._segments)

    @property
    def mode(self) -> str:
        """The one that is down."""
        return self._segments.current

    def set_mode(self, name: str) -> None:
        """Press a button, without a signal."""
        self._segments.set_current(name)

    def set_available(self, name: str, available: bool) -> None:
        """Let a way to look be chosen, or say what it needs."""
        tip = tr(MODES[name][1] if available else _NEEDS.get(name, MODES[name][1]))
        self._segments.set_available(name, available, tip)
