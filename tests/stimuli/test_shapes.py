"""Rings, line endings, corners, bent angles, filled and coloured curves, spots at a place."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from inspector.stimuli.drawing import stroke

SIZE = (40, 56)


def places(size=SIZE, fine=8):
    """x to the right and y up of fine points of every pixel, [H*fine,W*fine], from the picture's middle."""
    height, width = size
    x = (np.arange(width * fine) + 0.5) / fine - width / 2
    y = height / 2 - (np.arange(height * fine) + 0.5) / fine
    return np.meshgrid(x, y)


def covered(shape, size=SIZE, fine=8):
    """Coverage of every pixel by a hard-edged shape of the fine points."""
    return shape.reshape(size[0], fine, size[1], fine).mean((1, 3))


def check(picture, shape, worst=0.2):
    difference = np.abs(picture[0].numpy() - (0.5 + 0.5 * covered(shape)))
    assert difference.max() < worst
    assert np.quantile(difference, 0.98) < 0.06


def frame(degrees):
    x, y = places()
    turn = math.radians(degrees)
    return x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)


def test_that_a_ring_lies_around_its_radius(one):
    x, y = places()
    shape = np.abs(np.hypot(x - 2.5, y + 1) - 9) < 1.7
    check(one("ring", radius=9, width=3.4, x=2.5, y=-1), shape)


def test_that_a_line_comes_from_the_edge_and_ends_where_asked(one):
    along, across = frame(160)
    check(one("line-ending", orientation=160, end=4.5, width=5), (along < 4.5) & (np.abs(across) < 2.5), 0.3)


def test_that_a_line_at_orientation_0_points_to_the_right(one):
    picture = one("line-ending", end=0, width=4)[0]
    assert (picture[18:22, :28] == 1).all()
    assert (picture[:, 29:] == 0.5).all()


@pytest.mark.parametrize(("orientation", "opening"), [(0, 90), (70, 50), (200, 140), (20, 180)])
def test_that_a_corner_fills_its_opening(one, orientation, opening):
    along, across = frame(orientation)
    shape = np.degrees(np.arctan2(np.abs(along), across)) < opening / 2
    check(one("corner", orientation=orientation, opening=opening), shape, 0.3)


def test_that_a_round_corner_is_a_circle_that_touches_its_edges(one):
    radius, half = 8.0, math.radians(35)
    along, across = frame(30)
    middle = radius / math.sin(half)
    depth = across + middle - radius
    wedge = np.arctan2(np.abs(along), depth) < half
    beyond = np.abs(along) * math.sin(half) + depth * math.cos(half) > radius / math.tan(half)
    shape = wedge & (beyond | (np.hypot(along, depth - middle) < radius))
    check(one("corner", orientation=30, opening=70, radius=radius), shape)


@pytest.mark.parametrize(("opening", "orientation"), [(60, 0), (90, 25), (150, 250)])
def test_that_an_angle_wholly_bent_is_a_curve(one, opening, orientation):
    bent = one("angle", opening=opening, roundness=1, length=9, width=3, orientation=orientation)
    radius = 9 * math.tan(math.radians(opening / 2))
    curve = one("curve", radius=radius, arc=180 - opening, width=3, orientation=orientation)
    torch.testing.assert_close(bent, curve, atol=1e-4, rtol=0)


def test_that_the_morph_from_angle_to_curve_keeps_its_middle_and_has_no_jumps(one):
    steps = torch.stack([one("angle", roundness=step / 40, length=14, width=3)[0] for step in range(41)])
    assert (steps[:, 19:21, 27:29] > 0.9).all()
    assert float(steps.diff(dim=0).abs().max()) < 0.35
    assert not torch.allclose(steps[0], steps[-1], atol=0.1)


def test_that_an_angle_of_more_than_half_a_turn_is_one_from_its_back(one):
    for roundness in (0, 0.6):
        wide = one("angle", opening=250, roundness=roundness)
        turned = one("angle", opening=110, roundness=roundness, orientation=180)
        torch.testing.assert_close(wide, turned, atol=1e-4, rtol=0)


def test_that_a_straight_angle_is_a_line_however_bent(one):
    straight, bent = (one("angle", opening=180, roundness=roundness) for roundness in (0, 1))
    assert float((straight - bent).abs().max()) < 0.1


def test_that_a_filled_curve_is_the_disc_that_it_borders(one):
    filled = one("curve", fill=1, radius=7, contrast=-1)
    torch.testing.assert_close(filled, one("spot", radius=7, y=7, contrast=-1), atol=1e-5, rtol=0)


def test_that_a_coloured_curve_has_the_form_of_the_white_one(one):
    green, white = (one("curve", fill=fill, hue=120, width=4) for fill in (2, 0))
    torch.testing.assert_close(green[1], white[1])
    torch.testing.assert_close(green[0], 1 - white[0])
    torch.testing.assert_close(green[2], 1 - white[2])


@pytest.mark.parametrize(("x", "y"), [(0, 0), (-12.3, 7.8), (20.5, -11)])
def test_that_the_spot_of_a_position_is_where_asked(one, x, y):
    picture = one("position", x=x, y=y, radius=3)[0].numpy() - 0.5
    across, up = places(fine=1)
    assert (across * picture).sum() / picture.sum() == pytest.approx(x, abs=0.05)
    assert (up * picture).sum() / picture.sum() == pytest.approx(y, abs=0.05)
    assert picture.sum() * 2 == pytest.approx(math.pi * 9, rel=0.03)


def test_that_a_grating_moves_with_its_window(one):
    still = one("grating", orientation=30, radius=8)
    moved = one("grating", orientation=30, radius=8, x=6, y=-4)
    torch.testing.assert_close(moved[:, 4:, 6:], still[:, :-4, :-6], atol=1e-5, rtol=0)


@given(st.floats(0, 20), st.floats(0.01, 10))
def test_that_a_stroke_is_the_overlap_of_pixel_and_line(distance, width):
    overlap = min(distance + 0.5, width / 2) - max(distance - 0.5, -width / 2)
    found = stroke(torch.tensor([[[distance]]]), torch.tensor([[[width]]])).item()
    assert found == pytest.approx(min(max(overlap, 0), 1), abs=2e-6)
