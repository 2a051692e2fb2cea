"""What the dialogs share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr


class ErrorLine(QLabel):
    """One sentence on what went wrong, in the dialog that it is about; hidden while there is none."""

    def __init__(self, name: str) -> None:
        super().__init__(objectName=name, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(tr("Error"))
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._colour()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the line."""
        self.setText(sentence)
        self.setVisible(bool(sentence))

    def _colour(self) -> None:
        colour = QColor(tokens_of(self.palette()).bad)
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()


class DecimalBox(QDoubleSpinBox):
    """A number of up to six digits behind the point, without needless zeros, as the language writes it.

    Its value is a number as any other: only what is read and typed follows the language.
    """

    def __init__(self, name: str = "") -> None:
        super().__init__(objectName=name, decimals=6)

    def textFromValue(self, value: float) -> str:
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", self.locale().decimalPoint())


def row(*widgets: QWidget, stretch: bool = False) -> QHBoxLayout:
    """Widgets beside each other; a first line to write in takes the room that is left, or `stretch` does."""
    made = QHBoxLayout()
    made.setSpacing(8)
    for place, widget in enumerate(widgets):
        made.addWidget(widget, 1 if place == 0 and isinstance(widget, QLineEdit) else 0)
    if stretch:
        made.addStretch(1)
    return made
