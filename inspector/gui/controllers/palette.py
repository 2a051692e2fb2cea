"""What the command palette can do now: the window's actions, the network's nodes and units, the pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from inspector.gui.actions import Entry
from inspector.gui.dialogs.palette import PaletteDialog
from inspector.gui.dialogs.shortcuts import ShortcutsDialog
from inspector.gui.models.palette import MOST, Target, matches
from inspector.gui.session import Session, check_location
from inspector.gui.translation import tr
from inspector.network.errors import AddressError
from inspector.network.location import Location

Source = Callable[[str], Iterator[Target]]


class HasActions(Protocol):
    """The window, as far as the palette knows it."""

    actions_by_name: dict[str, QAction]
    entries: list[Entry]


class PaletteController(QObject):
    """Shows the palette and the sheet of keys.

    Attributes:
        sources: What gives targets for a question, in order; features add their own (groups, notes ...).
    """

    def __init__(self, session: Session, window: HasActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._window, self._parent = session, window, parent
        self.sources: list[Source] = [self._places, self._actions, self._nodes, self._pictures]
        self.dialog: PaletteDialog | None = None
        self.sheet: ShortcutsDialog | None = None

    @Slot()
    def show(self) -> None:
        """Ask what to go to or to do."""
        if self.dialog is None:
            self.dialog = PaletteDialog(self.find, self._parent)
        self.dialog.ask()

    @Slot()
    def show_keys(self) -> None:
        """Show the sheet of keys, with all actions that there are now."""
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = ShortcutsDialog(self._window.entries, self._parent)
        self.sheet.show()

    def find(self, question: str) -> Sequence[Target]:
        """What a question finds; an address that leads somewhere stands first."""
        exact = list(self._places(question))
        others = [target for source in self.sources[1:] for target in source(question)]
        return [*exact, *matches(question, others)][:MOST]

    def _places(self, question: str) -> Iterator[Target]:
        card = self._session.network
        if card is None or not question.strip():
            return
        node = self._session.node
        typed = "/".join(question.split())  # a space is typed faster than a slash
        alone = f"{node.name}/{typed}" if node and typed.isdecimal() else typed
        try:
            location = Location.parse(alone, network=card.name)
            check_location(card, location)
        except AddressError:
            return
        if location.unit is not None:
            yield Target(str(location), tr("Unit"), partial(self._session.go, location))

    def _actions(self, question: str) -> Iterator[Target]:
        native = QKeySequence.SequenceFormat.NativeText
        for entry in self._window.entries:
            action = self._window.actions_by_name[entry.name]
            if action.isEnabled():
                text = entry.text.replace("&", "")
                yield Target(text, tr("Action"), action.trigger, action.shortcut().toString(native))

    def _nodes(self, question: str) -> Iterator[Target]:
        card = self._session.network
        for name in card.nodes if card is not None and question.strip() else ():
            yield Target(name, tr("Node"), partial(self._session.go_to_node, name))

    def _pictures(self, question: str) -> Iterator[Target]:
        for digest, picture in self._session.pictures.items() if question.strip() else ():
            yield Target(picture.name, tr("Picture"), partial(self._session.choose_picture, digest))
