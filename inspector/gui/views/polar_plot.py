"""Tuning to an angle drawn around a circle, one hue per curve; the pointer isolates the nearest one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QColor

from inspector.gui.theme import Tokens, tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.curves import Curve
from inspector.gui.views.hues import curve_colours
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.words import number
from inspector.stimuli.axes import Axis

Array = np.ndarray[Any, Any]
MOST_CURVES = 12
_NEAR_PIXELS = 24
_FADED, _FEW = 45, 3
_RINGS = (0.5, 1.0)
_SPOKES = tuple(range(0, 360, 45))
_TURN = np.linspace(0, 2 * np.pi, 181)
_ROOM = 1.2


class PolarPlot(QuietPlot):
    """Responses as distances from the middle; the outer ring is the strongest response of all curves.

    An angle that comes round after half a turn (an orientation) is drawn on both sides, as a bar is seen.

    Signals:
        point_hovered: The index (tuple) of the stimulus whose point the pointer is nearest to.
        isolated: The curve that the pointer is nearest to, by its place in the list; -1 for none.
    """

    point_hovered = Signal(tuple)
    isolated = Signal(int)

    def __init__(self) -> None:
        super().__init__("tuningPolar", tr("Tuning around the circle"))
        for side in ("bottom", "left"):
            self.hideAxis(side)
        self.setAspectLocked(True)
        self._curves: list[Curve] = []
        self._points: list[Array] = []
        self._isolated = -1
        self._scale = 1.0
        self.rings = [pg.PlotDataItem() for _ in _RINGS]
        self.zero = pg.PlotDataItem()
        self.baseline = pg.PlotDataItem(connect="finite")
        self._spokes = pg.PlotDataItem(connect="pairs")
        self.lines = [pg.PlotDataItem(connect="finite") for _ in range(MOST_CURVES)]
        self.marker = pg.ScatterPlotItem(size=12, pxMode=True)
        self._angles = [pg.TextItem(anchor=(0.5, 0.5)) for _ in _SPOKES]
        self._readings = [pg.TextItem(anchor=(0, 1)) for _ in _RINGS]
        items = (self._spokes, *self.rings, self.zero, self.baseline, *reversed(self.lines), self.marker)
        for item in (*items, *self._angles, *self._readings):
            self.addItem(item, ignoreBounds=True)
        self.setRange(xRange=(-_ROOM, _ROOM), yRange=(-_ROOM, _ROOM), padding=0)
        self._draw_grid()
        self.scene().sigMouseMoved.connect(self._on_pointer_moved)
        self.pointer_left.connect(self._on_pointer_left)
        self.restyle(tokens_of(self.palette()))

    @property
    def shown(self) -> Sequence[Curve]:
        """The curves that are drawn."""
        return self._curves

    @property
    def shown_alone(self) -> int:
        """The curve that the pointer has isolated, or -1."""
        return self._isolated

    def show_curves(self, axis: Axis | None, shown: Sequence[Curve], baseline: float) -> None:
        """Draw curves over a periodic axis into the items that are there; nothing for None."""
        count = len(self._curves)
        self._curves = list(shown[:MOST_CURVES]) if axis is not None else []
        self._isolated = min(self._isolated, len(self._curves) - 1)
        low, high = _reach([curve.response for curve in self._curves], baseline)
        self._scale = high - low
        self._points = [_places(curve, axis, low, high) for curve in self._curves if axis is not None]
        for place, line in enumerate(self.lines):
            drawn = place < len(self._points)
            line.setVisible(drawn)
            line.setData(*_closed(self._points[place]).T if drawn else ([], []))
        self._label(axis, low, high)
        self._ring(self.zero, -low / self._scale if low < 0 else np.nan)
        self._ring(self.baseline, (baseline - low) / self._scale)
        self.marker.setData([], [])
        if count != len(self._curves):
            self._colour(tokens_of(self.palette()))

    def mark(self, index: tuple[int, ...] | None) -> None:
        """Ring the points of a stimulus, where one of the curves has it."""
        for curve, points in zip(self._curves, self._points, strict=True):
            place = curve.place(index)
            if place is not None and np.isfinite(curve.response[place]):
                self.marker.setData(*points[place :: len(curve.values)].T)
                return
        self.marker.setData([], [])

    def colours(self, tokens: Tokens) -> list[str]:
        """One colour for each curve."""
        return curve_colours(len(self._curves), tokens)

    def _draw_grid(self) -> None:
        for ring, radius in zip(self.rings, _RINGS, strict=True):
            self._ring(ring, radius)
        ends = np.array([(0.0, angle) for spoke in _SPOKES for angle in (0, spoke)])[:, 1]
        radius = np.tile([0.0, 1.0], len(_SPOKES))
        turned = np.radians(ends)
        self._spokes.setData(radius * np.cos(turned), radius * np.sin(turned))
        for text, spoke in zip(self._angles, _SPOKES, strict=True):
            text.setPos(1.12 * np.cos(np.radians(spoke)), 1.12 * np.sin(np.radians(spoke)))

    @staticmethod
    def _ring(item: pg.PlotDataItem, radius: float) -> None:
        shown = np.isfinite(radius) and 0 < radius <= 1
        item.setData(*(radius * np.cos(_TURN), radius * np.sin(_TURN)) if shown else ([], []))

    def _label(self, axis: Axis | None, low: float, high: float) -> None:
        free = self._free_angle()
        for text, radius in zip(self._readings, _RINGS, strict=True):
            text.setText(number(low + radius * (high - low)))
            text.setPos(radius * np.cos(free), radius * np.sin(free))
        for text, spoke in zip(self._angles, _SPOKES, strict=True):
            text.setText(_angle_text(axis, spoke))

    def _free_angle(self) -> float:
        """Between which spokes the curves reach out least: there the rings' numbers stand."""
        between = np.radians(np.array(_SPOKES) + 22.5)
        points = np.concatenate([np.zeros((1, 2)), *self._points])
        points = points[np.isfinite(points).all(axis=1)]
        reach = [(points @ (np.cos(angle), np.sin(angle))).max() for angle in between]
        return float(between[int(np.argmin(reach))])

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if not hasattr(self, "_readings"):
            return
        for item in (self._spokes, *self.rings):
            item.setPen(pg.mkPen(tokens.grid if item is self._spokes else tokens.border, width=1))
        self.zero.setPen(pg.mkPen(tokens.faint, width=1))
        self.baseline.setPen(pg.mkPen(tokens.faint, width=1, dash=(4, 4)))
        for text in (*self._angles, *self._readings):
            text.setColor(tokens.muted)
            text.setFont(self.getAxis("left").style["tickFont"])
            text.fill = pg.mkBrush(f"{tokens.base}c0")  # a curve may run through a number: it stays readable
        self.marker.setPen(pg.mkPen(tokens.text, width=1.5))
        self.marker.setBrush(pg.mkBrush(None))
        self._colour(tokens)

    def _colour(self, tokens: Tokens) -> None:
        for place, name in enumerate(self.colours(tokens)):
            colour = QColor(name)
            alone = self._isolated in (-1, place)
            colour.setAlpha(255 if alone else _FADED)
            # Antialiased lines wider than a pixel are slow to draw: few of them, or the one pointed at.
            wide = alone and (self._isolated == place or len(self._curves) <= _FEW)
            self.lines[place].setPen(pg.mkPen(colour, width=2 if wide else 1))

    @Slot(QPointF)
    def _on_pointer_moved(self, point: QPointF) -> None:
        found, place = self._nearest(point)
        self._isolate(found)
        if found >= 0 and self._curves[found].rest is not None:
            self.point_hovered.emit(self._curves[found].index(place))

    @Slot()
    def _on_pointer_left(self) -> None:
        self._isolate(-1)

    def _isolate(self, place: int) -> None:
        if place != self._isolated:
            self._isolated = place
            self._colour(tokens_of(self.palette()))
            self.isolated.emit(place)

    def _nearest(self, point: QPointF) -> tuple[int, int]:
        """The curve and the place on it nearest to a point of the scene; -1 where none is near."""
        pixel = self.plotItem.vb.viewPixelSize()
        at = self.plotItem.vb.mapSceneToView(point)
        best, least = (-1, 0), float(_NEAR_PIXELS)
        for number_of, points in enumerate(self._points):
            distance = np.hypot((points[:, 0] - at.x()) / pixel[0], (points[:, 1] - at.y()) / pixel[1])
            distance = np.nan_to_num(distance, nan=np.inf)
            nearest = int(distance.argmin()) if distance.size else 0
            if distance.size and distance[nearest] < least:
                best = (number_of, nearest % len(self._curves[number_of].values))
                least = float(distance[nearest])
        return best


def _reach(responses: Sequence[Array], baseline: float) -> tuple[float, float]:
    """Value in the middle and at the outer ring: nothing, or the lowest where that is below nothing."""
    values = np.concatenate([*responses, [baseline, 0.0]])
    values = values[np.isfinite(values)]
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low, low + 1.0)


def _repeats(axis: Axis) -> int:
    """How often the axis comes round on the way around the circle: twice for an orientation."""
    period = axis.high - axis.low
    turns = 360 / period if axis.unit == "deg" and period > 0 else 1.0
    return round(turns) if turns >= 1 and abs(turns - round(turns)) < 1e-6 else 1


def _places(curve: Curve, axis: Axis, low: float, high: float) -> Array:
    """The points of a curve [repeats * n, 2], once for each time that the axis comes round."""
    repeats = _repeats(axis)
    period = (axis.high - axis.low) or 1.0
    once = 2 * np.pi * (curve.values - axis.low) / (period * repeats)
    turned = np.concatenate([once + 2 * np.pi * turn / repeats for turn in range(repeats)])
    # Angles of stimuli are angles on the page where the axis begins at nothing.
    turned = turned + (np.radians(axis.low) if axis.unit == "deg" else 0)
    radius = np.tile((curve.response - low) / (high - low), repeats)
    return np.column_stack([radius * np.cos(turned), radius * np.sin(turned)])


def _closed(points: Array) -> Array:
    """Points with the first one once more at the end, where they go all the way round."""
    return np.vstack([points, points[:1]]) if len(points) > 2 else points


def _angle_text(axis: Axis | None, spoke: int) -> str:
    if axis is None:
        return ""
    if axis.unit == "deg":
        return f"{spoke % round((axis.high - axis.low) or 360)}°"
    return number(axis.low + spoke / 360 * (axis.high - axis.low))
