"""One sheet with every shortcut of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from inspector.gui.actions import Entry
from inspector.gui.translation import mark, tr

# Keys that belong to a panel and not to an action.
_IN_PANELS = (
    (mark("Grids and lists"), mark("Walk"), mark("Arrow keys, Home, End, PgUp, PgDn")),
    (mark("Grids and lists"), mark("Open the unit's page"), mark("Return")),
    (mark("Grids and lists"), mark("Larger or smaller tiles"), mark("Ctrl+Wheel")),
)


class ShortcutsDialog(QDialog):
    """Menus, actions and their keys."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="shortcutsSheet")
        self.setWindowTitle(tr("Keys"))
        self.tree = QTreeWidget(objectName="shortcutsTree", uniformRowHeights=True)
        self.tree.setAccessibleName(tr("Actions and their keys"))
        self.tree.setHeaderLabels([tr("Action"), tr("Keys")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        for entry in entries:
            self._add(
                entry.menu.replace("&", "").replace("/", " · "), entry.text.replace("&", ""), _keys(entry)
            )
        for group, text, keys in _IN_PANELS:
            self._add(tr(group), tr(text), tr(keys))
        self.tree.expandAll()
        layout = QVBoxLayout(self)
        layout.addWidget(self.tree)
        self.resize(560, 640)

    def _add(self, group: str, text: str, keys: str) -> None:
        tops = (self.tree.topLevelItem(i) for i in range(self.tree.topLevelItemCount()))
        top = next((item for item in tops if item.text(0) == group), None)
        if top is None:
            top = QTreeWidgetItem(self.tree, [group])
        QTreeWidgetItem(top, [text, keys])


def _keys(entry: Entry) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in entry.keys)
