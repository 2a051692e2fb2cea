"""Responses over two axes as a heat map; what has not been measured yet is grey."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGraphicsRectItem, QSizePolicy, QWidget

from inspector.gui.panels.parts import scaled
from inspector.gui.pixels import UNKNOWN, colour_table, mapped, rgb_image
from inspector.gui.theme import Tokens, tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.curves import card_of, plane
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.scale_axis import ScaleAxis
from inspector.gui.views.words import axis_label, reading
from inspector.lenses.tuning import Tuning

Array = np.ndarray[Any, Any]


class HeatMap(QuietPlot):
    """A tuning's first axis across, its second one up, one cell for each stimulus.

    Signals:
        cell_hovered: The index (tuple) of the stimulus under the pointer.
        line_moved: The user moved the line that stands at a value of an axis (0 or 1): axis, its place there.
    """

    cell_hovered = Signal(tuple)
    line_moved = Signal(int, int)

    def __init__(self) -> None:
        self._across, self._up = ScaleAxis("bottom"), ScaleAxis("left")
        super().__init__("tuningHeatMap", tr("Responses over both axes"), bottom=self._across, left=self._up)
        self._rest: tuple[int, ...] = ()
        self._shape = (0, 0)
        self.range = (0.0, 1.0)
        self.item = pg.ImageItem()
        self.marker = QGraphicsRectItem(0, 0, 1, 1)
        self.marker.setVisible(False)
        self.lines = [pg.InfiniteLine(angle=angle, movable=True) for angle in (90, 0)]
        self._places = [0, 0]
        self.carrier.taken = lambda: any(line.mouseHovering for line in self.lines)
        for item in (self.item, *self.lines, self.marker):
            self.addItem(item, ignoreBounds=True)
        self.lines[0].sigDragged.connect(self._on_line_dragged)
        self.lines[1].sigDragged.connect(self._on_line_dragged)
        self.scene().sigMouseMoved.connect(self._on_pointer_moved)
        self.scene().sigMouseClicked.connect(self._on_clicked)
        self.restyle(tokens_of(self.palette()))

    def show_tuning(self, tuning: Tuning) -> None:
        """Draw the responses to the first two axes; further ones stand where the response is strongest."""
        response, self._rest = plane(tuning)
        self._shape = response.shape
        known = response[np.isfinite(response)]
        self.range = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
        self.item.setImage(
            mapped(response.T, *self.range, colour_table("viridis")), autoLevels=False, levels=(0, 255)
        )
        self.item.setRect(QRectF(0, 0, *response.shape))
        self.setXRange(0, response.shape[0], padding=0)
        self.setYRange(0, response.shape[1], padding=0)
        self._scale(tuning)
        self.mark(None)

    def mark(self, index: tuple[int, ...] | None) -> None:
        """Frame the cell of a stimulus, where it lies in the plane shown."""
        self.marker.setVisible(index is not None and index[2:] == self._rest)
        if index is not None:
            self.marker.setRect(index[0], index[1], 1, 1)

    def set_lines(self, across: int, up: int) -> None:
        """Put the lines through the middle of a cell."""
        self._places = [across, up]
        for line, place, count in zip(self.lines, self._places, self._shape, strict=True):
            line.setBounds((0.5, count - 0.5))
            line.setValue(place + 0.5)

    def _move_line(self, axis: int, place: float) -> None:
        """Snap a line to the middle of the cell it is over, and say so where that is another one."""
        cell = min(max(int(np.floor(place)), 0), self._shape[axis] - 1)
        self.lines[axis].setValue(cell + 0.5)
        if cell != self._places[axis]:
            self._places[axis] = cell
            self.line_moved.emit(axis, cell)

    def _scale(self, tuning: Tuning) -> None:
        labels = []
        for place, axis in enumerate((self._across, self._up)):
            card = card_of(tuning, place)
            values = tuning.axes[card.name]
            choices = tuple(map(tr, card.choices))
            axis.set_scale(values, np.arange(len(values)) + 0.5, card.unit, card.logarithmic, choices)
            labels.append(axis_label(card.name, card.unit))
        if labels != list(self._labels.values()):
            self.set_labels(*labels)

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if hasattr(self, "marker"):
            self.marker.setPen(pg.mkPen("#ffffff", width=2))
            for line in self.lines:
                line.setPen(pg.mkPen(255, 255, 255, 150, width=1))
                line.setHoverPen(pg.mkPen("#ffffff", width=2))

    @Slot(object)
    def _on_line_dragged(self, line: pg.InfiniteLine) -> None:
        self._move_line(self.lines.index(line), line.value())

    @Slot(object)
    def _on_clicked(self, event: MouseClickEvent) -> None:
        """A click on a cell brings both lines there."""
        place = self.plotItem.vb.mapSceneToView(event.scenePos())
        inside = self.plotItem.vb.sceneBoundingRect().contains(event.scenePos())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            for axis, value in enumerate((place.x(), place.y())):
                self._move_line(axis, value)

    @Slot(QPointF)
    def _on_pointer_moved(self, point: QPointF) -> None:
        place = self.plotItem.vb.mapSceneToView(point)
        index = (int(np.floor(place.x())), int(np.floor(place.y())))
        if all(0 <= i < n for i, n in zip(index, self._shape, strict=True)):
            self.cell_hovered.emit((*index, *self._rest))


class ColourBar(QWidget):
    """What the heat map's colours mean: lowest and highest value, and the grey of what is missing."""

    def __init__(self) -> None:
        super().__init__(objectName="tuningColourBar")
        self.setFont(scaled(self.font(), 0.85))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._low, self._high, self._missing = "", "", False
        self._image = rgb_image(colour_table("viridis")[None])

    def set_range(self, low: float, high: float, missing: bool) -> None:
        """The values at both ends, and whether some cells are grey."""
        self._low, self._high, self._missing = reading(low), reading(high), missing
        self.setAccessibleName(tr("Colours from {low} to {high}").format(low=self._low, high=self._high))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        metrics, gap, side = self.fontMetrics(), 6, 9
        middle = self.height() / 2
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        right = self.width()
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        if self._missing:
            text = tr("not yet")
            right -= metrics.horizontalAdvance(text)
            painter.drawText(QPointF(right, base), text)
            right -= side + 4
            painter.fillRect(QRectF(right, middle - side / 2, side, side), QColor(UNKNOWN, UNKNOWN, UNKNOWN))
            right -= 2 * gap
        left = metrics.horizontalAdvance(self._low) + gap
        right -= metrics.horizontalAdvance(self._high) + gap
        painter.drawText(QPointF(0, base), self._low)
        painter.drawText(QPointF(right + gap, base), self._high)
        bar = QRectF(left, middle - side / 2, max(right - left, 1), side)
        painter.drawImage(bar, self._image)
        painter.setPen(QColor(tokens_of(self.palette()).border))
        painter.drawRect(bar)
