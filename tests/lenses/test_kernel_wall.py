"""The kernel wall finds factors, groups and branches that were planted."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.kernel_wall.factors import as_rows, by_likeness, non_negative, one_sided, singular
from inspector.lenses.run import result
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing


def network(module):
    torch.manual_seed(1)
    return Network(module, name="n", preprocessing=Preprocessing((16, 16)))


def planted(rng, units=18, inputs=20):
    """Three families of kernels, each reading other inputs at another place, shuffled."""
    family = rng.permutation(units) % 3
    weights = 0.01 * rng.normal(size=(units, inputs, 3, 3)).astype(np.float32)
    for unit in range(units):
        readers = slice(6 * family[unit], 6 * family[unit] + 6)
        weights[unit, readers, family[unit], 1] += 1.0
    return weights, family


def test_that_the_three_planted_families_become_three_colours_that_stand_together():
    weights, family = planted(np.random.default_rng(0))
    made = network(nn.Sequential(nn.Conv2d(3, 20, 3, padding=1), nn.ReLU(), nn.Conv2d(20, 18, 3, padding=1)))
    with torch.no_grad():
        made.module[2].weight.copy_(torch.as_tensor(weights))
    wall = result("kernel-wall", made, "n/2")
    assert wall.rgb.shape == (18, 3, 3, 3)
    assert sorted(wall.order.tolist()) == list(range(18))
    colours = wall.rgb.max(axis=(1, 2)).argmax(axis=1)
    assert len({(f, c) for f, c in zip(family, colours, strict=True)}) == 3, "one colour a family"
    changes = sum(a != b for a, b in zip(family[wall.order], family[wall.order][1:], strict=False))
    assert changes == 2, "families stand together"
    places = wall.positions.reshape(18, -1).argmax(axis=1)
    np.testing.assert_array_equal(places, family * 3 + 1)
    assert wall.errors[0] < 0.2
    assert wall.rgb.min() >= 0
    assert wall.rgb.max() <= 1


def test_that_one_sided_factors_keep_the_sign_in_space_and_none_in_the_inputs():
    rng = np.random.default_rng(3)
    inputs = np.zeros((3, 12))
    for factor in range(3):
        inputs[factor, 4 * factor : 4 * factor + 4] = 1 + rng.random(4)
    signed = rng.normal(size=(90, 3))
    found, channels, error = one_sided(signed @ inputs, 0)
    assert error < 1e-3
    assert channels.min() >= 0
    np.testing.assert_allclose(np.linalg.norm(channels, axis=1), 1, rtol=1e-4)
    np.testing.assert_allclose(found @ channels, signed @ inputs, atol=0.02)
    assert (found < 0).any()
    assert (found > 0).any()


def test_that_positive_and_negative_weights_of_an_input_are_apart():
    rows = np.zeros((8, 2))
    rows[:4, 0], rows[4:, 0] = 1, -1
    found, error = non_negative(rows, 0)
    assert error < 1e-3
    assert not np.allclose(found[0], found[4]), "excitation and inhibition differ in colour"
    assert found.shape == (8, 3)


def test_that_groups_lie_apart_in_the_plane_of_singular_vectors():
    weights = np.zeros((10, 8, 1, 1), np.float32)
    rng = np.random.default_rng(2)
    weights[:5, :4], weights[5:, 4:] = rng.normal(size=(5, 4, 1, 1)), 2 * rng.normal(size=(5, 4, 1, 1))
    points, shares = singular(weights)
    absolute = np.abs(weights[..., 0, 0])
    values = np.linalg.svd(absolute)[1]
    assert shares == pytest.approx(tuple(values[:2] ** 2 / (values**2).sum()), rel=1e-5)
    np.testing.assert_allclose(np.linalg.norm(points, axis=0), values[:2], rtol=1e-5)
    near = np.abs(points).argmax(axis=1)
    assert set(near[:5]) != set(near[5:])


def test_that_silent_units_come_last_and_few_units_are_no_obstacle():
    assert by_likeness(np.array([[0.0, 0], [1, 0]])).tolist() == [1, 0]
    assert by_likeness(np.array([[1.0, 0], [0, 0], [0, 1], [1, 0.1]])).tolist()[-1] == 1


def test_that_rows_are_units_and_positions():
    weights = np.arange(2 * 3 * 2 * 2).reshape(2, 3, 2, 2)
    np.testing.assert_array_equal(as_rows(weights)[5], weights[1, :, 0, 1])


class Branches(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 6, 3, padding=1)
        self.small, self.large = nn.Conv2d(6, 4, 1), nn.Conv2d(6, 5, 5, padding=2)

    def forward(self, x):
        x = self.stem(x)
        return torch.cat([self.small(x), self.large(x)], 1)


def test_that_branches_are_told_apart_with_their_statistics():
    made = network(Branches())
    wall = result("kernel-wall", made, "n/cat")
    assert wall.groups == ("small", "large")
    assert wall.group.tolist() == [0] * 4 + [1] * 5
    small, large = wall.branches
    assert (small.name, small.units, small.inputs, small.size) == ("small", 4, 6, (1, 1))
    assert (large.name, large.units, large.inputs, large.size) == ("large", 5, 6, (5, 5))
    weight = made.module.large.weight
    assert large.norm == pytest.approx(float(weight.flatten(1).norm(dim=1).mean()), rel=1e-5)
    assert large.positive == pytest.approx(float(weight.clamp(min=0).sum() / weight.abs().sum()), rel=1e-5)
    assert small.centre == pytest.approx(1.0)
    expected = (weight[:, :, 2, 2] ** 2).sum() / (weight**2).sum()
    assert large.centre == pytest.approx(float(expected), rel=1e-5)
    assert np.count_nonzero(wall.positions[0]) == 1, "a small kernel stands in the middle of the large ones"


def test_that_groups_of_a_grouped_convolution_are_named():
    made = network(nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(8, 8, 3, groups=2)))
    wall = result("kernel-wall", made, "n/1")
    assert wall.groups == ("group 0", "group 1")
    assert wall.group.tolist() == [0] * 4 + [1] * 4


def test_that_a_node_that_reads_the_picture_is_refused_in_a_sentence():
    with pytest.raises(InspectorError, match="no kernels on units before it"):
        result("kernel-wall", network(nn.Sequential(nn.Conv2d(3, 4, 3))), "n/0")
