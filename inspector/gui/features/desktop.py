"""What belongs to the desktop: another window, the first layout, a sign when a long job ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.actions import Entry
from inspector.gui.controllers.desktop import DesktopController

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 800  # behind all that adds splitters


def install(window: MainWindow) -> DesktopController:
    """Add the actions and watch the jobs."""
    desktop = DesktopController(window.session, window.engine, window)
    window.add_entries(
        [
            Entry("newWindow", "&File", "New window", desktop.open_window, ("Ctrl+N",)),
            Entry("resetLayout", "&View", "Reset layout", desktop.reset_layout),
        ]
    )
    return desktop
