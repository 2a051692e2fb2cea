"""Side by side: which pictures a unit answers most to, how two units correlate, small pictures by name."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from inspector.jobs.bench import Bench
from inspector.jobs.comparison import ShownPictures
from inspector.jobs.side_by_side import SIDE, SmallPictures, correlation, strongest
from inspector.lenses.base import Partial
from inspector.lenses.comparison import Comparison, Responses
from inspector.network.location import Location
from inspector.pictures.decode import from_image
from inspector.probe.cancel import CancelToken

VALUES = np.array([[1, 5, 0], [3, 5, 2], [2, 5, 4], [9, 5, 6]], np.float32)


@pytest.fixture
def comparison() -> Comparison:
    return Comparison(
        Responses("one", {"a": VALUES}),
        Responses("two", {"b": -VALUES[:, ::-1]}),
        np.zeros((1, 1), np.float32),
        ("p", "q", "r", "s"),
        "pictures",
        "max",
    )


def test_that_the_strongest_pictures_of_a_unit_come_first(comparison):
    assert strongest(comparison, Location("one", "a", 0), 3) == [3, 1, 2]
    assert strongest(comparison, Location("two", "b", 2), 2, second=True) == [0, 2]
    assert strongest(comparison, Location("one", "a", 1), 2) == [0, 1], "all alike: in their order"
    for nowhere in (Location("one", "c", 0), Location("one", "a", 3), Location("one", "a")):
        assert strongest(comparison, nowhere, 2) == []


def test_that_two_units_correlate_over_the_pictures_and_constant_ones_with_none(comparison):
    found = correlation(comparison, Location("one", "a", 0), Location("two", "b", 0))
    assert found == pytest.approx(np.corrcoef(VALUES[:, 0], -VALUES[:, 2])[0, 1])
    assert correlation(comparison, Location("one", "a", 0), Location("two", "b", 2)) == pytest.approx(-1)
    assert np.isnan(correlation(comparison, Location("one", "a", 1), Location("two", "b", 0)))
    assert np.isnan(correlation(comparison, Location("one", "c", 1), Location("two", "b", 0)))


def test_that_small_pictures_are_opened_by_their_names():
    colours = {"red": (255, 0, 0), "green": (0, 255, 0), "blue": (0, 0, 255)}
    pictures = tuple(from_image(Image.new("RGB", (300, 200), c), name) for name, c in colours.items())
    request = SmallPictures(ShownPictures(pictures), ("blue", "red"))
    updates = list(request.start(Bench(), CancelToken()))
    partial = [update.payload for update in updates if isinstance(update, Partial)]
    assert [list(found) for found in partial] == [["red"], ["red", "blue"]]
    assert partial[-1]["blue"].shape == (75, SIDE, 3)
    assert partial[-1]["blue"][0, 0].tolist() == [0, 0, 255]
