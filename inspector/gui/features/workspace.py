"""The workspace: its size, check and repair, clearing; a word where another window has it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.gui.actions import Entry
from inspector.gui.controllers.workspace import WorkspaceController
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 90


def install(window: MainWindow) -> WorkspaceController:
    """Put the dialog into the menu and take a seat at the workspace."""
    controller = WorkspaceController(window)
    tip = tr("How much is kept on disk; check, repair and clear it")
    window.add_entries([Entry("workspace", tr("&File"), tr("Workspace…"), controller.show_dialog, tip=tip)])
    return controller
