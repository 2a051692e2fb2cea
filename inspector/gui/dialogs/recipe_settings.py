"""The dialog with every number behind a recipe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.parts import ErrorLine
from inspector.gui.dialogs.recipe_knob import KnobRow
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import mark, tr

if TYPE_CHECKING:
    from inspector.lenses.feature_visualization.recipes import Knob

_SIZE = QSize(540, 640)
_LANGUAGE = mark(
    "What each picture is to drive, separated by semicolons: channel; neuron; -channel; layer; "
    "channel(3) - 0.5*neuron(7@2,3); diversity(channel, 3); interpolate(channel(3), channel(17), 5)."
)


class RecipeSettings(QDialog):
    """All knobs of feature visualization, each with a sentence on what it does.

    Signals:
        applied: The numbers that differ from the recipe's, a dict by name; the objectives, a tuple of texts.
    """

    applied = Signal(dict, tuple)

    def __init__(self, knobs: Iterable[Knob], parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="recipeSettings")
        self.setWindowTitle(tr("All settings of the feature visualization"))
        self._title = QLabel(objectName="settingsTitle")
        self._title.setFont(scaled(self._title.font(), 1.25, bold=True))
        self._about = QLabel(objectName="settingsAbout", wordWrap=True)
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._objectives = QLineEdit(objectName="objectiveTexts")
        self._objectives.setAccessibleName(tr("Objectives"))
        self._objectives.setToolTip(tr(_LANGUAGE))
        self._rows = [KnobRow(knob) for knob in knobs]
        self._error = ErrorLine("settingsError")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        roles = QDialogButtonBox.ButtonRole
        self._reset = self._buttons.addButton(tr("Reset all"), roles.ResetRole)
        self._apply = self._buttons.addButton(tr("Make pictures"), roles.ApplyRole)
        self._reset.setObjectName("resetSettings")
        self._reset.setToolTip(tr("Every number back to the recipe’s."))
        self._apply.setObjectName("applySettings")
        self._apply.setToolTip(tr("Make the pictures of the current unit with these numbers."))
        self._apply.setDefault(True)
        self._reset.setAutoDefault(False)
        self._reset.clicked.connect(self._on_reset_clicked)
        self._apply.clicked.connect(self._on_apply_clicked)
        self._buttons.rejected.connect(self.reject)
        for row in self._rows:
            row.changed.connect(self._say)
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 4, MARGIN, 4)
        rows.setSpacing(MARGIN)
        rows.addLayout(self._objectives_line())
        for row in self._rows:
            rows.addWidget(row)
        rows.addStretch(1)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setAccessibleName(tr("Settings of the recipe"))
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        for widget in (self._title, self._about):
            layout.addWidget(widget)
        layout.addWidget(area, 1)
        layout.addWidget(self._error)
        layout.addWidget(self._buttons)
        self.resize(_SIZE)
        self._apply.setFocus()

    def _objectives_line(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        sentence = QLabel(tr(_LANGUAGE), wordWrap=True)
        sentence.setFont(scaled(self.font(), 0.9))
        sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for widget in (QLabel(tr("Objectives")), self._objectives, sentence):
            column.addWidget(widget)
        return column

    @property
    def objectives(self) -> tuple[str, ...]:
        """What is to be made: texts of objectives."""
        texts = (text.strip() for text in self._objectives.text().split(";"))
        return tuple(text for text in texts if text)

    def set_objectives(self, objectives: tuple[str, ...]) -> None:
        """Show what is made."""
        self._objectives.setText("; ".join(objectives))

    def set_recipe(
        self, title: str, sentence: str, usual: Mapping[str, Any], values: Mapping[str, Any]
    ) -> None:
        """Show a recipe: its own value of every knob, and what the knobs are turned to."""
        self._title.setText(title)
        self._about.setText(sentence)
        for row in self._rows:
            row.set_usual(usual[row.knob.name])
            row.set_value(values.get(row.knob.name, usual[row.knob.name]))
        self.set_error("")
        self._say()

    def changes(self) -> dict[str, Any]:
        """The values that differ from the recipe's, by name."""
        return {row.knob.name: row.value for row in self._rows if row.is_changed}

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the values; "" takes the sentence away."""
        self._error.say(sentence)

    @Slot()
    def _say(self) -> None:
        self._reset.setEnabled(bool(self.changes()))

    @Slot()
    def _on_reset_clicked(self) -> None:
        for row in self._rows:
            row.reset()

    @Slot()
    def _on_apply_clicked(self) -> None:
        self.set_error("")
        self.applied.emit(self.changes(), self.objectives)
