"""What costs no picture: full disks, damage, other versions."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest
import torch

from inspector.jobs.messages import Failed
from inspector.jobs.queue import Job
from inspector.jobs.requests import LensRequest
from inspector.lenses.feature_visualization.export import parameters_from, read_recipe
from inspector.network.location import Location
from inspector.workspace import finding_files
from inspector.workspace.findings import Findings
from tests.jobs.keeping_window import SHORT, Window, network, same


@pytest.fixture
def window(tmp_path, monkeypatch):
    window = Window(tmp_path / "w", network(), monkeypatch)
    yield window
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
