"""The words page: prompts against the picture, words that a unit likes, words near it, the Stroop grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.pixels import rgb_image
from inspector.gui.translation import mark, plural, tr
from inspector.gui.views.class_bars import ClassBars
from inspector.gui.views.page import Page
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, heading
from inspector.gui.views.segments import Segments
from inspector.gui.views.stroop_grid import StroopGrid
from inspector.gui.views.words import reading
from inspector.lenses.activations import Prediction
from inspector.lenses.language import TEMPLATES, NearestWords, Stroop, WordResponses, ZeroShot

MODES = {
    "written": (
        mark("Written"),
        mark("Words that are written in the middle of a picture, by the unit's response"),
    ),
    "prompts": (mark("Prompts"), mark("How well typed prompts fit the picture (CLIP)")),
    "nearest": (mark("Nearest"), mark("Words nearest to the unit or the picture in the joint space (CLIP)")),
    "stroop": (mark("Stroop"), mark("Words in inks: which of both does the network go by (CLIP)")),
}
_ICON = 56
_SHOWN = 60
_NEEDS = {
    "written": mark("Common words are written and shown to the network; yours where you type some."),
    "prompts": mark("Type prompts, one a line: what the picture may show."),
    "nearest": mark("Words are compared with the current picture, and with the unit in the last layer."),
    "stroop": mark("Each word is written in each colour; type colours, or leave it to five."),
}


class PromptsView(Page):
    """What pictures and words have to do with each other.

    Signals:
        seen: The page came into sight, or another of its modes.
        changed: Other prompts or words were typed, or another template was chosen.
        start_requested: The button was pressed: show the words, compare, or make the grid.
        export_requested: What is shown is to be written to a file.
    """

    changed = Signal()
    start_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="promptsView")
        self.setMinimumSize(*SMALLEST)
        self._texts = dict.fromkeys(MODES, "")
        self._make_widgets()
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        for widget, stretch in (
            (heading(tr("Words")), 0),
            (self.modes, 0),
            (self.about, 1),
            (self.export, 0),
        ):
            head.addWidget(widget, stretch)
        side = QVBoxLayout()
        side.setSpacing(6)
        for part, stretch in ((self.text, 1), (self.template, 0), (self.start, 0)):
            side.addWidget(part, stretch)
        body = QHBoxLayout()
        body.setSpacing(2 * EDGE)
        body.addLayout(side, 2)
        body.addWidget(self._results, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addLayout(body, 1)
        self.show_mode("written")

    @property
    def mode(self) -> str:
        """Which of `MODES` is chosen."""
        return self._mode

    @property
    def lines(self) -> tuple[str, ...]:
        """What is typed, line by line."""
        return self.typed(self._mode)

    def typed(self, mode: str) -> tuple[str, ...]:
        """What is typed in a mode, line by line, each once."""
        text = self.text.toPlainText() if mode == self._mode else self._texts[mode]
        return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))

    @property
    def templates(self) -> tuple[str, ...]:
        """What prompts are put into; what is typed where it is none of the known ones."""
        text = self.template.currentText().strip()
        named = {tr(name): texts for name, texts in TEMPLATES.items()}
        return named.get(text) or (text or "{}",)

    def show_mode(self, mode: str) -> None:
        """Show one of `MODES`."""
        self._texts[getattr(self, "_mode", mode)] = self.text.toPlainText()
        self._mode = mode
        self.modes.set_current(mode)
        self.text.blockSignals(True)
        self.text.setPlainText(self._texts[mode])
        self.text.blockSignals(False)
        self.text.setPlaceholderText(
            {"prompts": "a cat\na dog\n…", "stroop": "red\ngreen\nblue\n…"}.get(mode, tr("415 common words"))
        )
        self.template.setVisible(mode in ("prompts", "nearest"))
        self.start.setVisible(mode != "prompts")
        self.start.setText({"written": tr("Show words"), "nearest": tr("Compare")}.get(mode, tr("Make grid")))
        self.say(tr("Nothing to see yet"), tr(_NEEDS[mode]))
        self.seen.emit()

    def say(self, title: str, sentence: str = "") -> None:
        """Show words in place of a result."""
        self._empty.say(title, sentence)
        self._results.setCurrentWidget(self._empty)
        self.about.setText("")
        self.export.setEnabled(False)

    def show_zero_shot(self, found: ZeroShot) -> None:
        """Show prompts with their probabilities, best first."""
        order = found.probabilities.argsort()[::-1]
        self._bars.set_predictions(
            [Prediction(int(i), found.prompts[i], float(found.probabilities[i])) for i in order]
        )
        self._show(self._bars_page, found.picture)

    def show_words(self, found: WordResponses, unit: int) -> None:
        """Show the written words that a unit likes best."""
        best = found.best(unit, _SHOWN)
        entries = [
            (f"{found.words[i]}\n{reading(float(found.responses[i, unit]))}", found.views[i]) for i in best
        ]
        self._fill(entries, wall=True)
        blank = reading(float(found.blank[unit]))
        self._show(
            self.list,
            plural(
                "{node}/{unit} · {count} word · {blank} without any",
                "{node}/{unit} · {count} words · {blank} without any",
                len(found.words),
            ).format(node=found.node, unit=unit, count=len(found.words), blank=blank),
        )

    def show_nearest(self, found: NearestWords, unit: int | None) -> None:
        """Show the words nearest to a unit of the joint space, or to the picture."""
        best = found.best(unit, _SHOWN)
        self._fill([(f"{word}   {reading(cosine)}", None) for word, cosine in best], wall=False)
        self._show(
            self.list,
            tr("nearest to the picture") if unit is None else tr("nearest to unit {unit}").format(unit=unit),
        )

    def show_stroop(self, found: Stroop) -> None:
        """Show a grid."""
        self.grid.set_grid(found)
        self._show(self.grid, tr("probabilities of the true ink and of the written word"))

    def _fill(self, entries: Sequence[tuple[str, object]], *, wall: bool) -> None:
        self.list.clear()
        self.list.setViewMode(QListWidget.ViewMode.IconMode if wall else QListWidget.ViewMode.ListMode)
        self.list.setGridSize(QSize(_ICON + 24, _ICON + 40) if wall else QSize())
        self.list.setWrapping(wall)
        for text, pixels in entries:
            item = QListWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter if wall else Qt.AlignmentFlag.AlignLeft)
            if pixels is not None:
                item.setIcon(QIcon(QPixmap.fromImage(rgb_image(pixels))))  # type: ignore[arg-type]
            self.list.addItem(item)

    def _show(self, page: QWidget, about: str) -> None:
        self._results.setCurrentWidget(page)
        self.about.setText(about)
        self.export.setEnabled(True)

    def _make_widgets(self) -> None:
        self.modes = Segments("promptsModes", MODES, prefix="prompts", accessible=tr("Show {}"))
        self.modes.chosen.connect(self.show_mode)
        self.about = ElidedLabel(name="promptsAbout", muted=True, factor=0.92)
        self.export = QToolButton(
            objectName="promptsExport", text=tr("Export…"), toolTip=tr("Write CSV, JSON or PNG")
        )
        self.export.clicked.connect(self.export_requested)
        self.text = QPlainTextEdit(objectName="promptsText")
        self.text.setAccessibleName(tr("Prompts or words, one a line"))
        self.text.setMinimumHeight(48)
        self.text.textChanged.connect(self._on_text_changed)
        self.template = QComboBox(objectName="promptsTemplate", editable=True)
        self.template.setAccessibleName(tr("Template that prompts are put into"))
        self.template.setToolTip(tr("What prompts are put into; type one of your own with {} in it"))
        self.template.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.template.addItems([tr(name) for name in TEMPLATES])
        self.template.currentTextChanged.connect(self.changed)
        self.start = QPushButton(objectName="promptsStart")
        self.start.clicked.connect(self.start_requested)
        self.list = QListWidget(objectName="promptsWords")
        self.list.setAccessibleName(tr("Words, best first"))
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMovement(QListWidget.Movement.Static)
        self.grid, self._empty = StroopGrid(), EmptyState("promptsEmpty")
        self._bars = ClassBars()
        self._bars.setObjectName("promptsBars")
        self._bars_page = QWidget()
        bars = QVBoxLayout(self._bars_page)
        bars.setContentsMargins(0, 0, 0, 0)
        bars.addWidget(self._bars)
        bars.addStretch(1)
        self._results = QStackedWidget()
        for page in (self._empty, self.list, self.grid, self._bars_page):
            self._results.addWidget(page)

    @Slot()
    def _on_text_changed(self) -> None:
        self.changed.emit()
