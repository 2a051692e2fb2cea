"""The families of stimuli held to their definitions, pixel by pixel."""

import math

import numpy as np
import pytest
import torch

from inspector.network.errors import InspectorError
from inspector.stimuli.family import families, family

SIZE = (40, 56)


def test_that_the_families_of_the_first_release_are_there():
    assert {"grating", "curve", "hue", "spot"} <= set(families())


def test_that_an_unknown_family_is_named_with_the_known_ones():
    with pytest.raises(InspectorError, match=r"no stimulus family “plaid”.*grating"):
        family("plaid")


def test_that_a_grating_turned_half_round_has_the_opposite_phase(one):
    torch.testing.assert_close(
        one("grating", orientation=200, phase=40),
        one("grating", orientation=20, phase=-40),
        atol=1e-4,
        rtol=0,
    )


def pixels(size):
    """(row, column, x, y) of every pixel: x to the right, y up, from the middle, pixel centres at +0.5."""
    height, width = size
    for row in range(height):
        for column in range(width):
            yield row, column, column + 0.5 - width / 2, height / 2 - (row + 0.5)


def test_that_a_grating_is_the_sine_of_its_formula_at_every_pixel(one):
    angle, cycles, phase = math.radians(30), 6.0, math.radians(70)
    picture = one("grating", orientation=30, frequency=6, phase=70, contrast=0.8, radius=500)[0]
    for row, column, x, y in pixels(SIZE):
        across = -x * math.sin(angle) + y * math.cos(angle)
        expected = 0.5 + 0.4 * math.cos(2 * math.pi * cycles * across / min(SIZE) - phase)
        assert picture[row, column] == pytest.approx(expected, abs=1e-5)


def test_that_a_grating_of_orientation_0_has_horizontal_bars_and_45_rises_to_the_right(one):
    flat = one("grating", orientation=0, frequency=5, radius=500)[0]
    assert torch.allclose(flat, flat[:, :1].expand_as(flat), atol=1e-5)
    rising = one("grating", (40, 40), orientation=45, frequency=5, radius=500)[0]
    # Up and to the right along a bar nothing changes: one row up (index - 1), one column to the right.
    torch.testing.assert_close(rising[1:, :-1], rising[:-1, 1:], atol=1e-5, rtol=0)


def test_that_growing_phase_moves_the_bars_counter_clockwise_from_their_orientation(one):
    # Orientation 0: counter-clockwise is up, and one cycle of 8 px moves 2 px in 90 deg.
    still, moved = (one("grating", (40, 40), frequency=5, radius=500, phase=phase)[0] for phase in (0, 90))
    torch.testing.assert_close(moved[:-2], still[2:], atol=1e-5, rtol=0)


def exact(inside, size, fine=12):
    """Coverage of every pixel by a hard-edged shape, by counting `fine` x `fine` points in each."""
    steps = (np.arange(fine) + 0.5) / fine - 0.5
    coverage = np.zeros(size)
    for row, column, x, y in pixels(size):
        coverage[row, column] = inside(x + steps[None, :], y + steps[:, None]).mean()
    return coverage


def test_that_a_spot_covers_pixels_as_a_disc_does(one):
    shape = exact(lambda x, y: np.hypot(x - 3.2, y + 1.5) < 7.3, SIZE)
    picture = one("spot", radius=7.3, x=3.2, y=-1.5, contrast=-0.6)[0].numpy()
    np.testing.assert_allclose(picture, 0.5 - 0.3 * shape, atol=0.3 * 0.09)


def test_that_the_area_of_a_spot_grows_smoothly_with_its_radius():
    radii = torch.linspace(3, 12, 91)
    area = ((family("spot").render({"radius": radii}, SIZE)[:, 0] - 0.5) * 2).sum((1, 2))
    torch.testing.assert_close(area, math.pi * radii**2, atol=0.3, rtol=0.02)


def on_arc(orientation, radius, width, arc):
    """A hard-edged arc, drawn from its definition: centre, sector, round ends."""
    turn = math.radians(orientation)
    middle = np.array([-math.sin(turn), math.cos(turn)]) * radius
    half = math.radians(arc) / 2

    def inside(x, y):
        dx, dy = x - middle[0], y - middle[1]
        # Angle from the direction centre -> middle of the arc, which is opposite to centre's own direction.
        angle = (np.arctan2(dy, dx) - (turn - math.pi / 2) + math.pi) % (2 * math.pi) - math.pi
        near = np.abs(np.hypot(dx, dy) - radius) < width / 2
        covered = near & (np.abs(angle) <= half)
        for end in (-half, half):
            at = middle + radius * np.array(
                [math.cos(turn - math.pi / 2 + end), math.sin(turn - math.pi / 2 + end)]
            )
            covered |= np.hypot(x - at[0], y - at[1]) < width / 2
        return covered

    return inside


@pytest.mark.parametrize(
    ("orientation", "radius", "width", "arc"),
    [(0, 9, 3, 120), (75, 6, 2, 200), (210, 30, 4, 60), (300, 8, 3, 360)],
)
def test_that_a_curve_covers_pixels_as_an_arc_with_round_ends_does(one, orientation, radius, width, arc):
    shape = exact(on_arc(orientation, radius, width, arc), SIZE)
    values = {"orientation": orientation, "radius": radius, "width": width, "arc": arc}
    picture = one("curve", **values)[0].numpy()
    np.testing.assert_allclose(picture, 0.5 + 0.5 * shape, atol=0.5 * 0.2)
    assert picture.sum() == pytest.approx((0.5 + 0.5 * shape).sum(), rel=2e-3)


def test_that_a_curve_of_orientation_0_opens_upwards_and_90_to_the_left(one):
    cup, left = (one("curve", (41, 41), orientation=turn, radius=8)[0] > 0.6 for turn in (0, 90))
    assert cup[20, 20]
    assert cup[:20].any()
    assert not cup[24:].any()
    assert left[:, :20].any()
    assert not left[:, 24:].any()


def test_that_a_line_thinner_than_a_pixel_loses_light_not_samples(one):
    thin = [float((one("curve", radius=60, width=width)[0] - 0.5).sum()) for width in (0.5, 1, 2)]
    assert thin[1] == pytest.approx(2 * thin[0], rel=0.03)
    assert thin[2] == pytest.approx(4 * thin[0], rel=0.03)


@pytest.mark.parametrize(
    ("hue", "colour"),
    [(0, (1, 0, 0)), (60, (1, 1, 0)), (120, (0, 1, 0)), (180, (0, 1, 1)), (240, (0, 0, 1)), (300, (1, 0, 1))],
)
def test_that_hues_are_those_of_the_colour_circle(one, hue, colour):
    picture = one("hue", hue=hue)
    torch.testing.assert_close(picture, torch.tensor(colour).float().view(3, 1, 1).expand(3, *SIZE))


def test_that_a_colour_without_saturation_is_the_background(one):
    assert torch.allclose(one("hue", hue=77, saturation=0), torch.tensor(0.5))


def test_that_a_disc_of_colour_stands_on_mid_grey(one):
    picture = one("hue", hue=0, radius=8)
    assert picture[:, 20, 28].tolist() == pytest.approx([1, 0, 0])
    assert (picture[:, 0, 0] == 0.5).all()


def frame(x, y, degrees):
    """Coordinates along and across a direction."""
    turn = math.radians(degrees)
    return x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)


def on_bar(x, y):
    along, across = frame(x - 2, y + 3, 25)
    return (np.abs(along) < 10) & (np.abs(across) < 2.5)


def on_cross(x, y):
    along, across = (np.abs(side) for side in frame(x, y, 30))
    return ((along < 9) & (across < 2)) | ((across < 9) & (along < 2))


def on_check(x, y):
    along, across = frame(x, y, 20)
    return (np.floor(along / 6 + 0.5) + np.floor(across / 6 + 0.5)) % 2 == 0


def above_edge(x, y):
    return frame(x, y, 200)[1] > 3


def on_angle(x, y):
    covered = np.hypot(x, y) < 1.5
    for arm in (40 + 90 - 35, 40 + 90 + 35):  # orientation 40, opening 70: arms on either side of its axis
        along, across = frame(x, y, arm)
        covered |= (along > 0) & (along < 11) & (np.abs(across) < 1.5)
        end = 11 * np.array([math.cos(math.radians(arm)), math.sin(math.radians(arm))])
        covered |= np.hypot(x - end[0], y - end[1]) < 1.5
    return covered


@pytest.mark.parametrize(
    ("name", "values", "inside", "ground"),
    [
        ("bar", {"orientation": 25, "width": 5, "length": 20, "x": 2, "y": -3}, on_bar, 0.5),
        ("cross", {"orientation": 30, "width": 4, "length": 18}, on_cross, 0.5),
        ("checkerboard", {"orientation": 20, "check": 6}, on_check, 0.0),
        ("edge", {"orientation": 200, "blur": 0.5, "offset": 3}, above_edge, 0.0),
        ("angle", {"orientation": 40, "opening": 70, "length": 11, "width": 3}, on_angle, 0.5),
    ],
)
def test_that_shapes_cover_pixels_as_their_definitions_do(one, name, values, inside, ground):
    expected = ground + (1 - ground) * exact(inside, SIZE)
    difference = np.abs(one(name, **values)[0].numpy() - expected)
    # Corners, where two edges share a pixel, are the only places off by more than a little.
    assert difference.max() < 0.3
    assert np.quantile(difference, 0.98) < 0.09
    assert difference.mean() < 0.012


def test_that_a_disc_stands_in_its_ring(one):
    picture = one("centre-surround", centre=0.5, surround=-0.8, radius=5, ring=6)[0]
    assert picture[20, 28] == pytest.approx(0.75)
    assert picture[20, 28 + 8] == pytest.approx(0.1)
    assert picture[20, 28 + 13] == 0.5


def test_that_colours_lie_on_their_own_sides(one):
    picture = one("colour-contrast", first=0, second=240, orientation=90)
    assert picture[:, 20, 5].tolist() == [1, 0, 0]  # counter-clockwise from upwards is left
    assert picture[:, 20, 50].tolist() == [0, 0, 1]


def test_that_the_finer_grating_lies_above_the_boundary(one):
    picture = one("high-low-frequency", (64, 64), frequency=16, ratio=4)[0] - 0.5
    crossings = ((picture[:, 1:] * picture[:, :-1]) < 0).sum(1)
    assert crossings[:31].float().mean() == pytest.approx(32, abs=1)
    assert crossings[33:].float().mean() == pytest.approx(8, abs=1)


def test_that_brightness_is_the_grey_that_it_says(one):
    assert torch.allclose(one("brightness", lightness=0.3), torch.tensor(0.3))
