"""Keeping finished pictures as PNG files that know how they were made, and telling about them."""

from __future__ import annotations

import hashlib
import json
import math
import os
import platform
import re
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from inspector.lenses.facets import Facet
from inspector.lenses.feature_visualization.parameters import Feature, FeatureParameters, as_json
from inspector.network.errors import InspectorError
from inspector.pictures.decode import open_picture
from inspector.pictures.picture import Picture
from inspector.saying import say

RECIPE_KEY = "neuron-inspector"
_PLAIN = re.compile(r"[^a-z0-9+_-]+")
_LONGEST = 120


def save(feature: Feature, directory: Path) -> list[Path]:
    """Write every picture as a PNG with its recipe; the files in the order of the pictures.

    A file is there whole or not at all; one of the same name is replaced.

    Raises:
        InspectorError: The folder cannot be made or written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        return [_write(feature, index, directory) for index in range(len(feature.locations))]
    except OSError as error:
        reason = error.strerror or str(error)
        raise InspectorError(
            say(
                "{directory}: the pictures cannot be written there: {reason}.",
                directory=directory,
                reason=reason,
            )
        ) from error


def document(feature: Feature, files: Sequence[Path]) -> list[dict[str, Any]]:
    """What `visualize --json` prints, one entry per picture; a value that is not known yet is null."""
    return [
        {
            "location": location,
            "objective": objective,
            "file": str(file),
            "value": float(value) if math.isfinite(value) else None,
            "steps": feature.step,
            "seed": feature.seed,
            "seconds": round(feature.seconds, 3),
            "moved": moved,
        }
        for location, objective, file, value, moved in zip(
            feature.locations, feature.objectives, files, feature.values, feature.moved, strict=True
        )
    ]


def recipe(feature: Feature, index: int) -> dict[str, Any]:
    """Everything needed to make picture `index` again.

    Bit for bit in the same batch (`parameters`) with the same versions; alone nearly so.
    """
    return {
        "lens": "feature-visualization",
        "location": feature.locations[index],
        "objective": feature.objectives[index],
        "index": index,
        "parameters": as_json(feature.parameters),
        "step": feature.step,
        "fingerprint": feature.fingerprint,
        "compute": feature.compute,
        "versions": {
            "neuron-inspector": _version(),
            "torch": torch.__version__,
            "python": platform.python_version(),
        },
    }


def read_recipe(file: Path) -> dict[str, Any]:
    """The recipe in a PNG that `save` wrote.

    Raises:
        InspectorError: The file is not there or no PNG of ours.
    """
    try:
        with Image.open(file) as image:
            text = image.info[RECIPE_KEY]
        result: dict[str, Any] = json.loads(text)
    except FileNotFoundError as error:
        raise InspectorError(say("{file} does not exist.", file=file)) from error
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise InspectorError(say("{file}: holds no recipe of a feature visualization.", file=file)) from error
    return result


def parameters_from(recipe: dict[str, Any]) -> FeatureParameters:
    """The parameters in a recipe.

    Raises:
        InspectorError: They are not complete or not valid, or a picture they speak of is not there.
    """
    try:
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in recipe["parameters"].items()
        }
        values["pictures"] = tuple(_opened(entry) for entry in values.get("pictures", ()))
        values["facets"] = tuple(Facet.from_json(entry) for entry in values.get("facets", ()))
        return FeatureParameters(**values)
    except (KeyError, TypeError, AttributeError) as error:
        raise InspectorError(
            say("The recipe of a feature visualization does not read: {error}.", error=error)
        ) from error


def file_name(location: str, objective: str, seed: int) -> str:
    """A name that every file system takes, and that no other location, objective and seed has."""
    whole = f"{location}-{objective.replace('-', 'minus-')}-{seed}"
    plain = _PLAIN.sub("-", whole.lower()).strip("-")[:_LONGEST]
    # The mark keeps apart what differs only in case or in signs. No name is reserved as CON or "nul.x" are,
    # for what stands before the first dot always ends in the mark.
    mark = hashlib.sha256(whole.encode()).hexdigest()[:6]
    return f"{plain}-{mark}.png"


def _image(feature: Feature, index: int) -> Image.Image:
    image = Image.fromarray(feature.images[index])
    if feature.alpha is not None:
        image.putalpha(Image.fromarray(feature.alpha[index]))
    return image


def _opened(entry: Mapping[str, Any]) -> Picture:
    """The picture that a recipe speaks of; it has to have the same pixels still."""
    if not entry["path"]:
        raise InspectorError(
            say("The recipe needs the picture “{entry}”, which was never a file.", entry=entry["name"])
        )
    picture = open_picture(entry["path"])
    if picture.digest != entry["digest"]:
        raise InspectorError(
            say(
                "{entry} is another picture now than the recipe's “{name}”.",
                entry=entry["path"],
                name=entry["name"],
            )
        )
    return picture


def _write(feature: Feature, index: int, directory: Path) -> Path:
    target = directory / file_name(feature.locations[index], feature.objectives[index], feature.seed)
    info = PngInfo()
    info.add_itxt(RECIPE_KEY, json.dumps(recipe(feature, index), ensure_ascii=False))
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=directory)
    try:
        with os.fdopen(handle, "wb") as stream:
            _image(feature, index).save(stream, "PNG", pnginfo=info)
        # mkstemp makes files that only their owner may read.
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return target


def _version() -> str:
    try:
        return version("neuron-inspector")
    except PackageNotFoundError:  # run from a checkout
        return "unknown"
