"""What can be done with a unit from the menu of its tile, and where its groups are offered by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from inspector.gui.views.group_field import Groups
from inspector.workspace.taxonomy import units_by_group

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 95
_ACTIONS = ("silenceUnit", "cutNegative", "", "star", "addToGroup", "", "copyAddress")


class TileMenu(QObject):
    """Puts actions of other features into the menu of the tiles, and groups into the fields for units."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        view = window.units.view
        view.addAction(self._line())
        view.addActions([window.actions_by_name.get(name) or self._line() for name in _ACTIONS])
        families, edits = window.features["weights"].families, window.features["editing"].view
        families.units.groups = edits.units.groups = self._here
        families.sources.groups = lambda: self._of(families.source.currentText())

    def _line(self) -> QAction:
        line = QAction(self)
        line.setSeparator(True)
        return line

    def _here(self) -> Groups:
        node = self._window.session.node
        return self._of(node.name) if node is not None else {}

    def _of(self, name: str) -> Groups:
        card, taxonomy = self._window.session.network, self._window.features["notes"].notes.taxonomy
        if card is None or name not in card.nodes:
            return {}
        return units_by_group(taxonomy, name, card.nodes[name].units)


def install(window: MainWindow) -> TileMenu:
    """Join what was installed before."""
    return TileMenu(window)
