"""The grid of units: columns that fill the width, a keyboard walk row by row, Ctrl+wheel to zoom."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from inspector.gui.models.units import UNIT, UnitsModel
from inspector.gui.panels.parts import wrap_tiles
from inspector.gui.panels.unit_delegate import UnitDelegate
from inspector.gui.translation import tr

_THROTTLE_MS = 30
_ONE_NOTCH = 120
_Move = QAbstractItemView.CursorAction


class UnitView(QListView):
    """A `QListView` of a `UnitsModel`; actions added to it stand in the menu of its tiles.

    Signals:
        opened: Enter or a double click on a unit.
        zoomed: Ctrl+wheel by this many notches, negative to make tiles smaller.
        visible_changed: Other rows may be in sight; at most every 30 ms.
        explained: How was the current unit's picture made? From the tile's menu.
    """

    opened = Signal(int)
    zoomed = Signal(float)
    visible_changed = Signal()
    explained = Signal(int)

    def __init__(self, model: UnitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="unitGrid")
        self.setAccessibleName(tr("Units"))
        self._units = model
        self._delegate = UnitDelegate(self)
        self._settle = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._settle.timeout.connect(self.visible_changed)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        wrap_tiles(self)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._explain = QAction(tr("How was this made?"), self, objectName="explainTile")
        self._explain.triggered.connect(self._on_explain_triggered)
        self.addAction(self._explain)
        self.set_explainable(False)
        self.doubleClicked.connect(self._on_double_clicked)
        self.verticalScrollBar().valueChanged.connect(self.look_again)
        for signal in (model.modelReset, model.layoutChanged):
            signal.connect(self.look_again)

    @property
    def side(self) -> int:
        """Side of a thumbnail in logical pixels."""
        return self._delegate.side

    def set_side(self, side: int) -> None:
        """Draw thumbnails of this many logical pixels."""
        anchor = self._anchor()
        self._delegate.side = side
        self._spread(anchor)

    def set_explainable(self, explainable: bool) -> None:
        """Whether the tiles are pictures that were made."""
        self._explain.setEnabled(explainable)
        self._explain.setVisible(explainable)

    @property
    def columns(self) -> int:
        """How many tiles stand side by side."""
        return max(1, self._width() // self._delegate.smallest_cell().width())

    def _width(self) -> int:
        # Qt wraps a row that ends with the last pixel.
        return self.viewport().width() - 1

    def visible_rows(self, ahead: int = 0) -> range:
        """Rows in sight, and those of `ahead` more screens below."""
        height, top = self.gridSize().height(), self.verticalScrollBar().value()
        first = top // height * self.columns
        bottom = top + (1 + ahead) * self.viewport().height()
        last = (bottom - 1) // height * self.columns + self.columns
        count = self._units.rowCount()
        return range(min(first, count), min(last, count))

    @Slot()
    def look_again(self) -> None:
        """Say soon that other rows may be in sight."""
        if not self._settle.isActive():
            self._settle.start()

    def _anchor(self) -> QModelIndex:
        """What has to stay in sight when the layout changes: the current tile, else the topmost one."""
        current = self.currentIndex()
        place = self.visualRect(current)
        # Only up and down count: a view that has just become narrow still has its tiles where they were.
        if current.isValid() and place.bottom() >= 0 and place.top() < self.viewport().height():
            return current
        return self.indexAt(QPoint(1, 1))

    def _spread(self, anchor: QModelIndex) -> None:
        """Spread spare width over the tiles and bring the anchor back into sight."""
        cell = self._delegate.smallest_cell()
        self._delegate.cell = QSize(max(cell.width(), self._width() // self.columns), cell.height())
        self._units.set_tile_size(self._delegate.side, self.devicePixelRatioF())
        self.look_again()
        if self.gridSize() == self._delegate.cell:
            return
        self.setGridSize(self._delegate.cell)
        # One notch of the wheel moves three steps: a row.
        self.verticalScrollBar().setSingleStep(max(1, cell.height() // 3))
        self.doItemsLayout()
        if anchor.isValid():
            hints = QAbstractItemView.ScrollHint
            self.scrollTo(
                anchor, hints.EnsureVisible if anchor == self.currentIndex() else hints.PositionAtTop
            )

    @Slot()
    def _on_explain_triggered(self) -> None:
        if self.currentIndex().isValid():
            self.explained.emit(self.currentIndex().data(UNIT))

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(UNIT))

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if not self._units.rowCount():
            return QModelIndex()
        row, last = max(self.currentIndex().row(), 0), self._units.rowCount() - 1
        if not self.currentIndex().isValid():
            return self._units.index(0)
        screen = max(1, self.viewport().height() // self.gridSize().height()) * self.columns
        steps = {
            _Move.MoveLeft: -1,
            _Move.MovePrevious: -1,
            _Move.MoveRight: 1,
            _Move.MoveNext: 1,
            _Move.MoveUp: -self.columns,
            _Move.MoveDown: self.columns,
            _Move.MovePageUp: -screen,
            _Move.MovePageDown: screen,
            _Move.MoveHome: -last,
            _Move.MoveEnd: last,
        }
        aim = row + steps[action]
        if action in (_Move.MoveUp, _Move.MoveDown) and not 0 <= aim <= last:
            same_column = action == _Move.MoveUp or row // self.columns == last // self.columns
            aim = row if same_column else last
        return self._units.index(max(0, min(last, aim)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.data(UNIT))
            event.accept()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The actions of this widget, at the tile that they are about: the current one."""
        shown = [action for action in self.actions() if action.isVisible() and not action.isSeparator()]
        if not self.currentIndex().isValid() or not shown:
            return
        menu = QMenu(self, objectName="unitMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        middle = self.visualRect(self.currentIndex()).center()
        menu.popup(self.viewport().mapToGlobal(middle) if by_key else event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(event.angleDelta().y() / _ONE_NOTCH)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._anchor()  # before Qt lays out anew
        super().resizeEvent(event)
        self._spread(anchor)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._spread(self._anchor())
