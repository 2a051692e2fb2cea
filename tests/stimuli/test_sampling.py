"""Sample values of axes, the checks on them and the order of measuring."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from inspector.network.errors import InspectorError
from inspector.stimuli.axes import Axis
from inspector.stimuli.ranges import choice
from inspector.stimuli.sampling import check_count, checked, coarse_first, samples
from inspector.stimuli.thumbnails import thumbnail_side, thumbnails

ANGLE = Axis("orientation", "deg", 0, 180, 36, 0, "An angle.", periodic=True, minimum=-360, maximum=720)
RATIO = Axis("frequency", "cycles/image", 1, 32, 6, 4, "A ratio.", minimum=0.1, maximum=48, logarithmic=True)


def test_that_a_periodic_axis_is_sampled_in_steps_of_5_deg_without_its_end():
    np.testing.assert_allclose(samples(ANGLE), np.arange(0, 180, 5))


def test_that_a_logarithmic_axis_is_sampled_by_ratio():
    np.testing.assert_allclose(samples(RATIO), [1, 2, 4, 8, 16, 32])


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([], "no values"),
        ([1, float("nan")], "finite"),
        ([float("inf")], "finite"),
        ([8, 4, 2], "rise"),
        ([4, 4], "rise"),
        ([0.01, 4], "0.01 lies outside of 0.1 to 48 cycles/image"),
        ([4, 49], "49 lies outside"),
        (["many"], "must be numbers"),
    ],
)
def test_that_values_that_make_no_sense_are_refused_in_one_sentence(values, said):
    with pytest.raises(InspectorError, match=said) as caught:
        checked(RATIO, values)
    assert "frequency" in str(caught.value)
    assert str(caught.value).endswith(".")


def test_that_an_absurd_number_of_stimuli_is_refused():
    check_count([200, 100])
    with pytest.raises(InspectorError, match=r"201 x 100 makes 20,100 stimuli; at most 20,000"):
        check_count([201, 100])
    with pytest.raises(InspectorError, match="at most"):
        check_count([10**9, 10**9, 10**9])


@given(st.lists(st.integers(1, 40), min_size=1, max_size=3).filter(lambda shape: np.prod(shape) <= 5000))
def test_that_the_order_visits_every_point_once(shape):
    order = coarse_first(shape)
    assert sorted(order.tolist()) == list(range(int(np.prod(shape))))


def test_that_every_8th_point_comes_first_then_those_between():
    order = coarse_first([36]).tolist()
    assert order[:5] == [0, 8, 16, 24, 32]
    assert order[5:9] == [4, 12, 20, 28]
    assert set(order[9:18]) == set(range(2, 36, 4))
    grid = coarse_first([36, 12])
    assert {tuple(point) for point in np.stack(np.unravel_index(grid[:10], (36, 12)), 1).tolist()} == {
        (a, b) for a in range(0, 36, 8) for b in (0, 8)
    }


def test_that_thumbnails_keep_form_and_stand_on_grey():
    pictures = torch.zeros(2, 3, 100, 200)
    pictures[1, 0] = 1
    small = thumbnails(pictures, 64)
    assert small.shape == (2, 64, 64, 3)
    assert small.dtype == np.uint8
    assert (small[:, :15] == 128).all()
    assert (small[1, 17:47] == (255, 0, 0)).all()


def test_that_thumbnails_average_what_they_reduce():
    checks = (torch.arange(128).view(1, 1, -1, 1) + torch.arange(128).view(1, 1, 1, -1)) % 2
    assert np.abs(thumbnails(checks.expand(1, 3, -1, -1).float(), 64).astype(int) - 128).max() <= 1


def test_that_thumbnails_are_never_larger_than_the_stimulus_and_smaller_for_many():
    assert thumbnail_side((32, 28), 10) == 32
    assert thumbnail_side((224, 224), 10) == 64
    assert thumbnail_side((224, 224), 20_000) == 48


def test_that_an_axis_of_choices_has_its_numbers_and_nothing_between_them():
    fill = choice("fill", "A kind.", "outline", "filled", "coloured")
    np.testing.assert_array_equal(samples(fill), [0, 1, 2])
    np.testing.assert_array_equal(checked(fill, [0, 2]), [0, 2])
    with pytest.raises(InspectorError, match=r"fill is one of 0 \(outline\), 1 \(filled\), 2 \(coloured\)"):
        checked(fill, [0.5])
    with pytest.raises(InspectorError, match="fill = 3 lies outside of 0 to 2"):
        checked(fill, [3])
