"""The tuning curve: responses along one axis, point by point as they arrive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal, Slot

from inspector.gui.theme import Tokens, tokens_of
from inspector.gui.views.curves import MOST_LINES, Curve, card_of, curves
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.scale_axis import ScaleAxis, coordinates
from inspector.gui.views.words import axis_label
from inspector.lenses.tuning import Tuning

Array = np.ndarray[Any, Any]
_SYMBOLS = ("o", "s", "t", "d", "t1", "h")
_MARGIN = 0.1
_NEAR_PIXELS = 40


class TuningPlot(QuietPlot):
    """Curves over the first axis of a tuning.

    Signals:
        point_hovered: The index (tuple) of the stimulus whose point the pointer is nearest to.
    """

    point_hovered = Signal(tuple)

    def __init__(self) -> None:
        self._axis = ScaleAxis("bottom")
        super().__init__("tuningPlot", "Tuning curve", bottom=self._axis)
        self._curves: list[Curve] = []
        self._x: Array = np.zeros(0)
        self.lines = [pg.PlotDataItem(connect="finite") for _ in range(MOST_LINES)]
        self.baseline = pg.InfiniteLine(angle=0, label="mid grey", labelOpts={"position": 0.97})
        self.marker = pg.ScatterPlotItem(size=13, pxMode=True)
        for item in (self.baseline, *reversed(self.lines), self.marker):
            self.addItem(item)
        self.scene().sigMouseMoved.connect(self._on_pointer_moved)
        self.restyle(tokens_of(self.palette()))

    @property
    def shown(self) -> Sequence[Curve]:
        """The curves that are drawn."""
        return self._curves

    def show_tuning(self, tuning: Tuning | None) -> None:
        """Draw a tuning's curves into the items that are there; nothing for None."""
        count = len(self._curves)
        self._curves = curves(tuning) if tuning else []
        if tuning is not None:
            self._scale(tuning)
        if len(self._curves) != count:
            self.restyle(tokens_of(self.palette()))
        for place, line in enumerate(self.lines):
            response = self._curves[place].response if place < len(self._curves) else np.zeros(0)
            # pyqtgraph's scatter points warn of bounds that are all NaN, inside a paint event.
            known = bool(np.isfinite(response).any())
            line.setVisible(place < len(self._curves))
            line.setData(*(self._x, response) if known else ([], []))
        self.baseline.setVisible(tuning is not None and bool(np.isfinite(tuning.baseline)))
        self.marker.setData([], [])

    def mark(self, index: tuple[int, ...] | None) -> None:
        """Ring the point of a stimulus, where one of the curves has it."""
        place = next((i for i, curve in enumerate(self._curves) if index and curve.rest == index[1:]), None)
        if place is None or index is None or not np.isfinite(self._curves[place].response[index[0]]):
            self.marker.setData([], [])
            return
        self.marker.setData([self._x[index[0]]], [self._curves[place].response[index[0]]])

    def colour(self, place: int, tokens: Tokens) -> str:
        """Colour of the curve at that place in the list; averages are quieter."""
        average = place < len(self._curves) and self._curves[place].rest is None
        return tokens.faint if average else tokens.series[place]

    def _scale(self, tuning: Tuning) -> None:
        axis = card_of(tuning, 0)
        values, name = tuning.axes[axis.name], axis_label(axis.name, axis.unit)
        self._x = coordinates(values, axis.logarithmic)
        self._axis.set_scale(values, self._x, axis.unit, axis.logarithmic)
        response = f"response ({tuning.measured})"
        if (name, response) != tuple(self._labels.values()):
            self.set_labels(name, response)
        pad = 0.5 if len(self._x) == 1 else 0.02 * (self._x[-1] - self._x[0])
        self.setXRange(self._x[0] - pad, self._x[-1] + pad, padding=0)
        low, high = _span([curve.response for curve in self._curves], tuning.baseline)
        self.setYRange(low, high, padding=_MARGIN)
        if np.isfinite(tuning.baseline):
            self._place_baseline(tuning.baseline, above=tuning.baseline < (low + high) / 2)

    def _place_baseline(self, value: float, *, above: bool) -> None:
        """Draw the baseline; its label stands at the end that the curves leave free."""
        quarter = max(1, len(self._x) // 4)
        ends = (np.s_[:quarter], np.s_[-quarter:])
        left, right = (
            np.nan_to_num([np.abs(curve.response[end] - value) for curve in self._curves]).min()
            for end in ends
        )
        side = 1 if right >= left else 0
        self.baseline.label.anchors = [(side, 0.9 if above else 0.1)] * 2
        self.baseline.label.setPosition(0.98 if side else 0.02)
        self.baseline.setValue(value)

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if not hasattr(self, "lines"):
            return
        self.baseline.setPen(pg.mkPen(tokens.faint, width=1, style=Qt.PenStyle.DashLine))
        self.baseline.label.setColor(tokens.muted)
        self.marker.setPen(pg.mkPen(tokens.text, width=1.5))
        self.marker.setBrush(pg.mkBrush(None))
        for place, line in enumerate(self.lines):
            average = place < len(self._curves) and self._curves[place].rest is None
            colour = self.colour(place, tokens)
            line.setPen(pg.mkPen(colour, width=1.5 if average else 2))
            line.setSymbol(None if average else _SYMBOLS[place])
            line.setSymbolSize(6 if len(self._curves) <= 2 else 5)
            line.setSymbolBrush(pg.mkBrush(colour))
            line.setSymbolPen(pg.mkPen(tokens.base, width=0.8))

    @Slot(QPointF)
    def _on_pointer_moved(self, point: QPointF) -> None:
        found = self._nearest(point) if self.plotItem.vb.sceneBoundingRect().contains(point) else None
        if found is not None:
            self.point_hovered.emit(found)

    def _nearest(self, point: QPointF) -> tuple[int, ...] | None:
        """The stimulus whose point is nearest on the screen, sideways distance counting most."""
        best, least = None, np.inf
        pixel = self.plotItem.vb.viewPixelSize()
        place = self.plotItem.vb.mapSceneToView(point)
        for curve in self._curves:
            if curve.rest is None:
                continue
            across = (self._x - place.x()) / pixel[0]
            down = (curve.response - place.y()) / pixel[1]
            distance = np.where(np.isfinite(down), 9 * across**2 + down**2, np.inf)
            nearest = int(distance.argmin())
            if distance[nearest] < least and abs(across[nearest]) < _NEAR_PIXELS:
                best, least = (nearest, *curve.rest), distance[nearest]
        return best


def _span(responses: Sequence[Array], baseline: float) -> tuple[float, float]:
    values = np.concatenate([*responses, [baseline]])
    values = values[np.isfinite(values)]
    if not values.size:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low - 0.5, high + 0.5)
