"""A field for units that offers the workspace's named groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from inspector.gui.icons import icon
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr

Groups = Mapping[str, tuple[int, ...]]
"""A node's units by the name of their group."""


class GroupField(QLineEdit):
    """Takes units as text; a list at its end (or the down key) offers the groups of a node by name.

    Attributes:
        groups: Tells the groups that are offered, when they are asked for.

    Signals:
        group_chosen: A group's name was put into the field.
    """

    group_chosen = Signal(str)

    def __init__(self, name: str, accessible: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=name)
        self.groups: Callable[[], Groups] = dict
        self.setAccessibleName(accessible)
        self.setPlaceholderText(hint)
        self.setToolTip(hint)
        self._offer = QAction(tr("Choose a group of units (↓)"), self, objectName=f"{name}Groups")
        self._offer.triggered.connect(self.offer)
        self.addAction(self._offer, QLineEdit.ActionPosition.TrailingPosition)
        self._draw_icon()

    @Slot()
    def offer(self) -> None:
        """List the groups below the field."""
        self.menu = QMenu(self, objectName="groupMenu")
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, units in self.groups().items():
            action = self.menu.addAction(f"{name.replace('&', '&&')} · {len(units)}")
            action.triggered.connect(lambda _=False, name=name: self._choose(name))
        if self.menu.isEmpty():
            self.menu.addAction(tr("No group has units of this node")).setEnabled(False)
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, name: str) -> None:
        self.setText(name)
        self.group_chosen.emit(name)

    def _draw_icon(self) -> None:
        # The field's own palette follows the style sheet a moment later than its window's.
        self._offer.setIcon(icon("grid", tokens_of(QApplication.palette())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.offer()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw_icon()


def group_named(text: str, groups: Groups) -> tuple[int, ...] | None:
    """The units of the group of that name, however it is capitalised; None where there is none.

    What reads as a unit's number is one, whatever groups are called.
    """
    wanted = text.strip().casefold()
    if wanted.isdecimal():
        return None
    return next((units for name, units in groups.items() if name.casefold() == wanted), None)
