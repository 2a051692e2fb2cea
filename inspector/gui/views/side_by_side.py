"""Two networks side by side: of a unit of each its picture, the current one, its tuning, its examples."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.translation import mark, tr
from inspector.gui.views.curves import best_line
from inspector.gui.views.parts import EDGE, SPACE, FittedPicture, caption
from inspector.gui.views.side_examples import ExampleTiles
from inspector.gui.views.tuning_plot import TuningPlot
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


FOLLOWED, ALL = "followed", "all"
PARTS = {
    FOLLOWED: (
        mark("As the main window"),
        mark(
            "What belongs to the page that is chosen in the main window: tuning, examples, picture; else all"
        ),
    ),
    ALL: (mark("Everything"), mark("Unit, picture, tuning and examples below each other")),
    "unit": (mark("The unit"), ""),
    "picture": (mark("The current picture"), ""),
    "tuning": (mark("Tuning"), ""),
    "examples": (mark("Top pictures"), ""),
}
"""What the columns show."""


class SideColumn(QWidget):
    """All of one network's unit, or the part of it that is chosen.

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
        self._pictures = QWidget()  # a layout by itself keeps its room when all in it is hidden
        pictures = QHBoxLayout(self._pictures)
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.setSpacing(EDGE)
        level = QWidget()  # keeps the pictures as high as each other
        level.setFixedHeight(self.note.sizeHint().height())
        self._parts = {
            "unit": _part(caption(tr("The unit")), self.unit, level),
            "picture": _part(caption(tr("The current picture")), self.picture, self.note),
            "classes": _part(None, self.classes),
            "tuning": _part(caption(tr("Tuning")), self.tuning, self.tuned),
            "examples": _part(caption(tr("Top pictures, cut out at the maximum")), self.examples),
        }
        for name in ("unit", "picture"):
            pictures.addWidget(self._parts[name], 1)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        for widget in (self.network, self.address):
            layout.addWidget(widget)
        layout.addWidget(self._pictures, 5)
        for name, stretch in (("classes", 0), ("tuning", 4), ("examples", 0)):
            layout.addWidget(self._parts[name], stretch)

    def show_part(self, part: str) -> None:
        """Show a part large, by its key of `PARTS`, or all."""
        with_it = {"picture": ("picture", "classes")}.get(part, (part,))
        for name, widget in self._parts.items():
            widget.setVisible(part == ALL or name in with_it)
        self._pictures.setVisible(part in (ALL, "unit", "picture"))
        self.examples.set_tall(part == "examples")
        self._column.setStretchFactor(self._parts["examples"], int(part == "examples"))

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


def _part(title: QWidget | None, *widgets: QWidget) -> QWidget:
    """Widgets below each other, of which the first takes what room is left."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    if title is not None:
        layout.addWidget(title)
    for number, widget in enumerate(widgets):
        layout.addWidget(widget, int(number == 0))
    return whole


class SideBySideView(QWidget):
    """The two columns, how the second follows the first, and what of the units is shown.

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
        self.part = QComboBox(objectName="sidePart")
        self.part.setAccessibleName(tr("What is shown of the units"))
        for name, (title, tip) in PARTS.items():
            self.part.addItem(tr(title), name)
            self.part.setItemData(self.part.count() - 1, tr(tip), Qt.ItemDataRole.ToolTipRole)
        self._page = ALL
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
        self.part.activated.connect(self._show_part)

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
        for widget in (self.part, self.linked, self.follow, self.other):
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

    def set_page(self, part: str) -> None:
        """Show the part that belongs to the main window's page, where that is wanted."""
        self._page = part
        self._show_part()

    @Slot()
    def _show_part(self) -> None:
        chosen = self.part.currentData()
        for column in (self.first, self.second):
            column.show_part(self._page if chosen == FOLLOWED else chosen)

    def show_columns(self, shown: bool, title: str = "", hint: str = "") -> None:
        """Show the columns, or say why there are none."""
        self.stack.setCurrentIndex(int(shown))
        for widget in (self.part, self.linked, self.follow, self.other):
            widget.setEnabled(shown)
        if not shown:
            self.line.setText("")
            self.empty.say(title, hint)
