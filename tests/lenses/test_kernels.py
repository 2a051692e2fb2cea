"""First-layer kernels come out as pictures in the picture's own colours."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.base import lens
from inspector.lenses.kernels import KernelsParameters
from inspector.lenses.kernels.read import first_layer_kernels, nodes_with_kernels
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken


def network(channels="RGB", std=(1.0, 1.0, 1.0), module=None):
    depth = 1 if channels == "L" else 3
    module = module or nn.Sequential(nn.Conv2d(depth, 2, 3), nn.ReLU(), nn.Conv2d(2, 3, 1))
    preprocessing = Preprocessing((8, 8), channels=channels, mean=(0.0,) * depth, std=std)
    return Network(module, name="n", preprocessing=preprocessing)


def planted(channels, std=(1.0, 1.0, 1.0)):
    """Unit 0 looks for its input's first channel in the top left corner, unit 1 for nothing."""
    made = network(channels, std)
    with torch.no_grad():
        made.module[0].weight.zero_()
        made.module[0].weight[0, 0, 0, 0] = 2
    return made


@pytest.mark.parametrize(("channels", "colour"), [("RGB", 0), ("BGR", 2)])
def test_that_a_planted_weight_shows_in_the_pictures_own_channel(channels, colour):
    made = planted(channels)
    kernels = first_layer_kernels(made, made.nodes["0"])
    expected = np.full((2, 3, 3, 3), 0.5, np.float32)
    expected[0, 0, 0, colour] = 1
    np.testing.assert_array_equal(kernels, expected)
    assert kernels.flags.c_contiguous


def test_that_luminance_kernels_are_grey():
    made = planted("L", (1.0,))
    kernels = first_layer_kernels(made, made.nodes["0"])
    assert kernels[0, 0, 0].tolist() == [1, 1, 1]


@pytest.mark.parametrize("channels", ["RGB", "BGR"])
def test_that_kernels_are_the_gradient_with_respect_to_the_picture(channels):
    made = network(channels, (0.2, 0.5, 2.0))
    kernels = first_layer_kernels(made, made.nodes["0"])
    rgb = torch.zeros(1, 3, 3, 3, requires_grad=True)
    for unit in range(2):
        (gradient,) = torch.autograd.grad(
            made.module[0](made.preprocessing.normalise(rgb))[0, unit, 0, 0], rgb
        )
        shown = gradient[0].permute(1, 2, 0) / gradient.abs().max()
        np.testing.assert_allclose(kernels[unit], 0.5 + 0.5 * shown, atol=1e-6)


def test_that_only_convolutions_on_the_picture_have_kernels():
    made = network()
    assert nodes_with_kernels(made) == ("0",)
    assert first_layer_kernels(made, made.nodes["1"]) is None
    assert first_layer_kernels(made, made.nodes["2"]) is None


def test_that_a_convolution_behind_arithmetic_on_the_picture_has_none():
    class Shifted(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(3, 2, 3)

        def forward(self, x):
            return self.conv(x * 2)

    assert nodes_with_kernels(network(module=Shifted())) == ()


def run(made, address):
    updates = lens("kernels").run(made, Location.parse(address), KernelsParameters(), CancelToken())
    try:
        while True:
            next(updates)
    except StopIteration as end:
        return end.value


def test_that_the_lens_says_why_there_are_no_kernels():
    made = network()
    assert run(made, "n/0").kernels.shape == (2, 3, 3, 3)
    assert run(made, "n/0").note == ""
    assert run(made, "n/2").kernels is None
    assert "2 is no convolution that reads the picture" in run(made, "n/2").note


def test_that_the_same_network_in_another_channel_order_shows_the_same_kernels(shared):
    from inspector.network.opening import open_network

    shown = []
    for file in ("squeezenet1_1-imagenet", "squeezenet1_1-imagenet-caffe-bgr"):
        made = open_network(f"squeezenet1_1={shared / 'models' / file}.pth")
        (node,) = nodes_with_kernels(made)
        shown.append(first_layer_kernels(made, made.nodes[node]))
    assert shown[0].shape == (64, 3, 3, 3)
    np.testing.assert_allclose(shown[0], shown[1], atol=1e-3)
