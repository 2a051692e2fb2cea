"""Which classes stand behind which values, as a stack of columns: P(class | activation), or x p(x)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from inspector.gui.theme import Tokens, tokens_of
from inspector.gui.translation import mark, tr
from inspector.gui.views.hues import curve_colours
from inspector.gui.views.range_plot import RangePlot
from inspector.lenses.examples import ClassShares, QuiltBin

Array = np.ndarray[Any, Any]
Weighting = Literal["shares", "weighted"]
OTHERS = mark("others")


def class_colours(names: Sequence[str], tokens: Tokens) -> dict[str, str]:
    """A colour "#rrggbb" for each class, grey for the rest of them."""
    known = [name for name in names if name != OTHERS]
    return dict(zip(known, curve_colours(len(known), tokens), strict=True)) | {OTHERS: tokens.faint}


class ClassStack(RangePlot):
    """A column per range of values, split by class."""

    def __init__(self) -> None:
        super().__init__("classStack", tr("Classes by activation"))
        self._shares: ClassShares | None = None
        self._weighting: Weighting = "shares"
        self.layers: list[pg.BarGraphItem] = []
        self.zero = pg.InfiniteLine(pos=0, angle=90)
        self.marked = pg.LinearRegionItem(movable=False)
        for item in (self.zero, self.marked):
            self.addItem(item, ignoreBounds=True)
        self.marked.setZValue(10)
        self.marked.hide()
        self.set_labels(tr("activation"), "")

    def show_shares(self, bins: Sequence[QuiltBin], shares: ClassShares | None) -> None:
        """Draw the classes of these ranges; None clears them."""
        self._bins, self._shares = bins if shares is not None else (), shares
        self.mark(-1)
        self._draw()

    def set_weighting(self, weighting: Weighting) -> None:
        """Show shares of each range, or how much each range adds to the unit's mean."""
        self._weighting = weighting
        self._draw()

    def mark(self, place: int) -> None:
        """Let a range stand out, -1 for none."""
        super().mark(place)
        self.marked.setVisible(self._at >= 0)
        if self._at >= 0:
            self.marked.setRegion((self._bins[self._at].low, self._bins[self._at].high))

    def _draw(self) -> None:
        names = self._shares.names if self._shares is not None else ()
        while len(self.layers) < len(names):
            self.layers.append(pg.BarGraphItem(x0=[], width=[], y0=[], height=[]))
            self.addItem(self.layers[-1], ignoreBounds=True)
        for place, layer in enumerate(self.layers):
            layer.setVisible(place < len(names))
        if self._shares is None or not self._bins:
            return
        parts = self._shares.shares if self._weighting == "shares" else self._shares.weighted
        lows, highs = np.array([b.low for b in self._bins]), np.array([b.high for b in self._bins])
        starts, ends = _stacked(np.asarray(parts, float))
        for place, layer in enumerate(self.layers[: len(names)]):
            layer.setOpts(x0=lows, width=highs - lows, y0=starts[place], height=ends[place] - starts[place])
        self.setXRange(float(lows[0]), float(highs[-1]), padding=0.01)
        low, high = float(min(starts.min(), ends.min())), float(max(starts.max(), ends.max()))
        self.setYRange(low, high if high > low else low + 1.0, padding=0.02)
        self.restyle(tokens_of(self.palette()))

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if self._shares is not None:
            colours = class_colours(self._shares.names, tokens)
            for name, layer in zip(self._shares.names, self.layers, strict=False):
                layer.setOpts(brush=QColor(colours[name]), pen=pg.mkPen(tokens.base, width=0.5))
        ground = QColor(tokens.text)
        ground.setAlpha(28)
        self.marked.setBrush(ground)
        for line in self.marked.lines:
            line.setPen(pg.mkPen(tokens.text, width=1))
        self.zero.setPen(pg.mkPen(tokens.text, width=1))


def _stacked(parts: Array) -> tuple[Array, Array]:
    """Where each class's piece [classes, ranges] begins and ends: upwards from 0, or downwards."""
    ups, downs = np.maximum(parts, 0), np.minimum(parts, 0)
    ends = np.where(parts >= 0, np.cumsum(ups, 0), np.cumsum(downs, 0))
    return ends - parts, ends
