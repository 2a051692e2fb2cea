"""The mean of a unit's maximum for each class, as bars, the highest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from inspector.gui.panels.parts import scaled, tabular
from inspector.gui.theme import tokens_of
from inspector.gui.translation import plural, tr
from inspector.gui.views.words import reading
from inspector.lenses.examples import UnitExamples

_BAR, _PAD, _SWATCH, _GAP = 4, 5, 9, 6
_MOST = 200


@dataclass(frozen=True)
class ClassMean:
    """A row.

    Attributes:
        name: The class.
        mean: Mean of the maximum over its pictures.
        count: How many those are.
    """

    name: str
    mean: float
    count: int


def class_means(examples: UnitExamples) -> list[ClassMean]:
    """The classes that have pictures, by falling mean."""
    return [
        ClassMean(examples.class_names[i], float(examples.class_means[i]), int(examples.class_counts[i]))
        for i in examples.class_order[:_MOST]
    ]


class _Rows(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFont(tabular(scaled(self.font(), 0.92)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rows: Sequence[ClassMean] = ()
        self.colours: Mapping[str, str] = {}

    def row_height(self) -> int:
        return self.fontMetrics().height() + _BAR + _PAD

    def sizeHint(self) -> QSize:
        return QSize(150, max(1, len(self.rows)) * self.row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, height = QPainter(self), self.row_height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        means = np.array([row.mean for row in self.rows] or [0.0])
        low, high = min(float(means.min()), 0.0), max(float(means.max()), 0.0)
        first = event.rect().top() // height
        for number in range(first, min(len(self.rows), event.rect().bottom() // height + 1)):
            self._paint_row(painter, self.rows[number], number * height, low, (high - low) or 1.0)

    def _paint_row(self, painter: QPainter, row: ClassMean, top: int, low: float, span: float) -> None:
        tokens, metrics, width = tokens_of(self.palette()), self.fontMetrics(), self.width()
        colour = QColor(self.colours.get(row.name, tokens.faint))
        value = reading(row.mean)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        line = QRectF(0, top, width, metrics.height())
        painter.drawRoundedRect(QRectF(0, line.center().y() - _SWATCH / 2, _SWATCH, _SWATCH), 2, 2)
        line.setLeft(_SWATCH + _GAP)
        room = line.width() - metrics.horizontalAdvance(value) - 8
        painter.setPen(QColor(tokens.text))
        text = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), text)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), value)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(0, line.bottom(), width, _BAR)
        painter.setBrush(QColor(tokens.raised))
        painter.drawRect(ground)
        start, end = sorted(((0.0 - low) / span * width, (row.mean - low) / span * width))
        painter.setBrush(colour)
        painter.drawRect(QRectF(start, ground.top(), max(end - start, 1.0), _BAR))


class ClassMeans(QScrollArea):
    """One row per class: a swatch of its colour in the stack beside it, its name, its mean and a bar."""

    def __init__(self) -> None:
        super().__init__(objectName="classMeans", widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Mean of the maximum by class"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(110)
        self._rows = _Rows()
        self.setWidget(self._rows)

    @property
    def lines(self) -> list[str]:
        """What the rows say."""
        return [f"{row.name} {reading(row.mean)}" for row in self._rows.rows]

    def set_means(self, means: Sequence[ClassMean], colours: Mapping[str, str]) -> None:
        """Show these rows; colours "#rrggbb" by class where it has one."""
        self._rows.rows, self._rows.colours = means, colours
        self.setAccessibleDescription("; ".join(self.lines[:10]))
        self._rows.setToolTip(
            "\n".join(
                plural(
                    "{name}: {mean} over {count:,} picture", "{name}: {mean} over {count:,} pictures", m.count
                ).format(name=m.name, mean=reading(m.mean), count=m.count)
                for m in means[:40]
            )
        )
        self._rows.setFixedHeight(self._rows.sizeHint().height())
        self._rows.update()
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        return QSize(170, 120)
