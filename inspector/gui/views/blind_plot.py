"""The plots of a blind labelling: P(label | activation), density, and x p(x) by label."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from inspector.gui.theme import Tokens
from inspector.gui.translation import mark, tr
from inspector.gui.views.hues import curve_colours
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.workspace.blind_results import BlindResults

Array = np.ndarray[Any, Any]
What = Literal["shares", "density", "weighted"]
_LABELS: dict[What, str] = {
    "shares": mark("P(label | activation)"),
    "density": mark("density"),
    "weighted": mark("x · p(x)"),
}
_FILL, _APART = 90, 0.09


class BlindPlot(QuietPlot):
    """Lines of all labels over the activation: shares with their interval of 95 %, or stacked columns."""

    def __init__(self) -> None:
        super().__init__("blindPlot", tr("Labels by activation"))
        self._found: BlindResults | None = None
        self._what: What = "shares"
        self.lines: list[pg.PlotDataItem] = []
        self.intervals: list[pg.ErrorBarItem] = []
        self.columns: list[pg.BarGraphItem] = []
        self.unlabelled = pg.BarGraphItem(x0=[], width=[], y0=[], height=[])
        self.addItem(self.unlabelled, ignoreBounds=True)
        self.zero = pg.InfiniteLine(pos=0, angle=90)
        self.addItem(self.zero, ignoreBounds=True)
        self.set_labels(tr("activation"), tr(_LABELS["shares"]))

    def show_results(self, found: BlindResults | None, what: What) -> None:
        """Draw one of the three plots; None clears it."""
        self._found, self._what = found, what
        self.set_labels(tr("activation"), tr(_LABELS[what]))  # draws, too

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if not hasattr(self, "columns"):
            return
        self.zero.setPen(pg.mkPen(tokens.text, width=1))
        self._make_items(len(self._found.classes) if self._found is not None else 0)
        if self._found is None or not len(self._found.low):
            return
        colours = curve_colours(len(self._found.classes), tokens)
        if self._what == "shares":
            self._draw_shares(self._found, colours)
        else:
            self._draw_columns(self._found, colours, tokens)
        self.setXRange(float(self._found.low[0]), float(self._found.high[-1]), padding=0.02)

    def _make_items(self, count: int) -> None:
        while len(self.lines) < count:
            self.lines.append(pg.PlotDataItem(symbol="o", symbolSize=6, connect="finite"))
            self.intervals.append(pg.ErrorBarItem(x=np.zeros(0), y=np.zeros(0), beam=0))
            self.columns.append(pg.BarGraphItem(x0=[], width=[], y0=[], height=[]))
            for items in (self.intervals, self.lines, self.columns):
                self.addItem(items[-1], ignoreBounds=True)
        lined = self._what == "shares"
        self.unlabelled.setVisible(not lined and count > 0)
        for place in range(len(self.lines)):
            self.lines[place].setVisible(lined and place < count)
            self.intervals[place].setVisible(lined and place < count)
            self.columns[place].setVisible(not lined and place < count)

    def _draw_shares(self, found: BlindResults, colours: list[str]) -> None:
        width = found.high - found.low
        for place, colour in enumerate(colours):
            # Side by side, so that no interval hides another.
            middle = found.low + width * (0.5 + _APART * (place - (len(colours) - 1) / 2))
            share, low, high = (part[place] for part in (found.shares, found.share_low, found.share_high))
            known = np.isfinite(share)
            self.lines[place].setData(middle[known], share[known])
            self.lines[place].setPen(pg.mkPen(colour, width=2))
            self.lines[place].setSymbolBrush(QColor(colour))
            self.lines[place].setSymbolPen(None)
            ground = QColor(colour)
            ground.setAlpha(_FILL)
            self.intervals[place].setData(
                x=middle[known], y=share[known], top=(high - share)[known], bottom=(share - low)[known],
                pen=pg.mkPen(ground, width=3),
            )  # fmt: skip
        self.setYRange(0, 1, padding=0.03)

    def _draw_columns(self, found: BlindResults, colours: list[str], tokens: Tokens) -> None:
        parts = np.nan_to_num(found.density_by if self._what == "density" else found.weighted)
        ups, downs = np.maximum(parts, 0), np.minimum(parts, 0)
        ends = np.where(parts >= 0, np.cumsum(ups, 0), np.cumsum(downs, 0))
        for place, colour in enumerate(colours):
            self.columns[place].setOpts(
                x0=found.low, width=found.high - found.low, y0=ends[place] - parts[place],
                height=parts[place], brush=QColor(colour), pen=pg.mkPen(tokens.base, width=0.5),
            )  # fmt: skip
        # Ranges without labels are there all the same: their density stands in grey.
        grey = np.where(np.isfinite(found.density_by).all(0), 0, found.density)
        grey = grey if self._what == "density" else np.zeros_like(grey)
        self.unlabelled.setOpts(
            x0=found.low, width=found.high - found.low, y0=0, height=grey, brush=QColor(tokens.faint),
            pen=pg.mkPen(tokens.base, width=0.5),
        )  # fmt: skip
        low, high = float(min(downs.sum(0).min(), 0)), float(max(ups.sum(0).max(), grey.max(), 0))
        self.setYRange(low, high if high > low else low + 1, padding=0.03)

    def legend(self, tokens: Tokens) -> list[tuple[str, str]]:
        """Name and colour of each label in a theme, which the plot itself may be about to take on."""
        names = self._found.classes if self._found is not None else ()
        return list(zip(names, curve_colours(len(names), tokens), strict=True))
