"""What belongs to the desktop: another window, a sign when a long job ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.actions import Entry
from inspector.gui.controllers.desktop import DesktopController
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 800


def install(window: MainWindow) -> DesktopController:
    """Add the actions and watch the jobs."""
    desktop = DesktopController(window.session, window.engine, window)
    window.add_entries(
        [
            Entry("newWindow", tr("&File"), tr("New window"), desktop.open_window, ("Ctrl+N",)),
        ]
    )
    return desktop
