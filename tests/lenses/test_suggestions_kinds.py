"""Groups of like units that kernels, tuning and responses tell, and how pairs are joined to groups."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.lenses.run import result
from inspector.lenses.suggestions import Suggestion
from inspector.lenses.suggestions.by_responses import correlated
from inspector.lenses.suggestions.clustering import chained, clusters
from inspector.lenses.suggestions.kernel_kinds import described
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from tests.lenses.suggestion_networks import (
    SIDE,
    WIDE,
    X,
    Y,
    blob,
    gabor,
    grey,
    network_of,
    ring,
    units,
)


def test_that_oriented_units_come_along_their_preferred_angle():
    angles = (120, 30, 90, 0, 60, 150, 95)
    network = network_of([*(gabor(angle) for angle in angles), blob(1, 0, 0), ring()])
    found = result("suggestions", network, "0", by="tuning", families=("grating",))
    assert units(found, "Oriented") == (3, 1, 4, 2, 6, 0, 5)
    assert units(found, "at about 90°") == (2, 6)
    assert found.groups[0].words[0] == "0 deg"
    assert all(sure >= 0.5 for sure in (s for group in found.groups for _, s in group.members))
    assert "OSI of 0.5 or more" in found.groups[0].source


def test_that_colour_units_come_by_hue_and_light_ones_do_not():
    colours = [(1, 0, 0), (0, 0, 1), (0.9, 0.15, 0), (0, 1, 0)]
    network = network_of([*(blob(*colour) for colour in colours), grey(np.exp(-(X**2 + Y**2) / 8))])
    found = result("suggestions", network, "0", by="tuning", families=("hue",))
    assert set(units(found, "Tuned to hue")) == {0, 1, 2, 3}
    assert set(units(found, "Tuned to red")) == {0, 2}


def test_that_first_layer_kernels_are_told_apart():
    kernels = [
        gabor(0), gabor(70), gabor(120, phase=np.pi / 2), ring(), ring(-1.0),
        grey(np.exp(-(X**2 + Y**2) / 8)), -grey(np.exp(-(X**2 + Y**2) / 12)),
        *(np.array(c)[:, None, None] * gabor(45, 0.1, np.pi / 2)[0] for c in ((1, -1, 0), (0.5, 0.5, -1))),
        *(np.array(c)[:, None, None] * ring()[0] for c in ((1, -1, 0), (0.5, 0.5, -1))),
        np.zeros((3, WIDE, WIDE)),
    ]  # fmt: skip
    network = network_of(kernels)
    for node in ("0", "1"):  # and of the nonlinearity behind it
        found = result("suggestions", network, node, by="kernels")
        assert {group.name: set(group.units) for group in found.groups} == {
            "Gabor": {0, 1, 2},
            "Centre-surround": {3, 4},
            "Brightness": {5, 6},
            "Colour contrast": {7, 8},
            "Colour centre-surround": {9, 10},
        }
    assert units(found, "Gabor") == (0, 1, 2)  # along their angle


@pytest.mark.parametrize("angle", [0, 20, 45, 77, 90, 130, 170])
def test_that_a_gabors_angle_is_the_planted_one(angle):
    found = described(gabor(angle).transpose(1, 2, 0).astype(np.float32))
    assert found.kind == "Gabor"
    assert abs((found.along - angle + 90) % 180 - 90) < 3


def test_that_deeper_units_are_grouped_by_what_they_are_made_of():
    torch.manual_seed(0)
    first, second = nn.Conv2d(3, 6, 3), nn.Conv2d(6, 5, 3)
    with torch.no_grad():
        second.weight[3] = second.weight[1] * 2 + 0.05 * second.weight[3]
    preprocessing = Preprocessing((16, 16))
    network = Network(nn.Sequential(first, nn.ReLU(), second), name="deep", preprocessing=preprocessing)
    found = result("suggestions", network, "2", by="kernels")
    assert [set(group.units) for group in found.groups] == [{1, 3}]
    assert found.groups[0].confidence > 0.9


def test_that_units_that_fire_together_are_grouped(tmp_path):
    random = np.random.default_rng(0)
    for number in range(30):
        pixels = random.integers(0, 256, (7, 7, 3), np.uint8)
        Image.fromarray(pixels).resize((SIDE, SIDE), Image.Resampling.BICUBIC).save(
            tmp_path / f"{number}.png"
        )
    kernels = [gabor(0), blob(1, 0, 0), 2 * gabor(2), blob(1, 0.05, 0), gabor(90), np.zeros((3, WIDE, WIDE))]
    network = network_of(kernels)
    found = result("suggestions", network, "1", by="responses", pictures=(str(tmp_path),), likeness=0.8)
    assert sorted(sorted(group.units) for group in found.groups) == [[0, 2], [1, 3]]
    assert "Only 30 pictures" in found.note
    assert "a mean correlation of 0.8 or more" in found.groups[0].source


def test_that_correlation_is_numpys_and_still_units_have_none():
    values = np.random.default_rng(0).normal(size=(40, 5)).astype(np.float32)
    values[:, 3] = 7
    table, expected = correlated(values), np.corrcoef(np.delete(values, 3, 1).T)
    np.testing.assert_allclose(np.delete(np.delete(table, 3, 0), 3, 1), expected, atol=1e-6)
    assert np.isnan(table[3]).all()
    assert np.isnan(table[:, 3]).all()


def test_that_average_linkage_keeps_to_its_promise():
    random = np.random.default_rng(3)
    table = correlated(random.normal(size=(12, 30)).astype(np.float32))
    for members in clusters(table, 0.4):
        group = [unit for unit, _ in members]
        pairs = [table[a, b] for a in group for b in group if a < b]
        # The two halves that joined last were alike by 0.4 on the average; members are told by that mean.
        assert all(
            sure == pytest.approx(max(np.mean([table[unit, o] for o in group if o != unit]), 0))
            for unit, sure in members
        )
        assert np.mean(pairs) >= 0.4


def test_that_pairs_are_chained_like_a_graphs_components():
    import networkx

    random = np.random.default_rng(5)
    for _ in range(50):
        pairs = [tuple(map(int, pair)) for pair in random.integers(0, 12, (random.integers(0, 9), 2))]
        graph = networkx.Graph([pair for pair in pairs if pair[0] != pair[1]])
        expected = sorted(sorted(part) for part in networkx.connected_components(graph))
        assert chained(pair for pair in pairs if pair[0] != pair[1]) == expected


def test_that_a_suggestion_tells_its_units_and_its_mean_confidence():
    made = Suggestion("a", "kernels", "n", ((3, 0.5), (1, 1.0)), "because")
    assert (made.units, made.confidence) == ((3, 1), 0.75)
