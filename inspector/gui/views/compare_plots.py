"""Plots of a comparison: how deep best matches lie, and what checkpoints share with the network in front."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.theme import Tokens
from inspector.gui.translation import tr
from inspector.gui.views.parts import SPACE
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.lenses.comparison import DepthProfile, Matching, TimeLine

_BINS, _FILL = 20, 150
_SLACK = 0.03


class DepthCounts(QuietPlot):
    """How many units have their best match at which depth."""

    def __init__(self) -> None:
        super().__init__("depthCounts", tr("Number of units by the depth of their best match"))
        self.counts = np.zeros(_BINS)
        self.bars = pg.BarGraphItem(x=[0.5], height=[0], width=0.04)
        opts = {"position": 0.9, "anchors": [(0, 0.5), (1, 0.5)]}
        self.own = pg.InfiniteLine(angle=90, label=tr("this node"), labelOpts=opts)
        for item in (self.bars, self.own):
            self.addItem(item, ignoreBounds=True)
        self.set_labels("", tr("units"))

    def show_depths(self, depths: np.ndarray, own: float) -> None:
        """Count depths [units], NaN left out."""
        self.counts, edges = np.histogram(depths[np.isfinite(depths)], _BINS, (0, 1))
        middle = (edges[1:] + edges[:-1]) / 2 * 100
        self.bars.setOpts(x=middle, height=self.counts, width=100 / _BINS * 0.9)
        self.own.setValue(own * 100)
        self.setXRange(-3, 103, padding=0)
        self.setYRange(0, max(float(self.counts.max(initial=0)) * 1.15, 1), padding=0)

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if hasattr(self, "own"):
            colour = QColor(tokens.accent)
            colour.setAlpha(_FILL)
            self.bars.setOpts(brush=colour, pen=pg.mkPen(None))
            self.own.setPen(pg.mkPen(tokens.text, width=1.5))
            self.own.label.setColor(tokens.text)


class DepthPoints(QuietPlot):
    """Each unit's best match: how deep it lies, and its correlation.

    Signals:
        unit_chosen: A point was clicked.
    """

    unit_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__("depthPoints", tr("Correlation of each unit’s best match by its depth"))
        self.points = pg.ScatterPlotItem(size=7, pen=None, hoverable=True, tip=_tip)
        self.current = pg.ScatterPlotItem(size=13)
        for item in (self.points, self.current):
            self.addItem(item, ignoreBounds=True)
        self.points.sigClicked.connect(self._on_clicked)
        self.set_labels(tr("depth of the best match in the other network (%)"), tr("correlation"))

    def show_matching(self, matching: Matching) -> None:
        """One point for each unit that has a match."""
        units = np.flatnonzero(np.isfinite(matching.depths))
        self.points.setData(x=matching.depths[units] * 100, y=matching.best[units], data=units)
        low = float(matching.best[units].min()) if units.size else 0.0
        self.setXRange(-3, 103, padding=0)
        self.setYRange(min(low, 0.9) - _SLACK, 1 + _SLACK, padding=0)

    def mark(self, matching: Matching, unit: int) -> None:
        """Ring one unit, -1 for none."""
        known = 0 <= unit < len(matching.depths) and np.isfinite(matching.depths[unit])
        at = ([matching.depths[unit] * 100], [matching.best[unit]]) if known else ([], [])
        self.current.setData(*at)

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if hasattr(self, "current"):
            colour = QColor(tokens.accent)
            colour.setAlpha(_FILL)
            self.points.setBrush(colour)
            self.current.setBrush(None)
            self.current.setPen(pg.mkPen(tokens.text, width=2))

    @Slot(object, object)
    def _on_clicked(self, item: Any, points: Any) -> None:
        if len(points):
            self.unit_chosen.emit(int(points[0].data()))


class DepthView(QWidget):
    """Counts above points, over the same depths."""

    def __init__(self) -> None:
        super().__init__(objectName="depthView")
        self.counts, self.points = DepthCounts(), DepthPoints()
        for plot in (self.counts, self.points):
            plot.getAxis("left").setWidth(52)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.counts, 2)
        layout.addWidget(self.points, 3)

    def show_matching(self, matching: Matching) -> None:
        """Draw both."""
        self.counts.show_depths(matching.depths, matching.depth)
        self.points.show_matching(matching)


class ProfilePlot(QuietPlot):
    """Depth against depth: the quartiles of where the best matches of each node's units lie.

    Signals:
        node_chosen: A node's point was clicked.
    """

    node_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            "depthProfile", tr("Depth of the best matches of all nodes by the depth of the node")
        )
        self.same = self.plot([0, 100], [0, 100])
        self.spread = pg.ErrorBarItem(x=np.zeros(1), y=np.zeros(1), top=np.zeros(1), bottom=np.zeros(1))
        self.points = pg.ScatterPlotItem(size=8, pen=None, hoverable=True, tip=_profile_tip)
        for item in (self.spread, self.points):
            self.addItem(item, ignoreBounds=True)
        self.points.sigClicked.connect(self._on_clicked)
        self.setXRange(-3, 103, padding=0)
        self.setYRange(-3, 103, padding=0)
        self.set_labels(tr("depth of the node (%)"), tr("depth of best matches (%)"))

    def show_profile(self, profile: DepthProfile) -> None:
        """One point and bar for each node."""
        known = np.isfinite(profile.quartiles[:, 1])
        x, (low, middle, high) = profile.depths[known] * 100, profile.quartiles[known].T * 100
        names = np.array(profile.nodes, object)[known]
        data = [(name, value) for name, value in zip(names, profile.best[known], strict=True)]
        self.spread.setData(x=x, y=middle, top=high - middle, bottom=middle - low)
        self.points.setData(x=x, y=middle, data=data)

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if hasattr(self, "points"):
            self.same.setPen(pg.mkPen(tokens.grid, width=1))
            self.spread.setData(pen=pg.mkPen(tokens.faint, width=1.5))
            self.points.setBrush(tokens.accent)

    @Slot(object, object)
    def _on_clicked(self, item: Any, points: Any) -> None:
        if len(points):
            self.node_chosen.emit(points[0].data()[0])


class TimePlot(QuietPlot):
    """CKA and correlation of checkpoints with the network in front.

    Signals:
        chosen: The number of a checkpoint that was clicked.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__("timePlot", tr("Likeness of checkpoints to the network in front"))
        self.legend = self.addLegend(offset=(-8, -8), labelTextSize="8pt")
        names = (tr("CKA of this node"), tr("correlation of its units"), tr("CKA, mean of all nodes"))
        self.curves = [self.plot([], [], name=name, symbol="o", symbolSize=7) for name in names]
        self.at = pg.InfiniteLine(angle=90)
        self.addItem(self.at, ignoreBounds=True)
        self.scene().sigMouseClicked.connect(self._on_clicked)
        self.set_labels(tr("checkpoint"), tr("likeness to the network in front"))
        self._count = 0

    def show_line(self, line: TimeLine, node: str, at: int) -> None:
        """Draw the checkpoints that are there by now; `at` is the chosen one."""
        self._count = len(line.names)
        numbers = np.arange(self._count)
        own = line.nodes.index(node) if node in line.nodes else None
        none = np.full(self._count, np.nan, np.float32)
        mean = np.nan_to_num(line.cka).mean(1) if line.cka.size else none
        curves = (none, none) if own is None else (line.cka[:, own], line.correlations[:, own])
        for curve, values in zip(self.curves, (*curves, mean), strict=True):
            curve.setData(numbers, values)
        stride = max(1, self._count // 8)
        ticks = [(i, _short(name)) for i, name in enumerate(line.names) if i % stride == 0]
        self.getAxis("bottom").setTicks([ticks])
        self.setXRange(-0.5, max(self._count - 0.5, 0.5), padding=0)
        low = min(float(np.nanmin([*curves[0], *curves[1], *mean], initial=1.0)), 0.0)
        self.setYRange(low - _SLACK, 1 + _SLACK, padding=0)
        self.at.setValue(at)

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if hasattr(self, "at"):
            for curve, colour in zip(self.curves, (tokens.accent, *tokens.series[1:3]), strict=True):
                curve.setPen(pg.mkPen(colour, width=2))
                curve.setSymbolBrush(colour)
                curve.setSymbolPen(None)
            self.at.setPen(pg.mkPen(tokens.muted, width=1))
            self.legend.setLabelTextColor(tokens.text)

    @Slot(object)
    def _on_clicked(self, event: Any) -> None:
        place = self.plotItem.vb.mapSceneToView(event.scenePos())
        number = round(place.x())
        if 0 <= number < self._count:
            self.chosen.emit(number)


def _short(name: str) -> str:
    return name if len(name) <= 12 else f"…{name[-11:]}"


def _profile_tip(x: float, y: float, data: Any) -> str:
    return tr("{node}: median {y:.0f} %, mean correlation {correlation:.3f}").format(
        node=data[0], y=y, correlation=data[1]
    )


def _tip(x: float, y: float, data: Any) -> str:
    return tr("unit {unit}: {x:.0f} % deep, correlation {y:.3f}").format(unit=data, x=x, y=y)
