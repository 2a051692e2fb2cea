"""Feature visualizations are made once: the second answer comes from the workspace, bit for bit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.decode import from_array
from tests.jobs.keeping_window import SHORT, Window, network, same


@pytest.fixture
def window(tmp_path, monkeypatch):
    window = Window(tmp_path / "w", network(), monkeypatch)
    yield window
    window.findings.close()


def test_that_the_second_answer_is_the_first_bit_for_bit_and_is_not_computed(window):
    parameters = replace(SHORT, objectives=("channel", "-neuron"), seed=3)
    first = window.ask(parameters=parameters)
    again = window.ask(parameters=parameters)
    same(first, again)
    assert window.computed == [(1,)]
    assert window.said() == []


def test_that_the_answer_survives_a_restart(tmp_path, window, monkeypatch):
    first = window.ask()
    window.findings.close()
    later = Window(tmp_path / "w", network(), monkeypatch)
    same(first, later.ask())
    assert later.computed == []
    later.findings.close()


@pytest.mark.parametrize(
    "changed",
    [{"steps": 5}, {"seed": 1}, {"size": 13}, {"objectives": ("-channel",)}, {"learning_rate": 0.06}],
)
def test_that_another_recipe_is_another_picture(window, changed):
    window.ask()
    window.ask(parameters=replace(SHORT, **changed))
    assert len(window.computed) == 2


@pytest.mark.parametrize("place", ["2/2", "0/1", "2/1@3,3"])
def test_that_another_place_is_another_picture(window, place):
    window.ask()
    window.ask(place)
    assert len(window.computed) == 2


@pytest.mark.parametrize("other", [{"seed": 1}, {"mean": (0.5, 0.5, 0.5)}])
def test_that_another_network_or_preprocessing_is_another_picture(tmp_path, window, monkeypatch, other):
    window.ask()
    second = Window(tmp_path / "w", network(**other), monkeypatch)
    second.ask()
    assert len(second.computed) == 1
    second.findings.close()


def test_that_the_same_network_under_another_name_finds_its_pictures(tmp_path, window, monkeypatch):
    first = window.ask()
    renamed = Window(tmp_path / "w", network(name="renamed"), monkeypatch)
    again = renamed.ask()
    assert renamed.computed == []
    assert again.locations == ("renamed/2/1",)
    same(first, again, but=("locations",))
    renamed.findings.close()


def test_that_how_often_frames_are_shown_does_not_matter(window):
    window.ask()
    window.ask(parameters=replace(SHORT, frame_every=1.0))
    assert len(window.computed) == 1


def test_that_nothing_is_kept_or_looked_up_where_the_request_says_so(tmp_path, window):
    window.ask(keep=False)
    assert not (tmp_path / "w").exists()
    window.ask()
    window.ask(keep=False)
    assert len(window.computed) == 3


def test_that_units_made_in_a_batch_are_found_singly_and_in_other_batches(window):
    whole = window.ask("2", replace(SHORT, units=(0, 1, 2)))
    one = window.ask("2/1")
    two = window.ask("2", replace(SHORT, units=(2, 0)))
    assert window.computed == [(0, 1, 2)]
    assert one.images.tobytes() == whole.images[1:2].tobytes()
    assert two.images.tobytes() == whole.images[[2, 0]].tobytes()
    assert two.locations == ("small/2/2", "small/2/0")


def test_that_a_batch_makes_only_what_is_missing_and_shows_it_in_its_place(window):
    kept = window.ask("2/1")
    whole = window.ask("2", replace(SHORT, units=(0, 1, 3)))
    assert window.computed == [(1,), (0, 3)]
    assert whole.locations == ("small/2/0", "small/2/1", "small/2/3")
    assert whole.complete
    assert whole.course.shape == (3, 4)
    assert whole.images[1].tobytes() == kept.images[0].tobytes()
    growing = [frame for frame in window.frames() if not frame.complete]
    assert growing
    for frame in growing:
        assert frame.images[1].tobytes() == kept.images[0].tobytes()
        assert len(frame.images) == 3
        assert frame.course.shape == (3, frame.step)
    window.ask("2", replace(SHORT, units=(3, 0, 1)))
    assert len(window.computed) == 2


def test_that_what_went_on_from_a_checkpoint_is_kept_and_not_taken_for_one_run(window):
    stopped = window.ask(keep=False)
    longer = replace(SHORT, steps=9)
    onward = replace(longer, resume=stopped.checkpoint)
    went_on = window.ask(parameters=onward)
    same(went_on, window.ask(parameters=onward))
    assert len(window.computed) == 2
    whole = window.ask(parameters=longer)
    assert len(window.computed) == 3, "the numbers before the checkpoint may have been others"
    same(went_on, whole, but=("seconds", "parameters"))


def test_that_a_batch_that_goes_on_does_so_whole(window):
    units = replace(SHORT, units=(0, 1))
    stopped = window.ask("2", units, keep=False)
    window.ask("2/1", replace(SHORT, steps=7))
    went_on = window.ask("2", replace(units, steps=7, resume=stopped.checkpoint))
    assert went_on.complete
    assert window.computed[-1] == (0, 1)


def test_that_a_batch_of_kept_and_new_pictures_offers_no_checkpoint(window):
    assert window.ask("2", replace(SHORT, units=(1, 2))).checkpoint is not None
    assert window.ask("2", replace(SHORT, units=(3, 1))).checkpoint is None


@pytest.mark.parametrize(
    ("objectives", "count"),
    [
        (("layer",), 1),
        (("0.5*channel(3) - neuron(0@2,3)",), 1),
        (("interpolate(0, 3, 3)",), 3),
        (("diversity(channel, 2)", "-channel"), 3),
    ],
)
def test_that_composed_objectives_come_back_as_they_were(window, objectives, count):
    parameters = replace(SHORT, objectives=objectives)
    first = window.ask(parameters=parameters)
    assert len(first.images) == count
    same(first, window.ask(parameters=parameters))
    assert len(window.computed) == 1


def test_that_a_class_of_a_whole_network_comes_back(tmp_path, monkeypatch):
    torch.manual_seed(0)
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 3))
    net = Network(module, name="small", preprocessing=Preprocessing((16, 16)))
    window = Window(tmp_path / "w", net, monkeypatch)
    parameters = replace(SHORT, objectives=("logit(1)",))
    location = Location("small")
    first = window.ask(str(location), parameters)
    assert first.locations == ("small/3/1",)
    same(first, window.ask(str(location), parameters))
    assert len(window.computed) == 1
    window.findings.close()


def test_that_a_transparency_map_comes_back(window):
    parameters = replace(SHORT, parameterization="maco")
    first = window.ask(parameters=parameters)
    assert first.alpha is not None
    same(first, window.ask(parameters=parameters))
    assert len(window.computed) == 1


def test_that_of_a_picture_in_the_recipe_its_pixels_count_and_not_its_name(window):
    def asked(name: str, level: int) -> None:
        picture = from_array(np.full((16, 16, 3), level, np.uint8), name)
        window.ask(parameters=replace(SHORT, objectives=("caricature",), pictures=(picture,)))

    asked("one", 100)
    asked("renamed", 100)
    assert len(window.computed) == 1
    asked("one", 101)
    assert len(window.computed) == 2


def test_that_a_dead_unit_stays_dead_from_the_workspace(tmp_path, monkeypatch):
    net = network()
    nn.init.zeros_(net.module[2].weight)
    window = Window(tmp_path / "w", net, monkeypatch)
    assert window.ask().moved == (False,)
    assert window.ask().moved == (False,)
    assert len(window.computed) == 1
    window.findings.close()
