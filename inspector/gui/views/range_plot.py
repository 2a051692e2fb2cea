"""A plot over the ranges of values that quilt, histogram and classes share, one of which stands out."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal, Slot

from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.quilt_ranges import range_at
from inspector.lenses.examples import QuiltBin


class RangePlot(QuietPlot):
    """A plot that knows at which range the pointer is; subclasses draw that it stands out.

    Signals:
        range_hovered: The number of the range under the pointer, -1 for none.
    """

    range_hovered = Signal(int)

    def __init__(self, name: str, accessible: str, **axes: pg.AxisItem) -> None:
        super().__init__(name, accessible, **axes)
        self._bins: Sequence[QuiltBin] = ()
        self._at = -1
        self.scene().sigMouseMoved.connect(self._on_pointer_moved)
        self.pointer_left.connect(self._on_left)

    @property
    def marked_range(self) -> int:
        """The range that stands out, -1 for none."""
        return self._at

    def mark(self, place: int) -> None:
        """Let a range stand out, -1 for none."""
        self._at = place if place < len(self._bins) else -1

    @Slot(object)
    def _on_pointer_moved(self, point: QPointF) -> None:
        box = self.plotItem.vb
        inside = box.sceneBoundingRect().contains(point)
        at = range_at(self._bins, box.mapSceneToView(point).x()) if inside else -1
        if at != self._at:
            self.mark(at)
            self.range_hovered.emit(at)

    @Slot()
    def _on_left(self) -> None:
        if self._at >= 0:
            self.mark(-1)
            self.range_hovered.emit(-1)
