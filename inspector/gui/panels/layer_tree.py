"""The tree of layers: columns that give way where it is narrow, and pictures at the rows on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from inspector.gui.models.layers import HAS_UNITS, NODE_NAME, TITLES, Column, Index, LayersFilter
from inspector.gui.panels.parts import scaled, tabular
from inspector.gui.translation import tr

_ROW_HEIGHT, _THUMBNAIL_ROW_HEIGHT = 25, 48
_THUMBNAIL_SIDE = 40
_THROTTLE_MS = 30
_LAYER_WIDTH = 108
_OP_WIDTH = 84
_CELL_SPACE = 16
# Keeps numbers off the right edge, where the heading keeps off it too.
_EN_SPACE = "\u2002"
# What gives way first where the panel is narrow; the tooltip holds it all.
_DISPENSABLE = (Column.PARAMETERS, Column.UNITS, Column.OUTPUT)


class _LayerDelegate(QStyledItemDelegate):
    """Everything but the layer's own name stands back a little; digits line up."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.small = scaled(QApplication.font(), 0.9)
        self.height = _ROW_HEIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self.height)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() != Column.LAYER or not index.siblingAtColumn(0).data(HAS_UNITS):
            muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, muted)
        if index.column() != Column.LAYER:
            option.font = self.small
        else:  # what tells siblings apart is often the end
            option.textElideMode = Qt.TextElideMode.ElideMiddle
        if index.column() > Column.OP:
            option.text += _EN_SPACE


class LayerTree(QTreeView):
    """The tree; shows as many columns as fit without cutting one off.

    Signals:
        visible_changed: Other rows may be in sight; at most every 30 ms.
        explained: How was a row's picture made? The name of its node.
    """

    visible_changed = Signal()
    explained = Signal(str)

    def __init__(self, model: LayersFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="layerTree")
        self.setAccessibleName(tr("Layers"))
        self.setModel(model)
        self._delegate = _LayerDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFont(tabular(self.font()))
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIndentation(14)
        self.header().setFont(scaled(self.font(), 0.88))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setSectionResizeMode(Column.LAYER, QHeaderView.ResizeMode.Stretch)
        self.header().setMinimumSectionSize(24)
        self.header().setSectionsMovable(False)
        explain = QAction(tr("How was this picture made?"), self, objectName="explainLayer")
        explain.triggered.connect(self._on_explain_triggered)
        self.addAction(explain)
        self._widths = [0] * len(Column)
        self._layer_width = _LAYER_WIDTH
        self.measure([()] * len(Column))  # the headings are whole before the first network is there
        self._settle = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._settle.timeout.connect(self.visible_changed)
        self.verticalScrollBar().valueChanged.connect(self.look_again)
        for signal in (self.expanded, self.collapsed, model.layoutChanged, model.modelReset):
            signal.connect(self.look_again)
        for signal in (model.rowsInserted, model.rowsRemoved):
            signal.connect(self.look_again)

    def set_thumbnails_shown(self, shown: bool) -> None:
        """Make the rows high enough for pictures, or not."""
        self._delegate.height = _THUMBNAIL_ROW_HEIGHT if shown else _ROW_HEIGHT
        self.setIconSize(QSize(_THUMBNAIL_SIDE, _THUMBNAIL_SIDE) if shown else QSize())
        policies = Qt.ContextMenuPolicy
        self.setContextMenuPolicy(policies.ActionsContextMenu if shown else policies.DefaultContextMenu)
        self._layer_width = _LAYER_WIDTH + (_THUMBNAIL_SIDE if shown else 0)
        self._fit()
        self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())
        self.look_again()

    def visible_names(self) -> tuple[str, ...]:
        """Names of the nodes in sight, from the top."""
        names, index, bottom = [], self.indexAt(self.viewport().rect().topLeft()), self.viewport().height()
        while index.isValid() and self.visualRect(index).top() < bottom:
            names.append(index.siblingAtColumn(0).data(NODE_NAME))
            index = self.indexBelow(index)
        return tuple(name for name in names if name is not None)

    @Slot()
    def _on_explain_triggered(self) -> None:
        name = self.currentIndex().siblingAtColumn(0).data(NODE_NAME)
        if name is not None:
            self.explained.emit(name)

    @Slot()
    def look_again(self) -> None:
        """Say soon that other rows may be in sight."""
        if not self._settle.isActive():
            self._settle.start()

    def measure(self, texts: Sequence[Sequence[str]]) -> None:
        """Make the columns as wide as the widest of `texts`, one sequence per column."""
        heads = self.header().fontMetrics()
        small = QFontMetrics(self._delegate.small)
        for column, title in enumerate(TITLES):
            longest = max(map(small.horizontalAdvance, texts[column]), default=0)
            self._widths[column] = max(longest, heads.horizontalAdvance(tr(title))) + _CELL_SPACE
        self._fit()

    def _fit(self) -> None:
        """Let the op shrink first, then hide columns, and give what is left to the layer's name."""
        shrunk = min(_OP_WIDTH, self._widths[Column.OP])
        left = self.viewport().width() - self._layer_width - shrunk - sum(self._widths[Column.OUTPUT :])
        for column in _DISPENSABLE:
            hidden = left < 0
            self.setColumnHidden(column, hidden)
            left += self._widths[column] if hidden else 0
            self.header().resizeSection(column, self._widths[column])
        spare = min(max(left, 0), self._widths[Column.OP] - shrunk)
        self.header().resizeSection(Column.OP, shrunk + spare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_again()
