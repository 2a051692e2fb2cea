"""Expanded weights are the product of kernels where a network is linear, and linear where it is not."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from inspector.lenses.family_weights import order_by
from inspector.lenses.run import result
from inspector.network.errors import AddressError, InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.decode import from_image

SIDE = 24


def network(module):
    torch.manual_seed(3)
    for child in module.modules():
        if isinstance(child, nn.BatchNorm2d):
            nn.init.normal_(child.weight)
            nn.init.uniform_(child.running_var, 0.2, 3)
    return Network(module, name="n", preprocessing=Preprocessing((SIDE, SIDE)))


def conv(inputs, outputs, size=3, **options):
    return nn.Conv2d(inputs, outputs, size, padding=size // 2, **options)


def product(*kernels):
    """The kernel [out, in, h, w] of convolutions one after the other: correlation, written out."""
    made = kernels[0].double()
    for kernel in kernels[1:]:
        kernel = kernel.double()
        out, _, height, width = kernel.shape
        total = torch.zeros(
            out, made.shape[1], made.shape[2] + height - 1, made.shape[3] + width - 1, dtype=torch.float64
        )
        for y in range(height):
            for x in range(width):
                part = torch.einsum("om,mihw->oihw", kernel[:, :, y, x], made)
                total[:, :, y : y + made.shape[2], x : x + made.shape[3]] += part
        made = total
    return made.numpy()


def kernels_of(made, address, source, **options):
    found = result("expanded-weights", made, address, source=source, top=10_000, **options)
    return {c.unit: c for c in found.inputs}, found


@pytest.mark.parametrize("activation", [nn.Identity, nn.ReLU, nn.GELU, lambda: nn.ReLU(inplace=True)])
def test_that_expanded_weights_are_the_explicit_product_of_kernels(activation):
    made = network(
        nn.Sequential(
            conv(3, 5), activation(), conv(5, 4), activation(), conv(4, 6, 1), activation(), conv(6, 3, 5)
        )
    )
    weights = [made.module[i].weight for i in (2, 4, 6)]
    expected = product(*weights)
    for unit in range(3):
        found, whole = kernels_of(made, f"n/6/{unit}", "0")
        assert whole.label == "linear approximation"
        assert set(found) == set(range(5))
        for source, one in found.items():
            assert one.kernel.shape == (7, 7)
            np.testing.assert_allclose(one.kernel, expected[unit, source], atol=1e-5)
            assert one.norm == pytest.approx(np.sqrt((expected[unit, source] ** 2).sum()), rel=1e-4)


def test_that_batch_norm_is_folded_in():
    made = network(nn.Sequential(conv(3, 5), nn.BatchNorm2d(5), nn.ReLU(), conv(5, 4)))
    norm = made.module[1]
    slope = norm.weight / (norm.running_var + norm.eps).sqrt()
    found, _ = kernels_of(made, "n/3/2", "0")
    for unit, one in found.items():
        np.testing.assert_allclose(one.kernel, made.module[3].weight[2, unit] * slope[unit], atol=1e-5)


@pytest.mark.parametrize("pool", [nn.MaxPool2d(2), nn.AvgPool2d(2)])
def test_that_max_pooling_counts_as_an_average(pool):
    made = network(nn.Sequential(conv(3, 4), pool, conv(4, 2)))
    found, _ = kernels_of(made, "n/2/1", "0")
    for unit, one in found.items():
        expected = made.module[2].weight[1, unit].repeat_interleave(2, 0).repeat_interleave(2, 1) / 4
        np.testing.assert_allclose(one.kernel, expected, atol=1e-6)


def test_that_max_pooling_is_linearised_at_a_picture():
    from PIL import Image

    made = network(nn.Sequential(conv(3, 4), nn.ReLU(), nn.MaxPool2d(2), conv(4, 2, 1)))
    rng = np.random.default_rng(4)
    picture = from_image(Image.fromarray(rng.integers(0, 255, (SIDE, SIDE, 3), np.uint8)), "noise")
    found, whole = kernels_of(made, "n/3/1", "0", pooling="picture", picture=picture)
    assert whole.at == "noise"
    middle = SIDE // 4
    maps = F.relu(made.module[0](made.preprocessing(picture.image)[None]))[0]
    for unit in range(4):
        block = maps[unit, 2 * middle : 2 * middle + 2, 2 * middle : 2 * middle + 2]
        weights = made.module[3].weight[1, unit, 0, 0]
        if block.max() > 0:
            kernel = torch.as_tensor(found[unit].kernel)
            assert int((kernel != 0).sum()) == 1, "only the position that won counts"
            assert float(kernel.sum()) == pytest.approx(float(weights), rel=1e-5)


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem, self.one, self.two, self.left, self.right = (
            conv(3, 4),
            conv(4, 4),
            conv(4, 4),
            conv(4, 3),
            conv(4, 2, 1),
        )
        self.last = conv(5, 2)

    def forward(self, x):
        x = self.stem(x)
        out = self.two(F.relu(self.one(x)))
        out += x
        out.relu_()
        return self.last(torch.cat([self.left(out), self.right(out)], 1))


def test_that_residual_additions_and_concatenations_are_linear_too():
    made = network(Residual())
    m = made.module
    identity = torch.zeros(4, 4, 5, 5)
    identity[range(4), range(4), 2, 2] = 1
    block = torch.as_tensor(product(m.one.weight, m.two.weight)) + identity
    wide = torch.zeros(5, 4, 3, 3)
    wide[:3], wide[3:, :, 1:2, 1:2] = m.left.weight, m.right.weight
    expected = product(block, wide, m.last.weight)
    for unit in range(2):
        found, _ = kernels_of(made, f"n/last/{unit}", "stem")
        for source, one in found.items():
            np.testing.assert_allclose(one.kernel, expected[unit, source], atol=1e-5)


def test_that_a_linear_layer_over_a_map_gives_a_picture_per_unit():
    made = network(nn.Sequential(conv(3, 4), nn.ReLU(), nn.MaxPool2d(4), nn.Flatten(), nn.Linear(4 * 36, 3)))
    found, _ = kernels_of(made, "n/4/1", "2")
    weight = made.module[4].weight.view(3, 4, 6, 6)
    for unit, one in found.items():
        np.testing.assert_allclose(one.kernel, weight[1, unit], atol=1e-6)


def test_that_nearest_weights_and_expanded_ones_agree_where_nodes_are_next_to_each_other():
    made = network(nn.Sequential(conv(3, 4), nn.BatchNorm2d(4), nn.ReLU(), conv(4, 6)))
    near = result("weights", made, "n/3/2").inputs
    far = result("expanded-weights", made, "n/3/2", source="0").inputs
    assert [(c.node, c.unit) for c in near] == [(c.node, c.unit) for c in far]
    for one, other in zip(near, far, strict=True):
        np.testing.assert_allclose(one.kernel, other.kernel, atol=1e-5)


def test_that_what_cannot_be_expanded_is_refused_in_a_sentence():
    made = network(Residual())
    with pytest.raises(InspectorError, match="left does not lead to right"):
        result("expanded-weights", made, "n/right/0", source="left")
    with pytest.raises(InspectorError, match="last does not lead to stem"):
        result("expanded-weights", made, "n/stem/0", source="last")
    with pytest.raises(AddressError, match="looks at a unit"):
        result("expanded-weights", made, "n/last", source="stem")
    with pytest.raises(AddressError, match="no node"):
        result("expanded-weights", made, "n/last/0", source="nowhere")


def test_that_a_family_against_a_family_is_the_matrix_of_expanded_kernels():
    made = network(Residual())
    found = result("family-weights", made, "n/last", units=(1, 0), source="stem", sources=(3, 0, 2))
    assert found.kernels.shape == (2, 3, 9, 9), "all kernels of one size"
    for row, unit in enumerate((1, 0)):
        alone, _ = kernels_of(made, f"n/last/{unit}", "stem")
        for column, source in enumerate((3, 0, 2)):
            np.testing.assert_allclose(found.kernels[row, column], alone[source].kernel, atol=1e-6)


def test_that_a_family_takes_the_strongest_of_the_other_node_where_none_are_named():
    made = network(nn.Sequential(conv(3, 6), conv(6, 3)))
    with torch.no_grad():
        made.module[1].weight[:, (1, 4)] *= 20
    assert result("family-weights", made, "n/1/0", source="0", most=2).sources == (1, 4)


def test_that_families_are_sorted_by_what_they_are_tuned_to():
    """Four line detectors, shuffled: the measured preferred orientation puts them in order."""
    turns = (90, 0, 135, 45)
    made = network(nn.Sequential(nn.Conv2d(3, 4, 9, padding=4, bias=False), conv(4, 2)))
    grid = torch.arange(9) - 4.0
    y, x = torch.meshgrid(grid, grid, indexing="ij")
    with torch.no_grad():
        for unit, turn in enumerate(np.deg2rad(turns)):
            across = x * np.sin(turn) + y * np.cos(turn)
            wave = torch.cos(across * 1.2) * torch.exp(-(x**2 + y**2) / 10)
            made.module[0].weight[unit] = (wave - wave.mean()).expand(3, -1, -1)
    found = result(
        "family-weights", made, "n/1", units=(0, 1), source="0", sources=(0, 1, 2, 3), tuning="grating"
    )
    name = next(name for name in found.source_values if "preferred orientation" in name)
    order = order_by(found.source_values, name, 4)
    angles = [turns[place] for place in order]
    # Neighbours differ by 45 deg all the way: only where the circle is cut is left open.
    assert {(b - a) % 180 for a, b in pairwise(angles)} in ({45}, {135})
    assert order_by(found.source_values, "", 4) == [0, 1, 2, 3]


def test_that_users_are_the_same_product_seen_from_the_other_end():
    """A unit's kernel among the users is the kernel that the user's own inputs list for the unit."""
    made = network(nn.Sequential(conv(3, 5), nn.ReLU(), conv(5, 4), nn.ReLU(), conv(4, 6, 1)))
    expected = product(made.module[2].weight, made.module[4].weight)
    for unit in range(5):
        found = result("expanded-weights", made, f"n/0/{unit}", target="4", top=10)
        assert found.target == "4"
        assert found.inputs == ()
        assert found.user_count == 6
        norms = [one.norm for one in found.users]
        assert norms == sorted(norms, reverse=True)
        assert {one.unit for one in found.users} == set(range(6))
        for one in found.users:
            np.testing.assert_allclose(one.kernel, expected[one.unit, unit], atol=1e-5)


def test_that_both_sides_can_be_had_at_once():
    made = network(nn.Sequential(conv(3, 4), nn.ReLU(), conv(4, 5), nn.ReLU(), conv(5, 2)))
    found = result("expanded-weights", made, "n/2/1", source="0", target="4")
    assert {one.node for one in found.inputs} == {"0"}
    assert {one.node for one in found.users} == {"4"}


@pytest.mark.parametrize("channels", ["RGB", "BGR"])
def test_that_weights_reach_down_to_the_colours_of_the_picture(channels):
    """The product of kernels, over the spread that preprocessing divides each colour by."""
    made = network(nn.Sequential(conv(3, 4), nn.ReLU(), conv(4, 2)))
    std = (0.2, 0.5, 0.25)
    made.preprocessing = Preprocessing((SIDE, SIDE), channels=channels, std=std)
    expected = product(made.module[0].weight, made.module[2].weight)[1] / np.reshape(std, (3, 1, 1))
    if channels == "BGR":
        expected = expected[::-1]
    found = result("expanded-weights", made, "n/2/1", source="picture")
    assert len(found.inputs) == 3
    for one in found.inputs:
        assert one.node == "picture"
        np.testing.assert_allclose(one.kernel, expected[one.unit], atol=1e-5)
    assert found.colours.shape == (5, 5, 3)
    drawn = 0.5 + np.moveaxis(expected, 0, 2) / (2 * np.abs(expected).max())
    np.testing.assert_allclose(found.colours, drawn, atol=1e-5)


def test_that_the_first_layer_expanded_to_the_picture_is_its_kernel_drawn_raw():
    made = network(nn.Sequential(conv(3, 4)))
    expected = result("kernels", made, "n/0").kernels
    for unit in range(4):
        found = result("expanded-weights", made, f"n/0/{unit}", source="picture")
        np.testing.assert_allclose(found.colours, expected[unit], atol=1e-5)


def test_that_a_node_called_picture_goes_before_the_picture():
    class Named(nn.Module):
        def __init__(self):
            super().__init__()
            self.picture, self.last = conv(3, 4), conv(4, 2)

        def forward(self, x):
            return self.last(self.picture(x))

    found = result("expanded-weights", network(Named()), "n/last/0", source="picture")
    assert len(found.inputs) == 4
    assert found.colours is None


def test_that_nothing_to_expand_to_is_said():
    made = network(Residual())
    with pytest.raises(AddressError, match="No node is named"):
        result("expanded-weights", made, "n/last/0")
    with pytest.raises(InspectorError, match="last does not lead to stem"):
        result("expanded-weights", made, "n/last/0", target="stem")
