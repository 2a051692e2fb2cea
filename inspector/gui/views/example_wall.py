"""Tiles of examples in rows, one group below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from inspector.gui.exporting.dragging import Carrier
from inspector.gui.panels.parts import scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.example_picture import ExamplePicture, Way
from inspector.gui.views.parts import caption, set_caption
from inspector.gui.views.words import reading
from inspector.jobs.looking import Look
from inspector.lenses.examples import Example

_LEAST_SIDE, _GAP, _GROUP_GAP = 72, 6, 10


class ExampleTile(QAbstractButton):
    """An example and its value below it.

    Signals:
        entered: The pointer or the focus came to it.
    """

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(scaled(self.font(), 0.86))
        self.picture: ExamplePicture | None = None
        self._way: Way = "crop"
        Carrier(self, lambda _: self.picture.carried(self._way) if self.picture is not None else None)

    def show_picture(self, picture: ExamplePicture, way: Way, name: str) -> None:
        """Show an example in one of the ways."""
        self.picture, self._way = picture, way
        self.setObjectName(name)
        self.setToolTip(tr("{text}\nClick to make it the current picture.").format(text=picture.text))
        self.setAccessibleName(tr("Example {text}").format(text=picture.text))
        self.update()

    def line(self) -> int:
        """Height of the value's line in pixels."""
        return self.fontMetrics().height() + 2

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_SIDE, _LEAST_SIDE + self.line())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter, tokens = QPainter(self), tokens_of(self.palette())
        place = QRectF(0, 0, self.width(), self.height() - self.line())
        self.picture.draw(painter, place, self._way, tokens)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(tokens.text if self.underMouse() else tokens.muted))
        below = QRectF(0, place.bottom(), self.width(), self.line())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), reading(self.picture.example.value))


class ExampleWall(QScrollArea):
    """Groups of examples, each under its caption.

    Signals:
        chosen: The `Example` that was clicked.
        hovered: The `ExamplePicture` under the pointer; None for none.
    """

    chosen = Signal(object)
    hovered = Signal(object)

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(objectName=name, widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.setAccessibleName(accessible)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._prefix = name
        self._inner = QWidget()
        self._inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._inner.setBackgroundRole(QPalette.ColorRole.Window)
        self.setWidget(self._inner)
        self.tiles: list[ExampleTile] = []
        self._captions: list[QLabel] = []
        self._groups: list[tuple[str, list[ExamplePicture]]] = []
        self._way: Way = "crop"

    def set_groups(self, groups: Sequence[tuple[str, Sequence[ExamplePicture]]]) -> None:
        """Show these groups; those that are empty are left out."""
        self._groups = [(title, list(pictures)) for title, pictures in groups if pictures]
        self._fill()
        self.verticalScrollBar().setValue(0)

    def set_way(self, way: Way) -> None:
        """Draw the examples in another way."""
        self._way = way
        self._fill()

    def refresh(self) -> None:
        """Draw again: some of the pictures have other pixels."""
        for tile in self.tiles:
            tile.update()

    def look(self, looks: Sequence[Look]) -> None:
        """Take what was found when pictures were looked at again."""
        found = {(look.number, look.box): look for look in looks}
        for _, pictures in self._groups:
            for picture in pictures:
                look = found.get((picture.example.picture, picture.example.box))
                if look is not None:
                    picture.look(look)
        self.refresh()

    @property
    def shown(self) -> list[Example]:
        """The examples on the wall, in order."""
        return [picture.example for _, pictures in self._groups for picture in pictures]

    def _fill(self) -> None:
        count = sum(len(pictures) for _, pictures in self._groups)
        while len(self.tiles) < count:
            tile = ExampleTile(self._inner)
            tile.clicked.connect(self._on_clicked)
            tile.entered.connect(self._on_entered)
            self.tiles.append(tile)
        while len(self._captions) < len(self._groups):
            label = caption("")
            label.setParent(self._inner)
            self._captions.append(label)
        place = 0
        for _, pictures in self._groups:
            for picture in pictures:
                self.tiles[place].show_picture(picture, self._way, f"{self._prefix}-{place}")
                place += 1
        self._arrange()

    def _arrange(self) -> None:
        width = self.viewport().width()
        columns = max(1, (width + _GAP) // (_LEAST_SIDE + _GAP))
        side = (width + _GAP) // columns - _GAP
        top, place = 0, 0
        for label, (title, pictures) in zip(self._captions, self._groups, strict=False):
            set_caption(label, title)
            label.setGeometry(0, top, width, label.sizeHint().height())
            top += label.height() + 4
            for number in range(len(pictures)):
                row, column = divmod(number, columns)
                tile = self.tiles[place]
                step = side + tile.line() + _GAP // 2
                tile.setGeometry(column * (side + _GAP), top + row * step, side, side + tile.line())
                place += 1
            top += -(-len(pictures) // columns) * step + _GROUP_GAP
        for number, tile in enumerate(self.tiles):
            tile.setVisible(number < place)
        for number, label in enumerate(self._captions):
            label.setVisible(number < len(self._groups))
        self._inner.setMinimumHeight(max(0, top - _GROUP_GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    @Slot()
    def _on_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, ExampleTile) and tile.picture is not None:
            self.chosen.emit(tile.picture.example)

    @Slot()
    def _on_entered(self) -> None:
        tile = self.sender()
        if isinstance(tile, ExampleTile):
            self.hovered.emit(tile.picture)
