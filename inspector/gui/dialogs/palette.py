"""The command palette: one line to type into, and below it what that finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.models.palette import Target
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr

_KIND, _KEYS = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_SIZE = QSize(620, 420)
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Rows(QStyledItemDelegate):
    """A row: the text at the left, its kind and shortcut muted at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        if chosen:
            painter.fillRect(option.rect, palette.highlight())
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        room: QRect = option.rect.adjusted(12, 0, -12, 0)
        aside = "   ".join(filter(None, (index.data(_KIND), index.data(_KEYS))))
        width = option.fontMetrics.horizontalAdvance(aside) + 12
        text = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideMiddle, max(room.width() - width, 80)
        )
        painter.save()
        painter.setPen(palette.color(role))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(palette.color(role) if chosen else tokens_of(palette).muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, aside)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + 12)


class PaletteDialog(QDialog):
    """Type, look, press Enter: only the highlighted row runs. Escape closes it."""

    def __init__(self, find: Callable[[str], Sequence[Target]], parent: QWidget | None = None) -> None:
        """`find` gives what a question finds, the best first."""
        super().__init__(parent, objectName="commandPalette")
        self.setWindowTitle(tr("Go to or do anything"))
        self._find, self._targets = find, list[Target]()
        self.line = QLineEdit(objectName="paletteLine", placeholderText=tr("Action, node, unit, picture …"))
        self.line.setAccessibleName(tr("What to look for"))
        self.list = QListView(objectName="paletteList", uniformItemSizes=True)
        self.list.setAccessibleName(tr("What was found"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self._nothing = QLabel(tr("Nothing of that name."), objectName="paletteNothing")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing)
        self.resize(_SIZE)
        self.line.textChanged.connect(self._on_text)
        self.line.returnPressed.connect(self._run)
        self.list.clicked.connect(self._run)
        self.line.installEventFilter(self)

    def ask(self) -> None:
        """Show it with an empty question."""
        self.line.clear()
        self._on_text("")
        self.show()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._targets = list(self._find(text))
        self._model.clear()
        for target in self._targets:
            item = QStandardItem(target.text)
            item.setData(target.kind, _KIND)
            item.setData(target.keys, _KEYS)
            item.setData(f"{target.kind}: {target.text} {target.keys}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self._nothing.setVisible(not self._targets)
        self.list.setCurrentIndex(self._model.index(0, 0))

    @Slot()
    def _run(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._targets):
            self.close()
            self._targets[row].run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _LIST_KEYS
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)
