"""Dragging what is seen to other programs: a picture, a plot, a tile, a whole page by its tab."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QIcon, QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QStyleOptionViewItem, QWidget

from inspector.gui.exporting.carrying import carried

Make = Callable[[QPoint], QMimeData | None]
_SHARPNESS, _GHOST = 4, 160
_STARTS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Carrier(QObject):
    """Starts a drag where the left button is held down and moved away.

    Attributes:
        widget: What is dragged from.
        on: Whether it may be.
        taken: Whether the pointer is over something that moves of its own accord, such as a line of a plot.
    """

    def __init__(self, widget: QWidget, make: Make) -> None:
        """`make` tells what is carried from a point of the widget; None for nothing."""
        super().__init__(widget)
        self.widget, self.on = widget, True
        self.taken: Callable[[], bool] = lambda: False
        self._make, self._from = make, None
        widget.installEventFilter(self)

    def mime(self, point: QPoint) -> QMimeData | None:
        """What would be carried from a point of the widget; None for nothing."""
        return self._make(point)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _STARTS and isinstance(event, QMouseEvent):
            left = event.button() == Qt.MouseButton.LeftButton
            self._from = event.position().toPoint() if left and self.on and not self.taken() else None
        elif kind == QEvent.Type.MouseButtonRelease:
            self._from = None
        elif kind == QEvent.Type.MouseMove and self._from is not None and isinstance(event, QMouseEvent):
            far = (event.position().toPoint() - self._from).manhattanLength()
            if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
                return self._carry()
        return False

    def _carry(self) -> bool:
        start, self._from = self._from, None
        mime = self._make(start) if start is not None else None
        if mime is None:
            return False
        if isinstance(self.widget, QAbstractButton):
            self.widget.setDown(False)  # nobody tells it that the button is let go of
        send(mime, self.widget)
        return True


def carrier_under(view: QWidget, point: QPoint) -> tuple[Carrier, QPoint] | None:
    """What carries at a point of a view, with the point in its own widget; None where nothing does."""
    widget = view.childAt(point)
    while widget is not None and widget is not view:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        found = widget.findChild(Carrier, options=direct)
        if found is not None:
            return found, widget.mapFrom(view, point)
        widget = widget.parentWidget()
    return None


def send(mime: QMimeData, source: QWidget) -> None:
    """Carry it as long as the button is down."""
    drag = QDrag(source)
    drag.setMimeData(mime)
    image = mime.imageData()
    if isinstance(image, QImage):
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(QPixmap.fromImage(image).scaled(_GHOST, _GHOST, keep, smooth))
        drag.setHotSpot(QPoint(8, 8))
    drag.exec(Qt.DropAction.CopyAction)


def carry_figure(widget: QWidget, at: QWidget | None = None) -> Carrier:
    """Let a widget be dragged as a figure: pixels, a PNG file, a drawing. `at` is where it is grasped."""
    return Carrier(at or widget, lambda _: figure_mime(widget))


def figure_mime(widget: QWidget, title: str = "", caption: str = "") -> QMimeData:
    """A widget as a figure in the colours for print."""
    from inspector.gui.exporting.arranging import Arrangement
    from inspector.gui.exporting.figure import Figure
    from inspector.gui.exporting.files import Sheet, image, write
    from inspector.gui.theme import PRINT

    name = title or widget.accessibleName() or widget.objectName()
    figure = Figure(widget, Arrangement(PRINT), name, caption)
    pixels = 2 * max(widget.width(), 1)
    mime = carried(image(figure, pixels), name, caption or name)
    mime.setData("image/svg+xml", write(figure, "svg", Sheet.of_pixels(widget.width(), 96)))
    return mime


def carry_items(view: QAbstractItemView, file: Callable[[QModelIndex], str] | None = None) -> Carrier:
    """Let the tiles of a list be dragged as pictures; `file` tells where one lies already, "" for nowhere."""

    def make(point: QPoint) -> QMimeData | None:
        index = view.indexAt(point)
        if not index.isValid():
            return None
        path = file(index) if file is not None else ""
        text = str(index.data(Qt.ItemDataRole.ToolTipRole) or index.data() or view.accessibleName())
        drawn = tile(view, index)
        image = QImage(path) if path else QImage()
        name = f"{view.accessibleName() or view.objectName()} {index.data() or index.row()}"
        return carried(drawn if image.isNull() else image, name, text, path=path)

    return Carrier(view.viewport(), make)


def tile(view: QAbstractItemView, index: QModelIndex) -> QImage:
    """A tile as its delegate draws it, four times as sharp; its icon alone where it has one."""
    icon = index.data(Qt.ItemDataRole.DecorationRole)
    if isinstance(icon, QIcon) and icon.availableSizes():
        return icon.pixmap(max(icon.availableSizes(), key=lambda size: size.width())).toImage()
    rect = view.visualRect(index)
    made = QImage(rect.size() * _SHARPNESS, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(_SHARPNESS)
    made.fill(view.palette().base().color())
    option = QStyleOptionViewItem()
    option.initFrom(view.viewport())
    option.rect = rect.translated(-rect.topLeft())
    painter = QPainter(made)
    view.itemDelegateForIndex(index).paint(painter, option, index)
    painter.end()
    made.setDevicePixelRatio(1)
    return made


def file_of(path: object) -> str:
    """The file of that path where it is there, else ""."""
    return str(path) if path and Path(str(path)).is_file() else ""
