"""The responses of all units of a node as bars, following the stimulus."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QPointF, Qt, Signal, Slot

from inspector.gui.theme import Tokens
from inspector.gui.translation import tr
from inspector.gui.views.quiet_plot import QuietPlot

Array = np.ndarray[Any, Any]
_WIDTH = 0.8
_SHRINK = 0.7


class LiveBars(QuietPlot):
    """One bar per unit. The scale grows at once and shrinks only where much of it stands empty.

    Signals:
        unit_chosen: A bar was clicked.
        unit_hovered: The pointer is over a unit's bar.
    """

    unit_chosen = Signal(int)
    unit_hovered = Signal(int)

    def __init__(self) -> None:
        super().__init__("liveBars", tr("Responses of all units"))
        self._responses: Array = np.zeros(0)
        self._unit: int | None = None
        self._span = (0.0, 0.0)
        self.bars = pg.BarGraphItem(x=[], height=[], width=_WIDTH)
        self.own = pg.BarGraphItem(x=[], height=[], width=_WIDTH)
        self.baselines = pg.PlotDataItem(stepMode="center", connect="finite")
        self.zero = pg.InfiniteLine(angle=0, pos=0)
        for item in (self.bars, self.own, self.baselines, self.zero):
            self.addItem(item, ignoreBounds=True)
        self.scene().sigMouseClicked.connect(self._on_clicked)
        self.scene().sigMouseMoved.connect(self._on_pointer_moved)
        self.set_labels(tr("unit"), tr("response (raw)"))

    def show_responses(self, responses: Array, baselines: Array, measured: str) -> None:
        """Draw the units' responses float [units], and what they answer to mid grey as a line."""
        other = len(responses) != len(self._responses)
        self._responses = np.nan_to_num(np.asarray(responses, float))
        if self._labels["left"] != tr("response ({measured})").format(measured=tr(measured)):
            self._span = (0.0, 0.0)
            self.set_labels(tr("unit"), tr("response ({measured})").format(measured=tr(measured)))
        units = np.arange(len(responses))
        self.bars.setOpts(x=units, height=self._responses)
        edges = np.arange(len(baselines) + 1) - 0.5
        self.baselines.setData(edges, np.asarray(baselines, float))
        if other:
            self._span = (0.0, 0.0)
            self.setXRange(-0.7, len(responses) - 0.3, padding=0)
        self._follow(np.concatenate([self._responses, np.nan_to_num(np.asarray(baselines, float))]))
        self.set_unit(self._unit)

    def set_unit(self, unit: int | None) -> None:
        """Mark the unit that is looked at."""
        self._unit = unit
        there = unit is not None and unit < len(self._responses)
        self.own.setOpts(x=[unit] if there else [], height=[self._responses[unit]] if there else [])

    def _follow(self, values: Array) -> None:
        low, high = min(float(values.min(initial=0)), 0.0), max(float(values.max(initial=0)), 0.0)
        old_low, old_high = self._span
        roomy = (high - low) < _SHRINK * (old_high - old_low) * 0.5
        wanted = (low, high) if roomy else (min(low, old_low), max(high, old_high))
        if wanted != self._span:
            self._span = wanted
            self.setYRange(wanted[0], wanted[1] if wanted[1] > wanted[0] else wanted[0] + 1, padding=0.06)

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if not hasattr(self, "zero"):
            return
        self.bars.setOpts(brush=tokens.faint, pen=pg.mkPen(None))
        # Among thousands of bars one is thinner than a pixel: its outline is not.
        self.own.setOpts(brush=tokens.accent, pen=pg.mkPen(tokens.accent, width=2))
        self.baselines.setPen(pg.mkPen(tokens.text, width=1))
        self.zero.setPen(pg.mkPen(tokens.border, width=1))

    def _unit_at(self, point: QPointF) -> int | None:
        unit = round(self.plotItem.vb.mapSceneToView(point).x())
        inside = self.plotItem.vb.sceneBoundingRect().contains(point)
        return unit if inside and 0 <= unit < len(self._responses) else None

    @Slot(object)
    def _on_clicked(self, event: MouseClickEvent) -> None:
        unit = self._unit_at(event.scenePos())
        if unit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.unit_chosen.emit(unit)

    @Slot(QPointF)
    def _on_pointer_moved(self, point: QPointF) -> None:
        unit = self._unit_at(point)
        if unit is not None:
            self.unit_hovered.emit(unit)
