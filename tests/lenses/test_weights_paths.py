"""Connections through what lies between layers: what can be followed, and what is named and not guessed."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from tests.lenses.weights_networks import conv, neighbours, network


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
