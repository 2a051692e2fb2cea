"""A small button that draws its icon in the colours of the theme, also of the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu, QToolButton

from inspector.gui.icons import icon
from inspector.gui.theme import tokens_of


class IconButton(QToolButton):
    """A button without a frame.

    Attributes:
        drawing: The name of its icon.
    """

    def __init__(self, drawing: str, name: str, accessible: str, tip: str) -> None:
        super().__init__(objectName=name, autoRaise=True, toolTip=tip)
        self.setAccessibleName(accessible)
        # The arrow of a menu leaves no place for the icon in a button this small.
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.drawing = drawing
        self.set_drawing(drawing)

    def set_drawing(self, name: str) -> None:
        """Draw another icon from now on."""
        self.drawing = name
        self.setIcon(icon(name, tokens_of(self.palette())))

    def open_menu(self, menu: QMenu) -> None:
        """Open a menu at a click."""
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.set_drawing(self.drawing)
