"""Panels that move, and layouts that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.controllers.layouts import LayoutsController

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 810  # behind all that adds splitters


def install(window: MainWindow) -> LayoutsController:
    """Put panels and layouts into the menu View."""
    return LayoutsController(window)
