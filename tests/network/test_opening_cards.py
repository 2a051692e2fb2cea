"""The JSON beside a weights file: what it may say, and what of it is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from tests.network.opening_files import IMAGENET_MEAN, SMALL, equal, module_of, refusal


@pytest.fixture(scope="module")
def state() -> dict[str, torch.Tensor]:
    """Weights of SqueezeNet 1.1."""
    return module_of("squeezenet1_1").state_dict()


@pytest.fixture
def file(tmp_path, state) -> Path:
    torch.save(state, tmp_path / "mine.pth")
    return tmp_path / "mine.pth"


# The JSON beside


def card(file: Path, **changes) -> Path:
    path = file.with_suffix(".json")
    data = {
        "architecture": "squeezenet1_1",
        "weights": file.name,
        "preprocessing": {"crop": 64, "resize": 72},
    }
    path.write_text(json.dumps({**data, **changes}), encoding="utf-8")
    return path


def test_that_a_file_with_a_json_beside_opens_and_so_does_the_json(file, state):
    path = card(file, title="Mine")
    for spec in (file, str(file), path, f"squeezenet1_1={file}"):
        net = open_network(spec)
        assert equal(net, state)
        assert net.preprocessing == Preprocessing((64, 64), 72)
        assert net.card["title"] == "Mine"
        assert net.name == ("squeezenet1_1" if "=" in str(spec) else "mine")


def test_that_labels_come_from_the_json_or_a_file_it_names(tmp_path, state, file):
    labels = [f"thing {number}" for number in range(1000)]
    card(file, labels=labels)
    assert open_network(file).labels == tuple(labels)
    (tmp_path / "names.json").write_text(json.dumps(labels[::-1]))
    card(file, labels="names.json")
    assert open_network(file).labels == tuple(labels[::-1])


def test_that_the_json_may_hand_arguments_to_the_architecture(tmp_path):
    state = module_of("googlenet", num_classes=5, aux_logits=False, init_weights=False).state_dict()
    torch.save(state, tmp_path / "w.pth")
    arguments = {"num_classes": 5, "transform_input": True}
    card(tmp_path / "w.pth", architecture="googlenet", arguments=arguments, labels=list("abcde"))
    net = open_network(tmp_path / "w.pth")
    assert net.labels == tuple("abcde")
    assert net.module.transform_input is True


@pytest.mark.parametrize(("mean", "expected"), [(IMAGENET_MEAN, True), ((0.5, 0.5, 0.5), False)])
def test_that_googlenet_goes_to_its_own_range_only_from_imagenets(mean, expected):
    std = (0.229, 0.224, 0.225) if expected else (0.5, 0.5, 0.5)
    net = open_network("googlenet", preprocessing={"mean": mean, "std": std}, input_size=SMALL)
    assert net.module.transform_input is expected


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"labels": "gone.json"}, "gone.json cannot be read"),
        ({"labels": ["one", "two"]}, "2 labels are given for 1000 outputs"),
        ({"labels": [1, 2]}, "“labels” must be a list"),
        ({"labels": {"0": "one"}}, "“labels” must be a list"),
        ({"architecture": "squeezenet9"}, "no architecture “squeezenet9”; did you mean squeezenet"),
        ({"architecture": 3}, "“architecture” must be a text"),
        ({"architecture": "gone.py:Net"}, "gone.py does not exist"),
        ({"arguments": []}, "“arguments” must be a JSON object"),
        ({"arguments": {"colour": 1}}, "cannot be built with the arguments"),
        ({"arguments": {"weights": "DEFAULT"}}, "“weights” cannot be set"),
        ({"preprocessing": {"crop": "large"}}, "does not read"),
        ({"preprocessing": 3}, "“preprocessing” must be a JSON object"),
        ({"preprocessing": {"std": [0, 1, 1]}}, "no std may be 0"),
        ({"preprocessing": {"crop": 4}}, "does not run on an input of 3 x 4 x 4"),
    ],
)
def test_that_a_json_of_no_sense_is_refused_with_the_reason(file, changes, reason):
    card(file, **changes)
    assert reason in refusal(file)


@pytest.mark.parametrize("text", ["{", "", "[1, 2]", "\x00", '"text"', "[" * 100_000])
def test_that_a_broken_json_is_refused_by_name(file, text):
    file.with_suffix(".json").write_text(text)
    for spec in (file, file.with_suffix(".json"), f"squeezenet1_1={file}"):
        assert str(file.with_suffix(".json")) in refusal(spec)


def test_that_a_json_whose_weights_are_missing_is_refused(tmp_path):
    path = card(tmp_path / "gone.pth")
    assert "gone.pth does not exist" in refusal(path)
    path.write_text('{"architecture": "squeezenet1_1"}')
    assert "names no “weights” file" in refusal(path)


def test_that_code_named_by_a_json_is_not_run(tmp_path, state, file):
    canary = tmp_path / "canary"
    (tmp_path / "mine.py").write_text(f"open({str(canary)!r}, 'w')\nclass Net: pass\n")
    card(file, architecture="mine.py:Net")
    assert "mine.py is a Python file, and opening it would run its code" in refusal(file)
    assert not canary.exists()


def test_that_the_name_given_counts_more_than_the_jsons(file):
    card(file)
    assert "another architecture than resnet18" in refusal(f"resnet18={file}")
