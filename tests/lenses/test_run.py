"""Running lenses from scripts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import torch
from torch import nn

import inspector
from inspector.lenses import base
from inspector.lenses.base import Partial, Progress, register
from inspector.network.errors import AddressError, InspectorError
from inspector.network.location import Location
from inspector.network.opening import open_network
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import values_at


@dataclass(frozen=True)
class CountingParameters:
    steps: int = 3
    units: tuple[int, ...] = ()


@pytest.fixture(params=["unit", "node", "picture"])
def counting(request, monkeypatch):
    """A lens that counts, registered for one test."""
    base.lenses()  # all are loaded before the table is copied
    monkeypatch.setattr(base, "_LENSES", dict(base._LENSES))

    @register("counting", title="t", explanation="e", resolution=request.param, parameters=CountingParameters)
    def run(network, location, parameters, token):
        for step in range(parameters.steps):
            token.check()
            yield Progress(step, parameters.steps)
            yield Partial(step)
        return location, values_at(network, torch.rand(1, 3, 8, 8), ["0"])["0"].shape

    return request.param


@pytest.fixture(scope="module")
def net():
    return open_network(nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten()), name="mine", input_size=(3, 8, 8))


def test_that_run_gives_the_updates_and_returns_the_result(counting, net):
    updates = inspector.run("counting", net, "0/1", steps=2)
    seen = [next(updates) for _ in range(4)]
    assert seen == [Progress(0, 2), Partial(0), Progress(1, 2), Partial(1)]
    with pytest.raises(StopIteration) as stop:
        next(updates)
    assert stop.value.value == (Location("mine", "0", 1), (1, 4, 6, 6))


def test_that_result_runs_to_the_end(counting, net):
    location, shape = inspector.result("counting", net, Location.parse("mine/0/3@1,2"))
    assert location == Location("mine", "0", 3, (1, 2))
    assert shape == (1, 4, 6, 6)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("conv/1", "has no node “conv”"),
        ("0/4", "4 units, 0 to 3; 4 is none"),
        ("0/1@6,0", "outside the node's map"),
        ("0/x", "no number"),
    ],
)
def test_that_a_place_that_is_not_there_is_refused_at_once(counting, net, address, reason):
    with pytest.raises(AddressError, match=reason):
        inspector.run("counting", net, address)


def test_that_another_networks_location_is_refused(counting, net):
    with pytest.raises(AddressError, match="other/0/1 is not a place in mine"):
        inspector.run("counting", net, Location("other", "0", 1))


def test_that_a_lens_on_units_wants_a_unit(counting, net):
    for address in ("mine", "mine/0"):
        if counting == "unit":
            with pytest.raises(AddressError, match="names no"):
                inspector.run("counting", net, address)
        else:
            assert inspector.result("counting", net, address)
    assert inspector.result("counting", net, "mine/0", units=(1, 2))


def test_that_unknown_lenses_and_parameters_are_refused_by_name(counting, net):
    with pytest.raises(InspectorError, match=r"no lens “telescope”; there are .*tuning"):
        inspector.run("telescope", net, "0/1")
    with pytest.raises(InspectorError, match="has no parameter “speed”; it has steps"):
        inspector.run("counting", net, "0/1", speed=3)


def test_that_a_token_cancels(counting, net):
    token = CancelToken()
    updates = inspector.run("counting", net, "0/1", token=token)
    next(updates)
    next(updates)
    token.cancel()
    with pytest.raises(Cancelled):
        next(updates)
    with pytest.raises(Cancelled):
        inspector.result("counting", net, "0/1", token=token)
