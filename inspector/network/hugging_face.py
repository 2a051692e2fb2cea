"""Folders as Hugging Face has them: config.json and the weights beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from torch import nn

from inspector.network.catalogue import entry
from inspector.network.entry import Entry
from inspector.network.errors import InspectorError, OpenError
from inspector.network.preprocessing import Preprocessing
from inspector.saying import say

_WEIGHTS = (
    "model.safetensors",
    "open_clip_model.safetensors",
    "pytorch_model.bin",
    "open_clip_pytorch_model.bin",
)
_LARGEST = 50_000_000


@dataclass(frozen=True)
class Folder:
    """What such a folder holds.

    Attributes:
        entry: The architecture, with the folder's own preprocessing and labels.
        weights: The file with its weights.
    """

    entry: Entry
    weights: Path


def read_folder(path: Path) -> Folder:
    """The network in a folder with a config.json.

    Raises:
        OpenError: There is no config.json, it does not read, or it names a network that is not known here.
    """
    config = _document(path / "config.json")
    found = _entry(path, config)
    labels = _labels(config)
    preprocessing = _preprocessing(path, config, found.preprocessing)
    return Folder(replace(found, preprocessing=preprocessing, labels=labels), weights_in(path))


def weights_in(path: Path) -> Path:
    """The weights file in a folder.

    Raises:
        OpenError: There is none, or they are in several files.
    """
    if (path / "model.safetensors.index.json").is_file():
        raise OpenError(
            say("{path} holds its weights in several files: put them into one model.safetensors.", path=path)
        )
    found = next((path / name for name in _WEIGHTS if (path / name).is_file()), None)
    if found is None:
        raise OpenError(say("{path} is a directory without {weights} in it.", path=path, weights=_WEIGHTS[0]))
    return found


def _document(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise OpenError(
            say("{parent} is a directory, not a weights file, and holds no config.json.", parent=path.parent)
        )
    try:
        if path.stat().st_size > _LARGEST:
            raise OpenError(say("{path} is too large for a description of a network.", path=path))
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OpenError(
            say("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error
    except (ValueError, RecursionError) as error:
        raise OpenError(say("{path} is no JSON that reads: {error}.", path=path, error=error)) from error
    if not isinstance(data, dict):
        raise OpenError(say("{path} must hold a JSON object.", path=path))
    return data


def _entry(path: Path, config: dict[str, Any]) -> Entry:
    if isinstance(name := config.get("architecture"), str):  # as timm writes it
        return entry(name)
    kind = config.get("model_type")
    build = {"resnet": _resnet, "vit": _vision_transformer}.get(str(kind))
    if build is None:
        raise OpenError(
            say(
                "{path}/config.json names the model type “{kind}”, which is not known here: open its "
                "weights as NAME=FOLDER, or build it in a Python file.",
                path=path,
                kind=kind,
            )
        )
    return Entry(
        name=path.name,
        title=path.name,
        source=say("Hugging Face’s model type {kind}.", kind=kind),
        preprocessing=Preprocessing((224, 224), 256, mean=(0.5,) * 3, std=(0.5,) * 3),
        labels=(),
        builder=partial(_built, build, path, config),
    )


def _built(build: Any, path: Path, config: dict[str, Any], **arguments: Any) -> nn.Module:
    try:
        module: nn.Module = build(config, **{"num_classes": len(_labels(config)) or 1000, **arguments})
    except (KeyError, TypeError, ValueError) as error:
        raise OpenError(
            say(
                "{path}/config.json does not describe a network that can be built: {error}.",
                path=path,
                error=error,
            )
        ) from error
    return module


def _resnet(config: dict[str, Any], num_classes: int) -> nn.Module:
    from torchvision.models import resnet

    block = resnet.Bottleneck if config.get("layer_type", "bottleneck") == "bottleneck" else resnet.BasicBlock
    module: nn.Module = resnet.ResNet(block, list(config["depths"]), num_classes=num_classes)
    return module


def _vision_transformer(config: dict[str, Any], num_classes: int) -> nn.Module:
    from torchvision.models.vision_transformer import VisionTransformer

    module: nn.Module = VisionTransformer(
        image_size=int(config["image_size"]),
        patch_size=int(config["patch_size"]),
        num_layers=int(config["num_hidden_layers"]),
        num_heads=int(config["num_attention_heads"]),
        hidden_dim=int(config["hidden_size"]),
        mlp_dim=int(config["intermediate_size"]),
        num_classes=num_classes,
    )
    return module


def _labels(config: dict[str, Any]) -> tuple[str, ...]:
    names = config.get("id2label")
    if isinstance(names, dict) and all(str(key).isdigit() for key in names):
        return tuple(str(names[key]) for key in sorted(names, key=lambda key: int(key)))
    listed = config.get("label_names")
    return tuple(map(str, listed)) if isinstance(listed, list) else ()


def _preprocessing(path: Path, config: dict[str, Any], known: Preprocessing) -> Preprocessing:
    beside = path / "preprocessor_config.json"
    values = _document(beside) if beside.is_file() else config.get("pretrained_cfg") or config
    try:
        return _from_values(values, known)
    except (InspectorError, TypeError, ValueError, KeyError) as error:
        raise OpenError(
            say("{beside}: the preprocessing does not read.", beside=beside if beside.is_file() else path)
        ) from error


def _from_values(values: dict[str, Any], known: Preprocessing) -> Preprocessing:
    changes: dict[str, Any] = {}
    for key, name in (("mean", "mean"), ("std", "std"), ("image_mean", "mean"), ("image_std", "std")):
        if key in values:
            changes[name] = tuple(float(number) for number in values[key])
    size = (
        values.get("crop_size") or values.get("size") or values.get("input_size") or values.get("image_size")
    )
    if size is not None:
        changes["crop"] = crop = _sides(size)
        part = values.get("crop_pct") or 1.0
        changes["resize"] = round(min(crop) / float(part))
    if "interpolation" in values or "resample" in values:
        bicubic = values.get("interpolation") == "bicubic" or values.get("resample") == 3
        changes["interpolation"] = "bicubic" if bicubic else "bilinear"
    return replace(known, **changes)


def _sides(size: Any) -> tuple[int, int]:
    if isinstance(size, dict):
        side: Any = size.get("shortest_edge", 224)
        return int(size.get("height", side)), int(size.get("width", side))
    if isinstance(size, (list, tuple)):
        return int(size[-2]), int(size[-1])
    return int(size), int(size)
