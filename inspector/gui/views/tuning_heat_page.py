"""The heat map of a tuning over two axes, and the curves along the lines that can be dragged over it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.panels.parts import ElidedLabel
from inspector.gui.translation import tr
from inspector.gui.views.curves import line_through, strongest, value_text
from inspector.gui.views.heat_map import ColourBar, HeatMap
from inspector.gui.views.measured_page import MeasuredPage
from inspector.gui.views.parts import EDGE
from inspector.gui.views.tuning_pins import Pin
from inspector.gui.views.tuning_plot import TuningPlot
from inspector.lenses.tuning import Tuning

_BOTH_FROM_HEIGHT = 320
_SECTIONS_FROM_WIDTH = 400


class HeatPage(MeasuredPage):
    """Heat map on the left, sections on the right: both where there is room, else the last moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at: tuple[int, ...] = ()
        self._dragged = False
        self._last = 0
        self.heat_map, self.bar = HeatMap(), ColourBar()
        self.sections = [TuningPlot(f"tuningSection{axis}", tr("Response along the line")) for axis in (0, 1)]
        self.titles = [ElidedLabel(name=f"sectionTitle{axis}", muted=True, factor=0.85) for axis in (0, 1)]
        self._side = QWidget()
        self._lay_out()
        self.heat_map.cell_hovered.connect(self.hovered)
        self.heat_map.line_moved.connect(self._on_line_moved)
        for plot in self.sections:
            plot.point_hovered.connect(self.hovered)
        for plot in (self.heat_map, *self.sections):
            plot.pointer_left.connect(self.left)

    def _lay_out(self) -> None:
        heat, sections = QVBoxLayout(), QVBoxLayout(self._side)
        heat.addWidget(self.bar)
        heat.addWidget(self.heat_map, 1)
        for title, plot in zip(self.titles, self.sections, strict=True):
            title.setFixedHeight(self.bar.sizeHint().height())
            sections.addWidget(title)
            sections.addWidget(plot, 1)
        for column in (heat, sections):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EDGE)
        row.addLayout(heat, 1)
        row.addWidget(self._side, 1)

    def show_tuning(self, tuning: Tuning | None, pins: Sequence[Pin] = ()) -> None:
        """Draw a tuning's first two axes; lines that were dragged stay where they are."""
        if tuning is None or tuning.response.ndim < 2:
            self._tuning = None
            return
        stays = self._tuning is not None and self._tuning.response.shape == tuning.response.shape
        self._dragged = self._dragged and stays
        self._tuning = tuning
        self.heat_map.show_tuning(tuning)
        self.bar.set_range(*self.heat_map.range, bool(np.isnan(tuning.response).any()))
        peak = strongest(tuning) or (0,) * tuning.response.ndim
        self._at = (*self._at[:2], *peak[2:]) if self._dragged else peak
        self.heat_map.set_lines(self._at[0], self._at[1])
        self._show_sections()

    def mark(self, index: tuple[int, ...] | None) -> None:
        """Point at a stimulus, on the map and on the sections."""
        if self._tuning is None:
            return
        self.heat_map.mark(index)
        for plot in self.sections:
            plot.mark(index)

    def _show_sections(self) -> None:
        tuning = self._tuning
        both = self.height() >= _BOTH_FROM_HEIGHT
        self._side.setVisible(self.width() >= _SECTIONS_FROM_WIDTH)
        for axis, (title, plot) in enumerate(zip(self.titles, self.sections, strict=True)):
            shown = both or axis == self._last
            title.setVisible(shown)
            plot.setVisible(shown)
            if tuning is None or not shown:
                continue
            other = 1 - axis
            title.setText(
                tr("at {axis} {value}").format(
                    axis=tr(list(tuning.axes)[other]), value=value_text(tuning, other, self._at[other])
                )
            )
            plot.show_curves(tuning, [line_through(tuning, self._at, axis)])

    @Slot(int, int)
    def _on_line_moved(self, axis: int, place: int) -> None:
        if self._tuning is None:
            return
        # The line that stands at a value of one axis is the section along the other one.
        self._last, self._dragged = 1 - axis, True
        self._at = (*self._at[:axis], place, *self._at[axis + 1 :])
        self._show_sections()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sections()
