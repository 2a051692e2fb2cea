"""The tuning curve: responses along one axis, point by point as they arrive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor

from inspector.gui.theme import Tokens, tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.curves import MOST_LINES, Curve, card_of
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.scale_axis import ScaleAxis, coordinates
from inspector.gui.views.words import axis_label
from inspector.lenses.tuning import Tuning
from inspector.network.location import Location
from inspector.stimuli.axes import Axis

Array = np.ndarray[Any, Any]
_SYMBOLS = ("o", "s", "t", "d", "t1", "h")
_MARGIN = 0.1
_NEAR_PIXELS = 40
_BAND = 40
# The label of the baseline: where it may stand, and its distance and width as parts of the plot.
_LABEL_PLACES, _LABEL, _LABEL_WIDTH = (0.98, 0.02, 0.5, 0.26, 0.74), 0.1, 0.24


class TuningPlot(QuietPlot):
    """Curves over one axis of a tuning.

    Signals:
        point_hovered: The index (tuple) of the stimulus whose point the pointer is nearest to.
        scaled: Values stand at other places on the screen now.
    """

    point_hovered = Signal(tuple)
    scaled = Signal()

    def __init__(self, name: str = "tuningPlot", accessible: str = "") -> None:
        self._axis = ScaleAxis("bottom")
        super().__init__(name, accessible or tr("Tuning curve"), bottom=self._axis)
        self._curves: list[Curve] = []
        self._x: list[Array] = []
        self.lines = [pg.PlotDataItem(connect="finite") for _ in range(MOST_LINES)]
        self.band = pg.LinearRegionItem(orientation="horizontal", movable=False)
        self.baseline = pg.InfiniteLine(angle=0, label=tr("mid grey"), labelOpts={"position": 0.97})
        self.marker = pg.ScatterPlotItem(size=13, pxMode=True)
        for item in (self.band, self.baseline, *reversed(self.lines), self.marker):
            self.addItem(item, ignoreBounds=True)
        self.band.setZValue(-10)
        self.scene().sigMouseMoved.connect(self._on_pointer_moved)
        self.plotItem.vb.sigResized.connect(self.scaled)
        self.plotItem.vb.sigRangeChanged.connect(self.scaled)
        self.restyle(tokens_of(self.palette()))

    @property
    def shown(self) -> Sequence[Curve]:
        """The curves that are drawn."""
        return self._curves

    def show_curves(self, tuning: Tuning | None, shown: Sequence[Curve]) -> None:
        """Draw curves, all along one axis of the tuning, into the items that are there; nothing for None."""
        looks = [curve.average for curve in self._curves]
        self._curves = list(shown[:MOST_LINES]) if tuning is not None else []
        self._x = []
        if tuning is not None and self._curves:
            self._scale(tuning, card_of(tuning, self._curves[0].axis))
        if [curve.average for curve in self._curves] != looks:
            self.restyle(tokens_of(self.palette()))
        for place, line in enumerate(self.lines):
            drawn = place < len(self._curves)
            response = self._curves[place].response if drawn else np.zeros(0)
            # pyqtgraph's scatter points warn of bounds that are all NaN, inside a paint event.
            known = bool(np.isfinite(response).any())
            line.setVisible(drawn)
            line.setData(*(self._x[place], response) if known else ([], []))
        self.baseline.setVisible(tuning is not None and bool(np.isfinite(tuning.baseline)))
        self._show_noise(tuning)
        self.marker.setData([], [])

    def mark(self, index: tuple[int, ...] | None) -> None:
        """Ring the point of a stimulus, where one of the curves has it."""
        for curve, x in zip(self._curves, self._x, strict=True):
            place = curve.place(index)
            if place is not None and np.isfinite(curve.response[place]):
                self.marker.setData([x[place]], [curve.response[place]])
                return
        self.marker.setData([], [])

    def across(self, curve: Curve) -> Array:
        """Where a curve's points stand from left to right, in pixels of this widget."""
        x = coordinates(curve.values, self._axis.is_logarithmic)
        box, (low, high) = self.plotItem.vb.sceneBoundingRect(), self.viewRange()[0]
        left = self.mapFromScene(box.topLeft()).x()
        return left + (x - low) / (high - low) * box.width()

    def colour(self, place: int, tokens: Tokens) -> str:
        """Colour of the curve at that place in the list; averages are quieter."""
        average = place < len(self._curves) and self._curves[place].average
        return tokens.faint if average else tokens.series[place]

    def _scale(self, tuning: Tuning, axis: Axis) -> None:
        self._x = [coordinates(curve.values, axis.logarithmic) for curve in self._curves]
        values = np.unique(np.concatenate([curve.values for curve in self._curves]))
        places = coordinates(values, axis.logarithmic)
        self._axis.set_scale(values, places, axis.unit, axis.logarithmic, tuple(map(tr, axis.choices)))
        name, response = (
            axis_label(axis.name, axis.unit),
            tr("response ({measured})").format(measured=tr(tuning.measured)),
        )
        if (name, response) != tuple(self._labels.values()):
            self.set_labels(name, response)
        pad = 0.5 if len(places) == 1 or axis.choices else 0.02 * (places[-1] - places[0])
        self.setXRange(places[0] - pad, places[-1] + pad, padding=0)
        low, high = _span([curve.response for curve in self._curves], tuning.baseline)
        self.setYRange(low, high, padding=_MARGIN)
        if np.isfinite(tuning.baseline):
            self._place_baseline(tuning.baseline, low, high)

    def _place_baseline(self, value: float, low: float, high: float) -> None:
        """Draw the baseline; its label stands where the curves leave room, at an end if they do there."""
        above, away = value < (low + high) / 2, _LABEL * (high - low)
        room = {place: self._room(place, value + (away if above else -away)) for place in _LABEL_PLACES}
        # What is roomy enough is taken in the order of the places.
        place = max(room, key=lambda place: min(room[place], 1.5 * away))
        anchor = 1 if place > 0.9 else 0 if place < 0.1 else 0.5
        self.baseline.label.anchors = [(anchor, 0.9 if above else 0.1)] * 2
        self.baseline.label.setPosition(place)
        self.baseline.setValue(value)

    def _room(self, place: float, height: float) -> float:
        """How far the nearest curve is from a label at that part of the width, and at that height."""
        ends = min(x[0] for x in self._x), max(x[-1] for x in self._x)
        middle = np.clip(place, _LABEL_WIDTH / 2, 1 - _LABEL_WIDTH / 2)
        part = np.linspace(middle - _LABEL_WIDTH / 2, middle + _LABEL_WIDTH / 2, 21)
        across = ends[0] + part * (ends[1] - ends[0])
        away = [
            np.abs(np.interp(across, x, curve.response) - height)
            for x, curve in zip(self._x, self._curves, strict=True)
        ]
        return float(np.nan_to_num(np.stack(away), nan=np.inf).min())

    def _show_noise(self, tuning: Tuning | None) -> None:
        """How far the response to mid grey wavers, where that was measured."""
        noise = baseline_noise(tuning) if tuning is not None else 0.0
        self.band.setVisible(noise > 0)
        if tuning is not None and noise > 0:
            self.band.setRegion((tuning.baseline - noise, tuning.baseline + noise))

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if not hasattr(self, "marker"):
            return
        grey = QColor(tokens.faint)
        self.baseline.setPen(pg.mkPen(tokens.faint, width=1, style=Qt.PenStyle.DashLine))
        self.baseline.label.setColor(tokens.muted)
        self.band.setBrush(pg.mkBrush(grey.red(), grey.green(), grey.blue(), _BAND))
        for line in self.band.lines:
            line.setPen(pg.mkPen(None))
        self.marker.setPen(pg.mkPen(tokens.text, width=1.5))
        self.marker.setBrush(pg.mkBrush(None))
        for place in range(len(self.lines)):
            self._style_line(place, tokens)

    def _style_line(self, place: int, tokens: Tokens) -> None:
        average = place < len(self._curves) and self._curves[place].average
        line, colour = self.lines[place], self.colour(place, tokens)
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
        for curve, x in zip(self._curves, self._x, strict=True):
            if curve.rest is None:
                continue
            across = (x - place.x()) / pixel[0]
            down = (curve.response - place.y()) / pixel[1]
            distance = np.where(np.isfinite(down), 9 * across**2 + down**2, np.inf)
            nearest = int(distance.argmin())
            if distance[nearest] < least and abs(across[nearest]) < _NEAR_PIXELS:
                best, least = curve.index(nearest), distance[nearest]
        return best


def baseline_noise(tuning: Tuning) -> float:
    """Standard deviation of the unit's response to mid grey with small noise; 0 where not measured."""
    unit = Location.parse(tuning.location).unit or 0
    noise = float(tuning.baseline_noises[unit]) if unit < len(tuning.baseline_noises) else 0.0
    return noise if np.isfinite(noise) else 0.0


def _span(responses: Sequence[Array], baseline: float) -> tuple[float, float]:
    values = np.concatenate([*responses, [baseline]])
    values = values[np.isfinite(values)]
    if not values.size:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low - 0.5, high + 0.5)
