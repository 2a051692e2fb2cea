"""Networks that can be opened, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.gui.translation import mark, tr
from inspector.jobs.catalogue import CatalogueCard

Index = QModelIndex | QPersistentModelIndex
SPEC_NAME = Qt.ItemDataRole.UserRole + 1
FOUND = Qt.ItemDataRole.UserRole + 2
ROW = Qt.ItemDataRole.UserRole + 3
TITLES = (mark("Name"), mark("Title"), mark("Year"), mark("Input"), mark("Weights"))


@dataclass(frozen=True)
class CatalogueRow:
    """One network that can be opened.

    Attributes:
        name: What to call it when opening ("resnet18").
        title: Its name for a person ("ResNet-18").
        input: Size of its input ("3 × 224 × 224").
        weights: Where its weights are, in a word or a path; "" where there are none, so it opens untrained.
        card: What else is known of it.
    """

    name: str
    title: str
    input: str
    weights: str = ""
    card: CatalogueCard = field(default_factory=CatalogueCard)


class CatalogueModel(QAbstractTableModel):
    """One row per network."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CatalogueRow, ...] = ()

    def set_rows(self, rows: Sequence[CatalogueRow]) -> None:
        """Show these networks and no others."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            year = str(row.card.year or "")
            state = tr("found") if row.weights else tr("untrained")
            return (row.name, row.title, year, row.input, state)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.weights or tr("No weights found: it opens with random ones.")
        return {SPEC_NAME: row.name, FOUND: bool(row.weights), ROW: row}.get(role)


def combined(name: str, file: str) -> str:
    """What to open: an architecture, a file that says what it is, or the one with weights from the other."""
    return f"{name}={file}" if name and file else name or file
