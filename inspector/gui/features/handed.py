"""What macOS hands to the program: links and files, also while it runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from inspector.gui.controllers.handed import HandedController

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 810


def install(window: MainWindow) -> HandedController:
    """Take what is handed over where it comes as events; elsewhere it comes as arguments."""
    handed = HandedController(window)
    if sys.platform == "darwin":
        handed.listen()
    return handed
