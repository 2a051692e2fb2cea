"""Every action of the window: one table, from which menus and shortcuts are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from inspector.gui.icons import icon
from inspector.gui.theme import Tokens


@dataclass(frozen=True)
class Entry:
    """One action.

    Attributes:
        name: Object name of the QAction.
        menu: Title of the menu that it stands in; behind a slash that of a menu in it.
        text: What the menu says.
        run: What it does.
        keys: Shortcuts, in Qt's portable text form.
        icon: Name of its icon, or "".
        tip: A sentence for the tooltip; the text where empty.
    """

    name: str
    menu: str
    text: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""


def install(window: QMainWindow, entries: Sequence[Entry]) -> dict[str, QAction]:
    """Make the actions, put each into its menu (a new one behind the others) and return them by name."""
    actions: dict[str, QAction] = {}
    for entry in entries:
        action = QAction(entry.text, window, objectName=entry.name)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setToolTip(_tip(entry, action))
        action.triggered.connect(entry.run)
        menu_of(window, entry.menu).addAction(action)
        actions[entry.name] = action
    return actions


def menu_of(window: QMainWindow, path: str) -> QMenu:
    """The menu of that title ("&View", "&View/Panels"), made where there is none."""
    place: QMenuBar | QMenu = window.menuBar()
    for title in path.split("/"):
        there = next((a.menu() for a in place.actions() if a.menu() and a.text() == title), None)
        place = there or place.addMenu(title)
    return place


def _tip(entry: Entry, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return (entry.tip or entry.text.rstrip("…")) + (f" ({keys})" if keys else "")


def set_icons(actions: dict[str, QAction], entries: Sequence[Entry], tokens: Tokens) -> None:
    """Draw the actions' icons in the theme's colours."""
    for entry in entries:
        if entry.icon:
            actions[entry.name].setIcon(icon(entry.icon, tokens))
