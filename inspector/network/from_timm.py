"""Timm's networks as entries of the catalogue, where timm is installed; listed without building any."""

from __future__ import annotations

from functools import partial
from typing import Any

from torch import nn

from inspector.network import extras
from inspector.network.entry import Entry
from inspector.network.errors import OpenError
from inspector.network.from_torchvision import imagenet_labels
from inspector.network.official import Official
from inspector.network.preprocessing import Preprocessing
from inspector.saying import say

PREFIX = "timm."
"""Stands before a name where torchvision has a network of the same name."""

_OURS = frozenset({"pretrained", "pretrained_cfg", "checkpoint_path", "features_only", "cache_dir"})
# Two of the Microscope's eight; their cards are there also where timm is not.
_EIGHT = {
    "inception_v4": (
        "inception_v4",
        "InceptionV4",
        "Szegedy et al. 2016, “Inception-v4, Inception-ResNet and the Impact of Residual Connections on "
        "Learning”.",
        Preprocessing((299, 299), 341, mean=(0.5,) * 3, std=(0.5,) * 3, interpolation="bicubic"),
        "inception_v4.tf_in1k",
    ),
    "resnet_v2_50": (
        "resnetv2_50",
        "ResNet v2 50",
        "He et al. 2016, “Identity Mappings in Deep Residual Networks”.",
        Preprocessing((224, 224), 235, mean=(0.5,) * 3, std=(0.5,) * 3, interpolation="bicubic"),
        "resnetv2_50.a1h_in1k",
    ),
}
_HUB = "https://huggingface.co/timm"


def eight() -> tuple[Entry, ...]:
    """The two networks of the Microscope that come from timm."""
    return tuple(
        Entry(
            name=name,
            title=title,
            source=source,
            preprocessing=preprocessing,
            labels=imagenet_labels(),
            builder=partial(_module, timm_name),
            official=_published(weights, "Apache-2.0 (timm)"),
            extra="timm",
            microscope=True,
        )
        for name, (timm_name, title, source, preprocessing, weights) in _EIGHT.items()
    )


def names() -> list[str]:
    """Timm's names, without their prefix; empty where timm is not installed."""
    if not extras.is_there("timm"):
        return []
    found: list[str] = extras.load("timm", "The list of timm’s networks").list_models()
    return found


def entry_of(name: str) -> Entry:
    """The entry of one of `names`.

    Raises:
        OpenError: timm does not load.
    """
    timm = extras.load("timm", name)
    config = timm.get_pretrained_cfg(name, allow_unregistered=True)
    return Entry(
        name=PREFIX + name,
        title=say("{name} (timm)", name=name),
        source=say("timm’s architecture {name}.", name=name),
        preprocessing=_preprocessing(config),
        labels=imagenet_labels() if config is not None and config.num_classes == 1000 else (),
        builder=partial(_module, name),
        official=_official(config),
        extra="timm",
    )


def _preprocessing(config: Any) -> Preprocessing:
    if config is None:
        return Preprocessing()
    height, width = config.input_size[-2:]
    grey = config.input_size[0] == 1
    return Preprocessing(
        crop=(height, width),
        resize=round(min(height, width) / (config.crop_pct or 1.0)),
        channels="L" if grey else "RGB",
        mean=tuple(config.mean),
        std=tuple(config.std),
        interpolation="bicubic" if config.interpolation == "bicubic" else "bilinear",
    )


def _official(config: Any) -> Official | None:
    if config is None or not config.hf_hub_id:
        return None
    return _published(config.hf_hub_id.rpartition("/")[2], config.license or "see the address")


def _published(weights: str, licence: str) -> Official:
    return Official(
        f"{_HUB}/{weights}/resolve/main/model.safetensors", licence, name=f"{weights}.safetensors"
    )


def _module(name: str, **arguments: Any) -> nn.Module:
    timm = extras.load("timm", name)
    if refused := sorted(_OURS & arguments.keys()):
        raise OpenError(
            say("{name}: the argument “{refused}” cannot be set here.", name=name, refused=refused[0])
        )
    module: nn.Module = timm.create_model(name, pretrained=False, **arguments)
    return module
