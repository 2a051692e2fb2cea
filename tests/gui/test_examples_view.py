"""The views of a unit's dataset examples, from payloads, with real events."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from inspector.gui.views.example_picture import ExamplePicture, cropped, needs_look
from inspector.gui.views.quilt_ranges import range_at
from inspector.jobs.looking import Look, crop_box
from tests.gui.examples_drawn import GREEN, RED, SCAN, example, heard, pixel, shown_view, unit_examples


@pytest.fixture
def view(qtbot, theme):
    return shown_view(qtbot)


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
