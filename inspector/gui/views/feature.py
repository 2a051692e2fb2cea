"""The feature view: pictures that drive a unit, growing before one's eyes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from inspector.gui.panels.parts import ElidedLabel, EmptyState, tabular
from inspector.gui.theme import tokens_of
from inspector.gui.views.feature_card import FeatureCard
from inspector.gui.views.feature_course import FeatureCourse
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, heading, muted
from inspector.lenses.feature_visualization import Feature

_OBJECTIVES = ("channel", "neuron")
_STEPS = ("steps", "Steps of the optimiser: more make a clearer picture and take longer.", 8, 4096, 256)
_SIZE = ("size", "Side of the picture in pixels; automatic takes the network's input size.", 0, 512, 0)
_SEED = ("seed", "Start of the picture: one seed makes one picture, another seed another one.", 0, 9999, 0)
_FRAME_HEIGHT = 88  # margins, heading and knobs
_CAPTION_HEIGHT, _SHORT_CAPTION_HEIGHT = 58, 24
_COURSE_HEIGHT, _COURSE_WIDTH, _SMALL_COURSE_WIDTH = 86, 150, 110
_ROOMY_FROM_HEIGHT = 330
_SMALLEST_SIDE = 48
_ALL_KNOBS_FROM_WIDTH = 460
_WORTH_A_LITTLE = 0.92  # a wide course is worth slightly smaller pictures


class FeatureView(QWidget):
    """Pictures made for a unit, the objective's course, and the knobs of the optimiser.

    Signals:
        run_requested: {"steps", "size", "seed"}: make the pictures (again) so.
        cancel_requested: Stop.
    """

    run_requested = Signal(dict)
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="featureView")
        self.setMinimumSize(*SMALLEST)
        self._feature: Feature | None = None
        self._busy = False
        self._context = ElidedLabel(name="featureContext", muted=True, mode=Qt.TextElideMode.ElideLeft)
        self._step = muted("", "featureStep")
        self.cards = [FeatureCard(place) for place in range(len(_OBJECTIVES))]
        self.course = FeatureCourse()
        self.steps, self.size_box, self.seed = (_spin_box(*knob) for knob in (_STEPS, _SIZE, _SEED))
        self._labels: list[QLabel] = []
        self.size_box.setSpecialValueText("auto")
        self.size_box.setSingleStep(32)
        self.steps.setSingleStep(64)
        self._run = QPushButton("Run again", objectName="featureRun")
        self._run.clicked.connect(self._on_run_clicked)
        self._empty = EmptyState("featureEmpty")
        self._empty.say("No unit chosen", "Choose a unit: a picture that drives it grows here from noise.")
        self._page = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._page)
        self._lay_out()
        self.show_feature(None)

    def _lay_out(self) -> None:
        head, pictures, knobs = QHBoxLayout(), QHBoxLayout(), self._knobs()
        head.setSpacing(SPACE)
        head.addWidget(heading("Feature visualization"))
        head.addWidget(self._context, 1)
        head.addWidget(self._step)
        pictures.setSpacing(EDGE)
        for card in self.cards:
            pictures.addWidget(card)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(EDGE)
        self._body.addLayout(pictures)
        self._body.addWidget(self.course, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._page, 1)
        layout.addLayout(knobs)

    def _knobs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for box in (self.steps, self.size_box, self.seed):
            row.addWidget(self._label_of(box))
            row.addWidget(box)
            row.addSpacing(2)
        row.addStretch(1)
        row.addWidget(self._run)
        return row

    def _label_of(self, box: QSpinBox) -> QLabel:
        label = muted(box.accessibleName().lower())
        label.setBuddy(box)
        label.setToolTip(box.toolTip())
        self._labels.append(label)
        return label

    def set_context(self, text: str) -> None:
        """Say which unit is looked at; "" for none."""
        self._context.setText(text)
        self._show_page()

    def set_busy(self, busy: bool) -> None:
        """While pictures are made the button stops that; else it makes them again."""
        self._busy = busy
        self._run.setEnabled(True)
        self._run.setText("Cancel" if busy else "Run again")
        self._run.setToolTip(
            "Stop; the pictures stay as they are." if busy else "Make the pictures again with these settings."
        )
        self._say()

    def set_values(self, steps: int | None = None, size: int | None = None, seed: int | None = None) -> None:
        """Set the knobs without asking for anything."""
        for box, value in ((self.steps, steps), (self.size_box, size), (self.seed, seed)):
            if value is not None:
                box.setValue(value)

    def show_feature(self, feature: Feature | None) -> None:
        """Show pictures under way or finished; None clears them."""
        self._feature = feature
        count = len(feature.objectives) if feature is not None else len(self.cards)
        for place, card in enumerate(self.cards):
            card.setVisible(place < count)
            if feature is None:
                card.show_objective(_OBJECTIVES[place])
            elif place < count:
                card.show_feature(feature, place)
        self.course.show_feature(feature)
        self._draw_keys()
        self._show_page()
        self._say()

    def _show_page(self) -> None:
        self._empty.setVisible(self._feature is None and not self._context.text())
        self._page.setVisible(self._empty.isHidden())

    def _say(self) -> None:
        feature = self._feature
        if feature is None:
            self._step.setText("Waiting…" if self._busy else "")
            return
        seconds = f" · {feature.seconds:.1f} s" if feature.complete else ""
        self._step.setText(f"step {feature.step} / {feature.steps}{seconds}")

    def _draw_keys(self) -> None:
        for place, card in enumerate(self.cards):
            card.key.set_colour(tokens_of(self.palette()).series[place])

    def _arrange(self) -> None:
        """Put the course below the pictures or beside them, whichever makes these the larger ones."""
        roomy = self.height() >= _ROOMY_FROM_HEIGHT
        captions = _CAPTION_HEIGHT if roomy else _SHORT_CAPTION_HEIGHT
        width, height = self.width() - 2 * EDGE, self.height() - _FRAME_HEIGHT - captions
        below = min((width - EDGE) // 2, height - _COURSE_HEIGHT - EDGE)
        course = _COURSE_WIDTH if self.width() >= _ALL_KNOBS_FROM_WIDTH else _SMALL_COURSE_WIDTH
        beside = min((width - course - 2 * EDGE) // 2, height)
        is_below = below >= _WORTH_A_LITTLE * beside
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if is_below else directions.LeftToRight)
        # Where the row of knobs is too short for all of them, the one that is turned least goes.
        for knob in (self._labels[1], self.size_box):
            knob.setVisible(self.width() >= _ALL_KNOBS_FROM_WIDTH)
        for card in self.cards:
            card.set_room(max(below if is_below else beside, _SMALLEST_SIDE), roomy, stretches=is_below)

    @Slot()
    def _on_run_clicked(self) -> None:
        if self._busy:
            self._run.setText("Cancelling…")
            self._run.setEnabled(False)
            self.cancel_requested.emit()
            return
        size = self.size_box.value() or None
        self.run_requested.emit({"steps": self.steps.value(), "size": size, "seed": self.seed.value()})

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _spin_box(name: str, sentence: str, low: int, high: int, value: int) -> QSpinBox:
    box = QSpinBox(objectName=f"feature{name.capitalize()}", minimum=low, maximum=high, value=value)
    box.setAccessibleName(name.capitalize())
    box.setToolTip(sentence)
    box.setFont(tabular(box.font()))
    box.setKeyboardTracking(False)
    return box
