"""In-place operations must not corrupt what is recorded at the node before them."""

from __future__ import annotations

import copy
import functools
import inspect
from collections.abc import Iterator

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe import record
from inspector.probe.record import Recorder, values_at

ARCHITECTURES = ["alexnet", "squeezenet1_1", "googlenet", "resnet18", "mobilenet_v2", "densenet121"]


def network(module: nn.Module, side: int = 64) -> Network:
    """Opened and traced, so that from then on its weights lie in memory as they will."""
    opened = Network(module, name="test", preprocessing=Preprocessing((side, side)))
    assert opened.nodes
    return opened


def torchvision_module(name: str) -> nn.Module:
    from torchvision import models

    torch.manual_seed(0)
    arguments = {"aux_logits": False, "init_weights": False} if name == "googlenet" else {}
    return models.get_model(name, weights=None, num_classes=10, **arguments).eval()


@pytest.fixture
def writes(monkeypatch) -> Iterator[list[int]]:
    """The recorder's notices of tensors about to be overwritten."""
    seen: list[int] = []
    original = Recorder.before_write

    def before_write(self: Recorder, tensor: Tensor) -> None:
        seen.append(tensor.data_ptr())
        original(self, tensor)

    monkeypatch.setattr(Recorder, "before_write", before_write)
    return seen


def without_in_place(function):
    @functools.wraps(function)  # torch's dispatch asks for the name
    def out_of_place(*args, **kwargs):
        call = inspect.signature(function).bind(*args, **kwargs)
        call.arguments["inplace"] = False
        return function(*call.args, **call.kwargs)

    return out_of_place


def made_out_of_place(module: nn.Module, monkeypatch) -> nn.Module:
    """A copy of the module, and torch's in-place functions and operators put out of place."""
    module = copy.deepcopy(module)
    for part in module.modules():
        if hasattr(part, "inplace"):
            part.inplace = False
    for name in ("relu", "relu6", "dropout", "dropout2d", "hardswish", "silu"):
        monkeypatch.setattr(F, name, without_in_place(getattr(F, name)))
    monkeypatch.setattr(Tensor, "__iadd__", lambda self, other: torch.add(self, other))
    return module


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_that_every_node_is_recorded_as_in_the_same_network_made_out_of_place(name, monkeypatch, writes):
    module, batch = torchvision_module(name), torch.rand(2, 3, 64, 64)
    nodes = list(network(module).nodes)
    with torch.no_grad():
        values = values_at(network(module), batch, nodes)
        assert writes, "nothing was in place, so nothing was tested"
        writes.clear()
        out_of_place = network(made_out_of_place(module, monkeypatch))
        reference = values_at(out_of_place, batch, nodes)
        assert not writes
        monkeypatch.setattr(Recorder, "before_write", lambda self, tensor: None)
        kept = values_at(out_of_place, batch, nodes)
    assert all(torch.equal(kept[node], reference[node]) for node in nodes), "the reference is in place"
    assert list(values) == list(reference) == nodes
    different = [node for node in nodes if not torch.equal(values[node], reference[node])]
    assert different == []


@pytest.mark.parametrize("name", ["alexnet", "squeezenet1_1", "googlenet", "resnet18"])
def test_that_keeping_tensors_alone_would_record_what_the_relu_left(name, monkeypatch):
    module, batch = torchvision_module(name), torch.rand(1, 3, 64, 64)
    nodes = list(network(module).nodes)
    with torch.no_grad():
        kept = values_at(network(module), batch, nodes)
        monkeypatch.setattr(Recorder, "before_write", lambda self, tensor: None)
        overwritten = values_at(network(module), batch, nodes)
    assert any(not torch.equal(kept[node], overwritten[node]) for node in nodes)


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_that_recording_does_not_change_the_output(name):
    module, batch = torchvision_module(name), torch.rand(2, 3, 64, 64)
    opened = network(module)
    with torch.no_grad():
        before = module(batch)
        output, values = record.output_and_values(opened, batch, list(opened.nodes))
        assert torch.equal(output, before)
        assert torch.equal(module(batch), before)
    assert values


class Writing(nn.Module):
    """Writes over the convolution's output in one of many ways."""

    def __init__(self, how: str) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.last = nn.Conv2d(4, 2, 1)
        self.how = how

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv(x)
        getattr(self, self.how)(x)
        return self.last(x)

    def statement(self, x: Tensor) -> None:
        x.relu_()

    def function(self, x: Tensor) -> None:
        F.relu_(x)

    def flag_by_place(self, x: Tensor) -> None:
        F.relu(x, True)

    def operator(self, x: Tensor) -> None:
        x *= 2.0

    def slice(self, x: Tensor) -> None:
        x[:, 1:3] = 0.0

    def write_through_a_slice(self, x: Tensor) -> None:
        x[:, 1].zero_()

    def write_through_a_reshaped_view(self, x: Tensor) -> None:
        x.flatten(2)[..., 0] += 1.0

    def out(self, x: Tensor) -> None:
        torch.clamp(x, min=0.0, out=x)

    def copy(self, x: Tensor) -> None:
        x.copy_(x.flip(1))

    def data(self, x: Tensor) -> None:
        x.data = x.data * 0.0

    def masked(self, x: Tensor) -> None:
        x[x < 0] = 0.0

    def module(self, x: Tensor) -> None:
        nn.ReLU(inplace=True)(x)


WAYS = [name for name in vars(Writing) if not name.startswith("_") and name != "forward"]


@pytest.mark.parametrize("how", WAYS)
def test_that_a_value_is_kept_however_it_is_overwritten(how):
    torch.manual_seed(1)
    module, batch = Writing(how), torch.rand(2, 3, 8, 8)
    opened = network(module, 8)
    with torch.no_grad():
        before = module.conv(batch)
        after = module(batch)
        values = values_at(opened, batch, ["conv", "last"])
    assert torch.equal(values["conv"], before)
    assert torch.equal(values["last"], after)
    with torch.no_grad():
        assert not torch.equal(module.last(before), after), "this way wrote nothing"


def test_that_two_names_of_one_tensor_both_keep_their_value():
    torch.manual_seed(1)
    module = nn.Sequential(
        nn.Sequential(nn.Conv2d(3, 4, 3), nn.Identity()), nn.ReLU(inplace=True), nn.Flatten()
    )
    batch = torch.rand(1, 3, 6, 6)
    opened = network(module, 6)
    with torch.no_grad():
        conv = module[0](batch)
        values = values_at(opened, batch, ["0.0", "0.1", "0", "1", "2"])
    for name in ("0.0", "0.1", "0"):
        assert torch.equal(values[name], conv)
    assert torch.equal(values["1"], conv.relu())
    assert (conv < 0).any()


def test_that_an_objective_before_an_in_place_relu_has_the_right_gradient():
    torch.manual_seed(1)
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(inplace=True), nn.Conv2d(4, 2, 1))
    batch = torch.rand(1, 3, 6, 6, requires_grad=True)
    objective = values_at(network(module, 6), batch, ["0", "2"])["0"].sum()
    (gradient,) = torch.autograd.grad(objective, batch)
    (expected,) = torch.autograd.grad(module[0](batch).sum(), batch)
    torch.testing.assert_close(gradient, expected)
    # The ReLU would have let only a part of it through.
    (through,) = torch.autograd.grad(module[0](batch).relu().sum(), batch)
    assert not torch.allclose(gradient, through)


@pytest.mark.parametrize("node", ["layer1.0.bn2", "layer1.0.add", "layer2.0.bn1", "layer1.0.relu:1"])
def test_that_gradients_in_a_real_network_are_those_of_the_network_out_of_place(node, monkeypatch):
    module = torchvision_module("resnet18")
    batch = torch.rand(1, 3, 64, 64, requires_grad=True)
    wanted = [node, "layer3.0.conv1"]  # runs beyond the node, so that what follows writes over it

    def gradient(of: nn.Module) -> Tensor:
        value = values_at(network(of), batch, wanted)[node]
        return torch.autograd.grad(value[:, 0].mean(), batch)[0]

    found = gradient(module)
    torch.testing.assert_close(found, gradient(made_out_of_place(module, monkeypatch)))
    assert found.abs().max() > 0
