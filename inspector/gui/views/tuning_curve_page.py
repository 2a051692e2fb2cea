"""The curve of a tuning, its legend, and the stimuli under its axis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.theme import tokens_of
from inspector.gui.views.curves import Curve, curves, strongest
from inspector.gui.views.measured_page import MeasuredPage
from inspector.gui.views.parts import muted
from inspector.gui.views.stimulus_strip import StimulusStrip
from inspector.gui.views.tuning_pins import Pin, has_company, overlaid
from inspector.gui.views.tuning_plot import TuningPlot
from inspector.lenses.tuning import Tuning

_STRIP_FROM_HEIGHT, _LARGE_FROM_HEIGHT = 150, 230


class CurvePage(MeasuredPage):
    """Legend, plot and strip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip_drawn: object = None
        self.plot, self.strip = TuningPlot(), StimulusStrip()
        self.legend = muted("", "tuningLegend", 0.85)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setMinimumWidth(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.legend)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.strip)
        self.plot.point_hovered.connect(self.hovered)
        self.plot.pointer_left.connect(self.left)
        self.plot.scaled.connect(self._fill_strip)
        self.strip.hovered.connect(self.hovered)
        self.strip.left.connect(self.left)

    def show_tuning(self, tuning: Tuning | None, pins: Sequence[Pin] = ()) -> None:
        """Draw a tuning's curves, and those of pinned units beside its own."""
        self._tuning = tuning
        shown: list[Curve] = []
        if tuning is not None:
            shown = overlaid(tuning, pins) if has_company(tuning, pins) else curves(tuning)
        self.plot.show_curves(tuning, shown)
        self._draw_legend()
        self._fill_strip()

    def mark(self, index: tuple[int, ...] | None) -> None:
        """Point at a stimulus, on the curve and in the strip."""
        self.plot.mark(index)
        self.strip.mark(index)

    def _draw_legend(self) -> None:
        shown = self.plot.shown
        self.legend.setVisible(len(shown) > 1)
        if len(shown) < 2 or self._tuning is None:
            self.legend.setText("")
            return
        tokens = tokens_of(self.palette())
        spread = len(self._tuning.axes) > 1 and all(curve.rest for curve in shown)
        name = [list(self._tuning.axes)[1]] if spread else []
        entries = [
            f'<span style="color:{self.plot.colour(place, tokens)}">●</span> {curve.label}'
            for place, curve in enumerate(shown)
        ]
        text = "&nbsp;&nbsp; ".join([*name, *entries])
        self.legend.setText(f'<span style="white-space:nowrap">{text}</span>')

    def _line(self) -> Curve | None:
        """The curve whose stimuli the strip shows: the one with the strongest response."""
        made = [curve for curve in self.plot.shown if curve.rest is not None]
        peak = strongest(self._tuning) if self._tuning is not None else None
        return next((curve for curve in made if curve.place(peak) is not None), made[0] if made else None)

    @Slot()
    def _fill_strip(self) -> None:
        tuning = self._tuning
        line = self._line()
        self.strip.setVisible(line is not None and self.height() >= _STRIP_FROM_HEIGHT)
        if tuning is None or line is None or line.rest is None:
            self.strip.set_stimuli((), (), ())
            self._strip_drawn = None
            return
        across = self.plot.across(line)
        drawn = (id(tuning), line.rest, across.tobytes())
        if drawn == self._strip_drawn and tuning.complete:
            return  # the plot tells of every change of its range, most of which move nothing
        self._strip_drawn = drawn
        indices = [line.index(place) or () for place in range(len(across))]
        stimuli = tuning.stimuli[(*line.rest[: line.axis], slice(None), *line.rest[line.axis :])]
        self.strip.set_stimuli(across, indices, stimuli)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.set_roomy(self.height() >= _LARGE_FROM_HEIGHT)
        self._strip_drawn = None
        self._fill_strip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_legend()
