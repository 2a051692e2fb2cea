"""One group on a node's page: name, share, comment, and its units as tiles that can be dragged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QImage,
    QKeyEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.exporting.carrying import carried
from inspector.gui.models.unit_mime import MIME, pack, unpack
from inspector.gui.panels.parts import scaled
from inspector.gui.translation import plural, tr
from inspector.gui.views.parts import muted
from inspector.workspace.taxonomy import REST, Share

SIDE = 64
_CELL = QSize(SIDE + 14, SIDE + 26)
_UNIT = Qt.ItemDataRole.UserRole
Image = Callable[[tuple[str, int]], QImage | None]


class UnitTiles(QListWidget):
    """Tiles of a group's units; what is dropped on them joins.

    Signals:
        dropped: (node, units) were dropped here.
        removed: (units) were taken out by the key Delete.
        chosen: (unit) was clicked or entered.
    """

    dropped = Signal(str, object)
    removed = Signal(object)
    chosen = Signal(int)

    def __init__(self, node: str) -> None:
        super().__init__(objectName="groupTiles")
        self._node = node
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setGridSize(_CELL)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.set_open(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)

    def set_open(self, open_: bool) -> None:
        """Whether units can be dropped here: the viewport is asked, and tiles that do not move closed it."""
        self.viewport().setAcceptDrops(open_)

    def set_units(self, units: Sequence[int], image: Image) -> None:
        """Show these units, each with its picture where there is one."""
        self.clear()
        for unit in units:
            item = QListWidgetItem(str(unit), self)
            item.setData(_UNIT, unit)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_images(image)
        self._fit()

    def set_images(self, image: Image) -> None:
        """Take pictures that have come since."""
        for row in range(self.count()):
            item = self.item(row)
            picture = image((self._node, item.data(_UNIT)))
            item.setIcon(QIcon(_square(picture)))

    @property
    def selected(self) -> list[int]:
        """The selected units."""
        return [item.data(_UNIT) for item in self.selectedItems()]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        mime = pack(self._node, [item.data(_UNIT) for item in items])
        icon = items[0].icon() if items else QIcon()
        if icon.availableSizes():
            image = icon.pixmap(icon.availableSizes()[0]).toImage()
            carried(image, f"{self._node}-{items[0].data(_UNIT)}", mime.text(), into=mime)
        return mime

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME) and event.source() is not self:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        units = unpack(event.mimeData())
        if units is not None:
            event.acceptProposedAction()
            self.dropped.emit(*units)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selected:
            self.removed.emit(tuple(self.selected))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = max(1, (self.viewport().width() - 1) // _CELL.width())
        self.setFixedHeight(max(1, -(-self.count() // columns)) * _CELL.height() + 4)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_UNIT))


class GroupSection(QWidget):
    """Heading and tiles of one group.

    Signals:
        renamed: (new name).
        commented: (comment).
    """

    renamed = Signal(str)
    commented = Signal(str)

    def __init__(self, node: str, share: Share, image: Image) -> None:
        super().__init__(objectName=f"group-{share.name}")
        self.share = share
        is_rest = share.name == REST
        shown = tr(share.name) if is_rest else share.name
        self.name = QLineEdit(shown, objectName="groupName", frame=False, readOnly=is_rest)
        self.name.setAccessibleName(tr("Name of the group"))
        self.name.setFont(scaled(self.font(), 1.1, bold=True))
        count = QLabel(
            plural("{count:,} unit · {part:.0%}", "{count:,} units · {part:.0%}", len(share.units)).format(
                count=len(share.units), part=share.part
            ),
            objectName="groupShare",
        )
        bar = QProgressBar(objectName="groupBar", textVisible=False, maximum=1000)
        bar.setAccessibleName(tr("Share of the group {name}").format(name=share.name))
        bar.setValue(round(1000 * share.part))
        bar.setFixedSize(120, 6)
        self.comment = QLineEdit(share.comment, objectName="groupComment", frame=False)
        self.comment.setPlaceholderText(tr("Comment"))
        self.comment.setAccessibleName(tr("Comment on the group {name}").format(name=share.name))
        self.tiles = UnitTiles(node)
        self.tiles.setAccessibleName(tr("Units of the group {name}").format(name=share.name))
        heading = QHBoxLayout()
        heading.addWidget(self.name, 1)
        heading.addWidget(bar)
        heading.addWidget(count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(2)
        layout.addLayout(heading)
        layout.addWidget(muted(tr("In no group; drop here to take out of one.")) if is_rest else self.comment)
        layout.addWidget(self.tiles)
        self.tiles.set_units(share.units, image)
        self.name.editingFinished.connect(self._on_named)
        self.comment.editingFinished.connect(self._on_commented)

    @Slot()
    def _on_named(self) -> None:
        if self.name.text().strip() != self.share.name and not self.name.isReadOnly():
            self.renamed.emit(self.name.text().strip())

    @Slot()
    def _on_commented(self) -> None:
        if self.comment.text() != self.share.comment:
            self.commented.emit(self.comment.text())


def _square(picture: QImage | None) -> QPixmap:
    pixmap = QPixmap(SIDE, SIDE)
    pixmap.fill(Qt.GlobalColor.gray)
    if picture is None:
        return pixmap
    return QPixmap.fromImage(
        picture.scaled(
            SIDE,
            SIDE,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
    )
