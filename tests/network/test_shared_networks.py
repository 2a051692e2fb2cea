"""Real networks and photographs, where they lie beside the repository."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import torch

from inspector.network.errors import OpenError
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.trust import NeedsTrust
from inspector.pictures.decode import open_picture

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
MODELS, IMAGES = SHARED / "models", SHARED / "images"
CIFAR = MODELS / "resnet20-cifar10.pth"
WEIGHTS = MODELS / "squeezenet1_1-imagenet.pth"
BGR = MODELS / "squeezenet1_1-imagenet-caffe-bgr.pth"

pytestmark = pytest.mark.skipif(
    not WEIGHTS.is_file(), reason="the shared models and photographs are not there"
)


def marked() -> list[dict]:
    manifest = IMAGES / "manifest.json"
    pictures = json.loads(manifest.read_text())["pictures"] if manifest.is_file() else []
    return [picture for picture in pictures if picture["in_squeezenet_top5"]]


@cache
def network(spec: str) -> Network:
    return open_network(spec)


@cache
def top_five(spec: str, file: str) -> tuple[str, ...]:
    net = network(spec)
    batch = net.preprocessing(open_picture(IMAGES / file).image).unsqueeze(0)
    with torch.inference_mode():
        return tuple(net.label(index) for index in net.module(batch)[0].topk(5).indices.tolist())


def test_that_squeezenet_opens_by_name_and_file_with_what_its_json_says():
    net = network(f"squeezenet1_1={WEIGHTS}")
    assert (net.trained, net.source, len(net.labels)) == (True, WEIGHTS, 1000)
    assert (net.preprocessing.crop, net.preprocessing.resize, net.preprocessing.channels) == (
        (224, 224),
        256,
        "RGB",
    )
    assert "ImageNet" in net.card["accuracy"]
    assert (
        network(str(WEIGHTS)).fingerprint
        == network(str(WEIGHTS.with_suffix(".json"))).fingerprint
        == net.fingerprint
    )


def test_that_there_are_marked_photographs():
    assert len(marked()) >= 15


@pytest.mark.parametrize("picture", marked(), ids=lambda picture: picture["file"])
def test_that_the_right_class_is_among_the_five_best(picture):
    found = top_five(f"squeezenet1_1={WEIGHTS}", picture["file"])
    assert set(found) & set(picture["classes"]), found


def test_that_the_caffe_variant_agrees_with_the_other():
    assert network(str(BGR)).preprocessing.channels == "BGR"
    assert network(str(BGR)).input_shape == (3, 227, 227)
    agreeing = [top_five(str(BGR), p["file"])[0] == top_five(str(WEIGHTS), p["file"])[0] for p in marked()]
    assert sum(agreeing) >= 0.75 * len(agreeing)


def test_that_an_architecture_in_a_python_file_asks_first_and_then_is_remembered():
    with pytest.raises(
        NeedsTrust, match=r"resnet_cifar\.py is a Python file, and opening it would run"
    ) as caught:
        open_network(CIFAR)
    assert caught.value.file.name == "resnet_cifar.py"
    trusted = open_network(CIFAR, trust=True)
    assert (trusted.trained, trusted.input_shape, trusted.labels[3]) == (True, (3, 32, 32), "cat")
    assert open_network(CIFAR).fingerprint == trusted.fingerprint


def test_that_the_cifar_network_also_opens_without_code_and_answers_alike():
    coded = open_network(CIFAR, trust=True)
    ours = open_network(f"resnet20_cifar={CIFAR}")
    batch = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        torch.testing.assert_close(ours.module(batch), coded.module(batch))
    assert ours.labels == coded.labels


def test_that_weights_without_a_card_are_told_apart(tmp_path):
    for file, name in ((WEIGHTS, "squeezenet1_1"), (CIFAR, "resnet20_cifar")):
        copy = tmp_path / file.name
        copy.write_bytes(file.read_bytes())
        with pytest.raises(OpenError, match=f"keys and shapes are those of {name}, so try {name}="):
            open_network(copy)
