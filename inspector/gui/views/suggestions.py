"""Suggested groups on a node's page, each to be accepted or rejected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector.gui.panels.parts import CrossButton, ElidedLabel, scaled
from inspector.gui.translation import plural, tr
from inspector.gui.views.group_section import Image, UnitTiles
from inspector.gui.views.parts import muted
from inspector.lenses.suggestions import Suggestion

_MOST, _SHORT = 24, 5


class SuggestionSection(QFrame):
    """One suggestion: its name, where it comes from, its units, and what to do with it.

    Signals:
        accepted: The `Suggestion` is wanted as a group.
        rejected: It is not, now or later.
        chosen: (unit) was clicked.
    """

    accepted = Signal(object)
    rejected = Signal(object)
    chosen = Signal(int)

    def __init__(self, suggestion: Suggestion, image: Image) -> None:
        super().__init__(objectName=f"suggestion-{suggestion.name}")
        self.suggestion = suggestion
        self.setFrameShape(QFrame.Shape.StyledPanel)
        name = ElidedLabel(suggestion.name, name="suggestionName", factor=1.1, bold=True)
        sure = plural(
            "{count:,} unit · {confidence:.0%} sure",
            "{count:,} units · {confidence:.0%} sure",
            len(suggestion.members),
        ).format(count=len(suggestion.members), confidence=suggestion.confidence)
        self.accept = self._button(
            tr("Accept"), "acceptSuggestion", tr("Make “{name}” a group").format(name=suggestion.name)
        )
        self.reject = self._button(
            tr("Reject"), "rejectSuggestion", tr("Never suggest “{name}” again").format(name=suggestion.name)
        )
        self.accept.clicked.connect(self._on_accepted)
        self.reject.clicked.connect(self._on_rejected)
        self.tiles = UnitTiles(suggestion.node)
        self.tiles.set_open(False)
        self.tiles.setAccessibleName(tr("Units of the suggestion {name}").format(name=suggestion.name))
        heading = QHBoxLayout()
        heading.addWidget(name, 1)
        for widget in (self.accept, self.reject):
            heading.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.setSpacing(4)
        layout.addLayout(heading)
        layout.addWidget(muted(f"{sure} · {tr(suggestion.source)}", "suggestionSource", wrap=True))
        layout.addWidget(self.tiles)
        self.tiles.set_units(suggestion.units, image)
        self._explain()
        self.tiles.chosen.connect(self.chosen)

    def _button(self, text: str, name: str, accessible: str) -> QPushButton:
        button = QPushButton(text, objectName=name, toolTip=accessible)
        button.setAccessibleName(accessible)
        return button

    def _explain(self) -> None:
        """Say of each tile how sure it is, and what it prefers or how it was turned."""
        words = self.suggestion.words or ("",) * len(self.suggestion.members)
        for row, ((unit, sure), word) in enumerate(zip(self.suggestion.members, words, strict=True)):
            parts = (f"{self.suggestion.node}/{unit}", tr(word), tr("{sure:.0%} sure").format(sure=sure))
            item, short = self.tiles.item(row), word.replace(" deg", "°").rpartition(" ")[2]
            item.setToolTip(" · ".join(part for part in parts if part))
            if short.endswith("°") and len(short) <= _SHORT:  # "17 · 165°" has room below a tile
                item.setText(f"{unit} · {short}")

    @Slot()
    def _on_accepted(self) -> None:
        self.accepted.emit(self.suggestion)

    @Slot()
    def _on_rejected(self) -> None:
        self.rejected.emit(self.suggestion)


class SuggestionsHeading(QWidget):
    """What stands above the suggestions: how they were found, or that they are being looked for.

    Signals:
        hidden: They are not to be seen now.
    """

    hidden = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="suggestionsHeading")
        self.title = QLabel(objectName="suggestionsTitle")
        self.title.setFont(scaled(self.font(), 1.1, bold=True))
        self.note = muted("", "suggestionsNote", wrap=True)
        close = CrossButton("hideSuggestions", tr("Hide the suggestions"))
        close.clicked.connect(self.hidden)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.note)
        self.say("")

    def say(self, title: str, note: str = "") -> None:
        """Show a title and a note; an empty title hides all."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setVisible(bool(title))


def sections(suggestions: Sequence[Suggestion], image: Image) -> list[SuggestionSection]:
    """The first suggestions, each as a section."""
    return [SuggestionSection(one, image) for one in suggestions[:_MOST]]


def left_out(suggestions: Sequence[Suggestion]) -> str:
    """A sentence on those that are not shown, or ""."""
    more = len(suggestions) - _MOST
    if more <= 0:
        return ""
    return plural(
        "{more:,} smaller one follows when some of these are accepted or rejected.",
        "{more:,} smaller ones follow when some of these are accepted or rejected.",
        more,
    ).format(more=more)
