"""The list of what opens by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from inspector.network import families
from inspector.network.catalogue import catalogue, entry
from inspector.network.errors import OpenError
from inspector.network.opening import open_network

REPOSITORY = Path(__file__).resolve().parents[2]


def test_that_the_catalogue_holds_the_demonstration_network_the_microscopes_and_torchvisions():
    from torchvision import models

    names = list(catalogue())
    assert names[0] == "demo"
    assert set(names[1:9]) == {
        "alexnet_bvlc", "alexnet_places365", "inception_v1", "inception_v1_places365",
        "vgg19", "inception_v3", "inception_v4", "resnet_v2_50",
    }  # fmt: skip
    assert set(models.list_models(module=models)) <= set(names)
    assert sum(name.startswith("clip_") for name in names) == 14
    assert {"googlenet_bvlc", "resnet20_cifar", "resnet56_cifar"} <= set(names)


def test_that_every_entry_says_what_it_is():
    for name, found in catalogue().items():
        assert found.name == name
        assert found.title
        assert found.source.endswith(".")
        assert found.source.count("\n") == 0
        assert found.input_size[0] == 3
        assert 32 <= found.input_size[1] <= 600
        assert len(found.labels) in (1000, 20, 10, 0)
        if name != "demo":
            assert 2000 <= found.year <= 2030
            assert name.endswith("_cifar") or (
                found.official.address.startswith("http") and found.official.licence
            )


def test_that_torchvisions_bicubic_networks_are_shown_bicubic_pictures():
    assert catalogue()["swin_t"].preprocessing.interpolation == "bicubic"
    assert catalogue()["resnet18"].preprocessing.interpolation == "bilinear"


def test_that_no_two_entries_share_a_title_and_every_family_is_known():
    titles = [found.title for found in catalogue().values()]
    assert len(set(titles)) == len(titles)
    for name, found in catalogue().items():
        if name != "demo":
            assert found.title != name, "the family is missing in families.py"
            assert "“" in found.source


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("resnet18", "ResNet 18"),
        ("squeezenet1_1", "SqueezeNet 1.1"),
        ("vit_b_16", "Vision Transformer B 16"),
        ("efficientnet_v2_s", "EfficientNet V2 S"),
        ("efficientnet_b0", "EfficientNet B0"),
        ("regnet_y_1_6gf", "RegNet Y 1.6gf"),
        ("alexnet", "AlexNet"),
        ("swin_v2_t", "Swin Transformer V2 T"),
        ("unheard_of", "unheard_of"),
    ],
)
def test_that_titles_read_well(name, title):
    assert families.title(name) == title


@pytest.mark.parametrize(
    "name", ["squeezenet1_0", "shufflenet_v2_x0_5", "mnasnet0_5", "regnet_y_400mf", "efficientnet_b0"]
)
def test_that_entries_build_and_run(name):
    net = open_network(name, input_size=(3, 64, 64))
    assert list(net.nodes.values())[-1].units == 1000
    assert not net.trained
    assert net.card["title"] == catalogue()[name].title


@pytest.mark.parametrize("argument", ["weights", "pretrained", "weights_backbone", "progress", "aux_logits"])
def test_that_no_argument_can_make_an_entry_download(argument):
    with pytest.raises(OpenError, match=f"“{argument}” cannot be set"):
        entry("resnet18").build(**{argument: True})


def test_that_the_demonstration_network_opens_without_torchvision():
    code = "import sys, inspector; inspector.open_network('demo'); sys.exit('torchvision' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0
