"""Feature visualizations are made once: the second answer comes from the workspace, bit for bit."""

from __future__ import annotations

import errno
import os
import zlib
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from inspector.jobs.bench import Bench
from inspector.jobs.messages import Arrived, Failed, Finished, Message, Noted
from inspector.jobs.queue import Job, JobQueue
from inspector.jobs.requests import LensRequest
from inspector.jobs.runner import Runner
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.export import parameters_from, read_recipe
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.decode import from_array
from inspector.workspace import checkpoints, finding_files, states
from inspector.workspace.checkpoints import packed, unpacked
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.features import join, split
from inspector.workspace.findings import Findings

SHORT = FeatureParameters(steps=4, size=12, frame_every=0.0)


def network(name="small", seed=0, **preprocessing):
    torch.manual_seed(seed)
    module = nn.Sequential(nn.Conv2d(3, 6, 3), nn.ReLU(), nn.Conv2d(6, 4, 3))
    return Network(module, name=name, preprocessing=Preprocessing(crop=(16, 16), **preprocessing))


class Window:
    """Asks as the window does, without a thread; counts the pictures that were really computed."""

    def __init__(self, folder, net, monkeypatch):
        self.findings = Findings(folder)
        self.messages: list[Message] = []
        self.computed: list[tuple[int, ...]] = []
        self._queue, self._bench = JobQueue(), Bench(self.findings)
        self._bench.put(net)
        self._name = net.name
        self._runner = Runner(self._queue, self._bench, self.messages.append)
        from inspector.lenses.feature_visualization import optimise

        really = optimise.visualize

        def counting(net, location, parameters, token):
            self.computed.append(parameters.units or (location.unit,))
            return really(net, location, parameters, token)

        monkeypatch.setattr(optimise, "visualize", counting)

    def ask(self, place="2/1", parameters=SHORT, keep=True) -> Feature:
        location = Location.parse(place, self._name)
        request = LensRequest("feature-visualization", location, parameters, keep=keep)
        self._queue.put(Job(request, "panel", "asked"))
        self.messages.clear()
        self._runner.run_until_idle()
        end = self.messages[-1]
        assert isinstance(end, Finished), end
        return end.result

    def said(self) -> list[str]:
        return [message.sentence for message in self.messages if isinstance(message, Noted)]

    def frames(self) -> list[Feature]:
        return [message.payload for message in self.messages if isinstance(message, Arrived)]


@pytest.fixture
def window(tmp_path, monkeypatch):
    window = Window(tmp_path / "w", network(), monkeypatch)
    yield window
    window.findings.close()


def same(one: Feature, other: Feature, but=()):
    for field in fields(Feature):
        before, after = getattr(one, field.name), getattr(other, field.name)
        if field.name in but:
            continue
        if isinstance(before, np.ndarray):
            assert (before.dtype, before.shape) == (after.dtype, after.shape), field.name
            assert before.tobytes() == after.tobytes(), field.name
            assert after.flags.c_contiguous, field.name
        else:
            assert before == after, field.name


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


def test_that_a_full_disk_costs_no_picture_and_is_said_once(window, monkeypatch):
    def full(path, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(finding_files, "_write", full)
        feature = window.ask()
    assert feature.complete
    (sentence,) = window.said()
    assert sentence.startswith("small/2/1 could not be kept in ")
    assert sentence.endswith(": No space left on device.")
    same(feature, window.ask(), but=("seconds",))


def test_that_an_unexpected_error_of_the_workspace_costs_no_picture(window, monkeypatch, caplog):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(Findings, "find", broken)
    monkeypatch.setattr(Findings, "keep", broken)
    assert window.ask().complete
    assert len(window.said()) == 2
    assert all("failed unexpectedly" in sentence for sentence in window.said())
    assert "ZeroDivisionError" in caplog.text


def test_that_a_damaged_picture_is_made_again_and_found_from_then_on(tmp_path, window):
    first = window.ask()
    (file,) = (tmp_path / "w").rglob("*.png")
    file.write_bytes(file.read_bytes()[:-40])
    same(first, window.ask(), but=("seconds",))
    same(first, window.ask(), but=("seconds",))
    assert len(window.computed) == 2


def test_that_what_another_version_kept_is_made_again_without_a_word(window):
    window.ask()
    (line,) = window.findings.for_node(network().fingerprint, "2")
    old = window.findings.load(line)
    arrays = {name: array for name, array in old.arrays.items() if name != "course"}
    window.findings.keep(replace(old, arrays=arrays))
    window.ask()
    assert window.said() == []
    assert len(window.computed) == 2


def test_that_a_damaged_index_is_said_and_costs_no_picture(tmp_path, window):
    first = window.ask()
    window.findings.close()
    (tmp_path / "w" / "workspace.sqlite").write_bytes(b"nothing" * 1000)
    same(first, window.ask())
    (sentence,) = window.said()
    assert "was damaged" in sentence
    assert len(window.computed) == 1


def test_that_the_kept_picture_tells_how_it_was_made_as_an_exported_one_does(tmp_path, window):
    parameters = replace(SHORT, objectives=("channel", "-channel"), seed=7)
    window.ask(parameters=parameters)
    recipes = [read_recipe(file) for file in sorted((tmp_path / "w").rglob("*.png"))]
    assert [recipe["objective"] for recipe in recipes] == ["channel", "-channel"]
    assert {recipe["location"] for recipe in recipes} == {"small/2/1"}
    assert {recipe["versions"]["torch"] for recipe in recipes} == {torch.__version__}
    again = parameters_from(recipes[0])
    assert again == replace(parameters, frame_every=again.frame_every)


def test_that_a_refusal_of_the_lens_is_still_a_refusal(window):
    window._queue.put(
        Job(
            LensRequest(
                "feature-visualization",
                Location("small", "2", 1),
                replace(SHORT, objectives=("nonsense",)),
            ),
            "panel",
            "asked",
        )
    )
    window._runner.run_until_idle()
    assert isinstance(window.messages[-1], Failed)


def test_that_splitting_and_joining_gives_the_same_again(window):
    parameters = replace(SHORT, units=(0, 1, 2), objectives=("channel", "neuron"))
    feature = window.ask("2", parameters)
    pieces = split(feature, 3)
    assert [piece.locations[0] for piece in pieces] == ["small/2/0", "small/2/1", "small/2/2"]
    same(feature, join(pieces, parameters), but=("seconds", "checkpoint"))


def states_in(folder) -> list:
    return sorted(folder.rglob("*.state"))


@pytest.mark.parametrize("changed", [{}, {"parameterization": "pixels"}, with_recipe("maco").__dict__])
def test_that_a_kept_picture_goes_on_after_a_restart_as_if_it_had_never_stopped(
    tmp_path, window, monkeypatch, changed
):
    kinds = {"parameterization", "optimiser", "learning_rate", "sharing", "decay", "transform"}
    parameters = replace(SHORT, **{name: value for name, value in changed.items() if name in kinds})
    window.ask(parameters=parameters)
    window.findings.close()
    later = Window(tmp_path / "w", network(), monkeypatch)
    kept = later.ask(parameters=parameters)
    went_on = later.ask(parameters=replace(parameters, steps=9, resume=kept.checkpoint))
    assert next(frame.step for frame in later.frames()) == 5, "it starts where it stopped"
    whole = later.ask(parameters=replace(parameters, steps=9), keep=False)
    same(went_on, whole, but=("seconds", "parameters"))
    later.findings.close()


@pytest.mark.parametrize("harm", ["gone", "cut off", "another's"])
def test_that_a_picture_without_its_state_is_a_good_one(tmp_path, window, harm):
    first = window.ask()
    (state,) = states_in(tmp_path)
    if harm == "gone":
        state.unlink()
    else:
        state.write_bytes(state.read_bytes()[:-9] if harm == "cut off" else b"nothing of ours")
    again = window.ask()
    same(first, again, but=("checkpoint",))
    assert again.checkpoint is None
    assert window.said() == []
    assert len(window.computed) == 1
    assert window.findings.check_and_repair().forgotten == ()


def test_that_a_state_of_another_version_is_passed_over(window, monkeypatch):
    monkeypatch.setattr(
        "inspector.workspace.features.packed", lambda checkpoint: zlib.compress(b'{"old": 1}\n')
    )
    window.ask()
    assert window.ask().checkpoint is None
    assert window.said() == []
    assert len(window.computed) == 1


def test_that_too_large_a_state_is_left_out_without_a_word(tmp_path, window, monkeypatch):
    monkeypatch.setattr(checkpoints, "LARGEST", 1000)
    window.ask()
    assert states_in(tmp_path) == []
    assert window.said() == []
    assert window.ask().checkpoint is None
    assert len(window.computed) == 1


def test_that_a_disk_that_is_full_for_the_state_alone_is_said_and_the_picture_is_kept(
    tmp_path, window, monkeypatch
):
    written = Path.write_bytes

    def full(path, data):
        if ".state" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        feature = window.ask()
    (sentence,) = window.said()
    assert sentence.startswith("small/2/1 is kept in ")
    assert sentence.endswith(", but not the state to go on from: No space left on device.")
    same(feature, window.ask(), but=("checkpoint",))
    assert len(window.computed) == 1
    assert [path.suffix for path in (tmp_path / "w" / "findings").glob("*/*")] == [".png"]


def test_that_states_leave_with_their_findings_and_count_as_room_taken(tmp_path, window):
    window.ask()
    (state,) = states_in(tmp_path)
    size = window.findings.size_on_disk()
    assert window.findings.check_and_repair().deleted == ()
    state_bytes = state.stat().st_size
    state.unlink()
    assert window.findings.size_on_disk() == size - state_bytes
    window.ask(parameters=replace(SHORT, seed=1))
    assert len(states_in(tmp_path)) == 1
    window.findings.clear()
    assert states_in(tmp_path) == []


def test_that_tiles_are_kept_without_a_state(tmp_path, window):
    window.ask("2", replace(SHORT, units=(1,)))
    assert states_in(tmp_path) == []


def test_that_the_oldest_states_make_room_for_new_ones(tmp_path, window, monkeypatch):
    window.ask()
    (first,) = states_in(tmp_path)
    os.utime(first, (0, 0))
    monkeypatch.setattr(states, "MOST_BYTES", 4 * first.stat().st_size)
    for seed in range(1, 7):
        window.ask(parameters=replace(SHORT, seed=seed))
    assert not first.exists()
    assert sum(path.stat().st_size for path in states_in(tmp_path)) <= states.MOST_BYTES
    assert window.ask(parameters=replace(SHORT, seed=6)).checkpoint is not None
    assert window.ask().checkpoint is None
    assert len(window.computed) == 7


def test_that_a_checkpoint_packs_into_less_than_its_arrays_and_back(window):
    checkpoint = window.ask(parameters=replace(SHORT, size=48, parameterization="maco")).checkpoint
    arrays = (checkpoint.coefficients, *checkpoint.moments, checkpoint.generators, checkpoint.salience)
    data = packed(checkpoint)
    assert unpacked(data) == checkpoint
    assert unpacked(data).seconds == checkpoint.seconds
    assert len(data) < 0.95 * sum(array.nbytes for array in arrays)
    with pytest.raises(WorkspaceError, match="cannot be read"):
        unpacked(data[:-20])
