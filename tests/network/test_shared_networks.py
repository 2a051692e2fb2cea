"""Real networks and photographs, where they lie beside the repository."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import torch

from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.pictures.decode import open_picture

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
MODELS, IMAGES = SHARED / "models", SHARED / "images"
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


def test_that_an_architecture_in_a_python_file_is_refused_and_not_run():
    with pytest.raises(Exception, match=r"resnet_cifar\.py:ResNetCifar, code in a Python file, not run here"):
        open_network(MODELS / "resnet20-cifar10.pth")
