"""Weights lie with channels last where that changes nothing but the speed."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from inspector.network.errors import OpenError
from inspector.network.layout import trace_laid_out
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing


class Plain(nn.Module):
    """Says nothing of how maps lie in memory."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(2)
        self.conv = nn.Conv2d(3, 4, 3)
        self.last = nn.Linear(4 * 36, 5)

    def forward(self, x: Tensor) -> Tensor:
        return self.last(self.conv(x).flatten(1))


class Viewing(Plain):
    """Refuses channels last."""

    def forward(self, x: Tensor) -> Tensor:
        return self.last(self.conv(x).view(len(x), -1))


class WritingThroughAView(Plain):
    """Computes something else with channels last, where the reshaped map is a copy."""

    def forward(self, x: Tensor) -> Tensor:
        maps = self.conv(x)
        maps.reshape(len(x), -1)[:, :36] = 3.0
        return self.last(maps.flatten(1))


def opened(module: nn.Module) -> Network:
    return Network(module, name="net", preprocessing=Preprocessing(crop=(8, 8)))


def is_channels_last(module: Plain) -> bool:
    return module.conv.weight.is_contiguous(memory_format=torch.channels_last)


def test_that_convolutions_are_laid_out_for_speed_and_answer_alike():
    module, batch = Plain(), torch.rand(2, 3, 8, 8)
    expected = module(batch)
    network = opened(module)
    assert list(network.nodes) == ["conv", "last"]
    assert network.memory_format is torch.channels_last
    assert is_channels_last(module)
    torch.testing.assert_close(module(batch), expected)


@pytest.mark.parametrize("kind", [Viewing, WritingThroughAView])
def test_that_a_module_which_channels_last_would_change_is_left_as_it_is(kind):
    module, batch = kind(), torch.rand(2, 3, 8, 8)
    expected = module(batch)
    network = opened(module)
    assert next(iter(network.nodes)) == "conv"
    assert network.memory_format is torch.contiguous_format
    assert not is_channels_last(module)
    assert torch.equal(module(batch), expected)


def test_that_a_module_without_convolutions_makes_one_pass():
    passes = []
    module = nn.Sequential(nn.Flatten(), nn.Linear(12, 2))
    module.register_forward_hook(lambda *args: passes.append(1))
    nodes, memory_format = trace_laid_out(module, torch.rand(1, 3, 2, 2))
    assert memory_format is torch.contiguous_format
    assert len(passes) == 1
    assert nodes["1"].units == 2


def test_that_a_volume_of_weights_is_left_as_it_is():
    class Volume(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.flat = nn.Conv2d(3, 2, 1)
            self.deep = nn.Conv3d(1, 1, 1)

        def forward(self, x: Tensor) -> Tensor:
            return self.deep(self.flat(x)[:, None])[:, 0]

    network = opened(Volume())
    assert network.nodes
    assert network.memory_format is torch.contiguous_format


def test_that_what_does_not_run_in_any_layout_is_refused():
    with pytest.raises(OpenError, match="does not run on an input of 3 x 8 x 8"):
        assert opened(nn.Sequential(nn.Conv2d(4, 2, 3))).nodes
