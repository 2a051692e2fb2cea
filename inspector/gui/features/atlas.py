"""The atlas: a site of every unit, made from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.actions import Entry
from inspector.gui.controllers.atlas import AtlasController
from inspector.gui.translation import mark, tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 851  # behind the other ways to take things out of the window


def install(window: MainWindow) -> AtlasController:
    """Add the action to the menu File."""
    controller = AtlasController(window.session, window.engine, window.banner, window)
    controller.begun.connect(window.status.setText)
    controller.help_wanted.connect(lambda: window.features["help"].show_named("atlas"))
    window.add_entries([Entry("makeAtlas", tr("&File"), tr("Make an atlas…"), controller.show, tip=tr(_TIP))])
    return controller


_TIP = mark("A web site of every unit, for people who have not got this program")
