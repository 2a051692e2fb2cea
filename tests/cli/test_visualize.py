"""Visualizations from the command line: written, made again, by recipes and settings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from inspector.lenses.feature_visualization.export import read_recipe
from inspector.pictures.decode import open_picture


def test_that_visualizations_are_written_one_per_location_and_objective(call, tmp_path):
    out = tmp_path / "made" / "here"
    words = ["--steps", 2, "--size", 16, "--seed", 3, "--objective", "channel", "--objective=-neuron"]
    found = call("visualize", "tiny", "0/1", "0/2", "2/4@3,5", *words, "--out", out, "--json").json()
    assert [entry["location"] for entry in found] == [
        "tiny/0/1", "tiny/0/1", "tiny/0/2", "tiny/0/2", "tiny/2/4", "tiny/2/4@3,5",
    ]  # fmt: skip
    assert len({entry["file"] for entry in found}) == 6
    for entry in found:
        assert open_picture(entry["file"]).image.size == (16, 16)
        assert (entry["steps"], entry["seed"]) == (2, 3)
        assert np.isfinite(entry["value"])
        assert entry["seconds"] > 0
        assert read_recipe(Path(entry["file"]))["location"] == entry["location"]


def test_that_a_picture_is_made_again_bit_for_bit_from_its_own_file(call, tmp_path):
    words = ["--recipe", "lucid", "--steps", 3, "--size", 16, "--seed", 5, "--objective=-channel"]
    call("visualize", "tiny", "0/1", "0/2", *words, "--out", tmp_path / "first")
    first = sorted((tmp_path / "first").iterdir())
    done = call("visualize", "tiny", "--again", first[1], "--out", tmp_path / "again")
    assert done.status == 0
    again = sorted((tmp_path / "again").iterdir())
    assert [file.name for file in again] == [file.name for file in first]
    for one, other in zip(first, again, strict=True):
        assert np.array_equal(open_picture(one).image, open_picture(other).image)
        assert read_recipe(one) == read_recipe(other)


def test_that_a_file_without_a_recipe_or_of_another_network_is_not_made_again(
    call, network, pictures, tmp_path, monkeypatch
):
    call("visualize", "tiny", "0/1", "--steps", 1, "--size", 16, "--out", tmp_path / "made")
    (made,) = (tmp_path / "made").iterdir()
    other = next(path for path in Path(pictures).iterdir() if path.is_file())
    assert "holds no recipe" in call("visualize", "tiny", "--again", other, "--out", tmp_path).errors[0]
    gone = call("visualize", "tiny", "--again", tmp_path / "gone.png", "--out", tmp_path)
    assert "gone.png does not exist" in gone.errors[0]
    assert call("visualize", "tiny", "0/1", "--again", made, "--out", tmp_path / "out").status == 2
    assert call("visualize", "tiny", "--out", tmp_path / "out").status == 2
    next(network.module.parameters()).data += 1
    monkeypatch.setattr("inspector.cli.opening.open_network", lambda spec, *, trust=False: network)
    done = call("visualize", "tiny", "--again", made, "--out", tmp_path / "out")
    assert (done.status, "another network than tiny, or of other weights" in done.errors[0]) == (1, True)


def test_that_a_picture_does_not_depend_on_those_made_beside_it(call, tmp_path):
    for out, places in (("alone", ["0/2"]), ("together", ["0/1", "0/2", "0/3"])):
        call("visualize", "tiny", *places, "--steps", 3, "--size", 16, "--out", tmp_path / out)
    (alone,) = (tmp_path / "alone").iterdir()
    one, other = (
        np.asarray(open_picture(path).image, float) for path in (alone, tmp_path / "together" / alone.name)
    )
    assert np.abs(one - other).max() <= 2  # equal but for rounding


def test_that_visualizations_follow_recipes_settings_and_pictures(call, pictures, tmp_path):
    picture = next(path for path in Path(pictures).iterdir() if path.is_file())
    words = ["--recipe", "lucid", "--set", "decay=0.5", "--set", "parameterization=pixels", "--size", 16]
    words += ["--steps", 2, "--objective", "caricature", "--objective", "layer", "--picture", picture]
    found = call("visualize", "tiny", "2", *words, "--out", tmp_path / "out", "--json").json()
    assert [entry["location"] for entry in found] == ["tiny/2", "tiny/2"]
    parameters = read_recipe(Path(found[0]["file"]))["parameters"]
    assert (parameters["recipe"], parameters["decay"], parameters["sharing"]) == ("lucid", 0.5, 0.0)
    assert parameters["parameterization"] == "pixels"
    assert parameters["pictures"][0]["name"] == picture.name


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--recipe", "cake"], "no recipe “cake”"),
        (["--set", "decay=much"], "decay lies between"),
        (["--set", "flour=1"], "no setting “flour”"),
        (["--objective", "caricature"], "pictures: none was given"),
        (["--objective", "channel +"], "something is missing"),
    ],
)
def test_that_wrong_recipes_and_settings_are_said(call, tmp_path, words, sentence):
    done = call("visualize", "tiny", "2/3", *words, "--out", tmp_path)
    assert done.status == 1
    assert sentence in "\n".join(done.errors)
