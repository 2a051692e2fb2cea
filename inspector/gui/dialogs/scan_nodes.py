"""Choosing nodes: all that have units, or some of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QRadioButton, QVBoxLayout, QWidget

from inspector.gui.dialogs.parts import row as row_of
from inspector.gui.translation import plural, tr
from inspector.gui.views.parts import muted

_HEIGHT = 190


@dataclass(frozen=True)
class NodeRow:
    """A node that can be scanned.

    Attributes:
        name: Its name.
        op: What it computes.
        units: How many units it has.
    """

    name: str
    op: str
    units: int


class NodeList(QWidget):
    """Nodes with check marks, and a filter over them.

    Signals:
        changed: Other nodes are chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="scanNodes")
        self.filter = QLineEdit(objectName="scanNodeFilter", clearButtonEnabled=True)
        self.filter.setPlaceholderText(tr("Filter nodes"))
        self.filter.setAccessibleName(tr("Filter nodes"))
        self.list = QListWidget(objectName="scanNodeList", uniformItemSizes=True)
        self._count = muted("", "scanNodeCount")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.filter, self.list, self._count):
            layout.addWidget(widget)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.list.itemChanged.connect(self._on_item_changed)

    def set_nodes(self, rows: Sequence[NodeRow], current: str) -> None:
        """List nodes; those chosen before stay chosen, else the current one is."""
        wanted = set(self.chosen) & {row.name for row in rows} or {current}
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(
                plural("{name}   {op} · {units:,} unit", "{name}   {op} · {units:,} units", row.units).format(
                    name=row.name, op=row.op, units=row.units
                )
            )
            item.setData(Qt.ItemDataRole.UserRole, row.name)
            item.setCheckState(Qt.CheckState.Checked if row.name in wanted else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._on_filter_changed(self.filter.text())
        self._on_item_changed()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of the nodes with a check mark, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        checked = (item for item in items if item.checkState() == Qt.CheckState.Checked)
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in checked)

    @Slot(str)
    def _on_filter_changed(self, text: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(text.strip().casefold() not in item.text().casefold())

    @Slot()
    def _on_item_changed(self) -> None:
        self._count.setText(
            tr("{count:,} of {count2:,} chosen").format(count=len(self.chosen), count2=self.list.count())
        )
        self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)


class NodeChoice(QWidget):
    """All nodes, or those with a check mark.

    Args:
        prefix: What the names of its parts begin with.
        accessible: What the list is called for screen readers.

    Attributes:
        all, some: The two ways.
        nodes: The list; seen where some are to be chosen.

    Signals:
        changed: Another way, or other nodes.
    """

    changed = Signal()

    def __init__(self, prefix: str, accessible: str) -> None:
        super().__init__(objectName=f"{prefix}NodeChoice")
        self.all = QRadioButton(tr("All"), objectName=f"{prefix}AllNodes", checked=True)
        self.some = QRadioButton(tr("Chosen"), objectName=f"{prefix}SomeNodes")
        self.nodes = NodeList()
        self.nodes.list.setAccessibleName(accessible)
        self.nodes.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row_of(self.all, self.some, stretch=True))
        layout.addWidget(self.nodes)
        self.some.toggled.connect(self._on_toggled)
        self.nodes.changed.connect(self.changed)

    def set_nodes(self, rows: Sequence[NodeRow], current: str) -> None:
        """Offer these nodes; the current one is chosen where the user chooses."""
        self.nodes.set_nodes(rows, current)
        units = sum(row.units for row in rows)
        self.all.setText(
            tr("All {nodes:,} that have units ({units})").format(
                nodes=len(rows),
                units=plural("{count:,} unit", "{count:,} units", units).format(count=units),
            )
        )
        self.changed.emit()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of the chosen nodes, in order; empty for all."""
        return self.nodes.chosen if self.some.isChecked() else ()

    @property
    def is_made(self) -> bool:
        """Whether there is something to do: all, or at least one."""
        return self.all.isChecked() or bool(self.nodes.chosen)

    @Slot(bool)
    def _on_toggled(self, some: bool) -> None:
        self.nodes.setVisible(some)
        self.changed.emit()
