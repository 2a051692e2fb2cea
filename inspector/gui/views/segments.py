"""A row of joined buttons of which one is down."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from inspector.gui.translation import tr, within

_STYLE = """
QToolButton { padding: 3px $padding; border: 1px solid palette(mid); background: palette(button); }
QToolButton:hover { background: palette(midlight); }
QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); }
QToolButton:checked { border-color: palette(highlight); }
QToolButton:focus { border-color: palette(highlight); }
"""


_ROOMY, _TIGHT = 9, 2


class Segments(QWidget):
    """A choice among a few, all of them in sight.

    Attributes:
        buttons: The buttons by name.

    Signals:
        chosen: The user chose one: its name.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, entries: Mapping[str, tuple[str, str]], *, prefix: str, accessible: str
    ) -> None:
        """`entries` are title and sentence by name; `accessible` is said with the title in place of {}."""
        super().__init__(objectName=name)
        self._padding = 0
        self._pad(_ROOMY)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, (source, about) in entries.items():
            title, sentence = tr(source), tr(about)
            button = QToolButton(objectName=f"{prefix}-{key}", text=title, checkable=True, toolTip=sentence)
            button.setAccessibleName(accessible.format(within(title)))
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self.buttons[key] = button
            row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where not all words have room, the frames around them give way first."""
        super().resizeEvent(event)
        whole = sum(button.sizeHint().width() for button in self.buttons.values())
        if self._padding == _ROOMY and self.width() < whole:
            self._pad(_TIGHT)
        elif self._padding == _TIGHT and self.width() >= whole + 2 * (_ROOMY - _TIGHT) * len(self.buttons):
            self._pad(_ROOMY)

    def _pad(self, padding: int) -> None:
        self._padding = padding
        self.setStyleSheet(_STYLE.replace("$padding", f"{padding}px"))

    @property
    def current(self) -> str:
        """The one that is down; the first where none is."""
        down = (name for name, button in self.buttons.items() if button.isChecked())
        return next(down, next(iter(self.buttons)))

    def set_current(self, name: str) -> None:
        """Press a button, without a signal."""
        self.buttons[name].setChecked(True)

    def set_available(self, name: str, available: bool, tip: str) -> None:
        """Let one be chosen, or not; `tip` says what it shows or what it needs."""
        self.buttons[name].setEnabled(available)
        self.buttons[name].setToolTip(tip)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.current)
