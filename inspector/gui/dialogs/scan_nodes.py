"""The list of nodes to choose from when pictures are scanned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

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
        self.list.setAccessibleName(tr("Nodes to scan"))
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
