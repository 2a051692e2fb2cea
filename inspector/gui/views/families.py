"""Family against family: the kernels between two groups of units as a matrix of small multiples."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.exporting.dragging import carry_figure
from inspector.gui.panels.parts import ElidedLabel, EmptyState, scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, tr
from inspector.gui.views.group_field import GroupField, Groups, group_named
from inspector.gui.views.kernel_list import Pictures, draw_pixels, kernel_image, signed
from inspector.gui.views.kernel_section import WeightScale
from inspector.gui.views.page import Page
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, muted
from inspector.gui.views.words import index_title
from inspector.jobs.unit_pictures import End
from inspector.lenses.family_weights import FamilyWeights, order_by

_CELL, _GAP, _THUMB, _LABEL = 46, 4, 46, 18
_GROUP = re.compile(r"\d+(\s*-\s*\d+)?")
MOST = 64
NUMBER = mark("Number")


def group_of(text: str, groups: Groups | None = None) -> tuple[int, ...]:
    """Units from a text such as "0, 3, 5-8", or the name of one of the groups, alone or among numbers.

    Raises:
        ValueError: It does not read; the text says why.
    """
    groups = groups or {}
    units: list[int] = list(group_named(text, groups) or ())
    for part in () if units else filter(None, (piece.strip() for piece in text.split(","))):
        named = group_named(part, groups)
        if named is not None:
            units += named
            continue
        if not _GROUP.fullmatch(part):
            raise ValueError(f"“{part}” is no unit, no range as 5-8 is, and no group with units there.")
        first, _, last = (piece.strip() for piece in part.partition("-"))
        units += range(int(first), int(last or first) + 1)
    if len(units) > MOST:
        raise ValueError(f"A group has {MOST} units at most.")
    return tuple(dict.fromkeys(units))


class KernelMatrix(QWidget):
    """Rows of units, columns of those that they read; a kernel in every cell, one scale for all.

    Signals:
        walked: (node, unit) of a picture that was clicked.
    """

    walked = Signal(str, int)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(objectName="kernelMatrix")
        carry_figure(self)
        self.setAccessibleName(tr("Kernels between two families"))
        self.setMouseTracking(True)
        self._pictures = pictures
        self.weights: FamilyWeights | None = None
        self.rows: list[int] = []
        self.columns: list[int] = []
        self.limit = 0.0

    def show_weights(
        self, weights: FamilyWeights | None, rows: Sequence[int], columns: Sequence[int]
    ) -> None:
        """Show a matrix, its rows and columns in this order."""
        self.weights, self.rows, self.columns = weights, list(rows), list(columns)
        self.limit = float(np.abs(weights.kernels).max(initial=0)) if weights is not None else 0.0
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        across = _THUMB + _LABEL + _GAP + len(self.columns) * (_CELL + _GAP)
        return QSize(across + 12, _THUMB + _LABEL + _GAP + len(self.rows) * (_CELL + _GAP))

    def ends(self) -> list[End]:
        """All units that stand at its sides."""
        weights = self.weights
        if weights is None:
            return []
        rows = [(weights.node, weights.units[row]) for row in self.rows]
        return [*rows, *((weights.source, weights.sources[column]) for column in self.columns)]

    def cell(self, row: int, column: int) -> QRectF:
        """Where a kernel is drawn; row or column -1 are the units' pictures."""
        edge = _THUMB + _LABEL + _GAP
        x = edge + column * (_CELL + _GAP) if column >= 0 else _LABEL + 8
        y = edge + row * (_CELL + _GAP) if row >= 0 else _LABEL
        return QRectF(x, y, _CELL, _CELL)

    def at(self, place: QPoint) -> tuple[int, int] | None:
        """The (row, column) at a place, None where there is none."""
        for row in range(-1, len(self.rows)):
            for column in range(-1, len(self.columns)):
                if (row, column) != (-1, -1) and self.cell(row, column).contains(place.toPointF()):
                    return row, column
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        weights = self.weights
        if weights is None:
            return
        painter, tokens = QPainter(self), tokens_of(self.palette())
        for i, row in enumerate(self.rows):
            self._draw_unit(painter, (weights.node, weights.units[row]), i, -1)
            for j, column in enumerate(self.columns):
                kernel = weights.kernels[row, column]
                image = kernel_image(kernel, self.limit)
                draw_pixels(painter, image, self.cell(i, j), QColor(tokens.edge))
        for j, column in enumerate(self.columns):
            self._draw_unit(painter, (weights.source, weights.sources[column]), -1, j)

    def _draw_unit(self, painter: QPainter, end: End, row: int, column: int) -> None:
        tokens, place = tokens_of(self.palette()), self.cell(row, column)
        image = self._pictures(end)
        if image is None:
            painter.fillRect(place, QColor(tokens.raised))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        painter.setFont(scaled(self.font(), 0.82, bold=True))
        painter.setPen(QColor(tokens.text))
        if row < 0:
            above = QRectF(place.left(), 0, place.width(), _LABEL)
            painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), str(end[1]))
        else:
            beside = QRectF(0, place.top(), place.left() - 3, place.height())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, int(flags), str(end[1]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found, weights = self.at(event.position().toPoint()), self.weights
        tip = ""
        if found is not None and weights is not None:
            row, column = found
            ends = self.ends()
            if row >= 0 and column >= 0:
                kernel = weights.kernels[self.rows[row], self.columns[column]]
                source = ends[len(self.rows) + column]
                tip = tr("{source}/{source2} to {end}/{end2}\nsum {sum} · L2 norm {norm:.3g}").format(
                    source=source[0],
                    source2=source[1],
                    end=ends[row][0],
                    end2=ends[row][1],
                    sum=signed(float(kernel.sum())),
                    norm=float(np.linalg.norm(kernel)),
                )
            else:
                end = ends[row] if column < 0 else ends[len(self.rows) + column]
                tip = tr("{end}/{end2} · click to walk there").format(end=end[0], end2=end[1])
        self.setToolTip(tip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position().toPoint())
        if found is not None and -1 in found:
            row, column = found
            self.walked.emit(*self.ends()[row if column < 0 else len(self.rows) + column])


class FamiliesView(Page):
    """Two groups and the matrix between them.

    Signals:
        asked: The matrix of what is entered is wanted.
        walked: (node, unit) of a picture that was clicked.
        changed: Another matrix is shown.
    """

    asked = Signal()
    walked = Signal(str, int)
    changed = Signal()

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(objectName="familiesView")
        self.setMinimumSize(*SMALLEST)
        self.weights: FamilyWeights | None = None
        hint = tr("units of this node: 0, 3, 5-8, or a group")
        self.units = GroupField("familyUnits", tr("Units of this node"), hint)
        hint = tr("units, group (empty: strongest)")
        self.sources = GroupField("familySources", tr("Units of the other node"), hint)
        self.source = QComboBox(objectName="familySource")
        self.source.setAccessibleName(tr("The other node"))
        self.source.setMinimumContentsLength(8)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.tuned = QToolButton(objectName="familyTuned", text=tr("Measure tuning"), checkable=True)
        self.tuned.setToolTip(tr("Measure what both groups are tuned to with gratings, to sort by it."))
        self.order = QComboBox(objectName="familyOrder")
        self.order.setAccessibleName(tr("Sort both groups by"))
        self.matrix = KernelMatrix(pictures)
        self.scale = WeightScale("familyScale")
        self.empty = EmptyState("familyEmpty")
        self.line = ElidedLabel(name="familyLine", factor=0.92, muted=True)
        self._lay_out()
        self._join()
        self.say(
            tr("Two families"), tr("Name units of this node, choose another node before it, and press Enter.")
        )

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setSpacing(SPACE // 2)
        head.addWidget(muted(tr("made")), 0, 0)
        head.addWidget(self.units, 0, 1, 1, 2)
        head.addWidget(self.tuned, 0, 3)
        head.addWidget(self.order, 0, 4)
        head.addWidget(muted(tr("of")), 1, 0)
        head.addWidget(self.source, 1, 1)
        head.addWidget(self.sources, 1, 2, 1, 3)
        head.setColumnStretch(1, 2)
        head.setColumnStretch(2, 3)
        self.area = QScrollArea(objectName="familyArea", frameShape=QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName(tr("Kernels between two families"))
        self.area.setWidget(self.matrix)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE // 2, EDGE, EDGE // 2)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.empty, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.line, 1)
        foot.addWidget(self.scale)
        layout.addLayout(foot)

    def _join(self) -> None:
        for field in (self.units, self.sources):
            field.returnPressed.connect(self.asked)
            field.group_chosen.connect(self.asked)
        self.source.activated.connect(self.asked)
        self.tuned.toggled.connect(self.asked)
        self.order.activated.connect(self._arrange)
        self.matrix.walked.connect(self.walked)

    def set_sources(self, nodes: Sequence[str]) -> None:
        """Offer these nodes, the nearest first."""
        self.source.clear()
        self.source.addItems(list(nodes))

    def show_weights(self, weights: FamilyWeights) -> None:
        """Show a matrix."""
        self.weights = weights
        before = self.order.currentData()
        self.order.clear()
        names = [name for name in weights.values if name in weights.source_values]
        self.order.addItem(tr(NUMBER), NUMBER)
        for name in names:
            self.order.addItem(index_title(name), name)
        preferred = next((name for name in names if name.startswith("preferred orientation")), NUMBER)
        self.order.setCurrentIndex(self.order.findData(before if before in names else preferred))
        self.order.setEnabled(bool(names))
        self._arrange()
        self.area.setVisible(True)
        self.empty.setVisible(False)
        size = "×".join(map(str, weights.kernels.shape[2:]))
        about = tr("{node} made of {source} · {label} · {size} positions · max pooling as average")
        label = tr(weights.label)
        self.line.setText(about.format(node=weights.node, source=weights.source, label=label, size=size))

    @Slot()
    def _arrange(self) -> None:
        weights = self.weights
        if weights is None:
            return
        name = self.order.currentData()
        rows = order_by(weights.values, name, len(weights.units))
        columns = order_by(weights.source_values, name, len(weights.sources))
        self.matrix.show_weights(weights, rows, columns)
        self.scale.set_limit(self.matrix.limit)
        self.changed.emit()

    def say(self, title: str, hint: str = "") -> None:
        """Say why there is no matrix."""
        self.weights = None
        self.matrix.show_weights(None, (), ())
        self.scale.set_limit(0.0)
        self.area.setVisible(False)
        self.empty.setVisible(True)
        self.empty.say(title, hint)
        self.line.setText("")
        self.order.setEnabled(False)
