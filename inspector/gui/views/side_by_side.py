"""Two networks side by side: of a unit of each its picture, the current one, its tuning, its examples."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState, scaled
from inspector.gui.pixels import draw_part
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, tr
from inspector.gui.views.curves import best_line
from inspector.gui.views.parts import EDGE, SPACE, FittedPicture, caption
from inspector.gui.views.tuning_plot import TuningPlot
from inspector.gui.views.words import reading
from inspector.lenses.tuning import Tuning

FOLLOWS = {
    "pair": (
        mark("Its pair"),
        mark("The unit that it is paired with, one to one within the node, by correlation"),
    ),
    "best": (mark("Best match anywhere"), mark("The unit of any node that answers most alike")),
    "same": (
        mark("Same name and number"),
        mark("The node of that name and the unit of that number, as in checkpoints"),
    ),
}
_SMALLEST_TILE, _GAP = 64, 6


class ExampleTiles(QWidget):
    """Pictures in a row, as many as fit, each with its value below.

    Attributes:
        examples: (name, value, image) of each.
    """

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(objectName=name)
        self._title = accessible
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.examples: Sequence[tuple[str, float, QImage | None]] = ()

    def set_examples(self, examples: Sequence[tuple[str, float, QImage | None]]) -> None:
        """Show these, the strongest first; an image may be missing yet."""
        self.examples = examples
        said = ", ".join(f"{name} {reading(value)}" for name, value, _ in examples)
        self.setAccessibleDescription(said or tr("None are known"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(8 * _SMALLEST_TILE, 84 + self.fontMetrics().height())

    def _rects(self) -> list[QRectF]:
        count = max(1, min(len(self.examples), (self.width() + _GAP) // (_SMALLEST_TILE + _GAP)))
        side = min((self.width() + _GAP) / count - _GAP, self.height() - self.fontMetrics().height() - 2)
        return [QRectF(i * (side + _GAP), 0, side, side) for i in range(min(count, len(self.examples)))]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(scaled(self.font(), 0.85))
        if not self.examples:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft), tr("This node was not compared."))
        for rect, (_, value, image) in zip(self._rects(), self.examples, strict=False):
            painter.fillRect(rect, QColor(tokens.raised))
            if image is not None:
                draw_part(painter, rect, image, _middle(image))
            below = QRectF(rect.left(), rect.bottom() + 1, rect.width(), self.height() - rect.height() - 1)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), reading(value))

    def event(self, event: QHelpEvent) -> bool:
        if event.type() == QHelpEvent.Type.ToolTip:
            places = [i for i, rect in enumerate(self._rects()) if rect.contains(event.pos())]
            words = [
                tr("{name} · maximum {maximum}").format(
                    name=self.examples[i][0], maximum=reading(self.examples[i][1])
                )
                for i in places
            ]
            QToolTip.showText(event.globalPos(), "".join(words), self)
            return True
        return super().event(event)


def _middle(image: QImage) -> QRectF:
    """The square in the middle of a picture."""
    side = min(image.width(), image.height())
    return QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)


class SideColumn(QWidget):
    """All of one network's unit.

    Signals:
        typed: An address was typed.
    """

    typed = Signal(str)

    def __init__(self, name: str, title: str) -> None:
        super().__init__(objectName=f"{name}Column")
        self.network = ElidedLabel(title, name=f"{name}Network", factor=1.15, bold=True)
        self.address = QLineEdit(objectName=f"{name}Address")
        self.address.setAccessibleName(tr("{title}: node and unit").format(title=title))
        self.address.setPlaceholderText(tr("node/unit"))
        self.address.returnPressed.connect(lambda: self.typed.emit(self.address.text()))
        self.unit = FittedPicture(f"{name}Unit", tr("{title}: picture of the unit").format(title=title))
        self.picture = FittedPicture(
            f"{name}Picture", tr("{title}: where the unit answers to the picture").format(title=title)
        )
        self.note = ElidedLabel(name=f"{name}Note", muted=True, factor=0.92)
        self.classes = ElidedLabel(name=f"{name}Classes", muted=True, factor=0.92)
        self.tuning = TuningPlot(f"{name}Tuning", tr("{title}: tuning curve").format(title=title))
        self.tuned = ElidedLabel(name=f"{name}Tuned", muted=True, factor=0.92)
        self.examples = ExampleTiles(
            f"{name}Examples", tr("{title}: pictures that the unit answers most to").format(title=title)
        )
        self.unit.set_hint(tr("no picture yet"))
        self.picture.set_hint(tr("no picture"))
        self._lay_out()

    def _lay_out(self) -> None:
        pictures, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        pictures.setSpacing(EDGE)
        for part, widgets in (
            (left, (caption(tr("The unit")), self.unit, QWidget())),
            (right, (caption(tr("The current picture")), self.picture, self.note)),
        ):
            part.setSpacing(4)
            for number, widget in enumerate(widgets):
                part.addWidget(widget, int(number == 1))
            pictures.addLayout(part, 1)
        left.itemAt(2).widget().setFixedHeight(self.note.sizeHint().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE // 2)
        for widget in (self.network, self.address):
            layout.addWidget(widget)
        layout.addSpacing(SPACE)
        layout.addLayout(pictures, 5)
        layout.addWidget(self.classes)
        layout.addSpacing(SPACE)
        layout.addWidget(caption(tr("Tuning")))
        layout.addWidget(self.tuning, 4)
        layout.addWidget(self.tuned)
        layout.addSpacing(SPACE)
        layout.addWidget(caption(tr("Top pictures, with the maximum on each")))
        layout.addWidget(self.examples)

    def show_tuning(self, tuning: Tuning | None, why: str = "") -> None:
        """Draw the curve through the strongest response, or say why there is none."""
        self.tuning.show_curves(tuning, [best_line(tuning)] if tuning is not None else [])
        if tuning is None:
            self.tuned.setText(why)
            return
        name, unit = next(iter(tuning.axes)), tuning.axis_units[0]
        self.tuning.set_labels(
            f"{name} ({unit})" if unit else name,
            tr("response ({measured})").format(measured=tr(tuning.measured)),
        )
        self.tuned.setText(f"{tuning.family} · {tr('complete') if tuning.complete else tr('measuring …')}")


class SideBySideView(QWidget):
    """The two columns, and how the second follows the first.

    Signals:
        other_wanted: Another network is to be chosen.
        follow_changed: The second column is to follow otherwise, or not at all.
    """

    other_wanted = Signal()
    follow_changed = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="sideBySideView")
        self.linked = QCheckBox(tr("Linked"), objectName="sideLinked", checked=True)
        self.linked.setToolTip(tr("Let the second network follow every step in the first"))
        self.follow = QComboBox(objectName="sideFollow")
        self.follow.setAccessibleName(tr("Which unit of the second network is shown"))
        for name, (title, tip) in FOLLOWS.items():
            self.follow.addItem(tr(title), name)
            self.follow.setItemData(self.follow.count() - 1, tr(tip), Qt.ItemDataRole.ToolTipRole)
        self.other = QPushButton(tr("Other network…"), objectName="sideOther")
        self.other.setAccessibleName(tr("Choose the second network"))
        self.line = ElidedLabel(name="sideLine")
        self.first, self.second = (
            SideColumn("sideFirst", tr("In front")),
            SideColumn("sideSecond", tr("Beside")),
        )
        self.empty = EmptyState("sideEmpty", ground=QPalette.ColorRole.Window)
        self.choose = QPushButton(tr("Choose the second network…"), objectName="sideChoose")
        self.choose.setAccessibleName(tr("Choose the second network"))
        self.stack = QStackedWidget()
        self._lay_out()
        for button in (self.other, self.choose):
            button.clicked.connect(self.other_wanted)
        self.linked.toggled.connect(self.follow_changed)
        self.follow.activated.connect(self.follow_changed)

    def _lay_out(self) -> None:
        columns = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for column in (self.first, self.second):
            columns.addWidget(column)
        columns.setHandleWidth(1)
        columns.setSizes([1, 1])
        start = QWidget()
        below = QVBoxLayout(start)
        self.empty.setMaximumHeight(130)
        below.addStretch(2)
        below.addWidget(self.empty)
        below.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        below.addStretch(3)
        self.stack.addWidget(start)
        self.stack.addWidget(columns)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, SPACE, EDGE, SPACE)
        head.setSpacing(SPACE)
        head.addWidget(self.line, 1)
        for widget in (self.linked, self.follow, self.other):
            head.addWidget(widget)
        rule = QFrame(frameShape=QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Plain)
        rule.setForegroundRole(QPalette.ColorRole.Mid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule)
        layout.addWidget(self.stack, 1)

    def show_columns(self, shown: bool, title: str = "", hint: str = "") -> None:
        """Show the columns, or say why there are none."""
        self.stack.setCurrentIndex(int(shown))
        for widget in (self.linked, self.follow, self.other):
            widget.setEnabled(shown)
        if not shown:
            self.line.setText("")
            self.empty.say(title, hint)
