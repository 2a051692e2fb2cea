"""Connections agree with the gradient between two units, along every path that can be followed."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.run import result
from inspector.network.errors import AddressError
from inspector.network.network import Network
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import values_at
from tests.lenses.weights_networks import SIDE, conv, neighbours, network


class Block(nn.Module):
    """A branching block: batch norm, two branches, their concatenation, a residual addition, a classifier."""

    def __init__(self):
        super().__init__()
        self.stem = conv(3, 6)
        self.norm = nn.BatchNorm2d(6)
        self.left = conv(6, 4)
        self.right = conv(6, 2, 1)
        self.same = conv(6, 6)
        self.shortcut = nn.Identity()
        self.grouped = conv(6, 6, groups=3)
        self.pool = nn.AvgPool2d(3)
        self.head = nn.Linear(6 * 9, 5)

    def forward(self, x):
        x = self.norm(self.stem(x))
        joined = torch.cat([self.left(x), self.right(x)], 1)
        summed = self.same(joined) + self.shortcut(joined)
        return self.head(self.pool(self.grouped(summed)).flatten(1))


def by_gradient(made, source, target, unit):
    """d(sum over positions of the target's unit) / d(each unit of the source) at the centre of its map.

    The sum of a kernel's weights, in a linear network without borders in the way.
    """
    batch = torch.rand(1, 3, SIDE, SIDE, requires_grad=True)
    values = values_at(made, batch, [source, target])
    (gradient,) = torch.autograd.grad(values[target][0, unit].sum(), values[source])
    return gradient[0, :, SIDE // 2, SIDE // 2]


@pytest.mark.parametrize(
    ("target", "sources"),
    [
        ("left", {"stem"}),
        ("right", {"stem"}),
        ("same", {"left", "right"}),
        ("grouped", {"same", "left", "right"}),
    ],
)
def test_that_sums_of_input_kernels_are_the_gradient(target, sources):
    made = network(Block())
    for unit in range(made.nodes[target].units):
        found = neighbours(made, f"n/{target}/{unit}").inputs
        assert {c.node for c in found} <= sources
        for source in sources:
            sums = np.zeros(made.nodes[source].units)
            for c in (c for c in found if c.node == source):
                sums[c.unit] += c.sum
            # `grouped` sees left and right only through the addition: cut the way through `same`.
            expected = by_gradient(cut(made, source, target), source, target, unit)
            np.testing.assert_allclose(sums, expected.numpy(), atol=1e-4)


def cut(made, source, target):
    """The network with the node between, that a path would be followed past, switched off."""
    if target != "grouped" or source == "same":
        return made
    other = Block()
    other.load_state_dict(made.module.state_dict())
    other.same.weight.data.zero_()
    return Network(other, name="n", preprocessing=made.preprocessing)


def test_that_users_are_the_inputs_seen_from_the_other_end():
    made = network(Block())
    ends = ["stem", "left", "right", "same", "grouped", "head"]
    inward = {
        (c.node, c.unit, node, unit): c
        for node in ends
        for unit in range(made.nodes[node].units)
        for c in neighbours(made, f"n/{node}/{unit}").inputs
    }
    outward = {
        (node, unit, c.node, c.unit): c
        for node in ends
        for unit in range(made.nodes[node].units)
        for c in neighbours(made, f"n/{node}/{unit}").users
    }
    assert outward.keys() == inward.keys()
    for key, c in inward.items():
        np.testing.assert_allclose(c.kernel, outward[key].kernel, rtol=1e-6)
        assert c.norm == pytest.approx(outward[key].norm)


def test_that_a_flattened_map_becomes_the_linear_layers_kernel():
    made = network(Block())
    found = neighbours(made, "n/head/2").inputs
    weight = made.module.head.weight.view(5, 6, 3, 3)
    assert {c.node for c in found} == {"grouped"}
    for c in found:
        np.testing.assert_allclose(c.kernel, weight[2, c.unit], rtol=1e-6)


@pytest.mark.parametrize("flatten", [nn.Flatten(), nn.Sequential(nn.Flatten(), nn.ReLU(), nn.Dropout())])
def test_that_a_flatten_module_is_followed_too(flatten):
    made = network(nn.Sequential(conv(3, 4), nn.MaxPool2d(3), flatten, nn.Linear(36, 3)))
    weight = made.module[3].weight.view(3, 4, 3, 3)
    assert len(neighbours(made, "n/3/1").inputs) == 4
    for c in neighbours(made, "n/3/1").inputs:
        np.testing.assert_allclose(c.kernel, weight[1, c.unit], rtol=1e-6)
    assert {c.node for c in neighbours(made, "n/0/2").users} == {"3"}


def test_that_connections_are_ranked_by_norm_and_bounded():
    made = network(Block())
    whole = neighbours(made, "n/same/1").inputs
    assert [c.norm for c in whole] == sorted((c.norm for c in whole), reverse=True)
    assert [(c.node, c.unit) for c in neighbours(made, "n/same/1", top=3).inputs] == [
        (c.node, c.unit) for c in whole[:3]
    ]
    for c in whole:
        assert c.norm == pytest.approx(float(np.sqrt((c.kernel.astype(float) ** 2).sum())), rel=1e-5)
        assert c.kernel.dtype == np.float32
        assert c.kernel.flags.c_contiguous


def test_that_a_planted_connection_comes_first_through_norm_relu_and_pooling():
    made = network(
        nn.Sequential(conv(3, 8), nn.BatchNorm2d(8), nn.ReLU(inplace=True), nn.MaxPool2d(2), conv(8, 5))
    )
    with torch.no_grad():
        made.module[1].weight.fill_(1)
        made.module[1].weight[3] = -2
        made.module[4].weight[2, 3].fill_(9)
    first = neighbours(made, "n/4/2").inputs[0]
    assert (first.node, first.unit) == ("0", 3)
    slope = -2 / np.sqrt(float(made.module[1].running_var[3]) + made.module[1].eps)
    np.testing.assert_allclose(first.kernel, np.full((3, 3), 9 * slope), rtol=1e-5)
    user = neighbours(made, "n/0/3").users[0]
    assert (user.node, user.unit) == ("4", 2)
    assert user.sum < 0


def test_that_a_kernel_of_zeros_is_no_connection():
    made = network(nn.Sequential(conv(3, 4), conv(4, 2)))
    with torch.no_grad():
        made.module[1].weight[0, 2].zero_()
    assert {c.unit for c in neighbours(made, "n/1/0").inputs} == {0, 1, 3}


def test_that_a_whole_node_has_no_connections():
    with pytest.raises(AddressError, match="unit"):
        neighbours(network(nn.Sequential(conv(3, 4))), "n/0")


def test_that_a_cancelled_token_stops_the_lens():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        result("weights", network(Block()), "n/left/0", token=token)
