"""Evidence: the seven arguments of a unit as a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector.gui.controllers.evidence import EvidenceController
from inspector.gui.translation import tr
from inspector.gui.views.evidence import EvidenceView

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 90


class EvidenceFeature(QObject):
    """The page.

    Attributes:
        view: The page.
        controller: What fills it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.view = EvidenceView()
        self.controller = EvidenceController(window.session, window.engine, self.view)
        self.controller.wrote.connect(window.status.setText)
        window.evidence.add(tr("Evidence"), self.view)


def install(window: MainWindow) -> EvidenceFeature:
    """Put the page behind a tab of its own."""
    return EvidenceFeature(window)
