"""The strip of thumbnails: one line, scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPalette, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector.gui.models.pictures import DIGEST, PicturesModel
from inspector.gui.panels.parts import scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr

Index = QModelIndex | QPersistentModelIndex
SIDE = 72
_PAD = 6
_GAP = 4


class _PictureDelegate(QStyledItemDelegate):
    """A thumbnail with its name below, framed where it is the current one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font = scaled(QApplication.font(), 0.85)
        self._bold = scaled(QApplication.font(), 0.85, bold=True)

    def cell(self, view: QWidget) -> QSize:
        line = view.fontMetrics().height()
        return QSize(SIDE + 2 * _PAD, _PAD + SIDE + _GAP + line + 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.cell(option.widget)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        square = QRect(option.rect.topLeft() + QPoint(_PAD, _PAD), QSize(SIDE, SIDE))
        self._draw_picture(painter, square, index.data(Qt.ItemDataRole.DecorationRole))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(QPen(option.palette.highlight().color(), 2, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(square.adjusted(-3, -3, 2, 2))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(tokens_of(option.palette).faint))
            painter.drawRect(square.adjusted(-2, -2, 1, 1))
        self._write_name(painter, square, option, index.data(), selected)
        painter.restore()

    @staticmethod
    def _draw_picture(painter: QPainter, square: QRect, pixmap: QPixmap) -> None:
        """The middle of the picture, filling the square."""
        side = min(pixmap.width(), pixmap.height())
        part = QRect((pixmap.width() - side) // 2, (pixmap.height() - side) // 2, side, side)
        painter.drawPixmap(square, pixmap, part)

    def _write_name(
        self, painter: QPainter, square: QRect, option: QStyleOptionViewItem, name: str, selected: bool
    ) -> None:
        roles = QPalette.ColorRole
        painter.setFont(self._bold if selected else self._font)
        painter.setPen(option.palette.color(roles.Text if selected else roles.PlaceholderText))
        metrics = painter.fontMetrics()
        line = QRect(square.left() - 2, square.bottom() + _GAP, square.width() + 4, metrics.height())
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignHCenter), shown)


class PictureStrip(QListView):
    """A `QListView` of a `PicturesModel` in one line.

    Signals:
        removed: The user wants a picture taken away: its digest.
    """

    removed = Signal(str)

    def __init__(self, model: PicturesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="pictureStrip")
        self.setAccessibleName(tr("Pictures"))
        delegate = _PictureDelegate(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(delegate.cell(self).height() + bar + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.removed.emit(index.data(DIGEST))
            event.accept()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let a wheel that turns up and down move the strip sideways."""
        delta = event.angleDelta()
        turned = delta.x() or delta.y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - round(turned / 120 * (SIDE + 2 * _PAD)))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        digest = index.data(DIGEST)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remove = menu.addAction(tr("Remove from the strip"))
        remove.triggered.connect(lambda: self.removed.emit(digest))
        menu.popup(event.globalPos())
