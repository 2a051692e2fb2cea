"""The tour of five steps through the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.actions import Entry
from inspector.gui.controllers.first_tour import FirstTour
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 920


def install(window: MainWindow) -> FirstTour:
    """Add it to the menu Help; whoever starts the program offers it."""
    tour = FirstTour(window)
    window.add_entries(
        [Entry("firstTour", tr("&Help"), tr("Show me around"), tour.begin, tip=tr("Five steps"))]
    )
    return tour
