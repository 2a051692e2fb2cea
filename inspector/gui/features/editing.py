"""Editing: a list of edits with what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector.gui.actions import Entry
from inspector.gui.controllers.edits import EditsController
from inspector.gui.translation import tr
from inspector.gui.views.edits import EditsView

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 60


class EditingFeature(QObject):
    """The page of edits.

    Attributes:
        view: The page.
        controller: What fills it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.view = EditsView(window.steps)
        self.controller = EditsController(window.session, window.engine, window.steps, self.view)
        window.stage.add(tr("Edits"), self.view)
        self._window = window
        window.add_entries(
            [
                Entry(
                    "silenceUnit",
                    tr("&Edit"),
                    tr("Silence the current unit"),
                    self._silence,
                    ("Ctrl+Shift+X",),
                ),
                Entry("cutNegative", tr("&Edit"), tr("Cut its negative weights"), self._cut),
            ]
        )

    def _silence(self) -> None:
        self._add("zero")

    def _cut(self) -> None:
        self._add("zero negative")

    def _add(self, kind: str) -> None:
        location = self._window.session.location
        if location is not None and location.unit is not None:
            self._window.stage.bring(self.view)
            self.controller.add(kind, str(location.unit), "")


def install(window: MainWindow) -> EditingFeature:
    """Put the page behind a tab of its own."""
    return EditingFeature(window)
