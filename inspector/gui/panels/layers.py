"""The panel of the network's layers: title, filter, tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from inspector.gui.icons import icon
from inspector.gui.models.layers import NODE_NAME, LayersFilter, LayersModel
from inspector.gui.models.tiles import Array
from inspector.gui.panels.layer_tree import LayerTree
from inspector.gui.panels.parts import MARGIN, Chip, ElidedLabel, EmptyState
from inspector.gui.theme import tokens_of
from inspector.gui.translation import plural, tr

if TYPE_CHECKING:
    from inspector.network.graph import Node

# Trees up to this many nodes are shown wholly open.
_OPEN_UP_TO = 80


class LayersPanel(QWidget):
    """All nodes of the network.

    Attributes:
        filter_box: The line edit of the filter, for a shortcut to focus.

    Signals:
        node_chosen: The user walked to a node: its name.
        thumbnails_toggled: The user wants pictures of the layers in the tree, or no longer.
        visible_nodes_changed: While there are pictures: names of the nodes in sight, from the top: a tuple.
    """

    node_chosen = Signal(str)
    thumbnails_toggled = Signal(bool)
    visible_nodes_changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="layersPanel")
        self._quiet = False
        self._chosen: str | None = None
        self._model = LayersModel(self)
        self._filter = LayersFilter(self._model, self)
        self._title = ElidedLabel(
            tr("No network"), Qt.TextElideMode.ElideMiddle, name="layersTitle", factor=1.15, bold=True
        )
        self._badge = Chip("layersBadge")
        self._count = ElidedLabel(name="layerCount", muted=True, factor=0.88)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.filter_box = QLineEdit(objectName="layerFilter", clearButtonEnabled=True)
        self.filter_box.setPlaceholderText(tr("Filter by name or op"))
        self.filter_box.setAccessibleName(tr("Filter layers"))
        self.filter_box.installEventFilter(self)
        self.tree = LayerTree(self._filter)
        self._dreams = QToolButton(objectName="layerThumbnails", autoRaise=True, checkable=True)
        self._dreams.setAccessibleName(tr("DeepDream thumbnails"))
        self._dreams.setToolTip(
            tr("DeepDream thumbnails: show at every layer in sight what strengthens all of it.")
        )
        self._nothing = EmptyState("layersEmpty")
        self._nothing.hide()
        self._lay_out()
        self.filter_box.textChanged.connect(self._on_text_changed)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.visible_changed.connect(self._on_visible_changed)
        self._dreams.toggled.connect(self._on_thumbnails_toggled)
        self._draw_icon()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._title, 1)
        heading.addWidget(self._badge)
        heading.addWidget(self._count)
        heading.addWidget(self._dreams)
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

    def set_thumbnail(self, name: str, image: Array, note: str = "") -> None:
        """Show a picture, uint8 [h,w,3], at a node; a note says more about it."""
        self._model.set_thumbnail(name, image, note)

    def set_thumbnails_shown(self, shown: bool) -> None:
        """Make room for pictures, or take it away."""
        self._dreams.setChecked(shown)

    @Slot(bool)
    def _on_thumbnails_toggled(self, shown: bool) -> None:
        self._model.set_thumbnails_shown(shown)
        self.tree.set_thumbnails_shown(shown)
        self.thumbnails_toggled.emit(shown)

    @Slot()
    def _on_visible_changed(self) -> None:
        if self._dreams.isChecked():
            self.visible_nodes_changed.emit(self.tree.visible_names())

    def _draw_icon(self) -> None:
        self._dreams.setIcon(icon("image", tokens_of(self.palette())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

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
        self._count.setText(
            tr("{found} of {total}").format(found=found, total=total)
            if self.filter_box.text().strip()
            else plural("{total} node", "{total} nodes", total).format(total=total)
        )
        nothing = total > 0 and found == 0
        self._nothing.say(tr("No layer matches"), tr("Try part of a name (layer3) or an op (conv2d)."))
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
