"""Feature visualization of every kind of network and node, cancelled and on another thread."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import torch
from torch import nn
from torch.overrides import _get_current_function_mode_stack

from inspector.lenses.feature_visualization import FeatureParameters
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import values_at
from tests.lenses.feature_networks import LENS, Small, kernel, linear_network, updates, visualize


@pytest.fixture
def small():
    return Network(Small(), name="small", preprocessing=Preprocessing(crop=(24, 24)))


def test_that_a_grey_scale_network_has_pictures_too():
    network = linear_network(kernel()[None], channels="L", mean=(0.5,), std=(0.5,))
    feature = visualize(network, "0/0", steps=60, transform=0.0)
    assert feature.images.shape == (1, 16, 16, 3)
    assert np.corrcoef(feature.images[0].mean(2).ravel(), kernel().numpy().ravel())[0, 1] > 0.8


def test_that_a_dead_unit_says_so_and_stays_grey():
    conv = nn.Conv2d(3, 2, 3)
    conv.weight.data[0] *= 1e-3
    conv.bias.data[0] = -100
    # The one beside it likes bright to the right of dark, and is silent on grey.
    conv.weight.data[1] = torch.tensor([-1.0, 0.0, 1.0]) / 9
    conv.bias.data[1] = -0.01
    network = Network(nn.Sequential(conv, nn.ReLU()), name="net", preprocessing=Preprocessing(crop=(16, 16)))
    feature = visualize(network, "1", units=(0, 1), steps=30)
    assert feature.moved == (False, True)
    assert feature.values[0] == 0
    assert set(np.unique(feature.images[0])) <= {127, 128}
    assert feature.images[1].std() > 5


def test_that_a_fully_connected_node_has_pictures(small):
    feature = visualize(small, "head/2", steps=30, objectives=("channel", "neuron"))
    assert feature.values[0] > feature.course[0, 0]
    assert np.array_equal(feature.images[0], feature.images[1]), "one number is its own mean and centre"


class Tokens(nn.Module):
    """Patches as tokens, mixed, normalised: the shapes of a transformer."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(2)
        self.patch = nn.Conv2d(3, 8, 8, stride=8)
        self.cls = nn.Parameter(torch.randn(1, 1, 8))
        self.block = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True)
        self.norm = nn.LayerNorm(8)

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.cls.expand(len(x), -1, -1), x], 1)
        return self.norm(self.block(x))[:, 0]


def test_that_token_nodes_have_pictures():
    network = Network(Tokens(), name="tokens", preprocessing=Preprocessing(crop=(32, 32)))
    feature = visualize(network, "norm/3", steps=30, objectives=("channel", "neuron", "-channel"))
    assert (feature.values[:2] > feature.course[:2, 0]).all()
    assert feature.values[2] < feature.course[2, 0]
    assert not np.array_equal(feature.images[0], feature.images[1])
    mean, first, fifth = (
        visualize(network, "block/3", steps=8, objectives=(text,), transform=0.0)
        for text in ("channel", "neuron", "neuron(3@5)")
    )
    for made, seen in ((mean, slice(None)), (first, 0), (fifth, 5)):
        told = value_at(network, "block", made.images[0])[0, seen, 3].mean()
        assert made.values[0] == pytest.approx(float(told), abs=0.02), "the mean, the class token, token 5"
        assert made.course[0, -1] > made.course[0, 0]


def value_at(network, node, image):
    """What a node makes of a picture, uint8 [H,W,3], as it is shown."""
    batch = torch.from_numpy(image).permute(2, 0, 1)[None].float() / 255
    with torch.no_grad():
        return values_at(network, network.preprocessing.normalise(batch), [node])[node]


def test_that_pictures_have_the_networks_proportions_and_the_wanted_size(small):
    wide = Network(small.module, name="wide", preprocessing=Preprocessing(crop=(20, 44)))
    assert visualize(wide, "cat/0", steps=2).images.shape == (1, 20, 44, 3)
    assert visualize(wide, "cat/0", steps=2, size=88).images.shape == (1, 40, 88, 3)


def test_that_a_head_of_fixed_size_sees_pictures_at_its_own():
    torch.manual_seed(3)
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten(), nn.Linear(4 * 14 * 14, 2))
    network = Network(module, name="fixed", preprocessing=Preprocessing(crop=(16, 16)))
    for size in (12, 40):
        feature = visualize(network, "2/1", steps=20, size=size)
        assert feature.images.shape == (1, size, size, 3)
        assert feature.values[0] > feature.course[0, 0]


def test_that_nothing_of_the_caller_or_the_network_is_changed(small):
    assert small.nodes  # weights are laid out when a network is traced, and then no more
    before = {key: value.clone() for key, value in small.module.state_dict().items()}
    random, grad = torch.get_rng_state(), torch.is_grad_enabled()
    visualize(small, "cat/0", steps=3)
    assert torch.equal(random, torch.get_rng_state())
    assert torch.is_grad_enabled() == grad
    for key, value in small.module.state_dict().items():
        assert torch.equal(value, before[key])
        assert value.stride() == before[key].stride()
    assert all(parameter.grad is None for parameter in small.module.parameters())


class Cancelling(nn.Module):
    """Cancels its own token in its nth forward pass, or on the way back from there."""

    def __init__(self, token, at, backward):
        super().__init__()
        self.conv = nn.Conv2d(3, 2, 3)
        self.relu = nn.ReLU(inplace=True)
        self.after = nn.Conv2d(2, 2, 3)
        self.calls, self.finished = 0, 0
        self._token, self._at, self._backward = token, at, backward

    def forward(self, x):
        self.calls += 1
        x = self.relu(self.conv(x))
        if self.calls == self._at and self._backward:
            x.register_hook(lambda gradient: self._token.cancel())
        elif self.calls == self._at:
            self._token.cancel()
        x = self.after(x)
        self.finished += 1
        return x


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("at", [3, 31])
def test_that_cancelling_in_the_middle_of_a_step_ends_it_and_leaves_nothing_behind(at, backward):
    token = CancelToken()
    module = Cancelling(token, at, backward)
    network = Network(module, name="net", preprocessing=Preprocessing(crop=(12, 12)))
    assert network.nodes  # the first two calls
    with pytest.raises(Cancelled):
        updates(network, "after/0", token, steps=100)
    assert module.calls == at
    # The run ends at the node itself, whose forward is never returned from.
    assert module.finished == 2
    assert not _get_current_function_mode_stack()
    assert not any(m._forward_hooks or m._forward_pre_hooks for m in module.modules())
    assert torch.is_grad_enabled()


def test_that_abandoning_a_run_leaves_nothing_behind(small):
    run = LENS.run(small, Location.parse("small/cat/0"), FeatureParameters(), CancelToken())
    next(run)
    assert not _get_current_function_mode_stack()
    assert not any(m._forward_hooks or m._forward_pre_hooks for m in small.module.modules())
    run.close()


def test_that_it_runs_on_another_thread(small):
    result = []
    thread = threading.Thread(target=lambda: result.append(visualize(small, "cat/0", steps=3)))
    thread.start()
    thread.join(60)
    assert np.array_equal(result[0].images, visualize(small, "cat/0", steps=3).images)


def test_that_a_value_that_is_not_finite_is_named():
    conv = nn.Conv2d(3, 2, 3)
    conv.weight.data[1] = float("nan")
    network = Network(nn.Sequential(conv), name="net", preprocessing=Preprocessing(crop=(16, 16)))
    with pytest.raises(InspectorError, match=r"net/0/1: the objective “channel” is not a finite number"):
        visualize(network, "0", units=(0, 1), steps=3)


def test_that_no_unit_of_squeezenets_features_7_stays_grey(shared):
    import torchvision

    module = torchvision.models.squeezenet1_1()
    weights = shared / "models" / "squeezenet1_1-imagenet.pth"
    module.load_state_dict(torch.load(weights, weights_only=True))
    preprocessing = Preprocessing(resize=256, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225))
    network = Network(module, name="squeezenet1_1", preprocessing=preprocessing)
    feature = visualize(network, "features.7.cat", units=(0, 5, 17, 33, 60, 77, 100, 121), size=64, steps=40)
    assert all(feature.moved)
    assert (feature.values > 3).all()
    assert (feature.images.reshape(8, -1).std(1) > 12).all()
