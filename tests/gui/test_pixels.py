"""Numbers to pixels, drawings to icons."""

from __future__ import annotations

import gc

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from inspector.gui import icons
from inspector.gui.pixels import UNKNOWN, colour_table, heat_overlay, mapped, rgb_image, upscaled
from inspector.gui.theme import DARK, LIGHT


def test_that_a_picture_keeps_its_pixels_at_odd_widths() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (3, 5, 3), dtype=np.uint8)
    image = rgb_image(pixels)
    assert (image.width(), image.height()) == (5, 3)
    for y, x in np.ndindex(3, 5):
        assert QColor(image.pixel(x, y)).getRgb()[:3] == tuple(pixels[y, x])


def test_that_a_picture_owns_its_memory() -> None:
    pixels = np.full((64, 64, 3), 200, np.uint8)
    image = rgb_image(pixels)
    pixels[:] = 0
    del pixels
    gc.collect()
    assert QColor(image.pixel(63, 63)).red() == 200


def test_that_a_strided_picture_is_taken_too() -> None:
    pixels = np.zeros((8, 8, 3), np.uint8)
    pixels[:, 4:] = 255
    assert QColor(rgb_image(pixels[:, ::-1]).pixel(0, 0)).red() == 255


@pytest.mark.parametrize(
    "bad", [np.zeros((4, 4, 3)), np.zeros((4, 4), np.uint8), np.zeros((4, 4, 4), np.uint8)]
)
def test_that_what_is_no_picture_is_refused(bad: np.ndarray) -> None:
    with pytest.raises(ValueError, match="uint8"):
        rgb_image(bad)


def test_that_weights_are_blue_white_red() -> None:
    table = colour_table("weights")
    assert table.shape == (256, 3)
    assert tuple(table[0]) == (0x05, 0x71, 0xB0)
    assert tuple(table[-1]) == (0xCA, 0x00, 0x20)
    assert table[127:129].min() > 250


def test_that_viridis_grows_lighter_all_the_way() -> None:
    luma = colour_table("viridis").astype(float) @ [0.299, 0.587, 0.114]
    assert (np.diff(luma) > -0.6).all()
    assert luma[-1] - luma[0] > 150


def test_that_an_unknown_table_is_refused() -> None:
    with pytest.raises(KeyError):
        colour_table("rainbow")


def test_that_values_take_the_colours_of_their_place_and_gaps_are_grey() -> None:
    table = colour_table("viridis")
    out = mapped(np.array([[0.0, 5.0, 10.0], [-3.0, 99.0, np.nan]]), 0, 10, table)
    assert out.dtype == np.uint8
    assert [tuple(c) for c in out[0]] == [tuple(table[0]), tuple(table[128]), tuple(table[255])]
    assert [tuple(c) for c in out[1, :2]] == [tuple(table[0]), tuple(table[255])]
    assert tuple(out[1, 2]) == (UNKNOWN,) * 3


def test_that_equal_values_and_empty_ranges_map_without_a_warning() -> None:
    out = mapped(np.full((2, 2), 3.0), 3, 3, colour_table("viridis"))
    assert (out == colour_table("viridis")[0]).all()


def test_that_upscaling_keeps_centres_and_borders() -> None:
    out = upscaled(np.array([[0.0, 1.0]]), 4, 8)
    assert out.shape == (4, 8)
    assert out[0, 0] == 0
    assert out[0, -1] == 1
    assert (np.diff(out[0]) >= 0).all()
    assert out[0, 3] == pytest.approx(0.375)


def test_that_the_overlay_is_strongest_where_the_map_is() -> None:
    view = np.full((64, 64, 3), 90, np.uint8)
    heat = np.zeros((8, 8), np.float32)
    heat[2, 5] = 4.0
    change = np.abs(heat_overlay(view, heat, 0.8).astype(int) - view).sum(axis=2)
    y, x = np.unravel_index(change.argmax(), change.shape)
    assert (y // 8, x // 8) == (2, 5)
    assert change[40:, :32].max() == 0


def test_that_weak_places_stay_photo_and_lose_colour_only() -> None:
    view = np.zeros((8, 8, 3), np.uint8)
    view[..., 0], view[..., 1] = 200, 40
    heat = np.zeros((8, 8), np.float32)
    heat[0, 0] = 1
    far = heat_overlay(view, heat, 1.0)[7, 7].astype(float)
    luma = np.array([0.299, 0.587, 0.114])
    assert far @ luma == pytest.approx(view[7, 7] @ luma, abs=1)
    assert far.max() - far.min() < 100


def test_that_opacity_zero_is_the_photo_itself() -> None:
    view = np.random.default_rng(1).integers(0, 256, (9, 7, 3), dtype=np.uint8)
    assert (heat_overlay(view, np.ones((3, 3), np.float32), 0) == view).all()


@pytest.mark.parametrize("heat", [np.zeros((4, 4)), np.full((4, 4), -2.0), np.full((4, 4), np.nan)])
def test_that_a_silent_map_hides_nothing(heat: np.ndarray) -> None:
    view = np.full((16, 16, 3), 77, np.uint8)
    assert (heat_overlay(view, heat, 1.0) == view).all()


def test_that_every_icon_is_drawn_in_the_colour_of_the_theme(qapp) -> None:
    assert {"back", "forward", "open", "image-plus", "copy", "x", "sun-moon", "sliders"} <= set(icons.names())
    for name in icons.names():
        for tokens in (LIGHT, DARK):
            image = icons.icon(name, tokens).pixmap(QSize(24, 24)).toImage()
            colours = [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]
            strokes = [colour.getRgb()[:3] for colour in colours if colour.alpha() > 150]
            assert len(strokes) > 10, name
            assert np.abs(np.array(strokes) - QColor(tokens.text).getRgb()[:3]).max() < 8, name


def test_that_an_icon_is_fainter_while_disabled(qapp) -> None:
    made = icons.icon("x", LIGHT)
    normal, disabled = (
        made.pixmap(QSize(24, 24), mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert normal.pixelColor(12, 12).lightness() < disabled.pixelColor(12, 12).lightness()


def test_that_an_unknown_icon_is_refused(qapp) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-drawing", LIGHT)


def test_that_the_program_has_an_icon_at_all_sizes(qapp) -> None:
    made = icons.application_icon()
    for side in (16, 48, 256):
        image = made.pixmap(QSize(side, side)).toImage()
        assert image.width() == side
        assert image.pixelColor(side // 2, side // 2).alpha() == 255
