"""Nodes: names, order, shapes, units and where the values come from."""

from __future__ import annotations

from collections import namedtuple
from dataclasses import dataclass

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from inspector.network.errors import AddressError, OpenError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.record import values_at


def network(module: nn.Module, side: int = 8) -> Network:
    torch.manual_seed(0)
    return Network(module, name="test", preprocessing=Preprocessing((side, side)))


class Reused(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 3, 3, padding=1)
        self.relu = nn.ReLU()
        self.alias = self.relu

    def forward(self, x: Tensor) -> Tensor:
        y = self.relu(self.conv(x))
        y = self.alias(self.conv(y))
        return torch.cat([y + x, y + 1], 1) + 2


def test_that_a_module_called_twice_gives_two_nodes_with_their_own_values():
    net, batch = network(Reused()), torch.rand(1, 3, 8, 8)
    assert list(net.nodes) == ["conv", "relu", "conv:1", "relu:1", "add", "add:1", "cat", "add:2"]
    values = values_at(net, batch, list(net.nodes))
    torch.testing.assert_close(values["conv"], net.module.conv(batch))
    torch.testing.assert_close(values["conv:1"], net.module.conv(values["relu"]))
    torch.testing.assert_close(values["add:2"], net.module(batch))


def test_that_nodes_know_where_their_values_come_from():
    nodes = network(Reused()).nodes
    assert nodes["conv:1"].inputs == ("relu",)
    assert nodes["add"].inputs == ("relu:1",)
    assert nodes["cat"].inputs == ("add", "add:1")


def test_that_a_residual_sum_is_a_node_of_the_block_it_is_in():
    net = open_network("resnet18", input_size=(3, 64, 64))
    node = net.nodes["layer1.0.add"]
    assert (node.op, node.shape, node.units, node.parameters) == ("add", (64, 16, 16), 64, 0)
    assert node.inputs == ("layer1.0.bn2", "maxpool")
    assert net.nodes["layer1.0"].container
    assert net.nodes["conv1"].parameters == 64 * 3 * 49


def test_that_every_node_of_the_demonstration_network_has_its_channels_as_units():
    net = open_network("demo")
    for node in net.nodes.values():
        assert node.units == node.shape[0], node


class Branching(nn.Module):
    """Takes another way for dark pictures, and loops as often as the picture is bright."""

    def __init__(self) -> None:
        super().__init__()
        self.bright, self.dark = nn.Conv2d(3, 2, 1), nn.Conv2d(3, 2, 1)
        self.step = nn.Conv2d(2, 2, 1)

    def forward(self, x: Tensor) -> Tensor:
        y = self.bright(x) if x.mean() > 0.4 else self.dark(x)
        for _ in range(int(x.mean().item() * 4)):
            y = self.step(y)
        return y


def test_that_control_flow_may_depend_on_the_data():
    net = network(Branching())
    assert list(net.nodes) == ["bright", "step", "step:1"]  # a mid-grey picture
    white = torch.ones(1, 3, 8, 8)
    values = values_at(net, white, ["step:1"])
    torch.testing.assert_close(values["step:1"], net.module.step(net.module.step(net.module.bright(white))))


def test_that_a_node_not_reached_is_said_in_one_sentence():
    with pytest.raises(Exception, match="test/bright was not computed for this input"):
        values_at(network(Branching()), torch.zeros(1, 3, 8, 8), ["bright"])


@dataclass
class Answer:
    logits: Tensor
    note: str = ""


Pair = namedtuple("Pair", ["first", "second"])


@pytest.mark.parametrize(
    "wrap",
    [
        lambda x, y: (x, y),
        lambda x, y: [x, y],
        lambda x, y: {"logits": x, "aux": y},
        lambda x, y: Pair(x, y),
        lambda x, y: {"nested": [(x,), y]},
        lambda x, y: Answer(x),
    ],
    ids=["tuple", "list", "dict", "namedtuple", "nested", "dataclass"],
)
def test_that_modules_may_answer_with_more_than_a_tensor(wrap):
    class Inner(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(3, 4, 1)

        def forward(self, x):
            return wrap(self.conv(x), x)

    class Outer(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = Inner()

        def forward(self, x):
            return {"out": self.inner(x)}

    net = network(Outer())
    assert [(node.name, node.units) for node in net.nodes.values()] == [("inner.conv", 4), ("inner", 4)]
    batch = torch.rand(2, 3, 8, 8)
    torch.testing.assert_close(values_at(net, batch, ["inner"])["inner"], net.module.inner.conv(batch))


def test_that_a_recurrent_modules_states_keep_their_origin():
    class Recurrent(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.rnn = nn.GRU(3, 5, batch_first=True)
            self.head = nn.Linear(5, 2)

        def forward(self, x):
            _, state = self.rnn(x.flatten(2).transpose(1, 2))
            return self.head(state[0])

    nodes = network(Recurrent()).nodes
    assert nodes["rnn"].units == 5
    assert nodes["rnn"].unit_axis == 2
    assert nodes["head"].inputs == ("rnn",)


def test_that_what_is_made_of_weights_alone_is_no_node():
    class Standardised(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.weight = nn.Parameter(torch.rand(1, 3, 3, 3))
            self.place = nn.Parameter(torch.rand(1, 1, 4, 4))
            self.plain = nn.utils.parametrizations.weight_norm(nn.Conv2d(1, 1, 1))

        def forward(self, x):
            weight = self.weight - self.weight.mean(dim=(1, 2, 3), keepdim=True)
            y = F.conv2d(x, weight, padding=1)
            return self.plain(y + F.interpolate(self.place, size=y.shape[2:]))

    assert [name for name in network(Standardised()).nodes if name != "plain.conv2d"] == [
        "conv2d",
        "add",
        "plain",
    ]


@pytest.mark.parametrize(
    ("name", "size", "units"),
    [
        ("vit_b_32", 224, {
            "conv_proj": (768, (7, 7)), "cat": (768, (50,)), "encoder.add": (768, (50,)),
            "encoder.layers.encoder_layer_0.self_attention": (768, (50,)),
            "encoder.layers.encoder_layer_0.mlp.0": (3072, (50,)),
            "encoder.layers.encoder_layer_0.add": (768, (50,)), "heads.head": (1000, ()),
        }),
        ("swin_t", 64, {
            "features.0.1": (96, (16, 16)), "features.1.0.attn": (96, (16, 16)),
            "features.1.0.stochastic_depth": (96, (16, 16)), "features.1.0.mlp.0": (384, (16, 16)),
            "features.1.0.add": (96, (16, 16)), "features.2.cat": (384, (8, 8)), "permute": (768, (2, 2)),
        }),
        ("convnext_tiny", 64, {
            "features.0.1": (96, (16, 16)), "features.1.0.block.1": (96, (16, 16)),
            "features.1.0.block.3": (384, (16, 16)), "features.1.0.block.6": (96, (16, 16)),
            "features.1.0.add": (96, (16, 16)),
        }),
        ("mobilenet_v3_small", 64, {
            "features.1.block.1.mul": (16, (16, 16)), "features.1.block.1.scale_activation": (16, (1, 1)),
        }),
    ],
)  # fmt: skip
def test_that_units_are_found_on_the_axis_they_are_on(name, size, units):
    nodes = open_network(name, input_size=(3, size, size)).nodes
    assert {node: (nodes[node].units, nodes[node].map_shape) for node in units} == units


def test_that_windows_taken_for_pictures_are_no_units():
    nodes = open_network("swin_t", input_size=(3, 64, 64)).nodes
    assert nodes["features.1.0.attn.softmax"].units == 0


def test_that_units_are_found_where_sizes_coincide():
    class Coincidence(nn.Module):
        """Height, width and channels are all 8."""

        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(3, 8, 1)
            self.norm, self.act = nn.LayerNorm(8), nn.GELU()

        def forward(self, x):
            return self.act(self.norm(self.conv(x).permute(0, 2, 3, 1)) + 1).permute(0, 3, 1, 2) * 2

    nodes = network(Coincidence()).nodes
    axes = {name: node.unit_axis for name, node in nodes.items()}
    assert axes == {"conv": 1, "norm": 3, "add": 3, "act": 3, "mul": 1}


def test_that_a_network_that_does_not_run_says_on_which_input():
    with pytest.raises(OpenError, match=r"test: the network does not run on an input of 3 x 4 x 4: .*"):
        network(nn.Conv2d(3, 4, 7), side=4).nodes  # noqa: B018


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("test/conf", "has no node “conf”. Did you mean conv"),
        ("test/conv/3", "3 units, 0 to 2; 3 is none"),
        ("test/conv/0@8,0", "outside the node's map of 8 x 8"),
    ],
)
def test_that_a_location_that_is_not_there_is_refused_with_what_is(address, reason):
    with pytest.raises(AddressError, match=reason):
        network(Reused()).check(Location.parse(address))


def test_that_the_fingerprint_is_the_weights_and_the_architectures():
    torch.manual_seed(0)
    first, same, other = nn.Conv2d(3, 4, 3), nn.Conv2d(3, 4, 3), nn.Conv2d(3, 4, 3)
    same.load_state_dict(first.state_dict())
    assert network(first).fingerprint == network(same).fingerprint != network(other).fingerprint


def test_that_a_power_of_tensors_is_followed():
    class Power(nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return torch.relu(x**2 + 2.0**x)

    assert "relu" in open_network(Power(), input_size=(3, 8, 8)).nodes
