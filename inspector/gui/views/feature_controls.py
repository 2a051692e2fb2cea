"""The row of controls below the pictures: recipe, steps, seed, and the buttons that run, pause and go on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from inspector.gui.icons import icon
from inspector.gui.panels.parts import tabular
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, tr, within
from inspector.gui.views.parts import muted

State = Literal["idle", "running", "paused", "cancelling"]
_STEPS = (
    "steps",
    mark("Steps"),
    mark("Steps of the optimiser: more make a clearer picture and take longer."),
    1,
    100_000,
    256,
)
_SEED = (
    "seed",
    mark("Seed"),
    mark("Start of the picture: one seed makes one picture, another seed another one."),
    0,
    9999,
    0,
)
_LABELS_FROM_WIDTH, _SEED_FROM_WIDTH, _WORDS_FROM_WIDTH = 640, 535, 620  # by the longer words of German


class FeatureControls(QWidget):
    """Knobs and buttons of a feature visualization.

    Signals:
        run_requested: {"steps", "seed"}: make the pictures (again) so.
        cancel_requested: Stop; what is there stays on screen.
        pause_requested, resume_requested: Leave it standing, let it go on.
        go_on_requested: More steps from where it stopped: how many.
        recipe_chosen: The name of a recipe.
        settings_requested: Show every number.
    """

    run_requested = Signal(dict)
    cancel_requested = Signal()
    pause_requested = Signal()
    resume_requested = Signal()
    go_on_requested = Signal(int)
    recipe_chosen = Signal(str)
    settings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="featureControls")
        self._state: State = "idle"
        self._can_go_on = False
        self._changed = 0
        self._wordy = True
        self.recipe = QComboBox(objectName="featureRecipe")
        self.recipe.setAccessibleName(tr("Recipe"))
        self.recipe.activated.connect(self._on_recipe_activated)
        self.steps, self.seed = (_spin_box(*knob) for knob in (_STEPS, _SEED))
        self.steps.setSingleStep(64)
        self._labels = [_label_of(box) for box in (self.steps, self.seed)]
        self._settings = QPushButton(objectName="featureSettings")
        self._settings.setAccessibleName(tr("All settings"))
        self._pause = QPushButton(tr("Pause"), objectName="featurePause")
        self._go_on = QPushButton(tr("Go on"), objectName="featureGoOn")
        self._go_on.setToolTip(tr("Add as many steps again, from where the pictures stopped."))
        self._run = QPushButton(tr("Run again"), objectName="featureRun")
        self._settings.clicked.connect(self.settings_requested)
        self._pause.clicked.connect(self._on_pause_clicked)
        self._go_on.clicked.connect(self._on_go_on_clicked)
        self._run.clicked.connect(self._on_run_clicked)
        self._lay_out()
        self.set_recipe(None)
        self.set_state("idle")
        self._draw_icon()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.recipe, 1)
        self.recipe.setMinimumContentsLength(11)
        self.recipe.setMaximumWidth(150)
        for label, box in zip(self._labels, (self.steps, self.seed), strict=True):
            row.addSpacing(2)
            row.addWidget(label)
            row.addWidget(box)
        row.addWidget(self._settings)
        row.addStretch(2)
        for button in (self._pause, self._go_on, self._run):
            row.addWidget(button)

    def set_recipes(self, recipes: Iterable[tuple[str, str, str]]) -> None:
        """Offer recipes: name, title and a sentence of each."""
        chosen = self.recipe.currentData()
        self.recipe.clear()
        for name, title, sentence in recipes:
            self.recipe.addItem(tr(title), name)
            self.recipe.setItemData(self.recipe.count() - 1, tr(sentence), Qt.ItemDataRole.ToolTipRole)
        self.set_recipe(chosen)

    def set_recipe(self, name: str | None, changed: int = 0) -> None:
        """Show a recipe as the chosen one; `changed` of its numbers are others now."""
        self.recipe.setCurrentIndex(max(self.recipe.findData(name), 0))
        self.recipe.setToolTip(self.recipe.currentData(Qt.ItemDataRole.ToolTipRole) or "")
        self._changed = changed
        self._settings.setToolTip(
            tr("Every number behind the recipe; {changed} differ from it.").format(changed=changed)
            if changed
            else tr("Every number behind the recipe.")
        )
        self._arrange()

    def set_values(self, steps: int | None = None, seed: int | None = None) -> None:
        """Set the knobs without asking for anything."""
        for box, value in ((self.steps, steps), (self.seed, seed)):
            if value is not None:
                box.setValue(value)

    def set_state(self, state: State) -> None:
        """Offer what can be done now."""
        self._state = state
        busy = state != "idle"
        self._pause.setVisible(busy)
        self._pause.setEnabled(state != "cancelling")
        self._pause.setText(tr("Resume") if state == "paused" else tr("Pause"))
        self._pause.setToolTip(
            tr("Let the pictures grow on.")
            if state == "paused"
            else tr("Leave the pictures standing; they can grow on later.")
        )
        self._go_on.setVisible(not busy)
        self._go_on.setEnabled(self._can_go_on)
        self._run.setEnabled(state != "cancelling")
        self._run.setText(
            tr("Cancelling…") if state == "cancelling" else tr("Cancel") if busy else tr("Run again")
        )
        self._run.setToolTip(
            tr("Stop; the pictures stay as they are.")
            if busy
            else tr("Make the pictures again with these settings.")
        )

    def set_can_go_on(self, can: bool) -> None:
        """Whether there is something that stopped and can be carried on."""
        self._can_go_on = can
        self._go_on.setEnabled(can)

    def set_width(self, width: int) -> None:
        """Hide what is turned least where the row is too short for all of it."""
        for label in self._labels:
            label.setVisible(width >= _LABELS_FROM_WIDTH)
        self.seed.setVisible(width >= _SEED_FROM_WIDTH)
        self._wordy = width >= _WORDS_FROM_WIDTH
        self._arrange()

    def _arrange(self) -> None:
        words = tr("Settings ({changed})").format(changed=self._changed) if self._changed else tr("Settings")
        self._settings.setText(words if self._wordy else "")

    def _draw_icon(self) -> None:
        self._settings.setIcon(icon("sliders", tokens_of(self.palette())))

    @Slot()
    def _on_recipe_activated(self) -> None:
        self.recipe.setToolTip(self.recipe.currentData(Qt.ItemDataRole.ToolTipRole) or "")
        self.recipe_chosen.emit(self.recipe.currentData())

    @Slot()
    def _on_pause_clicked(self) -> None:
        (self.resume_requested if self._state == "paused" else self.pause_requested).emit()

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self.go_on_requested.emit(self.steps.value())

    @Slot()
    def _on_run_clicked(self) -> None:
        if self._state == "idle":
            self.run_requested.emit({"steps": self.steps.value(), "seed": self.seed.value()})
            return
        self.set_state("cancelling")
        self.cancel_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()


def _spin_box(name: str, title: str, sentence: str, low: int, high: int, value: int) -> QSpinBox:
    box = QSpinBox(objectName=f"feature{name.capitalize()}", minimum=low, maximum=high, value=value)
    box.setAccessibleName(tr(title))
    box.setToolTip(tr(sentence))
    box.setFont(tabular(box.font()))
    box.setKeyboardTracking(False)
    box.setMaximumWidth(76)
    return box


def _label_of(box: QSpinBox) -> QLabel:
    label = muted(within(box.accessibleName()))
    label.setBuddy(box)
    label.setToolTip(box.toolTip())
    return label
