"""The row of buttons that chooses how a tuning is looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

MODES = {
    "curve": ("Curve", "Responses along one axis, the stimuli below it."),
    "polar": ("Polar", "Responses around the circle; the pointer isolates a curve."),
    "heat": ("Heat map", "Responses over two axes; drag the lines to cut through them."),
    "units": ("Units", "The same measurement of every unit of the node; click one to go there."),
    "live": ("Live", "Turn the stimulus’s knobs and watch all units of the node answer."),
}
_NEEDS = {
    "polar": "Vary an axis that comes round: an orientation, a hue, a phase.",
    "heat": "Vary two axes.",
}


_STYLE = """
QToolButton { padding: 3px 9px; border: 1px solid palette(mid); background: palette(button); }
QToolButton:hover { background: palette(midlight); }
QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); }
QToolButton:checked { border-color: palette(highlight); }
QToolButton:focus { border-color: palette(highlight); }
"""


class ModeBar(QWidget):
    """Buttons of which one is down.

    Signals:
        mode_chosen: The user chose a way to look.
    """

    mode_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="tuningModes")
        self.setStyleSheet(_STYLE)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name, (title, sentence) in MODES.items():
            button = QToolButton(objectName=f"mode-{name}", text=title, checkable=True, toolTip=sentence)
            button.setAccessibleName(f"Show as {title.lower()}")
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self.buttons[name] = button
            row.addWidget(button)

    @property
    def mode(self) -> str:
        """The one that is down."""
        return next((name for name, button in self.buttons.items() if button.isChecked()), "curve")

    def set_mode(self, name: str) -> None:
        """Press a button, without a signal."""
        self.buttons[name].setChecked(True)

    def set_available(self, name: str, available: bool) -> None:
        """Let a way to look be chosen, or say what it needs."""
        self.buttons[name].setEnabled(available)
        self.buttons[name].setToolTip(MODES[name][1] if available else _NEEDS.get(name, MODES[name][1]))

    @Slot()
    def _on_clicked(self) -> None:
        self.mode_chosen.emit(self.mode)
