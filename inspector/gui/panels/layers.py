"""The panel of the network's layers: title, filter, tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.models.layers import HAS_UNITS, NODE_NAME, TITLES, Column, Index, LayersFilter, LayersModel
from inspector.gui.panels.parts import MARGIN, Chip, ElidedLabel, EmptyState, scaled, tabular

if TYPE_CHECKING:
    from inspector.network.graph import Node

_ROW_HEIGHT = 25
# Trees up to this many nodes are shown wholly open.
_OPEN_UP_TO = 80
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

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() != Column.LAYER or not index.siblingAtColumn(0).data(HAS_UNITS):
            muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, muted)
        if index.column() != Column.LAYER:
            option.font = self.small
        if index.column() > Column.OP:
            option.text += _EN_SPACE


class LayerTree(QTreeView):
    """The tree; shows as many columns as fit without cutting one off."""

    def __init__(self, model: LayersFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="layerTree")
        self.setAccessibleName("Layers")
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
        self._widths = [0] * len(Column)

    def measure(self, texts: Sequence[Sequence[str]]) -> None:
        """Make the columns as wide as the widest of `texts`, one sequence per column."""
        heads = self.header().fontMetrics()
        small = QFontMetrics(self._delegate.small)
        for column, title in enumerate(TITLES):
            longest = max(map(small.horizontalAdvance, texts[column]), default=0)
            self._widths[column] = max(longest, heads.horizontalAdvance(title)) + _CELL_SPACE
        self._fit()

    def _fit(self) -> None:
        """Let the op shrink first, then hide columns, and give what is left to the layer's name."""
        shrunk = min(_OP_WIDTH, self._widths[Column.OP])
        left = self.viewport().width() - _LAYER_WIDTH - shrunk - sum(self._widths[Column.OUTPUT :])
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


class LayersPanel(QWidget):
    """All nodes of the network.

    Attributes:
        filter_box: The line edit of the filter, for a shortcut to focus.

    Signals:
        node_chosen: The user walked to a node: its name.
    """

    node_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="layersPanel")
        self._quiet = False
        self._chosen: str | None = None
        self._model = LayersModel(self)
        self._filter = LayersFilter(self._model, self)
        self._title = ElidedLabel(
            "No network", Qt.TextElideMode.ElideMiddle, name="layersTitle", factor=1.15, bold=True
        )
        self._badge = Chip("layersBadge")
        self._count = ElidedLabel(name="layerCount", muted=True, factor=0.88)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.filter_box = QLineEdit(objectName="layerFilter", clearButtonEnabled=True)
        self.filter_box.setPlaceholderText("Filter by name or op")
        self.filter_box.setAccessibleName("Filter layers")
        self.filter_box.installEventFilter(self)
        self.tree = LayerTree(self._filter)
        self._nothing = EmptyState("layersEmpty")
        self._nothing.hide()
        self._lay_out()
        self.filter_box.textChanged.connect(self._on_text_changed)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._title, 1)
        heading.addWidget(self._badge)
        heading.addWidget(self._count)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        top.setSpacing(8)
        top.addLayout(heading)
        top.addWidget(self.filter_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._nothing, 1)

    def set_title(self, text: str, badge: str = "") -> None:
        """Name the network; a badge ("untrained") stands beside it."""
        self._title.setText(text)
        self._badge.set_text(badge)

    def set_nodes(self, nodes: Sequence[Node]) -> None:
        """Show these nodes and no others."""
        self._quiet = True
        self._chosen = None
        self._model.set_nodes(nodes)
        self.tree.measure(self._model.texts())
        self._open_tree(len(nodes))
        self._quiet = False
        self._apply_filter()

    def select(self, name: str | None) -> None:
        """Show a node as the chosen one and bring it into sight, without a signal back."""
        self._chosen = name
        self._quiet = True
        index = self._filter.mapFromSource(self._model.index_of(name)) if name else QModelIndex()
        self.tree.setCurrentIndex(index)
        if index.isValid():
            self.tree.scrollTo(index)
        self._quiet = False

    def _open_tree(self, nodes: int) -> None:
        if nodes <= _OPEN_UP_TO:
            self.tree.expandAll()
        else:
            self.tree.collapseAll()

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._apply_filter()

    def _apply_filter(self) -> None:
        text = self.filter_box.text()
        # Rows that vanish move the current index; that is not the user walking.
        self._quiet = True
        self._filter.set_text(text)
        if text.strip():
            self.tree.expandAll()
        else:
            self._open_tree(len(self._model.nodes()))
        self._quiet = False
        self._say_count()
        self.select(self._chosen)

    def _say_count(self) -> None:
        total, found = len(self._model.nodes()), len(self._filter.matches())
        self._count.setText(f"{found} of {total}" if self.filter_box.text().strip() else f"{total} nodes")
        nothing = total > 0 and found == 0
        self._nothing.say("No layer matches", "Try part of a name (layer3) or an op (conv2d).")
        self._nothing.setVisible(nothing)
        self.tree.setVisible(not nothing)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        name = current.siblingAtColumn(0).data(NODE_NAME) if current.isValid() else None
        if name is not None and not self._quiet:
            self._chosen = name
            self.node_chosen.emit(name)

    def _enter_tree(self) -> None:
        matches = self._filter.matches()
        if self._chosen not in matches and matches:
            self.tree.setCurrentIndex(self._filter.mapFromSource(self._model.index_of(matches[0])))
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter_box and isinstance(event, QKeyEvent):
            clears = event.key() == Qt.Key.Key_Escape and bool(self.filter_box.text())
            if clears and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # Esc belongs to a filled box before it belongs to the window
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._on_filter_key(event.key(), clears) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_filter_key(self, key: int, clears: bool) -> bool:
        if clears:
            self.filter_box.clear()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter_tree()
            return True
        return False
