"""Help on the page in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.actions import Entry
from inspector.gui.controllers.help import HelpController
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 910  # behind the palette, in its menu


def install(window: MainWindow) -> HelpController:
    """Add it to the menu Help."""
    controller = HelpController(window)
    tip = tr("What the page shows, how it is computed, when it misleads")
    window.add_entries(
        [Entry("pageHelp", tr("&Help"), tr("About this page"), controller.show, ("Shift+F1",), tip=tip)]
    )
    return controller
