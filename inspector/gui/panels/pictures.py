"""The panel of pictures at hand: dropped, pasted or opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.models.pictures import DIGEST, PicturesModel
from inspector.gui.models.tiles import Array
from inspector.gui.panels.drops import image_from, is_welcome, paths_from
from inspector.gui.panels.parts import MARGIN, CrossButton, EmptyState, scaled
from inspector.gui.panels.picture_strip import PictureStrip
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr

_SHOWN_REFUSALS = 3


class PicturesPanel(QWidget):
    """Pictures to show to the network.

    Signals:
        picture_chosen: The user chose a picture: its digest.
        paths_dropped: Files and folders came in: a list of paths.
        image_pasted: Pixels came in.
        open_requested: The user wants to choose files.
        remove_requested: The user wants a picture taken away: its digest.
    """

    picture_chosen = Signal(str)
    paths_dropped = Signal(list)
    image_pasted = Signal(QImage)
    open_requested = Signal()
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="picturesPanel")
        self.setAccessibleName(tr("Pictures"))
        self.setAcceptDrops(True)
        self._quiet = False
        self._welcoming = False
        self._model = PicturesModel(self)
        self.strip = PictureStrip(self._model)
        self._open = QPushButton(tr("Open…"), objectName="openPictures")
        self._open.setToolTip(tr("Open pictures; dropping files or folders and pasting work too"))
        self._open.setAccessibleName(tr("Open pictures"))
        self._refusals = _Refusals()
        self._lay_out()
        self._open.clicked.connect(self.open_requested)
        self.strip.removed.connect(self.remove_requested)
        self.strip.selectionModel().currentChanged.connect(self._on_current_changed)
        for signal in (self._model.rowsInserted, self._model.rowsRemoved):
            signal.connect(self._on_rows_changed)
        self._on_rows_changed()

    def _lay_out(self) -> None:
        empty = EmptyState("picturesEmpty", ground=QPalette.ColorRole.Window, needs_network=False)
        empty.say(tr("Drop pictures or folders here"), tr("or open files, or paste a copied picture."))
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.strip)
        self._stack.setFixedHeight(self.strip.height())
        side = QVBoxLayout()
        side.setSpacing(4)
        title = QLabel(tr("Pictures"), objectName="picturesTitle")
        title.setFont(scaled(title.font(), 1.0, bold=True))
        self._count = QLabel(objectName="picturesCount")
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._count.setFont(scaled(self._count.font(), 0.88))
        for widget in (title, self._count, self._open):
            side.addWidget(widget)
        side.insertSpacing(2, 4)
        side.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN, 8, MARGIN, 4)
        line.setSpacing(MARGIN)
        line.addLayout(side)
        line.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._refusals)
        layout.addLayout(line)

    def add_picture(self, digest: str, name: str, thumb: Array, label: str = "") -> None:
        """Append a picture with its thumbnail, uint8 [h,w,3]."""
        self._model.add(digest, name, thumb, label)

    def remove(self, digest: str) -> None:
        """Take a picture away, without a signal back."""
        self._quiet = True
        self._model.remove(digest)
        self._quiet = False

    def select(self, digest: str | None) -> None:
        """Show a picture as the current one and bring it into sight, without a signal back."""
        row = self._model.row_of(digest) if digest is not None else None
        self._quiet = True
        self.strip.setCurrentIndex(self._model.index(row) if row is not None else QModelIndex())
        self._quiet = False
        if row is not None:
            self.strip.scrollTo(self.strip.currentIndex())

    def set_refusals(self, sentences: Sequence[str]) -> None:
        """Say which files were refused and why, until it is dismissed; nothing to say hides the line."""
        self._refusals.say(sentences)

    def paste_from(self, data: QMimeData) -> None:
        """Take in what was dropped or copied: files and folders, else pixels."""
        paths, image = paths_from(data), image_from(data)
        if paths:
            self.paths_dropped.emit(paths)
        elif image is not None:
            self.image_pasted.emit(image)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.picture_chosen.emit(current.data(DIGEST))

    @Slot()
    def _on_rows_changed(self) -> None:
        count = self._model.rowCount()
        self._count.setText(tr("{count} at hand").format(count=count) if count else tr("none yet"))
        self._stack.setCurrentIndex(1 if count else 0)

    def _welcome(self, welcoming: bool) -> None:
        self._welcoming = welcoming
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            self._welcome(True)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._welcome(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._welcome(False)
        self.paste_from(event.mimeData())
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._welcoming:
            accent = self.palette().highlight().color()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), 28))
            painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 6, 6)


class _Refusals(QFrame):
    """The files that were refused, each in one sentence, until dismissed."""

    def __init__(self) -> None:
        super().__init__(objectName="refusals")
        self._text = QLabel(objectName="refusalsText", wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAccessibleName(tr("Refused files"))
        dismiss = CrossButton("dismissRefusals", tr("Dismiss"))
        dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN + 4, 8, MARGIN - 4, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, sentences: Sequence[str]) -> None:
        shown = list(sentences[:_SHOWN_REFUSALS])
        more = len(sentences) - len(shown)
        if more:
            shown.append(tr("… and {more} more").format(more=more))
        self._text.setText("\n".join(shown))
        self._text.setToolTip("\n".join(sentences) if more else "")
        self.setVisible(bool(sentences))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.raised))
        painter.fillRect(QRect(0, 0, 4, self.height()), QColor(tokens.warn))
