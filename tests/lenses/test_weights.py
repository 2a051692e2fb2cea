"""Connections agree with the gradient between two units, along every path that can be followed."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.run import result
from inspector.network.errors import AddressError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import values_at

SIDE = 9


def network(module):
    torch.manual_seed(5)
    for child in module.modules():
        if isinstance(child, nn.BatchNorm2d):
            nn.init.normal_(child.weight)
            nn.init.uniform_(child.running_var, 0.2, 3)
            nn.init.normal_(child.running_mean)
    return Network(module, name="n", preprocessing=Preprocessing((SIDE, SIDE)))


def conv(inputs, outputs, size=3, **options):
    return nn.Conv2d(inputs, outputs, size, padding=size // 2, **options)


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


def neighbours(made, address, top=1000):
    return result("weights", made, address, top=top)


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


def test_that_a_unit_behind_its_convolution_has_that_convolutions_inputs():
    made = network(nn.Sequential(conv(3, 4), conv(4, 6), nn.BatchNorm2d(6), nn.ReLU()))
    slope = made.module[2].weight / (made.module[2].running_var + made.module[2].eps).sqrt()
    for c in neighbours(made, "n/3/5").inputs:
        np.testing.assert_allclose(c.kernel, made.module[1].weight[5, c.unit] * slope[5], rtol=1e-5)


def test_that_users_of_a_unit_behind_batch_norm_see_it_unscaled():
    made = network(nn.Sequential(conv(3, 4), nn.BatchNorm2d(4), nn.ReLU(), conv(4, 6)))
    for c in neighbours(made, "n/1/2").users:
        np.testing.assert_allclose(c.kernel, made.module[3].weight[c.unit, 2], rtol=1e-6)


def test_that_a_container_stands_for_its_last_node():
    made = network(nn.Sequential(nn.Sequential(conv(3, 4), nn.ReLU()), nn.Sequential(conv(4, 2), nn.ReLU())))
    inner, outer = neighbours(made, "n/1.1/1"), neighbours(made, "n/1/1")
    assert [(c.node, c.unit, c.norm) for c in outer.inputs] == [
        (c.node, c.unit, c.norm) for c in inner.inputs
    ]
    assert [c.node for c in neighbours(made, "n/0/1").users] == ["1.0", "1.0"]


def test_that_a_depthwise_convolution_has_one_input_per_unit():
    made = network(nn.Sequential(conv(3, 4), conv(4, 4, groups=4), conv(4, 2, 1)))
    (only,) = neighbours(made, "n/1/3").inputs
    assert (only.node, only.unit) == ("0", 3)
    np.testing.assert_allclose(only.kernel, made.module[1].weight[3, 0], rtol=1e-6)
    assert [(c.node, c.unit) for c in neighbours(made, "n/0/3").users] == [("1", 3)]


def test_that_what_is_subtracted_counts_negative():
    class Difference(nn.Module):
        def __init__(self):
            super().__init__()
            self.a, self.b, self.c = conv(3, 2), conv(3, 2), conv(2, 2)

        def forward(self, x):
            return self.c((self.a(x) - self.b(x)) + 1)

    made = network(Difference())
    for c in neighbours(made, "n/c/0").inputs:
        sign = {"a": 1, "b": -1}[c.node]
        np.testing.assert_allclose(c.kernel, sign * made.module.c.weight[0, c.unit], rtol=1e-6)


def test_that_a_value_added_to_what_it_was_made_of_is_counted_once_with_both_parts():
    class Doubled(nn.Module):
        def __init__(self):
            super().__init__()
            self.a, self.act, self.b = conv(3, 2), nn.ReLU(), conv(2, 2)

        def forward(self, x):
            x = self.a(x)
            return self.b(x + self.act(x))

    made = network(Doubled())
    found = neighbours(made, "n/b/1").inputs
    assert len(found) == 2
    for c in found:
        np.testing.assert_allclose(c.kernel, 2 * made.module.b.weight[1, c.unit], rtol=1e-6)


class Gated(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.gate, self.b = conv(3, 2), conv(2, 2, 1), conv(2, 2)

    def forward(self, x):
        x = self.a(x)
        return self.b(x * torch.sigmoid(self.gate(x)))


class Shuffled(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = conv(3, 4), conv(4, 4)

    def forward(self, x):
        x = self.a(x)
        return self.b(x.view(1, 2, 2, *x.shape[2:]).transpose(1, 2).reshape(x.shape))


class Sliced(Shuffled):
    def __init__(self):
        super().__init__()
        self.b = conv(2, 4)

    def forward(self, x):
        return self.b(self.a(x).chunk(2, 1)[1])


class SlicedTwice(Shuffled):
    """The slice is joined with what comes from `a` alone; both are behind another slice for `b`."""

    def __init__(self):
        super().__init__()
        self.b = conv(4, 4)

    def forward(self, x):
        x = self.a(x)
        return self.b(torch.cat([x, x.chunk(2, 1)[0]], 1).flip(1).chunk(2, 1)[0][:, [0, 1, 2, 2]])


@pytest.mark.parametrize(("module", "place"), [(Gated, "mul"), (Shuffled, "b"), (Sliced, "b")])
def test_that_a_path_that_cannot_be_followed_is_named_and_not_guessed(module, place):
    made = network(module())
    inward, outward = neighbours(made, "n/b/0"), neighbours(made, "n/a/0")
    assert inward.inputs == ()
    assert f"Inputs cannot be followed through {place}" in inward.note
    assert "b" not in {c.node for c in outward.users}
    assert f"Users cannot be followed through {place}" in outward.note


def test_that_users_behind_several_obstacles_are_not_denied():
    outward = neighbours(network(SlicedTwice()), "n/a/0")
    assert outward.users == ()
    assert "Users cannot be followed through cat" in outward.note


def test_that_the_ends_of_a_network_are_said():
    made = network(nn.Sequential(conv(3, 4), nn.ReLU(), conv(4, 2)))
    first, last = neighbours(made, "n/0/1"), neighbours(made, "n/2/1")
    assert (first.inputs, first.note) == ((), "It reads the picture itself.")
    assert (last.users, last.note) == ((), "Nothing with weights reads it.")
    assert len(neighbours(made, "n/1/0").users) == 2


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


@pytest.mark.parametrize("name", ["resnet18", "googlenet", "mobilenet_v2", "squeezenet1_1"])
def test_that_torchvisions_networks_are_followed_from_end_to_end(name):
    from inspector.network.opening import open_network

    made = open_network(name, input_size=(3, 64, 64))
    kernels = [node for node in made.nodes.values() if node.op in ("Conv2d", "Linear")]
    for node in (kernels[1], kernels[len(kernels) // 2], kernels[-1]):
        found = neighbours(made, f"{name}/{node.name}/0", top=5)
        assert found.inputs
        assert "Inputs" not in found.note
        one = found.inputs[0]
        back = neighbours(made, f"{name}/{one.node}/{one.unit}", top=10_000)
        assert (node.name, 0) in {(c.node, c.unit) for c in back.users}
