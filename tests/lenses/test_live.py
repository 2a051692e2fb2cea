"""One stimulus, all units: what follows a slider."""

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.live import Live, LiveParameters
from inspector.lenses.run import result, run
from inspector.lenses.tuning import UnitScale
from inspector.network.errors import AddressError, InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.stimuli.family import family

SIZE = (20, 28)
VALUES = (("orientation", 30.0), ("frequency", 4.0))


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(2)
    module = nn.Sequential(nn.Conv2d(3, 5, 3), nn.ReLU(inplace=True), nn.Conv2d(5, 4, 3), nn.Flatten())
    return Network(module, name="small", preprocessing=Preprocessing(crop=SIZE))


@pytest.mark.parametrize("reduction", ["max", "mean", "centre"])
def test_that_live_responses_are_those_of_a_tuning_at_that_point(network, reduction):
    live = result("live", network, "small/2", values=VALUES, reduction=reduction)
    axes = tuple((name, (value,)) for name, value in VALUES)
    tuning = result("tuning", network, "small/2/0", axes=axes, reduction=reduction)
    assert isinstance(live, Live)
    np.testing.assert_allclose(live.responses, tuning.responses[0, 0], atol=1e-6)
    np.testing.assert_allclose(live.baselines, tuning.baselines, atol=1e-6)
    assert (live.reduction, live.recorded, live.pre_activation) == (reduction, "2", True)
    assert live.values == {**tuning.fixed, **dict(VALUES)}


def test_that_the_stimulus_is_shown_in_the_input_size(network):
    live = result("live", network, "small/0", values=VALUES)
    rendered = family("grating").render({name: torch.tensor([value]) for name, value in VALUES}, SIZE)[0]
    assert live.stimulus.shape == (*SIZE, 3)
    assert live.stimulus.dtype == np.uint8
    np.testing.assert_allclose(live.stimulus, rendered.permute(1, 2, 0) * 255, atol=0.51)


def test_that_a_unit_or_a_neuron_may_be_named(network):
    assert result("live", network, "small/2/3", values=VALUES).responses.shape == (4,)
    neuron = result("live", network, "small/2/3@4,5", values=VALUES)
    assert neuron.reduction == "4,5"


def test_that_a_nonlinearity_is_read_before_it_unless_asked_otherwise(network):
    before, after = (
        result("live", network, "small/1", values=VALUES, pre_activation=flag) for flag in (True, False)
    )
    assert (before.recorded, after.recorded) == ("0", "1")
    np.testing.assert_allclose(np.maximum(before.responses, 0), after.responses, atol=1e-6)


def test_that_a_scale_and_a_subject_are_taken(network):
    scale = UnitScale(np.ones(4, np.float32), np.full(4, 2, np.float32), "photographs")
    raw, scaled = (
        result("live", network, "small/2", family="words", subject="cat", scale=which)
        for which in (None, scale)
    )
    np.testing.assert_allclose(scaled.responses, (raw.responses - 1) / 2, atol=1e-6)
    assert (raw.scale_source, scaled.scale_source) == ("", "photographs")


def test_that_nothing_stays_behind_between_updates(network):
    updates = run("live", network, "small/2", values=VALUES)
    next(updates)
    assert torch.is_grad_enabled()
    assert not torch.is_inference_mode_enabled()
    updates.close()


def test_that_it_can_be_cancelled(network):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        result("live", network, "small/2", token=token)


@pytest.mark.parametrize(
    ("address", "parameters", "said"),
    [
        ("small/2", {"family": "plaid"}, "no stimulus family “plaid”"),
        ("small/2", {"values": (("colour", 1.0),)}, "grating has no axis “colour”"),
        ("small/2", {"values": (("phase", 1.0), ("phase", 2.0))}, "only once"),
        ("small/2", {"values": (("contrast", 3.0),)}, "contrast = 3 lies outside of 0 to 1"),
        ("small/2", {"values": (("contrast", float("nan")),)}, "contrast must be finite"),
        ("small/2", {"reduction": "sum"}, "no reduction “sum”"),
        ("small/9", {}, "no node “9”"),
        ("small/2/7", {}, "4 units"),
    ],
)
def test_that_a_bad_request_is_refused_in_one_sentence(network, address, parameters, said):
    with pytest.raises(InspectorError, match=said) as caught:
        result("live", network, address, **parameters)
    assert "\n" not in str(caught.value)


def test_that_a_place_without_a_node_is_refused(network):
    with pytest.raises(AddressError):
        result("live", network, "small")


def test_that_parameters_can_be_compared():
    assert LiveParameters(values=VALUES) == LiveParameters(values=VALUES)
    assert hash(LiveParameters(values=VALUES)) == hash(LiveParameters(values=VALUES))
