"""The workspace in the window: its dialog, and who else has it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QLabel

from inspector.gui.dialogs.workspace import WorkspaceDialog
from inspector.gui.translation import mark, tr
from inspector.jobs.queue import Priority
from inspector.jobs.workspace_care import Action, CareForWorkspace, WorkspaceCard
from inspector.workspace.presence import Presence

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

CARE = "workspace-care"
_TITLES: dict[Action, str] = {
    "look": mark("Looking at the workspace"),
    "check": mark("Checking the workspace"),
    "clear": mark("Clearing the workspace"),
}
_SHARED = mark(
    "Another window has this workspace open. Both see what either keeps; writing takes turns, "
    "and the same pictures are scanned by one of them only."
)


class WorkspaceController(QObject):
    """Joins the dialog with the engine, and says when another window has the same workspace open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._engine = window, window.engine
        self.dialog: WorkspaceDialog | None = None
        self.shared = QLabel(tr("Workspace shared"), objectName="workspaceShared", visible=False)
        self.shared.setToolTip(tr(_SHARED))
        folder = window.engine.workspace
        self._presence = Presence(folder) if folder is not None else None
        self._engine.finished.connect(self._on_finished)
        self._engine.failed.connect(self._on_failed)
        window.installEventFilter(self)
        if self._presence is not None and self._presence.others:
            window.statusBar().addPermanentWidget(self.shared)
            self.shared.show()
            window.banner.say(tr(_SHARED))

    @Slot()
    def show_dialog(self) -> None:
        """Show what is kept."""
        if self.dialog is None:
            self.dialog = WorkspaceDialog(self._window)
            self.dialog.check_requested.connect(lambda: self._care("check"))
            self.dialog.clear_requested.connect(self._on_clear_requested)
        self.dialog.show()
        self._care("look")

    def _care(self, action: Action) -> None:
        self._engine.submit(CareForWorkspace(action), CARE, tr(_TITLES[action]), Priority.PICTURE)

    @Slot(str, bool, int)
    def _on_clear_requested(self, what: str, this_network: bool, days: int) -> None:
        card = self._window.session.network
        network = card.name if this_network and card is not None else ""
        request = CareForWorkspace("clear", what, network, days)  # type: ignore[arg-type]
        self._engine.submit(request, CARE, tr(_TITLES["clear"]), Priority.PICTURE)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == CARE and isinstance(result, WorkspaceCard):
            if self.dialog is not None:
                self.dialog.set_card(result)
            if result.told:
                self._window.dataset.scanning.look_at_shelf()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == CARE and self.dialog is not None:
            self.dialog.set_error(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the seat up with the window, and close the dialog with it."""
        if event.type() == QEvent.Type.Close and watched is self._window:
            if self._presence is not None:
                self._presence.leave()
            if self.dialog is not None:
                self.dialog.close()
        return False
