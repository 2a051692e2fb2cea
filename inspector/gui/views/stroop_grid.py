"""Words in inks, each with what the network took it for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from inspector.gui.exporting.dragging import carry_figure
from inspector.gui.panels.parts import scaled, tabular
from inspector.gui.pixels import rgb_image
from inspector.gui.theme import tokens_of
from inspector.gui.translation import digits, tr
from inspector.gui.views.class_bars import percent
from inspector.lenses.language import Stroop

_HEAD, _SIDE = 18, 64
HALF = 0.5


class StroopGrid(QWidget):
    """Rows are words, columns inks; in each cell the probabilities of the true ink and the written word."""

    def __init__(self) -> None:
        super().__init__(objectName="stroopGrid")
        carry_figure(self)
        self.setAccessibleName(tr("Stroop grid"))
        self.setFont(scaled(tabular(self.font()), 0.86))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.shown: Stroop | None = None
        self._images: list[list[QImage]] = []

    def set_grid(self, stroop: Stroop | None) -> None:
        """Show a grid, or nothing."""
        self.shown = stroop
        self._images = [] if stroop is None else [[rgb_image(cell) for cell in row] for row in stroop.views]
        self.setAccessibleDescription("; ".join(self.lines))
        self.update()

    @property
    def lines(self) -> list[str]:
        """What the cells say."""
        shown = self.shown
        if shown is None:
            return []
        return [self._line(shown, w, i) for w in range(len(shown.words)) for i in range(len(shown.inks))]

    def _line(self, shown: Stroop, word: int, ink: int) -> str:
        by_ink, by_word = (percent(float(v[word, ink])) for v in (shown.ink_right, shown.word_right))
        return tr("“{word}” in {ink}: ink {by_ink}, word {by_word}").format(
            word=shown.words[word], ink=shown.inks[ink], by_ink=by_ink, by_word=by_word
        )

    def sizeHint(self) -> QSize:
        return QSize(360, 240)

    def cell(self, word: int, ink: int) -> QRectF:
        """Where a cell is drawn."""
        assert self.shown is not None
        width = (self.width() - _SIDE) / len(self.shown.inks)
        height = max((self.height() - _HEAD) / len(self.shown.words), 1)
        return QRectF(_SIDE + ink * width, _HEAD + word * height, width, height).adjusted(2, 2, -2, -2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter, tokens = QPainter(self), tokens_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QColor(tokens.muted))
        for i, ink in enumerate(self.shown.inks):
            place = self.cell(0, i)
            painter.drawText(QRectF(place.left(), 0, place.width(), _HEAD), Qt.AlignmentFlag.AlignCenter, ink)
        for w, word in enumerate(self.shown.words):
            place = self.cell(w, 0)
            painter.setPen(QColor(tokens.muted))
            side = QRectF(0, place.top(), _SIDE - 4, place.height())
            painter.drawText(side, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)
            for i in range(len(self.shown.inks)):
                self._paint_cell(painter, w, i)

    def _paint_cell(self, painter: QPainter, word: int, ink: int) -> None:
        assert self.shown is not None
        tokens, place = tokens_of(self.palette()), self.cell(word, ink)
        painter.fillRect(place, QColor(tokens.base))
        text = self.fontMetrics().height()
        image = self._images[word][ink]
        side = max(min(place.height() - 2 * text - 4, place.width() - 4, float(image.width())), 0.0)
        left = place.center().x() - side / 2
        painter.drawImage(QRectF(left, place.top() + 2, side, side), image)
        values = (
            (tr("ink"), self.shown.ink_right, tokens.accent),
            (tr("word"), self.shown.word_right, tokens.warn),
        )
        for row, (name, shares, colour) in enumerate(values):
            line = QRectF(place.left(), place.bottom() - (2 - row) * text, place.width(), text)
            share = float(shares[word, ink])
            whole = f"{digits(100 * share, '.0f')}\u00a0%"
            said = f"{name} {whole}"
            if self.fontMetrics().horizontalAdvance(said) > line.width():
                said = whole
            painter.setPen(QColor(colour if share >= HALF else tokens.muted))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), said)

    def mouseMoveEvent(self, event: object) -> None:
        s, at = self.shown, event.position()  # type: ignore[attr-defined]
        if s is None:
            return
        for number, line in enumerate(self.lines):
            w, i = divmod(number, len(s.inks))
            if self.cell(w, i).contains(at):
                QToolTip.showText(self.mapToGlobal(QPoint(int(at.x()), int(at.y()))), line, self)
