"""The nodes of a network as a tree, and a filter over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QIcon, QPixmap

from inspector.gui.models.tiles import Array
from inspector.gui.pixels import rgb_image
from inspector.gui.translation import mark, plural, tr

if TYPE_CHECKING:
    from inspector.network.graph import Node

Index = QModelIndex | QPersistentModelIndex
NODE_NAME = Qt.ItemDataRole.UserRole + 1
HAS_UNITS = Qt.ItemDataRole.UserRole + 2
_ROOT = -1


class Column(IntEnum):
    """Columns of the tree."""

    LAYER = 0
    OP = 1
    OUTPUT = 2
    UNITS = 3
    PARAMETERS = 4


TITLES = (mark("Layer"), mark("Op"), mark("Output"), mark("Units"), mark("Parameters"))


@dataclass
class _Row:
    """One row: `path` is its dotted name, `node` None for a branch that is only part of names."""

    path: str
    parent: int
    place: int
    node: Node | None = None
    children: list[int] = field(default_factory=list)

    @property
    def segment(self) -> str:
        return self.path.rpartition(".")[2]


def shape_text(shape: Iterable[int]) -> str:
    """A shape for a person: "64 × 112 × 112"."""
    return " × ".join(map(str, shape)) or "1"


class LayersModel(QAbstractItemModel):
    """Tree over the dotted names of nodes, in order of execution.

    A module that is a node and holds others (a block) is one row with both: its own columns and children.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._top: list[int] = []
        self._by_path: dict[str, int] = {}
        self._thumbnails: dict[int, tuple[QIcon, str]] = {}
        self._shows_thumbnails = False

    def set_nodes(self, nodes: Sequence[Node]) -> None:
        """Show these nodes and no others."""
        self.beginResetModel()
        self._rows, self._top, self._by_path = [], [], {}
        self._thumbnails.clear()
        for node in nodes:
            self._rows[self._row_for(node.name)].node = node
        self.endResetModel()

    def set_thumbnail(self, name: str, image: Array, note: str = "") -> None:
        """Take a picture of a node, uint8 [h,w,3], and a note on it for the tooltip."""
        index = self.index_of(name)
        if index.isValid():
            self._thumbnails[index.internalId()] = QIcon(QPixmap.fromImage(rgb_image(image))), note
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def set_thumbnails_shown(self, shown: bool) -> None:
        """Hand the pictures out, or keep them back."""
        self._shows_thumbnails = shown
        for number in self._thumbnails:
            index = self.createIndex(self._rows[number].place, 0, number)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def index_of(self, name: str) -> QModelIndex:
        """The index of a node's row (first column), invalid where there is none of that name."""
        number = self._by_path.get(name)
        if number is None or self._rows[number].node is None:
            return QModelIndex()
        return self.createIndex(self._rows[number].place, 0, number)

    def node_at(self, index: Index) -> Node | None:
        """The node of a row, None for a branch without values of its own."""
        return self._rows[index.internalId()].node if index.isValid() else None

    def nodes(self) -> list[Node]:
        """All nodes, a block before what it holds."""
        return [row.node for row in self._rows if row.node is not None]

    def texts(self) -> list[list[str]]:
        """All texts of the tree, one list per column: what column widths are made from."""
        return [[_text(row, column) for row in self._rows] for column in Column]

    def _row_for(self, path: str) -> int:
        if path in self._by_path:
            return self._by_path[path]
        above = path.rpartition(".")[0]
        parent = self._row_for(above) if above else _ROOT
        siblings = self._children(parent)
        self._by_path[path] = number = len(self._rows)
        self._rows.append(_Row(path, parent, len(siblings)))
        siblings.append(number)
        return number

    def _children(self, number: int) -> list[int]:
        return self._top if number == _ROOT else self._rows[number].children

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        siblings = self._children(parent.internalId() if parent.isValid() else _ROOT)
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid():
            return QModelIndex()
        number = self._rows[index.internalId()].parent
        return QModelIndex() if number == _ROOT else self.createIndex(self._rows[number].place, 0, number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.column() > 0:
            return 0
        return len(self._children(parent.internalId() if parent.isValid() else _ROOT))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.internalId()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.DecorationRole:
            return self._decoration(index)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            note = self._thumbnails.get(index.internalId(), (None, ""))[1]
            return f"{_description(row)}\n{note}" if note else _description(row)
        if role == NODE_NAME:
            return row.node.name if row.node is not None else None
        if role == HAS_UNITS:
            return row.node is not None and row.node.units > 0
        return None

    def _decoration(self, index: Index) -> QIcon | None:
        if not self._shows_thumbnails or index.column() != Column.LAYER:
            return None
        return self._thumbnails.get(index.internalId(), (None, ""))[0]


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column > Column.OP else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _text(row: _Row, column: int) -> str:
    if column == Column.LAYER:
        return row.segment
    node = row.node
    if node is None:
        return ""
    if column == Column.OP:
        return node.op
    if column == Column.OUTPUT:
        return shape_text(node.shape)
    if column == Column.UNITS:
        return f"{node.units:,}" if node.units else tr("no units")
    return f"{node.parameters:,}" if node.parameters else "–"


def _description(row: _Row) -> str:
    node = row.node
    if node is None:
        return row.path
    units = (
        plural("{units:,} unit", "{units:,} units", node.units).format(units=node.units)
        if node.units
        else tr("no units")
    )
    parameters = (
        plural("{parameters:,} parameter", "{parameters:,} parameters", node.parameters).format(
            parameters=node.parameters
        )
        if node.parameters
        else tr("no parameters")
    )
    return tr("{name}\n{op}, output {shape}\n{units}, {parameters}").format(
        name=node.name, op=node.op, shape=shape_text(node.shape), units=units, parameters=parameters
    )


class LayersFilter(QSortFilterProxyModel):
    """Keeps nodes whose name or op holds every word of a text, and the branches above them."""

    def __init__(self, source: LayersModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._layers = source
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(source)

    def set_text(self, text: str) -> None:
        """Filter by the words of `text`, in any order and case; an empty text lets everything pass."""
        words = tuple(text.lower().split())
        if words != self._words:
            self._words = words
            self.invalidate()  # invalidateFilter is deprecated in newer Qt, its successor missing in older

    def matches(self) -> list[str]:
        """Names of the nodes that match, a block before what it holds."""
        return [node.name for node in self._layers.nodes() if self._fits(node)]

    def _fits(self, node: Node) -> bool:
        text = f"{node.name} {node.op}".lower()
        return all(word in text for word in self._words)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        index = self._layers.index(row, 0, parent)
        node = self._layers.node_at(index)
        return self._fits(node) if node is not None else not self._words
