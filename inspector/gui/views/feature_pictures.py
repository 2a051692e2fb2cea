"""Which pictures of a unit are made side by side: a menu of what each of them is made to drive."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from inspector.gui.translation import mark, tr
from inspector.gui.views.objective_words import explained, needs_picture

USUAL = ("channel", "neuron")
_OF_UNIT = (*USUAL, "-channel", "-neuron")
_DIVERSITY = "diversity(channel, {})"
_COUNTS = (2, 3, 4)
_OF_PICTURE = ("caricature", "activation")
_COMPOSED = {
    "interpolation": (
        mark("Interpolation to a unit…"),
        mark("A strip of pictures in steps from this unit to another one."),
    ),
    "class": (mark("Class…"), mark("A picture that drives one class of the network’s output.")),
    "direction": (
        mark("Several units…"),
        mark("One picture for several units at once, each with a weight: a direction."),
    ),
}
_NO_PICTURE = mark("Drop or choose a picture first.")
_LONGEST_NAME = 24


class PicturesMenu(QMenu):
    """Checkable entries, one of them always checked, and entries that ask for more.

    Signals:
        objectives_chosen: Texts of the objectives of the checked entries, in the menu's order: a tuple.
        compose_requested: "interpolation", "class" or "direction": the user wants to put one together.
    """

    objectives_chosen = Signal(tuple)
    compose_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="featurePictures")
        self.setToolTipsVisible(True)
        self._entries: dict[str, QAction] = {}
        self.addSection(tr("This unit"))
        for text in _OF_UNIT:
            self._add(self, text)
        self._add_diversity()
        self.addSection(tr("This layer"))
        self._add(self, "layer")
        self.addSection(tr("The current picture"))
        for text in _OF_PICTURE:
            self._add(self, text)
        self.addSection(tr("Put together"))
        for kind, (title, sentence) in _COMPOSED.items():
            action = self.addAction(tr(title))
            action.setObjectName(f"compose-{kind}")
            action.setToolTip(tr(sentence))
            action.triggered.connect(lambda _=False, kind=kind: self.compose_requested.emit(kind))
        self._others: list[str] = []
        self._line = self.addSeparator()
        self.set_objectives(USUAL)
        self.set_picture("")

    def _add(self, menu: QMenu, text: str, title: str = "") -> QAction:
        name, sentence = explained(text)
        action = QAction(title or name, self, objectName=f"picture-{text}", checkable=True)
        action.setToolTip(sentence)
        action.triggered.connect(self._on_triggered)
        menu.addAction(action)
        self._entries[text] = action
        return action

    def _add_diversity(self) -> None:
        title, sentence = explained(_DIVERSITY.format(_COUNTS[0]))
        self.diversity = QMenu(title, self)
        self.diversity.setToolTipsVisible(True)
        self.addMenu(self.diversity).setToolTip(sentence)
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for count in _COUNTS:
            group.addAction(
                self._add(
                    self.diversity, _DIVERSITY.format(count), tr("{count} pictures").format(count=count)
                )
            )

    @property
    def objectives(self) -> tuple[str, ...]:
        """The chosen objectives."""
        return tuple(text for text, action in self._entries.items() if action.isChecked())

    def set_objectives(self, objectives: tuple[str, ...]) -> None:
        """Check the entries of these objectives, asking for nothing; others get entries of their own."""
        for text in self._others:
            action = self._entries.pop(text)
            self.removeAction(action)
            action.deleteLater()
        self._others = [text for text in dict.fromkeys(objectives) if text not in self._entries]
        for text in self._others:
            self._add(self, text)
        self._line.setVisible(bool(self._others))
        for text, action in self._entries.items():
            action.setChecked(text in objectives)

    def set_picture(self, name: str) -> None:
        """Name the current picture, "" for none: what is made of it can be chosen then."""
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        for text in _OF_PICTURE:
            title, sentence = explained(text)
            self._entries[text].setText(
                tr("{title} of “{name}”").format(title=title, name=short).replace("&", "&&")
                if name
                else title
            )
            self._entries[text].setToolTip(sentence if name else tr(_NO_PICTURE))
        for text, action in self._entries.items():
            # What is checked can always be taken away again.
            action.setEnabled(bool(name) or action.isChecked() or not needs_picture(text))

    @Slot(bool)
    def _on_triggered(self, checked: bool) -> None:
        action = self.sender()
        if not self.objectives and isinstance(action, QAction):
            action.setChecked(True)  # a row without any picture shows nothing
            return
        self.objectives_chosen.emit(self.objectives)
