"""Every action of the window: one table, from which menus and shortcuts are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from inspector.gui.icons import icon
from inspector.gui.theme import Tokens


@dataclass(frozen=True)
class Entry:
    """One action.

    Attributes:
        name: Object name of the QAction.
        menu: Title of the menu that it stands in.
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
    menus = {action.text(): action.menu() for action in window.menuBar().actions()}
    menus |= {
        title: window.menuBar().addMenu(title) for title in {e.menu: 0 for e in entries} if title not in menus
    }
    actions: dict[str, QAction] = {}
    for entry in entries:
        action = QAction(entry.text, window, objectName=entry.name)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setToolTip(_tip(entry, action))
        action.triggered.connect(entry.run)
        menus[entry.menu].addAction(action)
        actions[entry.name] = action
    return actions


def _tip(entry: Entry, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return (entry.tip or entry.text.rstrip("…")) + (f" ({keys})" if keys else "")


def set_icons(actions: dict[str, QAction], entries: Sequence[Entry], tokens: Tokens) -> None:
    """Draw the actions' icons in the theme's colours."""
    for entry in entries:
        if entry.icon:
            actions[entry.name].setIcon(icon(entry.icon, tokens))
