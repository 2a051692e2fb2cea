from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.cli import window
from inspector.cli.dispatch import main
from inspector.network.errors import AddressError
from inspector.network.links import read_link, spec_named
from inspector.network.location import Location
from inspector.settings import Settings, settings_file

NAMES = st.text(min_size=1, max_size=12)


@given(NAMES, NAMES, st.integers(0, 9999))
def test_that_a_link_leads_to_the_location_whose_address_it_holds(network, node, unit):
    location = Location(network, node, unit)
    assert read_link(f"neuron-inspector://{str(location).replace(' ', '%20')}") == location


def test_that_a_link_may_end_with_the_slash_that_browsers_add():
    assert read_link("neuron-inspector://demo/conv1/17/") == Location("demo", "conv1", 17)


def test_that_what_is_no_link_is_left_alone():
    assert read_link("demo") is None
    assert read_link("weights/neuron-inspector.pth") is None


def test_that_a_link_to_no_address_is_refused():
    with pytest.raises(AddressError):
        read_link("neuron-inspector://demo/conv1/seventeen")


def test_that_a_network_opened_before_is_found_by_its_name():
    recent = ["nets/mine.safetensors", "theirs=other.pth"]
    assert spec_named("mine", recent) == "nets/mine.safetensors"
    assert spec_named("theirs", recent) == "theirs=other.pth"
    assert spec_named("demo", recent) == "demo"
    assert spec_named("THEIRS", recent) == "theirs=other.pth", "capitals do not count"
    assert spec_named("Mine", ["nets/mine.pth", "nets/Mine.pth"]) == "nets/Mine.pth", (
        "where one is not exactly it"
    )


def test_that_the_window_opens_at_the_link(monkeypatch):
    asked = []
    stand_in = SimpleNamespace(run_window=lambda *words, **options: asked.append((words, options)) or 0)
    monkeypatch.setattr(window, "_app", lambda: stand_in)
    monkeypatch.setattr(window, "obstacle", lambda: None)
    Settings(recent=["nets/mine.safetensors"]).save(settings_file())
    assert main(["neuron-inspector://mine/conv1/17"]) == 0
    assert asked == [(("nets/mine.safetensors", []), {"fresh": False, "address": "mine/conv1/17"})]
