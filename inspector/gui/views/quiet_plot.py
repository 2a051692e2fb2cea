"""The plot that all views use: no menu, no buttons, no zoom, colours that follow the theme."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from inspector.gui.exporting.dragging import carry_figure
from inspector.gui.panels.parts import scaled
from inspector.gui.theme import Tokens, tokens_of

_TICK_FONT = 0.85
_LABEL_POINTS = 0.88
_BELOW = 46


class QuietPlot(pg.PlotWidget):
    """A plot that only shows; subclasses add items and restyle them in `restyle`.

    Signals:
        pointer_left: The pointer is no longer over the plot.
    """

    pointer_left = Signal()

    def __init__(self, name: str, accessible: str, **axes: pg.AxisItem) -> None:
        self._labels = {"bottom": "", "left": ""}
        self._ready = False
        super().__init__(axisItems=axes, enableMenu=False)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseEnabled(x=False, y=False)
        self.setMinimumSize(96, 72)
        self.hideButtons()
        self.plotItem.setContentsMargins(4, 6, 10, 4)
        for side in ("bottom", "left"):
            axis = self.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=4, tickTextOffset=5, hideOverlappingLabels=False)
            axis.setTickFont(scaled(self.font(), _TICK_FONT))
        self.carrier = carry_figure(self, self.viewport())
        self._ready = True

    def set_labels(self, bottom: str, left: str) -> None:
        """Name both axes, units included."""
        self._labels = {"bottom": bottom, "left": left}
        self.restyle(tokens_of(self.palette()))

    def label_of(self, side: str) -> str:
        """What stands at an axis."""
        return self.getAxis(side).labelText

    def restyle(self, tokens: Tokens) -> None:
        """Take the colours of the theme."""
        self.setBackground(tokens.base)
        size = f"{self.font().pointSizeF() * _LABEL_POINTS:.1f}pt"
        for side, text in self._labels.items():
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(tokens.border))
            axis.setTextPen(tokens.muted)
            axis.setLabel(self._fitted(side, text) or None, color=tokens.muted, **{"font-size": size})

    def _fitted(self, side: str, text: str) -> str:
        """The label, or what stands in its brackets where the plot is too short for all of it."""
        if side != "left" or not self.isVisible():
            return text
        fits = self.fontMetrics().horizontalAdvance(text) * _LABEL_POINTS <= self.height() - _BELOW
        return text if fits else text.partition("(")[2].rstrip(")")

    @property
    def _stands(self) -> bool:
        """Whether there is a plot: not while it is made, and no more once pyqtgraph has closed it."""
        return self._ready and self.plotItem is not None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._stands:
            self.restyle(tokens_of(self.palette()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._stands and self._fitted("left", self._labels["left"]) != self.label_of("left"):
            self.restyle(tokens_of(self.palette()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer_left.emit()
