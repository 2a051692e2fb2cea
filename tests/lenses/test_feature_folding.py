"""Batch norm folded away: the same values, and only where that is so."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.feature_visualization import folding
from inspector.lenses.feature_visualization.folding import folded
from inspector.lenses.run import result
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.record import values_at

SHAPE = (16, 16)


class Normed(nn.Module):
    """Batch norms that fold, one whose convolution others read too, one whose is called twice."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(3)
        self.plain = nn.Conv2d(3, 6, 3, bias=False)
        self.plain_norm = nn.BatchNorm2d(6)
        self.biased = nn.Conv2d(6, 4, 3, groups=2)
        self.biased_norm = nn.BatchNorm2d(4, affine=False)
        self.twice = nn.Conv2d(4, 4, 3, padding=1)
        self.twice_norm = nn.BatchNorm2d(4)
        self.shared = nn.Conv2d(4, 4, 1)
        self.shared_norm = nn.BatchNorm2d(4)
        self.relu = nn.ReLU(inplace=True)
        for module in self.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.running_mean.uniform_(-1, 1)
                module.running_var.uniform_(0.2, 3)
                if module.affine:
                    module.weight.data.uniform_(-2, 2)
                    module.bias.data.uniform_(-1, 1)

    def forward(self, x):
        x = self.relu(self.plain_norm(self.plain(x)))
        x = self.relu(self.biased_norm(self.biased(x)))
        twice = self.twice(x)
        x = self.twice_norm(twice) + twice
        return self.shared(self.relu(self.shared_norm(self.shared(x))))


@pytest.fixture
def network():
    made = Network(Normed(), name="normed", preprocessing=Preprocessing(crop=SHAPE))
    assert made.nodes
    return made


def values(network, nodes):
    batch = torch.rand((2, 3, *SHAPE), generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        return values_at(network, network.preprocessing.normalise(batch), nodes)


def gone(lighter):
    return {name for name, module in lighter.module.named_modules() if isinstance(module, nn.Identity)}


def test_that_folding_takes_what_it_may_and_changes_no_value(network):
    nodes = ["plain_norm", "biased_norm", "twice_norm", "shared"]
    nodes = [name for name in nodes if name in network.nodes]
    lighter = folded(network, nodes, SHAPE)
    assert gone(lighter) == {"plain_norm", "biased_norm"}
    expected, seen = values(network, nodes), values(lighter, nodes)
    for name in nodes:
        assert torch.allclose(seen[name], expected[name], rtol=1e-4, atol=1e-5), name


def test_that_a_convolution_that_is_read_is_left_alone(network):
    lighter = folded(network, ["plain"], SHAPE)
    assert gone(lighter) == {"biased_norm"}
    assert torch.equal(values(lighter, ["plain"])["plain"], values(network, ["plain"])["plain"])


def test_that_the_network_itself_keeps_every_weight_and_shares_them(network):
    before = copy.deepcopy(network.module.state_dict())
    lighter = folded(network, ["shared"], SHAPE)
    for name, tensor in network.module.state_dict().items():
        assert torch.equal(tensor, before[name])
    assert lighter.module.twice.weight is network.module.twice.weight
    assert lighter.module.plain.weight is not network.module.plain.weight


def test_that_weights_changed_between_two_runs_are_seen(network):
    first = result("feature-visualization", network, "biased_norm/1", steps=3)
    network.module.plain_norm.bias.data += 2
    second = result("feature-visualization", network, "biased_norm/1", steps=3)
    assert not np.array_equal(first.course, second.course)


def test_that_hooks_keep_a_network_as_it_is(network):
    network.module.plain.register_forward_hook(lambda module, given, output: output * 0)
    assert folded(network, ["shared"], SHAPE) is network


def test_that_what_does_not_copy_or_comes_out_otherwise_is_used_as_it_is(network, monkeypatch):
    monkeypatch.setattr(folding, "_fold", lambda convolution, norm: None)
    assert folded(network, ["twice_norm"], SHAPE) is network
    monkeypatch.undo()
    network.module.lock = Path(__file__).open()  # noqa: SIM115 - cannot be copied
    try:
        assert folded(network, ["twice_norm"], SHAPE) is network
    finally:
        network.module.lock.close()


def test_that_pictures_are_the_same_as_without_folding(network, monkeypatch):
    parameters = {"units": (0, 1, 2), "steps": 12}
    ours = result("feature-visualization", network, "biased_norm", **parameters)
    monkeypatch.setattr(folding, "_pairs", lambda network, nodes: [])
    plain = result("feature-visualization", network, "biased_norm", **parameters)
    assert np.abs(ours.images.astype(int) - plain.images).max() <= 3
    assert np.allclose(ours.values, plain.values, rtol=1e-3, atol=1e-4)
