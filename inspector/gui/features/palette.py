"""The command palette and the sheet of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.actions import Entry
from inspector.gui.controllers.palette import PaletteController
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 900  # its menu stands behind those of the other features


def install(window: MainWindow) -> PaletteController:
    """Add both to the menu Help."""
    palette = PaletteController(window.session, window, window)
    window.add_entries(
        [
            Entry(
                "palette",
                tr("&Help"),
                tr("Go to or do anything…"),
                palette.show,
                ("Ctrl+K",),
                tip=tr("Command palette"),
            ),
            Entry(
                "keys",
                tr("&Help"),
                tr("Keys"),
                palette.show_keys,
                ("F1",),
                tip=tr("Every shortcut on one sheet"),
            ),
        ]
    )
    return palette
