"""The polar plot of a tuning with its legend."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.curves import Curve, card_of, fan, strongest
from inspector.gui.views.measured_page import MeasuredPage
from inspector.gui.views.parts import EDGE, muted
from inspector.gui.views.polar_plot import MOST_CURVES, PolarPlot
from inspector.gui.views.tuning_pins import Pin, has_company, overlaid, periodic_axis
from inspector.lenses.tuning import Tuning


class PolarPage(MeasuredPage):
    """Several units where some are pinned, else one curve for each value of the other axis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.plot = PolarPlot()
        self.legend = muted("", "polarLegend", 0.85)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout()
        column.addWidget(self.legend)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EDGE)
        row.addWidget(self.plot, 1)
        row.addLayout(column)
        self.plot.point_hovered.connect(self.hovered)
        self.plot.pointer_left.connect(self.left)
        self.plot.isolated.connect(self._on_isolated)

    def show_tuning(self, tuning: Tuning | None, pins: Sequence[Pin] = ()) -> None:
        """Draw a tuning around the circle."""
        self._tuning = tuning
        axis = periodic_axis(tuning) if tuning is not None else None
        if tuning is None or axis is None:
            self.plot.show_curves(None, (), np.nan)
        else:
            self._title, shown = _curves(tuning, pins, axis)
            self.plot.show_curves(card_of(tuning, axis), shown, tuning.baseline)
        self._draw_legend()

    def mark(self, index: tuple[int, ...] | None) -> None:
        """Point at a stimulus."""
        self.plot.mark(index)

    @Slot(int)
    def _on_isolated(self, place: int) -> None:
        self._draw_legend()

    def _draw_legend(self) -> None:
        shown, alone = self.plot.shown, self.plot.shown_alone
        self.legend.setVisible(len(shown) > 1)
        tokens = tokens_of(self.palette())
        entries = []
        for place, (curve, colour) in enumerate(zip(shown, self.plot.colours(tokens), strict=True)):
            faded = alone not in (-1, place)
            text = f"<b>{curve.label}</b>" if alone == place else curve.label
            entries.append(
                f'<span style="color:{tokens.border if faded else colour}">●</span> '
                f'<span style="color:{tokens.faint if faded else tokens.muted}">{text}</span>'
            )
        self.legend.setText(self._columns(entries))

    def _columns(self, entries: list[str]) -> str:
        """The entries below each other, in two columns where one would be too tall."""
        fitting = max(1, self.height() // self.legend.fontMetrics().lineSpacing() - 2)
        rows = len(entries) if len(entries) <= fitting else -(-len(entries) // 2)
        cells = [
            "".join(f'<td style="padding-right:8px">{entry}</td>' for entry in entries[row::rows])
            for row in range(rows)
        ]
        table = "".join(f"<tr>{row}</tr>" for row in cells)
        return (
            f'{self._title}<table cellspacing="0" cellpadding="0" style="white-space:nowrap">{table}</table>'
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_legend()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_legend()


def _curves(tuning: Tuning, pins: Sequence[Pin], axis: int) -> tuple[str, list[Curve]]:
    """What tells the curves from each other, and the curves."""
    if tuning.response.ndim == 1 or has_company(tuning, pins):
        return "", overlaid(tuning, pins, axis)
    other = 1 - axis
    return tr(list(tuning.axes)[other]), fan(tuning, axis, _spread(tuning, other))


def _spread(tuning: Tuning, axis: int) -> list[int]:
    """Places on an axis, at most as many as can be told apart; the strongest response's is among them."""
    count = tuning.response.shape[axis]
    if count <= MOST_CURVES:
        return list(range(count))
    peak = (strongest(tuning) or (0,) * tuning.response.ndim)[axis]
    stride = -(-count // MOST_CURVES)
    return list(range(peak % stride, count, stride))
