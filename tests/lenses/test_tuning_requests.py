"""Tuning that is cancelled, asked for in error, or remarked upon."""

import dataclasses
import threading
import time

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.base import Partial
from inspector.lenses.tuning import TuningParameters
from inspector.lenses.tuning.units import of_unit
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from tests.lenses.tuning_networks import ORIENTATIONS, SIZE, Small, opened, run, tuned


@pytest.fixture(scope="module")
def network():
    return opened(Small())


def test_that_phase_over_all_positions_is_remarked_upon(network):
    axes = (("phase", (0.0, 90.0, 180.0, 270.0)),)
    over_all = tuned(network, "conv/0", family="grating", axes=axes)
    assert "F1/F0 means something at the centre only" in over_all.note
    assert of_unit(over_all, 3).note == over_all.note
    assert tuned(network, "conv/0", family="grating", axes=axes, reduction="centre").note == ""
    assert tuned(network, "head/0", family="grating", axes=axes).note == ""
    assert tuned(network, "conv/0", family="grating", axes=ORIENTATIONS).note == ""


def test_that_a_subject_is_shown_and_named(network):
    sizes = (("size", (8.0, 16.0)),)
    one, two = (
        tuned(network, "conv/0", family="words", axes=sizes, subject=text) for text in ("no", "maybe")
    )
    assert (one.subject_text, two.subject_text) == ("no", "maybe")
    assert (one.stimuli != two.stimuli).any()
    with pytest.raises(InspectorError, match="picture first"):
        tuned(network, "conv/0", family="picture")
    assert tuned(network, "conv/0", family="spot", subject="no").subject_text == ""


class Slow(nn.Module):
    """Every leaf waits for the test: a network that would take very long."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(*(Waiting() for _ in range(40)))

    def forward(self, x):
        return self.layers(x)


class Waiting(nn.Module):
    started = threading.Event()
    pause = 0.0

    def forward(self, x):
        Waiting.started.set()
        time.sleep(Waiting.pause)
        return x * 1


def test_that_cancelling_acts_in_the_middle_of_a_slow_pass(monkeypatch):
    network = Network(Slow(), name="small", preprocessing=Preprocessing(crop=SIZE))
    assert network.nodes
    monkeypatch.setattr(Waiting, "pause", 0.05)  # 2 s a pass
    Waiting.started.clear()
    token = CancelToken()
    stopped = []

    def cancel():
        Waiting.started.wait(10)
        stopped.append(time.perf_counter())
        token.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    with pytest.raises(Cancelled):
        list(run(network, "layers.39/0", token, family="spot"))
    thread.join()
    assert time.perf_counter() - stopped[0] < 0.5


def test_that_a_cancelled_measurement_leaves_the_network_as_it_was(network):
    token = CancelToken()
    generator = run(network, "head/1", token, family="grating")
    while not isinstance(next(generator), Partial):
        pass
    token.cancel()
    with pytest.raises(Cancelled):
        list(generator)
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in network.module.modules())
    assert not torch.is_inference_mode_enabled()


def test_that_the_callers_gradient_mode_is_its_own_between_updates(network):
    generator = run(network, "conv/1", family="grating")
    for _ in range(4):
        next(generator)
        assert torch.is_grad_enabled()
        assert not torch.is_inference_mode_enabled()
    generator.close()


@pytest.mark.parametrize(
    ("address", "parameters", "said"),
    [
        ("conv/0", {"family": "plaid"}, "no stimulus family “plaid”"),
        ("conv/0", {"axes": (("colour", (1.0,)),)}, "grating has no axis “colour”; it has orientation"),
        ("conv/0", {"fixed": (("size", 3.0),)}, "no axis “size”"),
        ("conv/0", {"axes": (("frequency", ()),)}, "frequency has no values"),
        ("conv/0", {"axes": (("frequency", (4.0, float("nan"))),)}, "frequency must be finite"),
        ("conv/0", {"axes": (("frequency", (8.0, 4.0)),)}, "frequency must rise"),
        ("conv/0", {"axes": (("frequency", (4.0, 13.0)),)}, "frequency = 13 lies outside of 0.1 to 12"),
        ("conv/0", {"fixed": (("contrast", 2.0),)}, "contrast = 2 lies outside of 0 to 1"),
        ("conv/0", {"fixed": (("phase", float("inf")),)}, "phase must be finite"),
        (
            "conv/0",
            {"axes": (("phase", (0.0,)),), "fixed": (("phase", 0.0),)},
            "phase can be varied or fixed",
        ),
        ("conv/0", {"axes": (("phase", (0.0,)), ("phase", (1.0,)))}, "phase can be varied or fixed"),
        ("conv/0", {"fixed": (("orientation", 0.0), ("frequency", 4.0))}, "needs an axis to vary"),
        ("conv/0", {"axes": (("phase", tuple(np.linspace(0, 359, 20_001))),)}, "at most 20,000"),
        ("conv/0", {"reduction": "median"}, "no reduction “median”"),
        ("conv", {}, "names no unit"),
        ("conv/6", {}, "6 units"),
        ("nowhere/0", {}, "no node “nowhere”"),
        ("conv/0@99,0", {}, "outside"),
    ],
)
def test_that_a_bad_request_is_refused_in_one_sentence(network, address, parameters, said):
    with pytest.raises(InspectorError, match=said) as caught:
        tuned(network, address, **parameters)
    assert "\n" not in str(caught.value)


def test_that_an_input_too_small_for_stimuli_is_refused():
    network = opened(nn.Sequential(nn.Conv2d(3, 2, 1)), crop=(4, 40))
    with pytest.raises(InspectorError, match="at least 8 x 8 pixels, not 4 x 40"):
        tuned(network, "0/0")


def test_that_parameters_are_plain_values_that_can_be_compared():
    one, two = (TuningParameters(axes=ORIENTATIONS, fixed=(("phase", 0.0),)) for _ in range(2))
    assert hash(one) == hash(two)
    assert one == two
    assert one != dataclasses.replace(one, reduction="mean")
