"""Commands about words."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from tests.clip_truth import by_hand


@pytest.fixture
def hand(monkeypatch, call):
    """Let “tiny” be a CLIP by hand."""
    monkeypatch.setattr("inspector.cli.opening.open_network", lambda spec, trust=False: by_hand())
    return call


@pytest.fixture
def red(tmp_path):
    path = tmp_path / "red.png"
    Image.new("RGB", (60, 50), (250, 0, 0)).save(path)
    return path


def test_that_prompts_are_listed_best_first(hand, red, tmp_path):
    out = tmp_path / "z.csv"
    found = hand(
        "zero-shot", "tiny", red, "--prompt", "blue", "--prompt", "red", "--json", "--out", out
    ).json()
    assert [entry["prompt"] for entry in found["prompts"]] == ["red", "blue"]
    assert found["prompts"][0]["probability"] > 0.99
    assert out.read_text().splitlines()[0] == "prompt,probability,cosine"
    text = hand("zero-shot", "tiny", red, "--prompt", "blue", "--prompt", "red").text
    assert text.splitlines()[1].startswith("red")


def test_that_networks_without_text_towers_say_so(call, pictures):
    done = call("zero-shot", "tiny", pictures / "a.png", "--prompt", "cat")
    assert done.status == 1
    assert "no text tower" in done.errors[0]


def test_that_an_attack_tells_classes_and_units(call, pictures, tmp_path):
    out = tmp_path / "attacked.png"
    words = ("attack", "tiny", pictures / "a.png", "--word", "dog", "--at", "0.2,0.8", "--node", "2")
    found = call(*words, "--json", "--out", out).json()
    assert found["asked"] == "classes"
    assert {entry["label"] for entry in found["classes"]} == {"cat", "dog", "owl"}
    assert sum(entry["after"] for entry in found["classes"]) == pytest.approx(1, abs=1e-5)
    assert len(found["units"]) == 5
    assert found["places"] == [[0.2, 0.8]]
    with Image.open(out) as image:
        assert image.size == (16, 16)
        assert json.loads(image.info["neuron-inspector"])["parameters"]["word"] == "dog"
    text = call(*words).text
    assert "% of the pixels covered" in text
    eight = call("attack", "tiny", pictures / "a.png", "--word", "dog", "--eight", "--json").json()
    assert len(eight["places"]) == 8
    assert call("attack", "tiny", pictures / "a.png", "--word", "dog", "--at", "2,0").status == 2


def test_that_words_are_listed_by_response_and_by_direction(hand, tmp_path):
    listed = tmp_path / "words.txt"
    listed.write_text("red green\nblue table")
    found = hand("words", "tiny", "flatten/1", "--list", listed, "--near", "--json").json()
    assert found["location"] == "hand/flatten/1"
    assert found["words"][0] == {"word": "green", "value": pytest.approx(1)}
    shown = hand("words", "tiny", "colours/1", "--list", listed, "--top", 2, "--json").json()
    assert len(shown["words"]) == 2
    done = hand("words", "tiny", "colours/1", "--list", listed, "--near")
    assert "no unit of the joint space" in done.errors[0]
    assert "cannot be read" in hand("words", "tiny", "colours/1", "--list", tmp_path / "no").errors[0]


def test_that_the_stroop_grid_is_written(hand, tmp_path):
    out = tmp_path / "grid.png"
    colours = ("--word", "red", "--word", "blue", "--ink", "red", "--ink", "blue")
    found = hand("stroop", "tiny", *colours, "--json", "--out", out).json()
    assert [(entry["word"], entry["ink"]) for entry in found] == [
        ("red", "red"), ("red", "blue"), ("blue", "red"), ("blue", "blue"),
    ]  # fmt: skip
    same = [entry["ink_probability"] for entry in found]
    assert np.min(same) > 0.5
    with Image.open(out) as image:
        assert image.size == (2 * 48 + 4, 2 * 48 + 4)
