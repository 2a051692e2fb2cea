"""The line below growing pictures: a slider over the frames that were kept, and a button that plays them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from inspector.gui.icons import icon
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.parts import SPACE, muted

_PLAY_MS = 40


class FramesBar(QWidget):
    """Scrubs through frames.

    Signals:
        frame_chosen: The user wants to see a frame: its place.
    """

    frame_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="framesBar")
        self._steps: tuple[int, ...] = ()
        self._play = QToolButton(objectName="framesPlay", autoRaise=True, checkable=True)
        self._play.setAccessibleName(tr("Play the growth"))
        self._play.setToolTip(tr("Play how the pictures grew."))
        self.slider = QSlider(Qt.Orientation.Horizontal, objectName="framesSlider")
        self.slider.setAccessibleName(tr("Frame"))
        self.slider.setToolTip(
            tr("Look at the pictures as they were at an earlier step; the last frame is the result.")
        )
        self._text = muted("", "framesText", 0.88)
        self._text.setMinimumWidth(
            self._text.fontMetrics().horizontalAdvance(_said(200, 200, 100_000)) * 3 // 4
        )
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self, interval=_PLAY_MS)
        self._timer.timeout.connect(self._on_tick)
        self._play.toggled.connect(self._on_play_toggled)
        self.slider.valueChanged.connect(self._on_value_changed)
        self.slider.sliderPressed.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._play)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._text)
        self._draw_icon()
        self.set_frames((), 0)

    def set_frames(self, steps: Sequence[int], place: int) -> None:
        """Offer frames made at these steps and stand at one of them, without a signal back."""
        self._steps = tuple(steps)
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(len(steps) - 1, 0))
        self.slider.setPageStep(max(len(steps) // 10, 1))
        self.slider.setValue(place)
        self.slider.blockSignals(False)
        usable = len(steps) > 1
        for control in (self.slider, self._play):
            control.setEnabled(usable)
        if not usable:
            self._stop()
        self._say()

    def _say(self) -> None:
        place = self.slider.value()
        many = len(self._steps) > 1
        text = _said(place + 1, len(self._steps), self._steps[place]) if many else ""
        self._text.setText(text)

    @Slot()
    def _stop(self) -> None:
        self._play.setChecked(False)

    @Slot(bool)
    def _on_play_toggled(self, plays: bool) -> None:
        if plays and self.slider.value() == self.slider.maximum():
            self.slider.setValue(0)
        if plays:
            self._timer.start()
        else:
            self._timer.stop()
        self._draw_icon()

    @Slot()
    def _on_tick(self) -> None:
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self._stop()

    @Slot(int)
    def _on_value_changed(self, place: int) -> None:
        self._say()
        self.frame_chosen.emit(place)

    def _draw_icon(self) -> None:
        self._play.setIcon(icon("pause" if self._play.isChecked() else "play", tokens_of(self.palette())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()


def _said(place: int, count: int, step: int) -> str:
    return tr("frame {place} of {count} · step {step}").format(place=place, count=count, step=step)
