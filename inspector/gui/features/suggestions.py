"""Suggestions of groups on the page of groups."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from inspector.gui.actions import Entry
from inspector.gui.controllers.suggestions import SuggestionsController
from inspector.gui.translation import tr
from inspector.gui.views.suggestion_words import WORDS
from inspector.lenses.suggestions import By

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 61


class SuggestionsFeature(QObject):
    """The ways to look for groups, in the menu and on the page.

    Attributes:
        controller: What looks, and keeps what is decided.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        notes = window.features["notes"]
        self._groups = notes.groups
        self.controller = SuggestionsController(window.session, window.engine, notes.notes, self._groups)
        window.add_entries(self._entries())
        menu = QMenu(self._groups.suggest, objectName="suggestMenu", toolTipsVisible=True)
        for name in (*(f"suggest-{by}" for by in WORDS), "suggest-siblings"):
            menu.addAction(window.actions_by_name[name])
        self._groups.suggest.setMenu(menu)

    def _entries(self) -> list[Entry]:
        ways = [
            Entry(f"suggest-{by}", tr("&Notes"), tr(words.ask), partial(self._look, by), tip=tr(words.about))
            for by, words in WORDS.items()
        ]
        text = tr("Find this unit’s siblings")
        tip = tr("Which units fire to this one’s examples, turned, mirrored, scaled or in other hues")
        return [*ways, Entry("suggest-siblings", tr("&Notes"), text, self._look_for_siblings, tip=tip)]

    def _look(self, by: By, checked: bool = False) -> None:
        self._window.stage.bring(self._groups)
        self.controller.look(by)

    @Slot()
    def _look_for_siblings(self) -> None:
        self._window.stage.bring(self._groups)
        self.controller.look("transform", of_unit=True)


def install(window: MainWindow) -> SuggestionsFeature:
    """Put the ways into the menu and behind the page's button."""
    return SuggestionsFeature(window)
