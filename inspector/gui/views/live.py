"""Live: sliders for all axes of a family, the stimulus large, and what all units of the node answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.panels.parts import ElidedLabel
from inspector.gui.translation import tr
from inspector.gui.views.live_bars import LiveBars
from inspector.gui.views.live_sliders import LiveSliders
from inspector.gui.views.parts import EDGE, FittedPicture
from inspector.gui.views.words import reading
from inspector.lenses.live import Live
from inspector.stimuli.axes import FamilyCard

_LEAST_SLIDERS, _MOST_SLIDERS = 190, 340
_LEAST_STIMULUS, _MOST_STIMULUS = 72, 340
_TALL = 340


class LivePage(QWidget):
    """Sliders, stimulus, bars.

    Signals:
        values_changed: The user moved a slider.
        unit_chosen: A unit's bar was clicked.
    """

    values_changed = Signal()
    unit_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="livePage")
        self._live: Live | None = None
        self._unit: int | None = None
        self._hovered: int | None = None
        self.sliders, self.bars = LiveSliders(), LiveBars()
        self.stimulus = FittedPicture("liveStimulus", tr("Stimulus shown to the network"))
        self.stimulus.set_hint("…")
        self._facts = ElidedLabel(name="liveFacts", muted=True, factor=0.9)
        self._lay_out()
        self.sliders.changed.connect(self.values_changed)
        self.bars.unit_chosen.connect(self.unit_chosen)
        self.bars.unit_hovered.connect(self._on_hovered)
        self.bars.pointer_left.connect(self._on_left)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(3)
        right.addWidget(self._facts)
        right.addWidget(self.bars, 1)
        self._left = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left.setSpacing(EDGE)
        self._left.addWidget(self.sliders, 1)
        self._left.addWidget(self.stimulus, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EDGE)
        row.addLayout(self._left)
        row.addLayout(right, 1)

    @property
    def shown(self) -> Live | None:
        """What is shown."""
        return self._live

    def set_family(self, card: FamilyCard) -> None:
        """Offer the axes of a family."""
        self.sliders.set_family(card)

    def set_values(self, values: Mapping[str, float]) -> None:
        """Move sliders, without a signal."""
        self.sliders.set_values(values)

    def set_unit(self, unit: int | None) -> None:
        """Mark the unit that is looked at."""
        self._unit = unit
        self.bars.set_unit(unit)
        self._say()

    def show_live(self, live: Live | None) -> None:
        """Show a stimulus and the responses to it; None: those of another place, to be made."""
        self._live = live
        if live is None:
            self.stimulus.set_picture(None)
            self._say()
            return
        self.stimulus.set_picture(live.stimulus)
        self.bars.show_responses(live.responses, live.baselines, "sigma" if live.scale_source else "raw")
        self._say()

    def _say(self) -> None:
        live = self._live
        unit = self._hovered if self._hovered is not None else self._unit
        if live is None or unit is None or unit >= len(live.responses):
            self._facts.setText("")
            return
        sigma = " σ" if live.scale_source else ""
        grey = (
            tr(" · mid grey (line) {baseline}{sigma}").format(
                baseline=reading(float(live.baselines[unit])), sigma=sigma
            )
            if len(live.baselines)
            else ""
        )
        self._facts.setText(
            tr("unit {unit}: {response}{sigma}{grey}").format(
                unit=unit, response=reading(float(live.responses[unit])), sigma=sigma, grey=grey
            )
        )

    @Slot(int)
    def _on_hovered(self, unit: int) -> None:
        self._hovered = unit
        self._say()

    @Slot()
    def _on_left(self) -> None:
        self._hovered = None
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tall = self.height() >= _TALL
        ways = QBoxLayout.Direction
        self._left.setDirection(ways.TopToBottom if tall else ways.LeftToRight)
        width = min(max(self.width() * (32 if tall else 40) // 100, _LEAST_SLIDERS), _MOST_SLIDERS)
        side = min(width, self.height() // 2) if tall else min(self.height(), self.width() // 4)
        side = min(max(side, _LEAST_STIMULUS), _MOST_STIMULUS)
        self.sliders.setFixedWidth(width)
        self.stimulus.setFixedSize(width if tall else side, side)
