from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from inspector.gui.models import thumbnails as making
from inspector.gui.models.number_text import number_text
from inspector.gui.models.units import SAID, THUMBNAIL, UNIT, VALUE, UnitsModel


@pytest.fixture
def model(qtbot):
    return UnitsModel()


def order(model):
    return [model.index(row).data(UNIT) for row in range(model.rowCount())]


def changes(model):
    """Every later dataChanged as (first row, last row, roles)."""
    seen = []
    model.dataChanged.connect(lambda a, b, roles: seen.append((a.row(), b.row(), list(roles))))
    return seen


def wait_for_tile(qtbot, model, row):
    qtbot.waitUntil(lambda: model.index(row).data(THUMBNAIL) is not None)
    return model.index(row).data(THUMBNAIL).toImage()


def colours(image):
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    model.set_units(5)
    model.set_values(np.arange(5.0))
    qtmodeltester.check(model)


def test_units_are_sorted_by_number_or_by_falling_response_with_ties_in_order(model):
    model.set_units(5)
    model.set_values(np.array([1.0, 3.0, np.nan, 3.0, -2.0], np.float32))
    assert order(model) == [0, 1, 2, 3, 4]
    model.set_order("response")
    assert order(model) == [1, 3, 0, 4, 2]
    assert [model.row_of(unit) for unit in range(5)] == [2, 0, 4, 1, 3]
    model.set_order("number")
    assert order(model) == [0, 1, 2, 3, 4]


def test_new_responses_sort_again_and_the_same_unit_stays_marked(model):
    model.set_units(3)
    model.set_order("response")
    marked = QPersistentModelIndex(model.index(2))
    model.set_values(np.array([0.0, 1.0, 2.0]))
    assert marked.row() == 0
    assert marked.data(UNIT) == 2


def test_only_rows_whose_response_changed_are_announced(model):
    model.set_units(6)
    model.set_values(np.zeros(6))
    seen = changes(model)
    model.set_values(np.array([0.0, 1.0, 1.0, 0.0, 0.0, 1.0]))
    assert seen == [(1, 2, [VALUE]), (5, 5, [VALUE])]


def test_responses_of_another_node_are_refused(model):
    model.set_units(6)
    with pytest.raises(ValueError, match="7 responses do not fit 6 units"):
        model.set_values(np.zeros(7))


def test_one_picture_announces_one_row(model):
    model.set_units(40)
    model.set_lens("feature-visualization")
    seen = changes(model)
    model.set_image(17, np.zeros((8, 8, 3), np.uint8))
    assert seen == [(17, 17, [THUMBNAIL])]


def test_a_picture_for_another_lens_or_no_unit_is_not_announced(model):
    model.set_units(4)
    seen = changes(model)
    model.set_image(1, np.zeros((8, 8, 3), np.uint8))
    model.set_image(99, np.zeros((8, 8, 3), np.uint8))
    assert seen == []


def test_thumbnails_are_made_only_for_rows_that_were_asked_for(model, qtbot, monkeypatch):
    made = []
    real = making.tile_image
    monkeypatch.setattr(
        making, "tile_image", lambda tiles, unit, side: made.append(unit) or real(tiles, unit, side)
    )
    model.set_units(2048)
    model.set_maps(np.random.default_rng(0).random((2048, 7, 7), np.float32))
    assert model.index(3).data(THUMBNAIL) is None
    assert model.index(9).data(THUMBNAIL) is None
    qtbot.waitUntil(lambda: len(made) == 2 and not model._thumbnails._wanted)
    assert sorted(made) == [3, 9]


def test_a_tile_that_is_there_is_not_made_again(model, qtbot, monkeypatch):
    made = []
    real = making.tile_image
    monkeypatch.setattr(
        making, "tile_image", lambda tiles, unit, side: made.append(unit) or real(tiles, unit, side)
    )
    model.set_units(8)
    model.set_maps(np.random.default_rng(0).random((8, 7, 7), np.float32))
    wait_for_tile(qtbot, model, 3)
    model.index(3).data(THUMBNAIL)
    wait_for_tile(qtbot, model, 5)
    qtbot.waitUntil(lambda: not model._thumbnails._wanted)
    assert made == [3, 5]


def test_a_thumbnail_is_announced_for_its_row_when_it_is_there(model, qtbot, monkeypatch):
    monkeypatch.setattr(making, "_TURN_MS", 5000)  # all in one turn, however busy the machine is
    model.set_units(8)
    model.set_maps(np.random.default_rng(0).random((8, 4, 4), np.float32))
    seen = changes(model)
    for row in (2, 3, 6):
        model.index(row).data(THUMBNAIL)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(2, 3, [THUMBNAIL]), (6, 6, [THUMBNAIL])]


def test_the_cache_of_thumbnails_keeps_its_bound(model, qtbot, monkeypatch):
    tile = 64 * 64 * 4
    model._thumbnails._cache.cap = 5 * tile
    model.set_units(30)
    model.set_tile_size(64, 1.0)
    model.set_maps(np.random.default_rng(0).random((30, 4, 4), np.float32))
    for row in range(30):
        wait_for_tile(qtbot, model, row)
    assert 0 < model.cached_bytes <= 5 * tile
    assert wait_for_tile(qtbot, model, 0).width() == 64, "what was forgotten is made again"


def test_the_cache_is_bounded_at_128_megabytes(model):
    assert model._thumbnails._cache.cap == 128 * 2**20


def test_thumbnails_are_made_in_device_pixels(model, qtbot):
    model.set_units(1)
    model.set_tile_size(50, 2.0)
    model.set_maps(np.random.default_rng(0).random((1, 4, 2), np.float32))
    image = wait_for_tile(qtbot, model, 0)
    assert (image.width(), image.height()) == (50, 100)
    assert image.devicePixelRatio() == 2.0


def test_kernels_are_drawn_without_smoothing_about_mid_grey(model, qtbot):
    kernels = np.full((2, 2, 2, 3), 0.5, np.float32)
    kernels[0, 0, 0] = 1
    kernels[0, 1, 1] = 0
    model.set_units(2)
    model.set_tile_size(48, 1.0)
    model.set_lens("weights")
    model.set_kernels(kernels)
    image = wait_for_tile(qtbot, model, 0)
    assert colours(image) == {"#ffffff", "#808080", "#000000"}
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert image.pixelColor(47, 47).name() == "#000000"
    assert colours(wait_for_tile(qtbot, model, 1)) == {"#808080"}, "a dead kernel is plain grey"


def test_each_map_is_scaled_to_its_own_range(model, qtbot):
    maps = np.array([[[0, 1]], [[0, 1000]]], np.float32)
    model.set_units(2)
    model.set_maps(maps)
    assert wait_for_tile(qtbot, model, 0) == wait_for_tile(qtbot, model, 1)


def test_single_numbers_share_one_scale_so_that_they_can_be_compared(model, qtbot):
    model.set_units(3)
    model.set_maps(np.array([0, 1, 2], np.float32).reshape(3, 1, 1))
    tiles = [wait_for_tile(qtbot, model, row).pixelColor(0, 0).lightness() for row in range(3)]
    assert tiles[0] < tiles[1] < tiles[2]
    assert model.legend == "one scale for all units"


def test_old_thumbnails_stay_until_those_of_the_next_picture_are_made(model, qtbot):
    model.set_units(1)
    model.set_maps(np.array([[[0, 1]]], np.float32))
    before = wait_for_tile(qtbot, model, 0)
    model.set_maps(np.array([[[1, 0]]], np.float32))
    assert model.index(0).data(THUMBNAIL).toImage() == before
    qtbot.waitUntil(lambda: model.index(0).data(THUMBNAIL).toImage() != before)


def test_another_lens_never_shows_the_old_ones_tiles(model, qtbot):
    model.set_units(1)
    model.set_maps(np.array([[[0, 1]]], np.float32))
    wait_for_tile(qtbot, model, 0)
    model.set_lens("feature-visualization")
    assert model.legend == ""
    assert model.index(0).data(THUMBNAIL) is None


def test_another_node_forgets_everything(model, qtbot):
    model.set_units(2)
    model.set_maps(np.ones((2, 2, 2), np.float32))
    model.set_values(np.ones(2))
    wait_for_tile(qtbot, model, 0)
    model.set_units(3)
    assert (model.rowCount(), model.cached_bytes, model.legend) == (3, 0, "")
    assert model.index(0).data(VALUE) is None


def test_a_tile_tells_its_number_and_response_to_assistive_tools(model):
    model.set_units(2)
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Unit 1"
    model.set_values(np.array([0.0, 12.345]))
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Unit 1, response 12.3"


def test_a_tile_tells_what_is_said_of_its_unit_wherever_it_stands(qtbot, model):
    model.set_units(3)
    model.set_values(np.array([1.0, 2.0, 3.0]))
    with qtbot.waitSignal(model.dataChanged):
        model.set_said({2: "★ Ring"})
    model.set_order("response")
    assert [model.index(row).data(SAID) for row in range(3)] == ["★ Ring", "", ""]
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Unit 2, response 3.00, ★ Ring"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0.00"),
        (0.421, "0.42"),
        (-3.1, "−3.10"),
        (57.34, "57.3"),
        (128.4, "128"),
        (0.0012, "1.2e−03"),
        (23456, "2.3e+04"),
        (float("nan"), ""),
    ],
)
def test_responses_are_written_short(value, text):
    assert number_text(value) == text
