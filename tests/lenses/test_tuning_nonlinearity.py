"""Where tuning is read: before a nonlinearity or behind it, and in which units of activation."""

import dataclasses

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.tuning import TuningParameters, UnitScale
from inspector.lenses.tuning.nonlinearity import is_pre_activation, nodes_before
from inspector.lenses.tuning.units import of_unit
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.stimuli.family import family
from tests.lenses.tuning_networks import ORIENTATIONS, SIZE, Small, by_hand, opened, tuned


@pytest.fixture(scope="module")
def network():
    return opened(Small())


def test_that_a_grey_scale_network_sees_luminance():
    network = opened(Small(inputs=1), channels="L", mean=(0.4,), std=(0.2,))
    tuning = tuned(network, "conv/0", family="hue", axes=(("hue", (0.0, 120.0)),), fixed=(("radius", 6.0),))
    pictures = family("hue").render(
        {"hue": torch.tensor([0.0, 120.0]), "radius": torch.tensor([6.0, 6.0])}, SIZE
    )
    np.testing.assert_allclose(tuning.responses, by_hand(network, "conv", pictures).amax((2, 3)), atol=1e-4)


@pytest.mark.parametrize(
    ("node", "before"),
    [
        ("conv", True),
        ("bn", True),
        ("relu", False),
        ("inner.0", True),
        ("inner.1", False),
        ("inner", False),
        ("add", False),  # of two rectified maps nothing below zero can come
        ("cat", False),
        ("pool", False),
        ("head", True),
    ],
)
def test_that_it_says_whether_values_below_zero_can_be_seen(network, node, before):
    assert is_pre_activation(network.nodes, node) is before


def test_that_a_sum_with_a_linear_branch_comes_before_the_nonlinearity():
    class Residual(nn.Module):
        def __init__(self):
            super().__init__()
            self.a, self.relu, self.b = nn.Conv2d(3, 4, 1), nn.ReLU(), nn.Conv2d(4, 4, 1)
            self.drop, self.end = nn.Dropout(), nn.GELU()

        def forward(self, x):
            x = self.relu(self.a(x))
            return self.end(self.drop(x + self.b(x)))

    network = opened(Residual())
    flags = {name: is_pre_activation(network.nodes, name) for name in network.nodes}
    assert flags == {"a": True, "relu": False, "b": True, "add": True, "drop": True, "end": False}
    assert tuned(network, "add/0", family="spot").pre_activation
    assert not tuned(network, "end/0", family="spot", pre_activation=False).pre_activation


def test_that_a_nonlinearity_is_read_before_it_unless_asked_otherwise(network):
    before, after = (
        tuned(network, "relu/2", family="grating", axes=ORIENTATIONS, pre_activation=flag)
        for flag in (True, False)
    )
    assert (before.recorded, before.pre_activation) == ("bn", True)
    assert (after.recorded, after.pre_activation) == ("relu", False)
    assert before.location == after.location == "small/relu/2"
    np.testing.assert_allclose(np.maximum(before.responses, 0), after.responses, atol=1e-5)
    same = tuned(network, "bn/2", family="grating", axes=ORIENTATIONS)
    np.testing.assert_array_equal(before.responses, same.responses)


def test_that_a_concatenation_of_rectified_maps_is_read_before_them_side_by_side():
    class Mixed(nn.Module):
        def __init__(self):
            super().__init__()
            self.one = nn.Sequential(nn.Conv2d(3, 4, 1), nn.ReLU(inplace=True))
            self.two, self.relu = nn.Conv2d(3, 2, 3, padding=1), nn.ReLU(inplace=True)

        def forward(self, x):
            second = self.relu(self.two(x))  # made first, but put second
            return torch.cat([self.one(x), second], dim=1)

    network = opened(nn.Sequential(Mixed()))
    before = tuned(network, "0/5", family="grating", axes=ORIENTATIONS)
    after = tuned(network, "0/5", family="grating", axes=ORIENTATIONS, pre_activation=False)
    assert (before.recorded, after.recorded) == ("0.one.0 + 0.two", "0")
    assert before.responses.shape == after.responses.shape == (36, 6)
    np.testing.assert_allclose(np.maximum(before.responses, 0), after.responses, atol=1e-5)
    assert (before.responses < 0).any()


@pytest.mark.parametrize(
    ("node", "before"),
    [
        ("relu", ("bn",)),
        ("inner.1", ("inner.0",)),
        ("inner", ("inner.0",)),
        ("conv", ()),
        ("bn", ()),
        ("add", ()),
        ("cat", ()),  # a sum of two rectified maps is none of them
        ("pool", ()),
        ("head", ()),
    ],
)
def test_that_it_says_what_a_nonlinearity_is_applied_to(network, node, before):
    assert nodes_before(network.nodes, node) == before


def test_that_responses_that_are_no_numbers_are_gaps_and_named():
    class Root(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(3, 2, 1)
            self.out = nn.Identity()

        def forward(self, x):
            return self.out(self.conv(x).mean((2, 3), keepdim=True).sqrt())

    network = Network(
        Root(), name="small", preprocessing=Preprocessing(crop=SIZE, mean=(0.5,) * 3, std=(1,) * 3)
    )
    network.module.conv.weight.data.fill_(1.0)
    network.module.conv.bias.data.fill_(0.0)
    contrasts = (("contrast", (-1.0, -0.5, 0.5, 1.0)),)
    tuning = tuned(network, "out/0", family="spot", axes=contrasts, reduction="mean")
    assert np.isnan(tuning.response).tolist() == [True, True, False, False]
    assert tuning.note == "2 of 4 responses are not finite numbers, the first at contrast -1."
    assert tuning.complete
    assert tuning.indices["preferred contrast"] == 1


def test_that_a_scale_gives_responses_in_its_standard_deviations(network):
    generator = np.random.default_rng(0)
    means, deviations = generator.normal(size=(2, 6)).astype(np.float32)
    deviations = np.abs(deviations)
    deviations[4] = 0  # a unit that answered all pictures alike
    scale = UnitScale(means, deviations, "12 photographs")
    raw, scaled = (tuned(network, "bn/2", family="spot", scale=which) for which in (None, scale))
    known = [0, 1, 2, 3, 5]
    expected = (raw.responses - means) / np.where(deviations, deviations, np.nan)
    np.testing.assert_allclose(scaled.responses, expected, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(scaled.baselines[known], expected_of(raw.baselines, scale)[known], rtol=1e-4)
    noises = raw.baseline_noises[known] / deviations[known]
    np.testing.assert_allclose(scaled.baseline_noises[known], noises, rtol=1e-3)
    assert (scaled.measured, scaled.scale_source) == ("sigma", "12 photographs")
    assert (raw.measured, raw.scale_source) == ("raw", "")
    drives = (tuning.table["drive"][known] for tuning in (raw, scaled))
    np.testing.assert_allclose(next(drives) / deviations[known], next(drives), rtol=1e-3)
    silent = of_unit(scaled, 4)
    assert (silent.indices, silent.note) == ({}, "None of the responses is a finite number.")


def expected_of(responses, scale):
    with np.errstate(divide="ignore"):
        return (responses - scale.means) / scale.deviations


def test_that_a_scale_of_another_node_is_refused(network):
    scale = UnitScale(np.zeros(4, np.float32), np.ones(4, np.float32), "photographs")
    with pytest.raises(InspectorError, match="over photographs holds 4 units; small/bn/2 has 6"):
        tuned(network, "bn/2", family="spot", scale=scale)


def test_that_scales_are_compared_by_what_they_hold():
    one, two = (UnitScale(np.zeros(2, np.float32), np.ones(2, np.float32), "a") for _ in range(2))
    assert (one, hash(one)) == (two, hash(two))
    assert one != UnitScale(np.zeros(2, np.float32), np.full(2, 2, np.float32), "a")
    assert TuningParameters(scale=one) == TuningParameters(scale=two)


def test_that_noise_at_mid_grey_is_that_of_a_linear_unit():
    network = Network(
        nn.Sequential(nn.Conv2d(3, 2, SIZE, bias=False)),
        name="small",
        preprocessing=Preprocessing(crop=SIZE),
    )
    torch.manual_seed(5)
    network.module[0].weight.data.normal_()
    noises = tuned(network, "0/0", family="spot").baseline_noises
    # Independent noise of sd 0.02 in each number adds up in squares; eight pictures tell it to a quarter.
    expected = 0.02 * network.module[0].weight.square().sum((1, 2, 3)).sqrt().numpy()
    np.testing.assert_allclose(noises, expected, rtol=0.5)
    again = tuned(network, "0/0", family="spot").baseline_noises
    np.testing.assert_array_equal(noises, again)


def test_that_with_a_scale_a_nonlinearity_is_read_as_it_was_for_the_scale(network):
    scale = UnitScale(np.zeros(6, np.float32), np.ones(6, np.float32), "photographs")
    assert tuned(network, "relu/0", family="spot", scale=scale).recorded == "relu"


def test_that_a_scale_of_what_comes_before_the_nonlinearity_is_read_there(network):
    before = UnitScale(np.zeros(6, np.float32), np.full(6, 2, np.float32), "photographs", ("bn",))
    scaled, raw = tuned(network, "relu/0", family="spot", scale=before), tuned(network, "bn/0", family="spot")
    assert (scaled.recorded, scaled.pre_activation) == ("bn", True)
    np.testing.assert_allclose(scaled.responses, raw.responses / 2, atol=1e-5)
    elsewhere = dataclasses.replace(before, nodes=("conv",))
    with pytest.raises(InspectorError, match="was read at conv, not at small/relu/0"):
        tuned(network, "relu/0", family="spot", scale=elsewhere)
