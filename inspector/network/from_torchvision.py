"""Torchvision's classification networks as entries of the catalogue."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from torch import nn

from inspector.network import families
from inspector.network.entry import Entry
from inspector.network.errors import OpenError
from inspector.network.official import Official
from inspector.network.preprocessing import Preprocessing
from inspector.saying import say

# Of torchvision's builders: these would download, print, or give outputs of training only.
_OURS = frozenset(
    {"weights", "weights_backbone", "pretrained", "pretrained_backbone", "progress", "aux_logits"}
)
_MICROSCOPE = frozenset({"vgg19", "inception_v3"})
_LICENCE = "BSD-3-Clause (torchvision); trained on ImageNet, whose pictures are for research"


def names() -> list[str]:
    """All names; imports torchvision."""
    from torchvision import models

    found: list[str] = models.list_models(module=models)
    return found


@cache
def imagenet_labels() -> tuple[str, ...]:
    """The thousand classes of ImageNet, in order."""
    from torchvision import models

    return tuple(models.get_model_weights("alexnet").DEFAULT.meta["categories"])


def entry_of(name: str) -> Entry:
    """The entry of one of `names`."""
    from torchvision import models

    weights = models.get_model_weights(name).DEFAULT
    preset = weights.transforms()
    return Entry(
        name=name,
        title=families.title(name),
        source=families.source(name),
        preprocessing=Preprocessing(
            crop=(preset.crop_size[0], preset.crop_size[-1]),
            resize=preset.resize_size[0],
            mean=tuple(preset.mean),
            std=tuple(preset.std),
            interpolation="bicubic" if preset.interpolation.value == "bicubic" else "bilinear",
        ),
        labels=tuple(weights.meta["categories"]),
        builder=partial(_module, name),
        official=_official(weights.url),
        published_parameters=weights.meta["num_params"],
        microscope=name in _MICROSCOPE,
    )


def _official(address: str) -> Official:
    # Torchvision's file names end in the beginning of their SHA-256: resnet18-f37072fd.pth.
    digest = address.rpartition("-")[2].removesuffix(".pth")
    return Official(address, _LICENCE, f"sha256:{digest}")


def _module(name: str, **arguments: Any) -> nn.Module:
    from torchvision import models

    if refused := sorted(_OURS & arguments.keys()):
        raise OpenError(
            say("{name}: the argument “{refused}” cannot be set here.", name=name, refused=refused[0])
        )
    if name in ("googlenet", "inception_v3"):
        # Their own initialisation takes half a minute; the auxiliary heads serve training only.
        arguments = {"aux_logits": False, "init_weights": False, **arguments}
    module: nn.Module = models.get_model(name, weights=None, **arguments)
    return module
