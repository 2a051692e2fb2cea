"""How often a unit takes which value, counts on a logarithmic axis, and the quilt's ranges over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor

from inspector.gui.theme import Tokens
from inspector.gui.translation import tr
from inspector.gui.views.quilt_ranges import span
from inspector.gui.views.range_plot import RangePlot
from inspector.lenses.examples import UnitExamples

Array = np.ndarray[Any, Any]
# One place of one picture shall be seen as something: its bar stands this far above the ground.
_GROUND = -0.35
SLIM_LEFT, SLIM_RIGHT = 40, 10
"""Pixels beside the bars of a slim plot."""
_FILL, _MARKED = 90, 200
_UNITS = ("", "k", "M", "G")


class CountAxis(pg.AxisItem):
    """Powers of ten: 1, 10, 100, 1k, 10k."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Every power that has room."""
        powers = np.arange(0, int(np.floor(high)) + 1)
        stride = max(1, -(-len(powers) * 22 // max(int(size), 1)))
        return [(float(stride), [float(power) for power in powers[::stride]])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [f"{10 ** (round(v) % 3)}{_UNITS[min(round(v) // 3, 3)]}" for v in values]


class HistogramPlot(RangePlot):
    """A unit's histogram."""

    def __init__(self, name: str = "histogramPlot", *, slim: bool = False) -> None:
        """A slim one has no axis below and spans the quilt's ranges, which stand above it."""
        super().__init__(name, tr("Histogram of the unit’s values"), left=CountAxis("left"))
        self._edges: Array = np.array([0.0, 1.0])
        self._heights: Array = np.array([_GROUND])
        self._slim = slim
        self.bars, self.marked = _steps(), _steps()
        self.zero = pg.InfiniteLine(pos=0, angle=90)
        self.mean = pg.InfiniteLine(angle=90, label=tr("mean"), labelOpts={"position": 0.92})
        self.value = pg.InfiniteLine(angle=90)
        for item in (self.bars, self.marked, self.zero, self.mean, self.value):
            self.addItem(item, ignoreBounds=True)
        self.value.hide()
        if slim:
            self.hideAxis("bottom")
            self.getAxis("left").setWidth(SLIM_LEFT - 4)
            self.mean.label.hide()
        self.set_labels("" if slim else tr("activation"), "" if slim else tr("places"))
        self.show_unit(None)

    def show_unit(self, examples: UnitExamples | None) -> None:
        """Draw a unit's histogram; None clears it."""
        self._bins = examples.quilt if examples is not None else ()
        self._at = -1
        self.marked.setData([0.0, 0.0], [_GROUND])
        for item in (self.bars, self.zero, self.mean):
            item.setVisible(examples is not None)
        self.value.hide()
        if examples is None:
            return
        self._edges, counts = _trimmed(examples)
        self._heights = np.where(counts > 0, np.log10(np.maximum(counts, 1)), _GROUND)
        self.bars.setData(self._edges, self._heights)
        self.mean.setVisible(bool(np.isfinite(examples.mean)))
        if np.isfinite(examples.mean):
            self.mean.setValue(examples.mean)
        self._scale(examples)
        self.setYRange(_GROUND, max(float(self._heights.max()) * 1.08, 0.5), padding=0)

    def _scale(self, examples: UnitExamples) -> None:
        if self._slim and examples.quilt:
            self.setXRange(*span(examples.quilt), padding=0)
        else:
            self.setXRange(self._edges[0], self._edges[-1], padding=0.01)

    def mark(self, place: int) -> None:
        """Let one of the quilt's ranges stand out, -1 for none."""
        super().mark(place)
        if self._at < 0:
            self.marked.setData([0.0, 0.0], [_GROUND])
            return
        one = self._bins[self._at]
        first, last = np.searchsorted(self._edges, (one.low, one.high))
        first, last = min(int(first), len(self._heights) - 1), min(int(last), len(self._heights))
        last = max(last, first + 1)
        self.marked.setData(self._edges[first : last + 1], self._heights[first:last])

    def mark_value(self, value: float | None) -> None:
        """Draw a line at a value, or none."""
        self.value.setVisible(value is not None)
        if value is not None:
            self.value.setValue(value)

    def place_of(self, value: float) -> QPointF:
        """Where a value stands in the middle of the plot, in pixels of this widget."""
        box, (low, high) = self.plotItem.vb.sceneBoundingRect(), self.viewRange()[0]
        x = box.left() + (value - low) / (high - low) * box.width()
        return QPointF(self.mapFromScene(QPointF(x, box.center().y())))

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        accent = QColor(tokens.accent)
        self.bars.setPen(pg.mkPen(tokens.accent))
        accent.setAlpha(_FILL)
        self.bars.setBrush(accent)
        other = QColor(tokens.series[1])
        self.marked.setPen(pg.mkPen(other))
        other.setAlpha(_MARKED)
        self.marked.setBrush(other)
        self.zero.setPen(pg.mkPen(tokens.text, width=1))
        self.mean.setPen(pg.mkPen(tokens.muted, style=Qt.PenStyle.DashLine))
        self.mean.label.setColor(tokens.muted)
        self.value.setPen(pg.mkPen(tokens.series[1], width=2))


def _steps() -> pg.PlotCurveItem:
    return pg.PlotCurveItem([0.0, 0.0], [_GROUND], stepMode="center", fillLevel=_GROUND, skipFiniteCheck=True)


def _trimmed(examples: UnitExamples) -> tuple[Array, Array]:
    """Edges and counts without the empty bins at either end, but with all that the quilt spans."""
    filled = np.flatnonzero(examples.counts)
    first, last = (int(filled[0]), int(filled[-1]) + 1) if filled.size else (0, len(examples.counts))
    if examples.quilt:
        low, high = examples.quilt[0].low, examples.quilt[-1].high
        first = min(first, max(int(np.searchsorted(examples.edges, low, "right")) - 1, 0))
        last = max(last, min(int(np.searchsorted(examples.edges, high, "left")), len(examples.counts)))
    return examples.edges[first : last + 1], examples.counts[first:last]
