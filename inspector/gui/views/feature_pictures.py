"""Which pictures of a unit are made side by side: a menu of what each of them is made to drive."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from inspector.gui.views.feature_card import explained

KINDS = {
    "channel": "channel",
    "neuron": "neuron",
    "negative": "-channel",
    "diversity": "diversity(channel, 2)",
}
"""Objective that each entry of the menu stands for."""
USUAL = ("channel", "neuron")


class PicturesMenu(QMenu):
    """Checkable entries; one of them is always checked.

    Signals:
        objectives_chosen: Texts of the objectives of the checked entries, in the menu's order: a tuple.
    """

    objectives_chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="featurePictures")
        self.setToolTipsVisible(True)
        self._entries: dict[str, QAction] = {}
        for kind, objective in KINDS.items():
            title, sentence = explained(objective)
            action = QAction(title, self, objectName=f"picture-{kind}", checkable=True)
            action.setChecked(kind in USUAL)
            action.setToolTip(sentence)
            action.triggered.connect(self._on_triggered)
            self.addAction(action)
            self._entries[objective] = action

    @property
    def objectives(self) -> tuple[str, ...]:
        """The chosen objectives."""
        return tuple(text for text, action in self._entries.items() if action.isChecked())

    def set_objectives(self, objectives: tuple[str, ...]) -> None:
        """Check the entries of these objectives, without asking for anything."""
        for text, action in self._entries.items():
            action.setChecked(text in objectives)

    @Slot(bool)
    def _on_triggered(self, checked: bool) -> None:
        action = self.sender()
        if not self.objectives and isinstance(action, QAction):
            action.setChecked(True)  # a row without any picture shows nothing
            return
        self.objectives_chosen.emit(self.objectives)
