"""The feature view: pictures that drive a unit, growing before one's eyes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, tr
from inspector.gui.views.feature_card import SENTENCE_FROM_SIDE, FeatureCard
from inspector.gui.views.feature_controls import FeatureControls, State
from inspector.gui.views.feature_course import MOST_LINES, FeatureCourse
from inspector.gui.views.feature_menus import FeatureMenus
from inspector.gui.views.frames_bar import FramesBar
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, heading, muted
from inspector.lenses.feature_visualization import Feature

_USUAL = ("channel", "neuron")
_UNCHOSEN = mark("No unit chosen"), mark("Choose a unit: a picture that drives it grows here from noise.")
_UNITLESS = (
    mark("No units here"),
    mark("This layer has no units that a picture could drive: choose another one."),
)
_FRAME_HEIGHT = 92  # margins, heading and knobs
_BAR_HEIGHT = 30
_CAPTION_HEIGHT, _SHORT_CAPTION_HEIGHT = 58, 40
_COURSE_HEIGHT, _COURSE_WIDTH, _SMALL_COURSE_WIDTH = 86, 150, 110
_ROOMY_FROM_HEIGHT, _BAR_FROM_HEIGHT = 350, 280
_SMALLEST_SIDE = 48
_WIDE_COURSE_FROM_WIDTH = 460
_MOST_BESIDE_A_WIDE_COURSE = 3
_CONTEXT_FROM_WIDTH = 400
_WORTH_A_LITTLE = 0.92  # a wide course is worth slightly smaller pictures


class FeatureView(QWidget):
    """Pictures made for a unit, the objective's course, the frames so far, and the knobs of the optimiser.

    Attributes:
        controls: The row of knobs and buttons; its signals say what the user wants done.
        menus: Pictures, export and explanation; its signals likewise.
        frames: The slider over the frames.

    Signals:
        run_requested: {"steps", "seed"}: make the pictures (again) so.
        cancel_requested: Stop.
        copy_requested: A picture is wanted on the clipboard: its place in the row.
        explanation_requested: How was the picture at a place made?
    """

    run_requested = Signal(dict)
    cancel_requested = Signal()
    copy_requested = Signal(int)
    explanation_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="featureView")
        self.setMinimumSize(*SMALLEST)
        self._feature: Feature | None = None
        self._state: State = "idle"
        self._where = self._note = ""
        self._objectives: tuple[str, ...] = _USUAL
        self._context = ElidedLabel(name="featureContext", muted=True, mode=Qt.TextElideMode.ElideLeft)
        self._step = muted("", "featureStep")
        self.cards = [FeatureCard(place) for place in range(MOST_LINES)]
        self.course = FeatureCourse()
        self.controls, self.menus, self.frames = FeatureControls(), FeatureMenus(), FramesBar()
        self._empty = EmptyState("featureEmpty")
        self.set_choice(True)
        self._page = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._page)
        self._lay_out()
        self._connect()
        self.show_feature(None)

    def _lay_out(self) -> None:
        head, pictures = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(heading(tr("Feature visualization")))
        head.addWidget(self._context, 1)
        head.addStretch(0)
        head.addWidget(self._step)
        head.addWidget(self.menus)
        pictures.setSpacing(EDGE)
        for card in self.cards:
            pictures.addWidget(card, 1)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(EDGE)
        self._body.addLayout(pictures)
        self._body.addWidget(self.course, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, SPACE, EDGE, EDGE)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._page, 1)
        layout.addWidget(self.frames)
        layout.addWidget(self.controls)

    def _connect(self) -> None:
        self.controls.run_requested.connect(self.run_requested)
        self.controls.cancel_requested.connect(self.cancel_requested)
        self.menus.transparency.toggled.connect(lambda: self.show_feature(self._feature))
        self.menus.copy_requested.connect(self.copy_requested)
        self.menus.explanation_requested.connect(self.explanation_requested)
        for card in self.cards:
            card.copy_requested.connect(self.copy_requested)
            card.explanation_requested.connect(self.explanation_requested)

    @property
    def shown(self) -> Feature | None:
        """The pictures on screen: the newest ones, or an earlier frame."""
        return self._feature

    def set_context(self, text: str) -> None:
        """Say which unit is looked at; "" for none."""
        self._where, self._note = text, ""
        self._show_where()
        self._show_page()

    def set_choice(self, has_units: bool) -> None:
        """Say, for while there is nothing to show, whether there is a unit that can be chosen."""
        self._empty.say(*map(tr, _UNCHOSEN if has_units else _UNITLESS))

    def set_note(self, text: str) -> None:
        """Say beside the unit what is to be known of how its pictures are made; "" for nothing."""
        if text != self._note:
            self._note = text
            self._show_where()

    def _show_where(self) -> None:
        self._context.setText(" · ".join(part for part in (self._where, self._note) if part))

    def set_state(self, state: State) -> None:
        """Say whether pictures are made, stand paused, or neither; the buttons offer what fits."""
        self._state = state
        self.controls.set_state(state)
        self._say()

    def set_objectives(self, objectives: tuple[str, ...]) -> None:
        """What the row is for, before there are pictures."""
        self._objectives = objectives
        self.menus.set_objectives(objectives)

    def set_frames(self, steps: Sequence[int], place: int) -> None:
        """Offer the frames made at these steps."""
        self.frames.set_frames(steps, place)
        self.menus.set_has_film(len(steps) > 1)

    def show_feature(self, feature: Feature | None) -> None:
        """Show pictures under way or finished; None clears them."""
        self._feature = feature
        objectives = feature.objectives if feature is not None else self._objectives
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(objectives))
            if place >= len(objectives):
                continue
            if feature is None:
                card.show_objective(objectives[place])
            else:
                card.show_feature(feature, place, clear=self.menus.transparency.isChecked())
        self.course.show_feature(feature)
        self.menus.set_feature(feature)
        self._draw_keys()
        self._arrange()
        self._show_page()
        self._say()

    def _show_page(self) -> None:
        self._empty.setVisible(self._feature is None and not self._where)
        self._page.setVisible(self._empty.isHidden())
        self._arrange_bar()

    def _arrange_bar(self) -> None:
        self.frames.setVisible(self._empty.isHidden() and self.height() >= _BAR_FROM_HEIGHT)

    def _say(self) -> None:
        feature = self._feature
        if feature is None:
            self._step.setText(tr("Waiting…") if self._state == "running" else "")
            return
        seconds = tr(" · {seconds:.1f} s").format(seconds=feature.seconds) if feature.complete else ""
        many = len(feature.images)
        shown = (
            tr("{count} of {many} pictures · ").format(count=len(self.cards), many=many)
            if many > len(self.cards)
            else ""
        )
        paused = tr("Paused · ") if self._state == "paused" else ""
        self._step.setText(
            tr("{shown}{paused}step {step} / {steps}{seconds}").format(
                shown=shown, paused=paused, step=feature.step, steps=feature.steps, seconds=seconds
            )
        )

    def _draw_keys(self) -> None:
        for place, card in enumerate(self.cards):
            card.set_colour(tokens_of(self.palette()).series[place])

    def _arrange(self) -> None:
        """Put the course below the pictures or beside them, whichever makes these the larger ones."""
        shown = sum(not card.isHidden() for card in self.cards)
        width = self.width() - 2 * EDGE
        roomy = self.height() >= _ROOMY_FROM_HEIGHT and width >= shown * (SENTENCE_FROM_SIDE + EDGE)
        captions = _CAPTION_HEIGHT if roomy else _SHORT_CAPTION_HEIGHT
        bar = _BAR_HEIGHT if self.height() >= _BAR_FROM_HEIGHT else 0
        height = self.height() - _FRAME_HEIGHT - bar - captions
        below = min((width - (shown - 1) * EDGE) // shown, height - _COURSE_HEIGHT - EDGE)
        is_wide = self.width() >= _WIDE_COURSE_FROM_WIDTH and shown <= _MOST_BESIDE_A_WIDE_COURSE
        course = _COURSE_WIDTH if is_wide else _SMALL_COURSE_WIDTH
        beside = min((width - course - shown * EDGE) // shown, height)
        is_below = below >= _WORTH_A_LITTLE * beside
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if is_below else directions.LeftToRight)
        for card in self.cards:
            card.set_room(max(below if is_below else beside, _SMALLEST_SIDE), roomy, stretches=is_below)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.controls.set_width(self.width())
        self._context.setVisible(self.width() >= _CONTEXT_FROM_WIDTH)
        self._arrange_bar()
        self._arrange()
