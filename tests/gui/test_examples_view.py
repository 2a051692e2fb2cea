"""The views of a unit's dataset examples, from payloads, with real events."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.gui.views.example_picture import ExamplePicture, cropped, needs_look
from inspector.gui.views.examples import ExamplesView
from inspector.gui.views.histogram_plot import HistogramPlot
from inspector.gui.views.quilt_ranges import columns, range_at, span
from inspector.jobs.looking import Look, crop_box
from inspector.lenses.examples import ClassShares, Example, QuiltBin, ScanSummary, UnitExamples

RED, GREEN = (220, 30, 30), (30, 200, 30)
SCAN = ScanSummary(
    key="k", network="demo", fingerprint="f", pictures_fingerprint="p", title="photographs",
    paths=("/photos",), total=42, pictures=40, skipped=("bad.jpg is damaged.",), skipped_count=1,
    duplicates=1,
    classes=("cat", "dog", "fish"), nodes=("mixed",), top=3, positions=4, part=(1, 1), complete=True,
    made_at=1_790_000_000.0, seconds=3.0, bytes=10,
)  # fmt: skip


def example(number: int, value: float, box=(0.5, 0.0, 1.0, 0.5)) -> Example:
    """A red picture whose upper right quarter, which the unit sees, is green."""
    pixels = np.full((80, 80, 3), RED, np.uint8)
    pixels[:40, 40:] = GREEN
    return Example(number, f"p{number}.png", f"/photos/p{number}.png", "cat", value, 1, 2, box, pixels)


def unit_examples(**changes) -> UnitExamples:
    """A unit with values from -1 to 2 in ranges of 0.5, the one from 1 to 1.5 empty."""
    lows = (-1.0, -0.5, 0.0, 0.5, 1.5)
    quilt = tuple(
        QuiltBin(low, low + 0.5, 10 * (i + 1), tuple(example(10 * i + j, low + 0.1) for j in range(3)))
        for i, low in enumerate(lows)
    )
    shares = np.array([[0.1, 0.2, 0.3, 0.5, 0.9], [0.9, 0.8, 0.7, 0.5, 0.1]], np.float32)
    edges = np.arange(-1.0, 2.01, 0.25)
    given = {
        "location": "demo/mixed/7", "scan": "k", "title": "photographs", "pictures": 40,
        "top": tuple(example(i, 2.0 - i / 10) for i in range(3)),
        "bottom": tuple(example(20 + i, -1.0 + i / 10) for i in range(2)),
        "box_source": "graph", "map_shape": (6, 6), "edges": edges,
        "counts": np.array([5, 5, 9, 11, 15, 15, 20, 20, 0, 0, 1, 49]), "positions": 4, "quilt": quilt,
        "mean": 0.25, "deviation": 0.7, "lowest": -0.98, "highest": 2.0, "firing": 0.62,
        "quantiles": ((0.05, -0.7), (0.5, 0.2), (0.95, 1.6), (0.99, 1.9)),
        "sparseness": 0.4, "selectivity": 0.5,
        "class_names": ("cat", "dog", "fish"), "class_counts": np.array([20, 19, 1]),
        "class_means": np.array([1.5, 0.3, -0.2], np.float32), "class_order": np.array([0, 1, 2]),
        "shares": ClassShares(("cat", "others"), shares, shares * 0.3, False),
        "correlated": ((3, 0.9), (5, 0.4)), "opposed": ((8, -0.6),),
    }  # fmt: skip
    return UnitExamples(**{**given, **changes})


@pytest.fixture
def view(qtbot, theme):
    made = ExamplesView()
    qtbot.addWidget(made)
    made.resize(640, 420)
    made.show()
    made.set_scans([SCAN], "k")
    made.show_examples(unit_examples())
    return made


def heard(signal) -> list:
    """What a signal says from now on."""
    said: list = []
    signal.connect(said.append)
    return said


def pixel(widget, point: QPoint) -> tuple[int, int, int]:
    return widget.grab().toImage().pixelColor(point).getRgb()[:3]


def hover(widget, point) -> None:
    QTest.mouseMove(widget, QPoint(1, 1))
    QTest.mouseMove(widget, point)
    QApplication.processEvents()


def test_that_the_wall_shows_the_highest_and_the_lowest_with_their_values(view):
    assert [e.picture for e in view.wall.shown] == [0, 1, 2, 20, 21]
    visible = [tile for tile in view.wall.tiles if not tile.isHidden()]
    assert len(visible) == 5
    assert "2.00" in visible[0].toolTip()
    assert "cat" in visible[0].accessibleName()


def test_that_a_crop_shows_what_the_unit_sees_and_the_picture_all_of_it(view):
    tile = view.wall.tiles[0]
    corner = QPoint(6, tile.height() - tile.line() - 6)
    assert pixel(tile, corner) == pytest.approx(GREEN, abs=12), "the crop is the green quarter"
    view.choose_way("picture")
    assert pixel(tile, corner) == pytest.approx(RED, abs=12), "the whole picture is red there"


def test_that_a_map_is_drawn_over_the_picture_once_it_is_there(view):
    view.choose_way("heat")
    tile = view.wall.tiles[0]
    before = tile.grab().toImage()
    heat = np.zeros((4, 4), np.float32)
    heat[0, 0] = 1
    grey = np.full((32, 32, 3), 100, np.uint8)
    view.look([Look(0, view.wall.shown[0].box, grey, grey, heat)])
    assert tile.grab().toImage() != before
    assert pixel(tile, QPoint(4, 4)) != pixel(tile, QPoint(60, 60)), "only the upper left is hot"


def test_that_a_sharper_crop_takes_the_place_of_the_thumbnails(view):
    blue = np.full((64, 64, 3), (20, 20, 220), np.uint8)
    view.look([Look(0, view.wall.shown[0].box, blue)])
    assert pixel(view.wall.tiles[0], QPoint(10, 10)) == (20, 20, 220)
    assert pixel(view.wall.tiles[1], QPoint(10, 10)) == pytest.approx(GREEN, abs=12), "no other tile changes"


def test_that_clicking_a_crop_asks_for_its_picture(view, qtbot):
    said = heard(view.example_chosen)
    qtbot.mouseClick(view.wall.tiles[1], Qt.MouseButton.LeftButton)
    assert [e.picture for e in said] == [1]
    qtbot.keyClick(view.wall.tiles[2], Qt.Key.Key_Space)
    assert said[-1].picture == 2


def test_that_one_question_is_asked_at_a_time(view, qtbot):
    pages = {
        "quilt": view.quilt,
        "histogram": view.histogram,
        "classes": view.classes,
        "fellows": view.fellows,
    }
    for mode, page in pages.items():
        qtbot.mouseClick(view.modes.buttons[mode], Qt.MouseButton.LeftButton)
        assert view.mode == mode
        assert page.isVisible()
        assert not view.wall.isVisible()
    assert not view.ways.isVisible(), "units are not drawn as crops"


def test_that_the_numbers_and_what_was_scanned_are_said(view):
    view._on_hovered(None)  # where another test left the pointer there may be a crop now
    text = view.facts.toolTip()
    for fact in ("fires at 62.0 % of places", "mean 0.25", "sd 0.7", "median 0.2", "95 % below 1.6",
                 "sparseness 0.4", "class selectivity 0.5"):  # fmt: skip
        assert fact in text
    line = view.line.text()
    assert "photographs · 40 pictures" in line
    assert "1 unreadable" in line
    assert "bad.jpg is damaged." in view.line.toolTip()


def test_that_values_from_a_sample_of_positions_are_said_to_be(view):
    view.choose_mode("histogram")
    assert view.line.text() == "Values are from 4 of 36 places of each picture, evenly drawn."
    view.show_examples(unit_examples(positions=0))
    assert "photographs" in view.line.text()


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


def test_that_a_chip_walks_to_a_unit_that_fires_with_it(view, qtbot):
    view.choose_mode("fellows")
    assert [(c.unit, c.value) for c in view.fellows.chips] == [(3, "+0.90"), (5, "+0.40"), (8, "−0.60")]
    said = heard(view.unit_chosen)
    qtbot.mouseClick(view.fellows.chips[1], Qt.MouseButton.LeftButton)
    assert said == [5]


def test_that_nothing_scanned_offers_to_scan(view, qtbot):
    view.show_examples(None)
    assert view.empty.isVisible()
    assert view.empty.title == "No pictures scanned yet"
    said = []
    view.scan_requested.connect(lambda: said.append(True))
    qtbot.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert said == [True]


def test_that_another_scan_can_be_chosen_and_the_shown_one_is_checked(view):
    older = replace(SCAN, key="old", title="sketches")
    view.set_scans([SCAN, older], "k")
    actions = {action.data(): action for action in view.menu.menu.actions() if action.data()}
    assert actions["k"].isChecked()
    said = heard(view.scan_chosen)
    actions["old"].trigger()
    assert said == ["old"]


@pytest.mark.parametrize("changes", [
    {"quilt": (), "edges": np.array([0.0, 1.0]), "counts": np.zeros(1, int), "shares": None, "firing": np.nan,
     "deviation": np.nan, "quantiles": ()},
    {"top": (), "bottom": (), "correlated": (), "opposed": ()},
    {"mean": np.nan},
], ids=["no spectrum", "no pictures", "no mean"])  # fmt: skip
def test_that_whatever_is_missing_leaves_the_rest_to_see(view, changes):
    view.show_examples(unit_examples(**changes))
    for mode in ("top", "quilt", "histogram", "classes", "fellows"):
        view.choose_mode(mode)
        assert not view.grab().isNull()


def test_that_a_missing_thumbnail_is_an_empty_field(view):
    blank = replace(example(1, 1.0), thumbnail=np.zeros((0, 0, 3), np.uint8))
    view.show_examples(unit_examples(top=(blank,)))
    assert pixel(view.wall.tiles[0], QPoint(9, 9)) == (0xE8, 0xED, 0xF3)


def test_that_all_is_seen_in_the_dark_and_where_there_is_little_room(view, theme):
    theme.set_mode("dark")
    view.resize(view.minimumSize())
    for mode in ("top", "quilt", "histogram", "classes", "fellows"):
        view.choose_mode(mode)
        QApplication.processEvents()
        assert view.grab().toImage().pixelColor(2, 2).lightness() < 60
    assert view.minimumSize().height() <= 220


def test_that_a_crop_stays_within_the_picture_and_shows_something_around_a_small_field():
    left, top, right, bottom = crop_box((0.99, 0.0, 1.0, 0.01), 200, 100)
    assert (right - left, bottom - top) == pytest.approx((14, 14)), "some of what is around it, and square"
    assert right == 200
    assert top == 0
    assert crop_box((0, 0, 1, 1), 200, 100) == (0, 0, 200, 100)
    small = example(1, 1.0, box=(0.5, 0.5, 0.52, 0.52))
    assert needs_look(small, 80)
    assert not needs_look(example(1, 1.0, box=(0, 0, 1, 1)), 80)
    assert cropped(example(1, 1.0)).shape == (40, 40, 3)
    assert tuple(cropped(example(1, 1.0))[5, 5]) == GREEN


def test_that_values_on_an_edge_belong_to_the_range_above_it():
    bins = unit_examples().quilt
    assert [range_at(bins, v) for v in (-1.2, -1.0, -0.5, 0.0, 1.2, 2.0, 2.1)] == [-1, 0, 1, 2, -1, 4, -1]


def test_that_a_picture_tells_its_value_class_and_name():
    assert ExamplePicture(example(4, 1.25)).text == "1.25 · cat · p4.png"
