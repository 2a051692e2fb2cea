"""Tuning indices on curves whose indices are known in closed form."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.lenses.tuning.curves import half_crossing, vertex
from inspector.lenses.tuning.indices import colour_selectivity, of_one, table
from inspector.lenses.tuning.remarks import gaps
from inspector.stimuli.axes import Axis

ANGLES = np.arange(0, 180, 5.0)
TURNS = np.arange(0, 360, 10.0)
ANGLE = Axis("orientation", "deg", 0, 180, 36, 0, "An angle.", periodic=True)
TURN = Axis("orientation", "deg", 0, 360, 36, 0, "An angle.", periodic=True)
HUE = Axis("hue", "deg", 0, 360, 36, 0, "A hue.", periodic=True)
PHASE = Axis("phase", "deg", 0, 360, 24, 0, "A phase.", periodic=True)
FREQUENCY = Axis("frequency", "cycles/image", 1, 32, 6, 4, "A ratio.", logarithmic=True)
RADIUS = Axis("radius", "px", 1, 20, 20, 5, "A radius.", extent=True)
CONTRAST = Axis("contrast", "", -1, 1, 5, 1, "A contrast.")


FILL = Axis("fill", "", 0, 2, 3, 0, "How it is filled.", choices=("outline", "filled", "colour"))


def indices(axes, samples, response, baseline):
    """The indices of a single unit."""
    one = table(axes, samples, np.asarray(response, np.float32)[..., None], np.array([baseline], np.float32))
    return of_one(one, 0)


def bump(values, centre, sharpness, period):
    return np.exp(sharpness * (np.cos(2 * np.pi * (values - centre) / period) - 1))


@given(st.floats(0, 179.9), st.floats(0.5, 8))
def test_that_orientation_indices_are_those_of_a_von_mises_curve(centre, sharpness):
    found = indices([ANGLE], [ANGLES], bump(ANGLES, centre, sharpness, 180), 0.0)
    distance = abs((found["preferred orientation (deg)"] - centre + 90) % 180 - 90)
    assert distance < 0.5
    least = math.exp(-2 * sharpness)
    assert found["OSI"] == pytest.approx((1 - least) / (1 + least), abs=0.05)
    # I1(k) / I0(k), the resultant of a von Mises curve, by its integral.
    fine = np.linspace(0, 2 * np.pi, 2001)[:-1]
    weight = np.exp(sharpness * np.cos(fine))
    expected = (weight * np.cos(fine)).sum() / weight.sum()
    assert found["circular variance"] == pytest.approx(1 - expected, abs=0.01)


def test_that_half_width_is_that_of_the_curve():
    found = indices([ANGLE], [ANGLES], bump(ANGLES, 60, 2, 180), 0.0)
    expected = math.degrees(math.acos(1 - math.log(2) / 2)) / 2
    assert found["orientation half width (deg)"] == pytest.approx(expected, abs=0.7)


def test_that_a_period_of_360_gives_a_direction_index():
    response = bump(TURNS, 350, 2, 360) + 0.5 * bump(TURNS, 170, 2, 360)
    found = indices([TURN], [TURNS], response, 0.0)
    assert found["preferred orientation (deg)"] == pytest.approx(350, abs=1)
    assert found["DSI"] == pytest.approx((1.01 - 0.52) / (1.01 + 0.52), abs=0.03)
    # Both ends of an orientation count for the OSI: 1.5 bumps there, and next to nothing across.
    across = 1.5 * 2 * math.exp(-2)
    assert found["OSI"] == pytest.approx((1.53 - across) / (1.53 + across), abs=0.03)


def test_that_a_unit_that_likes_both_ends_alike_prefers_one_of_them():
    response = bump(TURNS, 70, 3, 360) + 0.98 * bump(TURNS, 250, 3, 360)
    found = indices([TURN], [TURNS], response, 0.0)
    assert found["preferred orientation (deg)"] == pytest.approx(70, abs=1)
    assert found["DSI"] < 0.02
    assert found["OSI"] > 0.8


def test_that_responses_count_from_mid_grey_upwards():
    curve = bump(ANGLES, 45, 3, 180)
    raised = indices([ANGLE], [ANGLES], curve + 7, 7.0)
    plain = indices([ANGLE], [ANGLES], curve, 0.0)
    assert raised == pytest.approx(plain)
    sunk = indices([ANGLE], [ANGLES], np.cos(np.deg2rad(2 * (ANGLES - 45))), 0.0)
    assert sunk["OSI"] == pytest.approx(1)


def test_that_a_unit_below_mid_grey_everywhere_has_no_indices():
    assert indices([ANGLE], [ANGLES], np.full(36, -1.0), 0.0) == {}
    assert indices([ANGLE], [ANGLES], np.full(36, np.nan), 0.0) == {}


def test_that_gaps_are_left_out():
    response = bump(ANGLES, 90, 4, 180)
    response[3], response[30] = np.nan, np.inf
    found = indices([ANGLE], [ANGLES], response, float("nan"))
    assert found["preferred orientation (deg)"] == 90
    assert "circular variance" not in found  # the vector average needs even steps
    assert found["OSI"] > 0.99


def test_that_gaps_are_named():
    response = np.ones((36, 6))
    axes, samples = [ANGLE, FREQUENCY], [ANGLES, 2.0 ** np.arange(6)]
    assert gaps(axes, samples, response) == ""
    response[7, 2] = np.nan
    where = "orientation 35 deg, frequency 4 cycles/image"
    assert gaps(axes, samples, response) == f"1 of 216 responses is not a finite number, at {where}."
    response[30] = np.inf
    said = f"7 of 216 responses are not finite numbers, the first at {where}."
    assert gaps(axes, samples, response) == said
    assert gaps(axes, samples, np.full((36, 6), np.nan)) == "None of the responses is a finite number."


def test_that_units_with_gaps_at_different_places_are_told_apart():
    responses = np.stack([bump(ANGLES, centre, 4, 180) for centre in (20, 90, 91, 160)], axis=-1)
    expected = table([ANGLE], [ANGLES], responses, np.zeros(4))
    responses[3, 1], responses[3, 2], responses[:, 3] = np.nan, np.nan, np.nan
    found = table([ANGLE], [ANGLES], responses, np.zeros(4))
    assert found["circular variance"][0] == expected["circular variance"][0]
    assert np.isnan(found["circular variance"][1:]).all()
    np.testing.assert_array_equal(found["preferred orientation (deg)"][1:3], [90, 90])
    assert all(np.isnan(values[3]) for values in found.values())


def test_that_a_closed_range_counts_its_ends_once():
    closed = np.linspace(0, 180, 37)
    found = indices([ANGLE], [closed], bump(closed, 0, 3, 180), 0.0)
    plain = indices([ANGLE], [ANGLES], bump(ANGLES, 0, 3, 180), 0.0)
    assert found["circular variance"] == pytest.approx(plain["circular variance"])


def test_that_a_part_of_the_circle_gives_the_strongest_sample_only():
    part = np.arange(20, 100, 5.0)
    found = indices([ANGLE], [part], bump(part, 40, 4, 180), 0.0)
    assert found["preferred orientation (deg)"] == 40
    assert "circular variance" not in found


def test_that_frequency_and_bandwidth_are_those_of_a_log_gaussian():
    values = np.geomspace(1, 32, 21)
    centre, sigma = math.log2(7.3), 0.6
    found = indices([FREQUENCY], [values], np.exp(-((np.log2(values) - centre) ** 2) / (2 * sigma**2)), 0.0)
    assert math.log2(found["preferred frequency (cycles/image)"]) == pytest.approx(centre, abs=0.02)
    width = 2 * sigma * math.sqrt(2 * math.log(2))
    assert found["frequency bandwidth (octaves)"] == pytest.approx(width, abs=0.03)


def test_that_a_bandwidth_cut_off_by_the_range_is_left_out():
    values = np.geomspace(1, 32, 21)
    assert "frequency bandwidth (octaves)" not in indices([FREQUENCY], [values], values, 0.0)


def test_that_phase_modulation_is_that_of_its_harmonics():
    phases = np.arange(0, 360, 15.0)
    wave = 2 + np.cos(np.deg2rad(phases - 130))
    found = indices([PHASE], [phases], wave, 0.0)
    assert found["F1/F0"] == pytest.approx(0.5)
    assert found["preferred phase (deg)"] == pytest.approx(130)


def test_that_suppression_is_what_the_largest_spot_loses():
    radii = np.arange(1, 21.0)
    response = np.where(radii <= 8, radii, 8 - 0.5 * (radii - 8))
    found = indices([RADIUS], [radii], response, 0.0)
    assert found["preferred radius (px)"] == pytest.approx(8, abs=0.5)
    assert found["surround suppression"] == pytest.approx(0.75)
    grown = indices([RADIUS], [radii], radii, 0.0)
    assert grown["surround suppression"] == 0
    assert grown["preferred radius (px)"] == 20


def test_that_hue_and_plain_axes_are_named_with_their_units():
    response = bump(TURNS, 240, 2, 360)[:, None] * np.array([0, 0.2, 1.0])
    found = indices([HUE, CONTRAST], [TURNS, np.array([-1, 0, 1.0])], response, 0.0)
    assert found["preferred hue (deg)"] == pytest.approx(240, abs=0.5)
    assert found["preferred contrast"] == 1
    assert 0.6 < found["hue selectivity"] < 0.8


def test_that_half_width_on_a_plain_axis_is_that_of_the_curve():
    values = np.linspace(-1, 1, 41)
    contrast = Axis("contrast", "", -1, 1, 41, 1, "A contrast.")
    found = indices([contrast], [values], np.exp(-((values - 0.1) ** 2) / (2 * 0.2**2)), 0.0)
    assert found["preferred contrast"] == pytest.approx(0.1, abs=0.005)
    assert found["contrast half width"] == pytest.approx(0.2 * math.sqrt(2 * math.log(2)), abs=0.005)


def test_that_a_choice_is_named_by_its_number_and_has_no_width():
    found = indices([FILL], [np.array([0, 1, 2.0])], np.array([0.2, 0.9, 0.3]), 0.0)
    assert found["preferred fill"] == 1
    assert set(found) == {"preferred fill", "sparseness", "drive"}


def test_that_the_drive_is_what_the_best_stimulus_adds_to_mid_grey():
    assert indices([ANGLE], [ANGLES], 5 + 2 * bump(ANGLES, 45, 3, 180), 4.0)["drive"] == pytest.approx(3)


def test_that_colour_selectivity_is_what_is_lost_without_colour():
    best, grey = np.array([4, 4, 4, 0.0]), np.array([0, 3, 5, 0.0])
    np.testing.assert_array_equal(colour_selectivity(best, grey), [1, 0.25, 0, np.nan])


def test_that_each_axis_is_read_through_the_strongest_response():
    values = np.geomspace(1, 32, 11)
    tuned = bump(ANGLES, 30, 3, 180)[:, None] * np.exp(-((np.log2(values) - 2) ** 2))
    tuned[:, 9:] = 0.1  # a broad weak response elsewhere must not matter
    found = indices([ANGLE, FREQUENCY], [ANGLES, values], tuned, 0.0)
    assert found["preferred orientation (deg)"] == pytest.approx(30, abs=0.5)
    assert found["preferred frequency (cycles/image)"] == pytest.approx(4, rel=0.03)


def test_that_sparseness_runs_from_all_alike_to_one_alone():
    alone = np.zeros(36)
    alone[4] = 3
    assert indices([ANGLE], [ANGLES], alone, 0.0)["sparseness"] == pytest.approx(1)
    assert indices([ANGLE], [ANGLES], np.ones(36), 0.0)["sparseness"] == pytest.approx(0, abs=1e-9)


def test_that_a_single_stimulus_is_no_error():
    assert indices([ANGLE], [np.array([10.0])], np.array([2.0]), 0.0)["preferred orientation (deg)"] == 10


def test_that_a_table_holds_every_unit():
    curves = [bump(ANGLES, 20, 3, 180), bump(ANGLES, 110, 3, 180) + 5]
    responses = np.stack(curves, axis=-1)
    found = table([ANGLE], [ANGLES], responses, np.array([0, 5.0]))
    assert found["preferred orientation (deg)"] == pytest.approx([20, 110], abs=0.5)
    assert {values.dtype for values in found.values()} == {np.dtype(np.float32)}
    assert {values.shape for values in found.values()} == {(2,)}


@given(st.floats(-2, 2), st.floats(0.1, 5))
def test_that_a_vertex_is_that_of_the_parabola(centre, height):
    x = np.array([centre - 1.0, centre + 0.2, centre + 0.9])
    parabola = (height - (x - centre) ** 2)[:, None]
    assert vertex(np.tile(x[:, None], 2), np.tile(parabola, 2)) == pytest.approx([centre] * 2, abs=1e-9)


def test_that_a_crossing_is_found_along_the_line_between_samples():
    curves = np.array([[4, 3, 1.0], [4, 3, 3], [1, 4, 2]]).T
    found = half_crossing(np.array([0, 1, 2.0]), curves, np.array([0, 0, 1]))
    np.testing.assert_allclose(found, [1.5, np.nan, 2])
