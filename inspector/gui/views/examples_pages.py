"""The ways to look at a scanned unit: quilt over histogram, histogram over a strip, classes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.panels.parts import EmptyState
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, tr
from inspector.gui.views.class_means import ClassMeans, class_means
from inspector.gui.views.class_stack import ClassStack, class_colours
from inspector.gui.views.example_picture import ExamplePicture, Way
from inspector.gui.views.example_strip import ExampleStrip
from inspector.gui.views.histogram_plot import SLIM_LEFT, SLIM_RIGHT, HistogramPlot
from inspector.gui.views.parts import SPACE, muted
from inspector.gui.views.quilt import Quilt
from inspector.gui.views.segments import Segments
from inspector.lenses.examples import UnitExamples

_PLOT_HEIGHT = 58
_PLOT_FROM = 170
_WEIGHTINGS = {
    "shares": (
        mark("P(class | activation)"),
        mark("The share of each class among the places with such a value."),
    ),
    "weighted": (
        mark("x · p(x)"),
        mark("How much each range of values adds to the unit’s mean, split by class."),
    ),
}


class _RangePage(QWidget):
    """Pictures by the ranges of values that they lie in.

    Signals:
        hovered: The `ExamplePicture` under the pointer; None for none.
        range_hovered: A range's number, -1 for none.
        chosen: The `Example` that was clicked.
    """

    hovered = Signal(object)
    range_hovered = Signal(int)
    chosen = Signal(object)


class QuiltPage(_RangePage):
    """The quilt, and the histogram below where there is room; each marks the range that the other is at."""

    def __init__(self) -> None:
        super().__init__()
        self.quilt, self.plot = Quilt(), HistogramPlot("quiltHistogram", slim=True)
        self.quilt.set_margins(SLIM_LEFT, SLIM_RIGHT)
        self.plot.setFixedHeight(_PLOT_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.quilt, 1)
        layout.addWidget(self.plot)
        self.quilt.hovered.connect(self._on_hovered)
        self.quilt.chosen.connect(self.chosen)
        self.quilt.range_hovered.connect(self.plot.mark)
        self.plot.range_hovered.connect(self.quilt.mark)
        for part in (self.quilt, self.plot):
            part.range_hovered.connect(self.range_hovered)

    def show_unit(self, examples: UnitExamples | None) -> None:
        """Show a unit; None clears the page."""
        self.quilt.set_bins(examples.quilt if examples is not None else ())
        self.plot.show_unit(examples)

    def set_way(self, way: Way) -> None:
        """Draw crops or whole pictures."""
        self.quilt.set_way(way)

    @Slot(object)
    def _on_hovered(self, picture: ExamplePicture | None) -> None:
        self.plot.mark_value(picture.example.value if picture is not None else None)
        self.hovered.emit(picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.plot.setVisible(self.height() >= _PLOT_FROM)


class HistogramPage(_RangePage):
    """The histogram, and below it pictures of the range that the pointer is at."""

    def __init__(self) -> None:
        super().__init__()
        self.plot, self.strip = HistogramPlot(), ExampleStrip()
        self._columns: list[list[ExamplePicture]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.strip)
        self.plot.range_hovered.connect(self._on_range_hovered)
        self.strip.hovered.connect(self._on_hovered)
        self.strip.chosen.connect(self.chosen)

    def show_unit(self, examples: UnitExamples | None) -> None:
        """Show a unit; None clears the page."""
        self.plot.show_unit(examples)
        bins = examples.quilt if examples is not None else ()
        self._columns = [[ExamplePicture(example) for example in one.examples] for one in bins]
        self.strip.set_pictures(self._columns[-1] if self._columns else ())

    def set_way(self, way: Way) -> None:
        """Draw crops or whole pictures."""
        self.strip.set_way(way)

    @Slot(int)
    def _on_range_hovered(self, place: int) -> None:
        if place >= 0:  # the pictures stay when the pointer goes down to them
            self.strip.set_pictures(self._columns[place])
        self.range_hovered.emit(place)

    @Slot(object)
    def _on_hovered(self, picture: ExamplePicture | None) -> None:
        self.plot.mark_value(picture.example.value if picture is not None else None)
        at = next((i for i, column in enumerate(self._columns) if picture in column), -1)
        self.plot.mark(at)
        self.hovered.emit(picture)


class ClassesPage(QWidget):
    """Bars of every class's mean beside the stack of classes by activation.

    Signals:
        range_hovered: A range's number, -1 for none.
    """

    range_hovered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._examples: UnitExamples | None = None
        self.means, self.stack = ClassMeans(), ClassStack()
        self.weighting = Segments("classWeighting", _WEIGHTINGS, prefix="weighting", accessible=tr("Show {}"))
        self.weighting.set_current("shares")
        self._note = muted("", "classNote", 0.86, wrap=True)
        self._empty = EmptyState("classesEmpty")
        self._empty.say(tr("No classes"), tr("The pictures lie in no class folders and came with no labels."))
        self._page = QWidget()
        columns = QHBoxLayout(self._page)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(self.weighting, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.stack, 1)
        right.addWidget(self._note)
        columns.addWidget(self.means, 2)
        columns.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        layout.addWidget(self._empty)
        self.weighting.chosen.connect(self.stack.set_weighting)
        self.stack.range_hovered.connect(self.range_hovered)

    def show_unit(self, examples: UnitExamples | None) -> None:
        """Show a unit; None clears the page."""
        self._examples = examples
        known = examples is not None and bool(examples.class_names)
        self._page.setVisible(known)
        self._empty.setVisible(not known)
        shares = examples.shares if examples is not None else None
        self.stack.show_shares(examples.quilt if examples is not None else (), shares)
        for widget in (self.stack, self.weighting):
            widget.setVisible(shares is not None)
        sampled = shares is not None and shares.sampled
        self._note.setText(
            tr("Of the quilt’s drawn pictures: the classes are too many to count.") if sampled else ""
        )
        self._note.setVisible(sampled)
        self._colour()

    def _colour(self) -> None:
        examples = self._examples
        if examples is not None:
            names = examples.shares.names if examples.shares is not None else ()
            self.means.set_means(class_means(examples), class_colours(names, tokens_of(self.palette())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
