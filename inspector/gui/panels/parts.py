"""Small parts that several panels share: captions, titles, elided labels, chips, empty states."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.theme import tokens_of

MARGIN = 12


def tabular(font: QFont) -> QFont:
    """The font with all digits equally wide, so that numbers below each other line up."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The font at another size, in tabular digits."""
    result = tabular(font)
    result.setPointSizeF(max(6.5, font.pointSizeF() * factor))
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result


def wrap_tiles(view: QListView) -> None:
    """Let a list lay equal tiles out in rows that wrap to its width, without a frame, the bar always there.

    With a bar "as needed" Qt lays out for one as wide as the style has it, not the style sheet: too early.
    """
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setMovement(QListView.Movement.Static)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)


class ElidedLabel(QLabel):
    """One line of text that shortens itself instead of being cut off; the whole text is its tooltip then."""

    def __init__(
        self,
        text: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        *,
        name: str = "",
        muted: bool = False,
        factor: float = 1.0,
        bold: bool = False,
    ) -> None:
        super().__init__(text, objectName=name)
        self._mode, self._about = mode, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)
        self.setFont(scaled(self.font(), factor, bold=bold))
        self._role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.WindowText

    def shown_text(self) -> str:
        """The text as it is drawn now, with an ellipsis where it is too long."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._explain()

    def set_about(self, about: str) -> None:
        """Further lines for the tooltip, whether the text is shortened or not."""
        self._about = about
        self._explain()

    def _explain(self) -> None:
        whole = self.text() if self.shown_text() != self.text() else ""
        self.setToolTip("\n".join(filter(None, (whole, self._about))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self._role))
        painter.drawText(self.contentsRect(), int(self.alignment()), self.shown_text())


class Chip(QLabel):
    """A short word on a softly coloured ground, for something to be aware of; hidden while empty."""

    def __init__(self, name: str) -> None:
        super().__init__(objectName=name)
        self.setFont(scaled(self.font(), 0.88, bold=True))
        self.setContentsMargins(8, 2, 8, 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_text(self, text: str) -> None:
        """Show a word; an empty one hides the chip."""
        self.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        warn, ground = QColor(tokens_of(self.palette()).warn), self.palette().window().color()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(warn, ground, 0.16))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setPen(warn)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class EmptyState(QWidget):
    """What stands where there is nothing to show: what is missing, and what to do about it.

    Attributes:
        needs_network: Whether it has nothing to say while a network is still awaited.
    """

    def __init__(
        self, name: str, *, ground: QPalette.ColorRole = QPalette.ColorRole.Base, needs_network: bool = True
    ) -> None:
        super().__init__(objectName=name)
        self.needs_network = needs_network
        self._own, self._awaited = ("", ""), ("", "")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(ground)
        self._title = QLabel(objectName=f"{name}Title", wordWrap=True)
        self._hint = QLabel(objectName=f"{name}Hint", wordWrap=True)
        self._title.setFont(scaled(self.font(), 1.15, bold=True))
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * MARGIN, MARGIN, 2 * MARGIN, MARGIN)
        layout.setSpacing(6)
        layout.addStretch(2)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(3)

    @property
    def title(self) -> str:
        """What it says is missing."""
        return self._title.text()

    def say(self, title: str, hint: str = "") -> None:
        """Show a few words and a muted sentence below them."""
        self._own = title, hint
        self._show()

    def await_network(self, title: str, hint: str = "") -> None:
        """Say what is being waited for instead, until it is there: an empty title."""
        self._awaited = (title, hint) if self.needs_network else ("", "")
        self._show()

    def _show(self) -> None:
        title, hint = self._awaited if self._awaited[0] else self._own
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))


class CrossButton(QToolButton):
    """A small × that cancels or dismisses."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(objectName=name, text="×", autoRaise=True, toolTip=accessible)
        self.setAccessibleName(accessible)
        self.setFont(scaled(self.font(), 1.2))
        self.setFixedSize(24, 24)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


def blend(front: QColor, back: QColor, share: float) -> QColor:
    """A mix of two colours, `share` of the front one."""
    mixed = [share * f + (1 - share) * b for f, b in zip(front.getRgb()[:3], back.getRgb()[:3], strict=True)]
    return QColor(*(round(part) for part in mixed))
