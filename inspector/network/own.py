"""Entries of the architectures that are written here: the Microscope's, Caffe's, and ResNets for CIFAR."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from inspector.network.architectures.alexnet_bvlc import AlexNetBVLC
from inspector.network.architectures.googlenet_bvlc import GoogLeNetBVLC
from inspector.network.architectures.inception_v1 import InceptionV1
from inspector.network.architectures.resnet_cifar import ResNetCifar
from inspector.network.entry import Entry
from inspector.network.from_torchvision import imagenet_labels
from inspector.network.official import Official
from inspector.network.preprocessing import Preprocessing
from inspector.saying import say

CIFAR10 = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
_CIFAR_DEPTHS = (20, 32, 44, 56, 110)
_BVLC = "http://dl.caffe.berkeleyvision.org"
_PLACES = "http://places2.csail.mit.edu/models_places365"
_PLACES_MEAN = (104.0437, 112.6004, 116.7894)


def entries() -> Mapping[str, Entry]:
    """All of them by name, the Microscope's first; imports torchvision for the names of the classes."""
    found = [_inception_v1(), *_bvlc(), *_places(), *(_cifar(depth) for depth in _CIFAR_DEPTHS)]
    return MappingProxyType({entry.name: entry for entry in found})


def _inception_v1() -> Entry:
    return Entry(
        name="inception_v1",
        title="InceptionV1",
        source="Szegedy et al. 2014, “Going Deeper with Convolutions”: Google’s own network of the Circuits "
        "thread, without batch norm.",
        preprocessing=Preprocessing(
            (224, 224), 256, range=(0.0, 255.0), mean=(117.0, 117.0, 117.0), std=(1.0, 1.0, 1.0)
        ),
        labels=(),
        builder=InceptionV1,
        official=Official(
            "https://github.com/ProGamerGov/pytorch-old-tensorflow-models/raw/master/inception5h.pth",
            "Apache-2.0 (Google’s network; converted to PyTorch by others)",
        ),
        microscope=True,
    )


def _caffe(side: int, mean: tuple[float, float, float] = (104.0, 117.0, 123.0)) -> Preprocessing:
    return Preprocessing((side, side), 256, "BGR", (0.0, 255.0), mean, (1.0, 1.0, 1.0))


def _bvlc() -> tuple[Entry, Entry]:
    alexnet = Entry(
        name="alexnet_bvlc",
        title="AlexNet (Caffe)",
        source="Krizhevsky et al. 2012, “ImageNet Classification with Deep Convolutional Neural Networks”, "
        "as BVLC trained it: two groups, local response normalisation.",
        preprocessing=_caffe(227),
        labels=imagenet_labels(),
        builder=AlexNetBVLC,
        official=Official(
            f"{_BVLC}/bvlc_alexnet.caffemodel",
            "unrestricted (BVLC)",
            "sha1:9116a64c0fbe4459d18f4bb6b56d647b63920377",
        ),
        microscope=True,
    )
    googlenet = Entry(
        name="googlenet_bvlc",
        title="GoogLeNet (Caffe)",
        source="Szegedy et al. 2014, “Going Deeper with Convolutions”, as BVLC trained it: the nodes carry "
        "Caffe’s names.",
        preprocessing=_caffe(224),
        labels=imagenet_labels(),
        builder=GoogLeNetBVLC,
        official=Official(
            f"{_BVLC}/bvlc_googlenet.caffemodel",
            "unrestricted (BVLC)",
            "sha1:405fc5acd08a3bb12de8ee5e23a96bec22f08204",
        ),
    )
    return alexnet, googlenet


def _places() -> tuple[Entry, Entry]:
    paper = "Zhou et al. 2017, “Places: A 10 Million Image Database for Scene Recognition”"
    licence = "CC BY (MIT’s Places project)"
    alexnet = Entry(
        name="alexnet_places365",
        title="AlexNet (Places365)",
        source=say("{paper}: AlexNet of Caffe, trained on scenes.", paper=paper),
        preprocessing=_caffe(227, _PLACES_MEAN),
        labels=(),
        builder=partial(AlexNetBVLC, num_classes=365),
        official=Official(f"{_PLACES}/alexnet_places365.caffemodel", licence),
        microscope=True,
    )
    inception = Entry(
        name="inception_v1_places365",
        title="InceptionV1 (Places365)",
        source=say("{paper}: GoogLeNet of Caffe, trained on scenes.", paper=paper),
        preprocessing=_caffe(224, _PLACES_MEAN),
        labels=(),
        builder=partial(GoogLeNetBVLC, num_classes=365),
        official=Official(f"{_PLACES}/googlenet_places365.caffemodel", licence),
        microscope=True,
    )
    return alexnet, inception


def _cifar(depth: int) -> Entry:
    return Entry(
        name=f"resnet{depth}_cifar",
        title=say("ResNet {depth} for CIFAR", depth=depth),
        source="He et al. 2015, “Deep Residual Learning for Image Recognition”, section 4.2: for pictures of "
        "32 px.",
        preprocessing=Preprocessing((32, 32), 32, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225)),
        labels=CIFAR10,
        builder=partial(ResNetCifar, depth),
    )
