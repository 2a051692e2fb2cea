"""Words and pictures: writing on the picture, prompts, words that units like, Stroop grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector.gui.actions import Entry
from inspector.gui.controllers.attack import AttackController
from inspector.gui.controllers.facets import FacetsController
from inspector.gui.controllers.prompts import PromptsController
from inspector.gui.translation import tr
from inspector.gui.views.attack import AttackView
from inspector.gui.views.prompts import PromptsView

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 50


class ClipFeature(QObject):
    """The pages about words.

    Attributes:
        attack: The page where a word is written on the picture.
        words: The page of prompts and words.
        attacking, prompting: What fills them.
        facets: The dialog that trains facets.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.attack, self.words = AttackView(), PromptsView()
        self.prompting = PromptsController(window.session, window.engine, self.words)
        self.attacking = AttackController(window.session, window.engine, self.attack, self.prompting.prompts)
        self.prompting.prompts_changed.connect(self.attacking.ask_soon)
        for controller in (self.attacking, self.prompting):
            controller.wrote.connect(window.status.setText)
        self.facets = FacetsController(window.session, window.engine, window.unit_page.feature, window)
        window.session.network_changed.connect(self._on_network_changed)
        window.desk.add(tr("Write on it"), self.attack)
        window.desk.add(tr("Words"), self.words)
        window.add_entries(
            [
                Entry(
                    "writeOnPicture",
                    tr("&Picture"),
                    tr("Write a word on it"),
                    self.show_attack,
                    ("Ctrl+Shift+W",),
                ),
                Entry("words", tr("&Picture"), tr("Words and prompts"), self.show_words),
                Entry("stroop", tr("&Picture"), tr("Stroop grid"), self.show_stroop),
                Entry("facets", tr("&Picture"), tr("Facets…"), self.facets.show_dialog),
            ]
        )

    def show_attack(self) -> None:
        """Bring the page where a word is written on the picture."""
        self._window.desk.bring(self.attack)
        self.attack.word.setFocus()

    def show_words(self) -> None:
        """Bring the page of words, at the prompts where the network reads."""
        card = self._window.session.network
        self._window.desk.bring(self.words)
        self.words.show_mode("prompts" if card is not None and card.reads else "written")

    @Slot()
    def _on_network_changed(self) -> None:
        """Of a network that reads no pictures there are words to look at."""
        card = self._window.session.network
        if card is not None and not card.sees:
            self.show_words()

    def show_stroop(self) -> None:
        """Bring the Stroop grid."""
        self._window.desk.bring(self.words)
        self.words.show_mode("stroop")


def install(window: MainWindow) -> ClipFeature:
    """Put the pages behind tabs of the current picture."""
    return ClipFeature(window)
