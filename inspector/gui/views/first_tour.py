"""The bubble of the first tour, and the frame around what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector.gui.panels.parts import scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.parts import SPACE, muted

_WIDTH, _GAP, _LINE = 340, 14, 3
_FORWARD = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)


@dataclass(frozen=True)
class Step:
    """One step: what is spoken of, its title, and two sentences or three."""

    place: str
    title: str
    text: str


class Halo(QWidget):
    """A frame around a part of the window; the pointer does not notice it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, objectName="tourHalo")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(tokens_of(self.palette()).accent), _LINE))
        inset = _LINE // 2 + 1
        painter.drawRect(self.rect().adjusted(inset, inset, -inset, -inset))


class Bubble(QFrame):
    """A step's words beside what they are about. Enter goes on, Escape ends it; everything else stays usable.

    Signals:
        next_wanted, back_wanted, skip_wanted: What was pressed.
    """

    next_wanted = Signal()
    back_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, objectName="tourBubble")
        self.setAccessibleName(tr("Tour of the window"))
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = QLabel(objectName="tourTitle")
        self.title.setFont(scaled(self.title.font(), 1.1, bold=True))
        self.text = QLabel(objectName="tourText", wordWrap=True)
        self.count = muted("", "tourCount")
        self.skip = QPushButton(tr("Skip"), objectName="tourSkip")
        self.back = QPushButton(tr("Back"), objectName="tourBack")
        self.next = QPushButton(tr("Next"), objectName="tourNext")
        self.skip.clicked.connect(self.skip_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        for button in (self.skip, self.back, self.next):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        layout.setSpacing(SPACE)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addLayout(foot)

    def show_step(self, step: Step, number: int, total: int) -> None:
        """Say a step's words; `number` counts from 0."""
        self.title.setText(tr(step.title))
        self.text.setText(tr(step.text))
        self.count.setText(tr("{number} of {total}").format(number=number + 1, total=total))
        self.setAccessibleDescription(f"{tr(step.title)}. {tr(step.text)}")
        self.back.setEnabled(number > 0)
        self.next.setText(tr("Next") if number + 1 < total else tr("Done"))
        # A label that wraps knows its height only for a width; the frame has to be told.
        self.layout().activate()
        self.resize(_WIDTH, self.layout().totalHeightForWidth(_WIDTH))

    def place_beside(self, target: QRect) -> None:
        """Stand beside a part of the window, within the window."""
        self.move(beside(target, self.size(), self.parentWidget().rect()))
        self.raise_()

    def event(self, event: QEvent) -> bool:
        # Else the window's own Escape, which cancels jobs, would take the key before the bubble sees it.
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = dict.fromkeys(_FORWARD, self.next_wanted)
        signals |= {Qt.Key.Key_Escape: self.skip_wanted, Qt.Key.Key_Left: self.back_wanted}
        wanted = signals.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            wanted.emit()


def beside(target: QRect, size: QSize, room: QRect) -> QPoint:
    """Where a bubble of a size stands: right of the target, left, below, above, or else in its middle."""
    middle = target.center() - QPoint(size.width() // 2, size.height() // 2)
    places = (
        QPoint(target.right() + _GAP, middle.y()),
        QPoint(target.left() - _GAP - size.width(), middle.y()),
        QPoint(middle.x(), target.bottom() + _GAP),
        QPoint(middle.x(), target.top() - _GAP - size.height()),
        middle,
    )
    boxes = [_within(QRect(place, size), room) for place in places]
    return next((box for box in boxes if not box.intersects(target)), boxes[-1]).topLeft()


def _within(box: QRect, room: QRect) -> QRect:
    x = max(room.left(), min(box.left(), room.right() - box.width()))
    y = max(room.top(), min(box.top(), room.bottom() - box.height()))
    return QRect(QPoint(x, y), box.size())
