"""The attack page: a word on the current picture, moved by the mouse, and what it does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.translation import digits, mark, tr
from inspector.gui.views.changes import ChangeBars
from inspector.gui.views.page import Page
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, FittedPicture, caption, heading, muted
from inspector.lenses.attack import EIGHT, Attack, Place

_INKS = {
    mark("Black"): "black",
    mark("White"): "white",
    mark("Red"): "red",
    mark("Green"): "green",
    mark("Blue"): "blue",
}
_PAPERS = {
    mark("No paper"): "",
    mark("White paper"): "white",
    mark("Yellow paper"): "#ffe97a",
    mark("Black paper"): "black",
}
_SMALLEST_SIDE, _SHARE, _FRAME = 64, 0.46, 96


class WordPicture(FittedPicture):
    """The picture that is written on.

    Signals:
        placed: The pointer is held down at y, x, each from 0 to 1.
    """

    placed = Signal(float, float)

    def __init__(self, name: str, accessible: str, alignment: Qt.AlignmentFlag) -> None:
        super().__init__(name, accessible, alignment)
        self.carrier.on = False  # moving the pointer moves the word

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.image is not None:
            self._place(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.image is not None:
            self._place(event.position())

    def _place(self, point: QPointF) -> None:
        place = self.picture_rect()
        y = (point.y() - place.top()) / place.height()
        x = (point.x() - place.left()) / place.width()
        self.placed.emit(min(max(y, 0.0), 1.0), min(max(x, 0.0), 1.0))


@dataclass(frozen=True)
class Wish:
    """What is to be written: see `AttackParameters`."""

    word: str
    places: tuple[Place, ...]
    size: float
    ink: str
    paper: str


class AttackView(Page):
    """Writes a word on the current picture.

    Signals:
        changed: Something else is to be written.
        unit_chosen: A unit was picked from the list.
        export_requested: The result is to be written to a file.
    """

    changed = Signal()
    unit_chosen = Signal(int)
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="attackView")
        self.setMinimumSize(*SMALLEST)
        self.shown: Attack | None = None
        self._place: Place = (0.5, 0.5)
        self._make_widgets()
        self._empty = EmptyState("attackEmpty")
        self._empty.say(tr("Choose a picture"), tr("A word is written on it, where the mouse puts it."))
        self._page = QWidget()
        page = QHBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(2 * EDGE)
        page.addWidget(self._picture_side())
        page.addLayout(self._lists_side(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addLayout(self._head())
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._page, 1)
        self.show_attack(None)

    @property
    def wish(self) -> Wish:
        """What is to be written, and where."""
        places = EIGHT if self.eight.isChecked() else (self._place,)
        ink, paper = str(self.ink.currentData()), str(self.paper.currentData())
        return Wish(self.word.text(), places, self.size_slider.value() / 100, ink, paper)

    def show_attack(self, attack: Attack | None) -> None:
        """Show what the word did; None where there is no picture."""
        self.shown = attack
        self._empty.setVisible(attack is None)
        self._page.setVisible(attack is not None)
        self._export.setEnabled(attack is not None)
        self._draw()
        if attack is None:
            self._covered.setText("")
            return
        covered = f"{digits(100 * attack.covered, '.1f')} %"
        self._covered.setText(
            tr("{covered} of the pixels").format(covered=covered)
            if attack.covered
            else tr("nothing written yet")
        )
        self.classes.set_changes(attack.classes)
        named = (tr("unit {unit}").format(unit=change.index) for change in attack.units)
        units = [replace(change, label=name) for change, name in zip(attack.units, named, strict=True)]
        self.units.set_changes(units)
        self._classes_caption.setText(
            {"prompts": tr("PROMPTS"), "classes": tr("CLASSES")}.get(attack.asked, "")
        )
        self._units_caption.setText(
            tr("UNITS OF {node}").format(node=attack.node).upper() if attack.node else ""
        )
        self._no_classes.setVisible(not attack.asked)
        self.classes.setVisible(bool(attack.asked))

    def say_no_classes(self, sentence: str) -> None:
        """Why there are no classes, where there are none."""
        self._no_classes.setText(sentence)

    def _make_widgets(self) -> None:
        self.picture = WordPicture(
            "attackPicture",
            tr("Picture with a word on it"),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
        )
        self.picture.setToolTip(tr("Drag to move the word."))
        self.picture.placed.connect(self._on_placed)
        self.word = QLineEdit(objectName="attackWord", placeholderText=tr("Type a word"), maxLength=60)
        self.word.setAccessibleName(tr("Word to write"))
        self.eight = QCheckBox(tr("Eight places"), objectName="attackEight")
        self.eight.setToolTip(tr("Write it eight times around the middle, in three rows and columns."))
        self.without = QCheckBox(
            tr("Without"), objectName="attackWithout", toolTip=tr("Show the picture without it.")
        )
        self.size_slider = QSlider(Qt.Orientation.Horizontal, objectName="attackSize", minimum=5, maximum=60)
        self.size_slider.setValue(25)
        self.size_slider.setAccessibleName(tr("Size of the letters"))
        self.size_slider.setToolTip(tr("Size of the letters, as a share of the picture's side"))
        self.ink = _choice("attackInk", tr("Ink"), _INKS)
        self.paper = _choice("attackPaper", tr("Paper behind the word"), _PAPERS)
        self.classes = ChangeBars("attackClasses", tr("Classes before and after"), shares=True)
        self.units = ChangeBars("attackUnits", tr("Strongest units before and after"), shares=False)
        self.units.setCursor(Qt.CursorShape.PointingHandCursor)
        self._covered = ElidedLabel(name="attackCovered", muted=True)
        self._export = QToolButton(
            objectName="attackExport", text=tr("Export…"), toolTip=tr("Write PNG, CSV or JSON")
        )
        self._no_classes = muted(name="attackNoClasses", wrap=True)
        self._classes_caption, self._units_caption = caption(""), caption("")
        for words in (self._classes_caption, self._units_caption):  # a long node's name takes no room away
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for signal in (self.word.textChanged, self.eight.toggled, self.size_slider.valueChanged):
            signal.connect(self.changed)
        for box in (self.ink, self.paper):
            box.currentIndexChanged.connect(self.changed)
        self.without.toggled.connect(self._draw)
        self.units.chosen.connect(self.unit_chosen)
        self._export.clicked.connect(self.export_requested)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(heading(tr("Write on the picture")))
        head.addWidget(self._covered, 1)
        head.addWidget(self._export)
        return head

    def _picture_side(self) -> QWidget:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(6)
        side.addWidget(self.picture)
        knobs = QHBoxLayout()
        knobs.addWidget(self.eight)
        knobs.addWidget(self.without)
        knobs.addStretch(1)
        side.addLayout(knobs)
        side.addStretch(1)
        return self._side

    def _lists_side(self) -> QVBoxLayout:
        first, second, lists = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.word, 1)
        for widget in (QLabel(tr("Size")), self.size_slider):
            first.addWidget(widget)
        self.size_slider.setMaximumWidth(110)
        second.addWidget(self.ink)
        second.addWidget(self.paper)
        second.addStretch(1)
        # Side by side, for the page is often wide and low.
        for widgets in (
            (self._classes_caption, self._no_classes, self.classes),
            (self._units_caption, self.units),
        ):
            column = QVBoxLayout()
            for widget in widgets:
                column.addWidget(widget, 1 if isinstance(widget, ChangeBars) else 0)
            lists.addLayout(column, 1)
        side = QVBoxLayout()
        side.setSpacing(6)
        for row in (first, second):
            row.setSpacing(SPACE)
            side.addLayout(row)
        lists.setSpacing(2 * EDGE)
        lists.setContentsMargins(0, 0, 0, 0)
        side.addWidget(_scrolled(lists), 1)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = (self.width() - 4 * EDGE) * _SHARE
        side = max(_SMALLEST_SIDE, int(min(widest, self.height() - _FRAME)))
        self.picture.set_preferred_side(side)
        knobs = self.eight.sizeHint().width() + self.without.sizeHint().width() + SPACE
        self._side.setMaximumWidth(max(side, knobs))

    @Slot(float, float)
    def _on_placed(self, y: float, x: float) -> None:
        self.eight.setChecked(False)
        self._place = (y, x)
        self.changed.emit()

    @Slot()
    def _draw(self) -> None:
        shown = self.shown
        pixels = None if shown is None else shown.before if self.without.isChecked() else shown.after
        self.picture.set_picture(pixels)


def _choice(name: str, accessible: str, entries: dict[str, str]) -> QComboBox:
    box = QComboBox(objectName=name, toolTip=accessible)
    box.setAccessibleName(accessible)
    for title, value in entries.items():
        box.addItem(tr(title), value)
    return box


def _scrolled(lists: QHBoxLayout) -> QScrollArea:
    """The lists of changes, all rows to be reached on a low page, too."""
    body = QWidget()
    body.setLayout(lists)
    area = QScrollArea(objectName="attackBars", widgetResizable=True)
    area.setAccessibleName(tr("What the word changes"))
    area.setAccessibleName(tr("Classes and units before and after"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area
