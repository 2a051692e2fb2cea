"""Kept pictures that go on: their optimisers' states, kept beside them within bounds."""

from __future__ import annotations

import errno
import os
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.workspace import checkpoints, states
from inspector.workspace.checkpoints import packed, unpacked
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.features import join, split
from tests.jobs.keeping_window import SHORT, Window, network, same


@pytest.fixture
def window(tmp_path, monkeypatch):
    window = Window(tmp_path / "w", network(), monkeypatch)
    yield window
    window.findings.close()


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
