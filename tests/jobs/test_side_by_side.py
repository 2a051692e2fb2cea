"""Side by side: which pictures a unit answers most to, how two units correlate, what it saw of them."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.jobs.bench import Bench
from inspector.jobs.comparison import ShownPictures
from inspector.jobs.side_by_side import SIDE, CropExamples, correlation, strongest
from inspector.lenses.base import Partial
from inspector.lenses.comparison import Comparison, Responses
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
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


@pytest.fixture
def bench():
    """A network of one unit that answers to a red square of 3 x 3, and one that sees all of it."""
    module = nn.Sequential(
        nn.Conv2d(3, 1, 3, bias=False), nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(1, 1)
    )
    with torch.no_grad():
        module[0].weight.zero_()
        module[0].weight[0, 0] = 1
    bench = Bench()
    bench.put(Network(module, name="n", preprocessing=Preprocessing((64, 64))))
    return bench


def run(bench, location, pictures, names):
    updates = list(CropExamples(location, ShownPictures(pictures), names).start(bench, CancelToken()))
    return [update.payload for update in updates if isinstance(update, Partial)]


def test_that_examples_are_cut_out_where_the_maximum_saw_them(bench):
    places, pictures = [(40, 8), (5, 50)], []
    for row, column in places:
        pixels = np.zeros((64, 64, 3), np.uint8)
        pixels[row : row + 3, column : column + 3, 0] = 255
        pictures.append(from_image(Image.fromarray(pixels), f"{row}"))
    found = run(bench, Location("n", "0", 0), tuple(pictures), ("40", "5"))[-1]
    side = 9  # a seventh of the picture, as dataset examples have it: the field itself is three pixels
    for row, _ in places:
        crop = found[f"{row}"]
        assert crop.shape == (side, side, 3)
        reds = np.argwhere(crop[..., 0] > 0)
        assert reds.min(0).tolist() == [3, 3]
        assert reds.max(0).tolist() == [5, 5]


def test_that_a_unit_without_a_place_shows_whole_pictures_and_only_those_wanted(bench):
    colours = {"red": (255, 0, 0), "green": (0, 255, 0), "blue": (0, 0, 255)}
    pictures = tuple(from_image(Image.new("RGB", (300, 200), c), name) for name, c in colours.items())
    (found,) = run(bench, Location("n", "3", 0), pictures, ("blue", "red"))
    assert list(found) == ["red", "blue"]
    assert found["blue"].shape == (96, SIDE, 3)
    assert found["blue"][0, 0].tolist() == [0, 0, 255]
