"""The kernel wall: every unit of a node as a small coloured picture of its kernels, or as a point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from inspector.gui.exporting.dragging import carry_items
from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.pixels import colour_table, mapped, rgb_image
from inspector.gui.theme import tokens_of
from inspector.gui.translation import digits, mark, tr
from inspector.gui.views.hues import curve_colours
from inspector.gui.views.page import Page
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE
from inspector.gui.views.segments import Segments
from inspector.lenses.circuit.svg import kernel_pixels
from inspector.lenses.kernel_wall import KernelWall

Array = np.ndarray[Any, Any]
MODES = {
    "factors": (mark("Factors"), mark("Three non-negative factors of all inputs as red, green and blue.")),
    "signed": (
        mark("One-sided"),
        mark("Three factors with a sign in space side by side: red excites, blue inhibits."),
    ),
    "positions": (
        mark("Positions"),
        mark("How much weight, over all inputs, each position of the kernel has."),
    ),
    "plane": (
        mark("Plane"),
        mark("Units in the plane of the first two singular vectors of |weights|, by branch."),
    ),
    "branches": (mark("Branches"), mark("What the kernels of each branch are like.")),
}
_WALL = ("factors", "signed", "positions")
_SIDE = 44
_ZOOM, _GAP = 16, 3
_HEADS = (
    mark("branch"),
    mark("units"),
    mark("inputs"),
    mark("kernel"),
    mark("L2 norm"),
    mark("positive"),
    mark("at centre"),
)


def unit_pictures(wall: KernelWall, mode: str) -> list[Array]:
    """A picture uint8 [h,w,3] of each unit, in the units' own order."""
    if mode == "factors":
        return [(kernel * 255).round().astype(np.uint8) for kernel in wall.rgb]
    if mode == "positions":
        largest = float(wall.positions.max()) or 1.0
        return [mapped(kernel, 0, largest, colour_table("viridis")) for kernel in wall.positions]
    limit = float(np.abs(wall.signed).max()) or 1.0
    return [_side_by_side([kernel_pixels(part, limit) for part in kernel]) for kernel in wall.signed]


def _side_by_side(parts: Sequence[Array]) -> Array:
    parts = [part.repeat(_ZOOM, 0).repeat(_ZOOM, 1) for part in parts]
    gap = np.full((parts[0].shape[0], _GAP, 3), 128, np.uint8)
    return np.concatenate([part for each in parts for part in (each, gap)][:-1], axis=1)


class KernelWallView(Page):
    """The wall of the current node.

    Signals:
        unit_chosen: A unit was clicked.
    """

    unit_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(objectName="kernelWallView")
        self.setMinimumSize(*SMALLEST)
        self.wall: KernelWall | None = None
        self.modes = Segments("wallModes", MODES, prefix="wall", accessible=tr("Show {}"))
        self.modes.set_current("factors")
        self.list = QListWidget(objectName="kernelWall")
        carry_items(self.list)
        self.plane = pg.PlotWidget(objectName="wallPlane")
        self.table = QTableWidget(0, len(_HEADS), objectName="branchTable")
        self.empty = EmptyState("wallEmpty")
        self.line = ElidedLabel(name="wallLine", factor=0.92, muted=True)
        self._points = pg.ScatterPlotItem(size=9, hoverable=True, hoverSize=13)
        self._legend = None
        self._make_list()
        self._make_plane()
        self._make_table()
        self._lay_out()
        self.show_wall(None)

    def _make_list(self) -> None:
        self.list.setAccessibleName(tr("Kernels of all units"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)

    def _make_plane(self) -> None:
        self.plane.setAccessibleName(tr("Units in the plane of two singular vectors"))
        self.plane.addItem(self._points)
        self.plane.setMenuEnabled(False)
        self.plane.hideButtons()
        self.plane.setLabel("bottom", tr("first singular vector of |weights|"))
        self.plane.setLabel("left", tr("second"))
        self._legend = self.plane.addLegend(offset=(-8, 8))
        self._points.sigClicked.connect(self._on_point)

    def _make_table(self) -> None:
        self.table.setAccessibleName(tr("Branch statistics"))
        self.table.setHorizontalHeaderLabels([tr(head) for head in _HEADS])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideLeft)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in (self.list, self.plane, self.table, self.empty):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self.modes)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE // 2, EDGE, EDGE // 2)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.line)
        self.modes.chosen.connect(self._fill)

    @property
    def mode(self) -> str:
        """How the kernels are shown."""
        return self.modes.current

    def choose_mode(self, name: str) -> None:
        """Show them in another way, as if its button had been clicked."""
        self.modes.set_current(name)
        self._fill()

    def show_wall(self, wall: KernelWall | None) -> None:
        """Show a node's kernels; None: nothing yet."""
        self.wall = wall
        self._fill()

    def say(self, title: str, hint: str = "") -> None:
        """Say why there is nothing to see."""
        self.empty.say(title, hint)
        self.show_wall(None)

    @Slot()
    def _fill(self, _: str = "") -> None:
        if self.wall is None:
            self._stack.setCurrentWidget(self.empty)
            self.line.setText("")
            return
        mode = self.mode
        if mode in _WALL:
            self._fill_list(self.wall)
        elif mode == "plane":
            self._fill_plane(self.wall)
        else:
            self._fill_table(self.wall)
        page = {"plane": self.plane, "branches": self.table}.get(mode, self.list)
        self._stack.setCurrentWidget(page)
        self._say(self.wall)

    def _say(self, wall: KernelWall) -> None:
        left_out = wall.errors[1 if self.mode == "signed" else 0]
        texts = {
            "plane": tr("two vectors hold {singular:.0%} of the squared |weights|").format(
                singular=sum(wall.singular)
            ),
            "branches": tr("batch norm folded in"),
            "positions": tr("L2 norm over the inputs; units sorted by likeness"),
        }
        about = texts.get(
            self.mode,
            tr("three factors leave {left_out:.0%} out; units sorted by likeness").format(left_out=left_out),
        )
        self.line.setText(f"{wall.node} · {about}")

    def _fill_list(self, wall: KernelWall) -> None:
        pictures = unit_pictures(wall, self.mode)
        height, width = pictures[0].shape[:2]
        shown = QSize(max(1, round(_SIDE * width / height)), _SIDE)
        self.list.clear()
        self.list.setIconSize(shown)
        self.list.setGridSize(QSize(shown.width() + 10, _SIDE + self.fontMetrics().height() + 10))
        for unit in wall.order.tolist():
            image = rgb_image(np.ascontiguousarray(pictures[unit]))
            item = QListWidgetItem(QIcon(QPixmap.fromImage(_enlarged(image, shown))), str(unit))
            item.setData(Qt.ItemDataRole.UserRole, unit)
            item.setToolTip(f"{wall.node}/{unit} · {wall.groups[int(wall.group[unit])]}")
            self.list.addItem(item)

    def _fill_plane(self, wall: KernelWall) -> None:
        tokens = tokens_of(self.palette())
        colours = curve_colours(len(wall.groups), tokens)
        self._points.setData(
            pos=wall.points.astype(float),
            brush=[pg.mkBrush(colours[group]) for group in wall.group.tolist()],
            pen=pg.mkPen(tokens.base),
            data=list(range(len(wall.points))),
            tip=lambda x, y, data: tr("unit {unit}").format(unit=data),
        )
        self._legend.clear()
        for name, colour in zip(wall.groups, colours, strict=True):
            sample = pg.ScatterPlotItem(size=9, brush=pg.mkBrush(colour), pen=None)
            self._legend.addItem(sample, name)
        self.plane.autoRange()

    def _fill_table(self, wall: KernelWall) -> None:
        self.table.setRowCount(len(wall.branches))
        for row, branch in enumerate(wall.branches):
            cells = (
                branch.name,
                digits(branch.units, ","),
                digits(branch.inputs, ","),
                " × ".join(map(str, branch.size)),
                digits(branch.norm, ".3g"),
                digits(branch.positive, ".0%"),
                digits(branch.centre, ".0%"),
            )
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        self.unit_chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    @Slot(object, object, object)
    def _on_point(self, item: object, points: Sequence[Any], event: object) -> None:
        if len(points):
            self.unit_chosen.emit(int(points[0].data()))

    def _restyle(self) -> None:
        tokens = tokens_of(self.palette())
        self.plane.setBackground(tokens.base)
        for name in ("bottom", "left"):
            axis = self.plane.getAxis(name)
            axis.setPen(tokens.border)
            axis.setTextPen(tokens.muted)
        self._legend.setLabelTextColor(tokens.text)
        self._legend.setBrush(tokens.panel)
        self._legend.setPen(tokens.border)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._legend is not None:
            self._restyle()
            if self.wall is not None and self.mode == "plane":
                self._fill_plane(self.wall)

    def showEvent(self, event: QShowEvent) -> None:
        self._restyle()
        super().showEvent(event)


def _enlarged(image: QImage, size: QSize) -> QImage:
    """Every weight as a square of its own colour."""
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation)
