"""Export of what is seen, and of the numbers behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.actions import Entry
from inspector.gui.controllers.exporting import ExportingController
from inspector.gui.controllers.exporting_data import ExportingData
from inspector.gui.controllers.exporting_menus import ExportingMenus
from inspector.gui.controllers.exporting_page import ExportingPage
from inspector.gui.translation import mark, tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 850  # behind all that adds pages, before the palette that lists the actions


def install(window: MainWindow) -> ExportingController:
    """Add the actions to the menu File and to the menus of all pages."""
    exporting = ExportingController(window)
    exporting.data = ExportingData(window, exporting)
    exporting.page = ExportingPage(window)
    window.add_entries(
        [
            Entry("exportView", tr("&File"), tr("Export view…"), exporting.show, ("Ctrl+E",), tip=tr(_TIP)),
            Entry(
                "exportData",
                tr("&File"),
                tr("Export data…"),
                exporting.data.show,
                ("Ctrl+Shift+E",),
                tip=tr(_DATA_TIP),
            ),
            Entry("exportPage", tr("&File"), tr("Export page…"), exporting.page.show, tip=tr(_PAGE_TIP)),
            Entry(
                "copyView", tr("&Edit"), tr("Copy view"), exporting.copy, ("Ctrl+Shift+K",), tip=tr(_COPY_TIP)
            ),
        ]
    )
    exporting.menus = ExportingMenus(window, exporting)
    return exporting


_TIP = mark("The page in sight as PNG, SVG or PDF, with a caption")
_DATA_TIP = mark("The numbers behind the page in sight as NPZ or CSV")
_PAGE_TIP = mark("A unit, a node or a group as one HTML file")
_COPY_TIP = mark("The page in sight as a picture with its caption, for another program")
