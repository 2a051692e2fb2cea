"""Export of what is seen, and of the numbers behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.actions import Entry
from inspector.gui.controllers.exporting import ExportingController
from inspector.gui.controllers.exporting_menus import ExportingMenus

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 850  # behind all that adds pages, before the palette that lists the actions


def install(window: MainWindow) -> ExportingController:
    """Add the actions to the menu File and to the menus of all pages."""
    exporting = ExportingController(window)
    window.add_entries(
        [
            Entry("exportView", "&File", "Export view…", exporting.show, ("Ctrl+E",), tip=_TIP),
            Entry("copyView", "&Edit", "Copy view", exporting.copy, ("Ctrl+Shift+K",), tip=_COPY_TIP),
        ]
    )
    exporting.menus = ExportingMenus(window, exporting)
    return exporting


_TIP = "The page in sight as PNG, SVG or PDF, with a caption"
_COPY_TIP = "The page in sight as a picture with its caption, for another program"
