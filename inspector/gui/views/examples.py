"""The dataset examples of a unit: one question at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.panels.parts import ElidedLabel
from inspector.gui.translation import mark, tr
from inspector.gui.views.example_picture import ExamplePicture, Way
from inspector.gui.views.example_wall import ExampleWall
from inspector.gui.views.example_ways import WayButton
from inspector.gui.views.examples_empty import ExamplesEmpty
from inspector.gui.views.examples_menu import ExamplesMenu
from inspector.gui.views.examples_pages import ClassesPage, HistogramPage, QuiltPage
from inspector.gui.views.examples_words import class_texts, details, facts, provenance, sample_sentence
from inspector.gui.views.fellow_units import FellowUnits
from inspector.gui.views.page import Page
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, Facts
from inspector.gui.views.quilt_ranges import range_text, share_text
from inspector.gui.views.segments import Segments
from inspector.jobs.looking import Look
from inspector.lenses.examples import ScanSummary, UnitExamples

MODES = {
    "top": (mark("Top"), mark("The pictures that drive the unit most, and those that drive it least.")),
    "quilt": (mark("Quilt"), mark("Pictures drawn evenly from every range of values, lowest to highest.")),
    "histogram": (
        mark("Histogram"),
        mark("How often the unit takes which value, counts on a logarithmic axis."),
    ),
    "classes": (mark("Classes"), mark("Which classes drive the unit, and which stand behind which values.")),
    "fellows": (mark("Units"), mark("The units that fire with it, and those that fire when it does not.")),
}
_PICTURED = ("top", "quilt", "histogram")
_SAMPLED = ("quilt", "histogram", "classes")
_FACTS_FROM_HEIGHT = 250
_CONTEXT_FROM_WIDTH = 600


class ExamplesView(Page):
    """What a scan found of a unit, in several ways.

    Signals:
        example_chosen: The `Example` that was clicked: it shall be the current picture.
        unit_chosen: A unit that fires with this one was clicked.
        mode_changed: Another way to look: a key of `MODES`.
        way_changed: Examples are drawn in another way: "crop", "picture" or "heat".
        scan_requested: Scan pictures.
        scan_chosen: Show what another scan found: its key.
    """

    example_chosen = Signal(object)
    unit_chosen = Signal(int)
    mode_changed = Signal(str)
    way_changed = Signal(str)
    scan_requested = Signal()
    scan_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="examplesView")
        self.setMinimumSize(*SMALLEST)
        self._examples: UnitExamples | None = None
        self._scan: ScanSummary | None = None
        self.modes = Segments("examplesModes", MODES, prefix="examples", accessible=tr("Show {}"))
        self.ways = WayButton()
        self.menu = ExamplesMenu()
        self.wall = ExampleWall("exampleWall", tr("Top and bottom examples"))
        self.quilt, self.histogram, self.classes = QuiltPage(), HistogramPage(), ClassesPage()
        self.fellows, self.empty = FellowUnits(), ExamplesEmpty()
        self._pages: dict[str, QWidget] = {
            "top": self.wall,
            "quilt": self.quilt,
            "histogram": self.histogram,
            "classes": self.classes,
            "fellows": self.fellows,
        }
        self._context = ElidedLabel(name="examplesContext", muted=True, mode=Qt.TextElideMode.ElideLeft)
        self.line = ElidedLabel(name="examplesLine", factor=0.92)
        self.facts = Facts("examplesFacts")
        self._lay_out()
        self._join()
        self.modes.set_current("top")
        self.show_examples(None)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACE // 2)
        page.addWidget(self._stack, 1)
        page.addWidget(self.line)
        page.addWidget(self.facts)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.modes)
        head.addWidget(self._context, 1)
        head.addStretch(0)
        head.addWidget(self.ways)
        head.addWidget(self.menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE // 2, EDGE, EDGE // 2)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self._page, 1)
        layout.addWidget(self.empty, 1)

    def _join(self) -> None:
        self.modes.chosen.connect(self._on_mode_chosen)
        self.ways.chosen.connect(self._on_way_chosen)
        for source in (self.wall, self.quilt, self.histogram):
            source.chosen.connect(self.example_chosen)
            source.hovered.connect(self._on_hovered)
        for page in (self.quilt, self.histogram, self.classes):
            page.range_hovered.connect(self._on_range_hovered)
        self.fellows.unit_chosen.connect(self.unit_chosen)
        self.empty.scan_requested.connect(self.scan_requested)
        self.menu.scan_requested.connect(self.scan_requested)
        self.menu.scan_chosen.connect(self.scan_chosen)

    @property
    def shown(self) -> UnitExamples | None:
        """What is shown."""
        return self._examples

    @property
    def mode(self) -> str:
        """How it is looked at."""
        return self.modes.current

    @property
    def way(self) -> Way:
        """How examples are drawn."""
        return self.ways.way

    def choose_mode(self, name: str) -> None:
        """Look in another way, as if its button had been clicked."""
        self.modes.set_current(name)
        self._on_mode_chosen(name)

    def choose_way(self, way: Way) -> None:
        """Draw examples in another way, as if it had been chosen from the list."""
        self.ways.set_way(way)
        self._on_way_chosen(way)

    def set_context(self, text: str) -> None:
        """Say which unit is looked at; "" for none."""
        self._context.setText(text)

    def set_scans(self, scans: Sequence[ScanSummary], key: str) -> None:
        """Offer these scans; the one of that key is shown."""
        self._scan = next((scan for scan in scans if scan.key == key), None)
        self.menu.set_scans(scans, key)
        self._say()

    def show_examples(self, examples: UnitExamples | None) -> None:
        """Show what is known of a unit; None: nothing."""
        self._examples = examples
        self._page.setVisible(examples is not None)
        self.empty.setVisible(examples is None)
        self.ways.setEnabled(examples is not None)
        groups = [] if examples is None else [(tr("Highest"), examples.top), (tr("Lowest"), examples.bottom)]
        self.wall.set_groups([(title, [ExamplePicture(e) for e in those]) for title, those in groups])
        self._fill()
        self._say()

    def show_quilt(self, examples: UnitExamples) -> None:
        """Take the pictures of the quilt, which come later; all else is shown already."""
        self._examples = examples
        if self.mode in ("quilt", "histogram"):
            self._fill()

    def look(self, looks: Sequence[Look]) -> None:
        """Take what was found when examples were looked at again."""
        self.wall.look(looks)

    def _fill(self) -> None:
        """Bring the page in sight up to date; the others follow when they are turned to."""
        examples, mode = self._examples, self.mode
        self._stack.setCurrentWidget(self._pages[mode])
        self.ways.setVisible(mode in _PICTURED)
        for name, page in (("quilt", self.quilt), ("histogram", self.histogram), ("classes", self.classes)):
            if name == mode:
                page.show_unit(examples)
        if mode == "fellows" and examples is not None:
            self.fellows.set_units(examples.correlated, examples.opposed, examples.pictures)

    def _say(self) -> None:
        if self._examples is None:
            return
        self.facts.set_facts(facts(self._examples))
        sampled = sample_sentence(self._examples, tr("Values are")) if self.mode in _SAMPLED else ""
        self.line.setText(sampled or provenance(self._examples, self._scan))
        self.line.setToolTip(details(self._examples, self._scan))

    @Slot(str)
    def _on_mode_chosen(self, mode: str) -> None:
        self._fill()
        self._say()
        self.mode_changed.emit(mode)

    @Slot(str)
    def _on_way_chosen(self, way: Way) -> None:
        self.wall.set_way(way)
        # Maps are not made for hundreds of pictures: the quilt shows the whole ones then.
        for page in (self.quilt, self.histogram):
            page.set_way("picture" if way == "heat" else way)
        self.way_changed.emit(way)

    @Slot(object)
    def _on_hovered(self, picture: ExamplePicture | None) -> None:
        if picture is None:
            self._say()
        else:
            self.line.setText(tr("{text} · click: current picture").format(text=picture.text))

    @Slot(int)
    def _on_range_hovered(self, place: int) -> None:
        if self._examples is None or place < 0:
            self._say()
            return
        one = self._examples.quilt[place]
        parts = [range_text(one), share_text(one, int(self._examples.counts.sum()))]
        self.line.setText(" · ".join([*parts, *class_texts(self._examples, place)[:4]]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.facts.setVisible(self.height() >= _FACTS_FROM_HEIGHT)
        self._context.setVisible(self.width() >= _CONTEXT_FROM_WIDTH)
