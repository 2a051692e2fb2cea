"""The quilt and the histogram of dataset examples, by range and by class."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.gui.views.histogram_plot import HistogramPlot
from inspector.gui.views.quilt_ranges import columns, span
from tests.gui.examples_drawn import heard, pixel, shown_view, unit_examples


@pytest.fixture
def view(qtbot, theme):
    return shown_view(qtbot)


def hover(widget, point) -> None:
    QTest.mouseMove(widget, QPoint(1, 1))
    QTest.mouseMove(widget, point)
    QApplication.processEvents()


def test_that_the_quilt_has_a_column_for_each_range_and_a_rule_at_zero(view):
    view.choose_mode("quilt")
    quilt = view.quilt.quilt
    assert columns(unit_examples().quilt) == [0, 1, 2, 3, 5], "an empty range leaves its column empty"
    assert quilt.column_rect(4).left() - quilt.column_rect(3).left() == pytest.approx(
        2 * (quilt.column_rect(1).left() - quilt.column_rect(0).left())
    )
    rule = QPoint(round(quilt.column_rect(2).left() - 0.5), 3)
    assert pixel(quilt, rule) == (0x1B, 0x1F, 0x24), "the rule is drawn in the text's colour"


def test_that_quilt_and_histogram_mark_each_others_range_under_the_pointer(view):
    view.choose_mode("quilt")
    quilt, plot = view.quilt.quilt, view.quilt.plot
    assert plot.isVisible()
    hover(quilt, quilt.tile_rect(3, 0).center().toPoint())
    assert plot.marked_range == 3
    assert plot.value.isVisible()
    assert "0.600" in view.line.text()
    hover(plot.viewport(), plot.place_of(1.7).toPoint())
    assert quilt.marked == 4
    assert view.line.text() == "1.5 to 2 · 50 places, 33 % · cat 90 % · others 10 %"


def test_that_the_slim_histogram_stands_under_the_columns(view):
    view.choose_mode("quilt")
    quilt, plot = view.quilt.quilt, view.quilt.plot
    low, high = span(unit_examples().quilt)
    assert (low, high) == (-1.0, 2.0)
    for place, one in enumerate(unit_examples().quilt):
        across = plot.mapTo(view, plot.place_of(one.low).toPoint()).x()
        column = quilt.mapTo(view, quilt.column_rect(place).topLeft().toPoint()).x()
        assert abs(across - column) <= 3


def test_that_a_click_on_the_quilt_asks_for_its_picture(view, qtbot):
    view.choose_mode("quilt")
    said = heard(view.example_chosen)
    quilt = view.quilt.quilt
    qtbot.mouseClick(quilt, Qt.MouseButton.LeftButton, pos=quilt.tile_rect(1, 2).center().toPoint())
    assert [e.picture for e in said] == [12]


def test_that_the_histogram_shows_pictures_of_the_range_under_the_pointer(view, qtbot):
    view.choose_mode("histogram")
    page = view.histogram
    hover(page.plot.viewport(), page.plot.place_of(0.7).toPoint())
    assert [p.example.picture for p in page.strip.pictures] == [30, 31, 32]
    hover(page.strip, page.strip.tile_rect(1).center().toPoint())
    assert page.plot.marked_range == 3
    said = heard(view.example_chosen)
    qtbot.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=page.strip.tile_rect(1).center().toPoint())
    assert [e.picture for e in said] == [31]


def test_that_counts_stand_on_a_logarithmic_axis(qtbot, theme):
    plot = HistogramPlot()
    qtbot.addWidget(plot)
    plot.show_unit(unit_examples(counts=np.array([1, 10, 100, 1000, 0, 0, 0, 0, 0, 0, 0, 10_000])))
    heights = plot.bars.getData()[1]
    assert heights[:4] == pytest.approx([0, 1, 2, 3])
    assert heights[4] < 0, "nothing at all stands below a single place"
    assert plot.getAxis("left").tickStrings([0, 1, 3, 4, 6], 1, 1) == ["1", "10", "1k", "10k", "1M"]


def test_that_classes_stand_by_falling_mean_and_stacked_by_range(view, qtbot):
    view.choose_mode("classes")
    page = view.classes
    assert page.means.lines == ["cat 1.50", "dog 0.300", "fish −0.200"]
    cat, others = page.stack.layers[:2]
    assert cat.opts["height"] == pytest.approx([0.1, 0.2, 0.3, 0.5, 0.9])
    assert others.opts["y0"] == pytest.approx([0.1, 0.2, 0.3, 0.5, 0.9])
    qtbot.mouseClick(page.weighting.buttons["weighted"], Qt.MouseButton.LeftButton)
    assert cat.opts["height"] == pytest.approx([0.03, 0.06, 0.09, 0.15, 0.27])
    plot = page.stack
    box, (low, high) = plot.plotItem.vb.sceneBoundingRect(), plot.viewRange()[0]
    x = box.left() + (1.7 - low) / (high - low) * box.width()
    hover(plot.viewport(), QPoint(round(x), round(box.center().y())))
    assert "cat 90 % · others 10 %" in view.line.text()


def test_that_pictures_without_classes_say_so(view):
    view.show_examples(unit_examples(class_names=(), class_order=np.zeros(0, int), shares=None))
    view.choose_mode("classes")
    assert view.classes.findChild(type(view.classes._empty), "classesEmpty").isVisible()
