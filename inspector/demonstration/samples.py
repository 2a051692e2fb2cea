"""The sample pictures that ship with the program: the network's world, rendered larger than it sees it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from torch import nn

from inspector.demonstration.canvas import REFERENCE_SIZE
from inspector.demonstration.fit import predictions
from inspector.demonstration.recipe import Recipe
from inspector.demonstration.scene import LABELS, render

SIZE = 192
PER_CLASS = 3


def write_samples(folder: Path, recipe: Recipe) -> None:
    """Writes the first pictures of each class of the samples' seed, and a manifest that labels them."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for number in range(1, PER_CLASS + 1):
        for index in range(len(LABELS)):
            picture, label = render(recipe.sample_seed, (number - 1) * len(LABELS) + index, SIZE, grain=False)
            name = f"{LABELS[label]}-{number}.png"
            Image.fromarray(picture).save(folder / name, optimize=True)
            entries.append({"file": name, "class": LABELS[label]})
    manifest = {"note": _note(recipe), "pictures": sorted(entries, key=lambda entry: entry["file"])}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _note(recipe: Recipe) -> str:
    return (
        f"Made by inspector.demonstration (seed {recipe.sample_seed}, the first {PER_CLASS} pictures of each "
        f"class, none left out), {SIZE} px, without the camera noise that the training pictures have. "
        "The network has not been trained on them. Licence: Apache-2.0."
    )


def samples_recognised(folder: Path, network: nn.Module) -> float:
    """The share of the sample pictures that the network, seeing them at its own size, names right."""
    pictures, labels = zip(*_loaded(folder), strict=True)
    return float((predictions(network, np.stack(pictures)) == np.array(labels)).mean())


def _loaded(folder: Path) -> Iterator[tuple[NDArray[np.uint8], int]]:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for entry in manifest["pictures"]:
        with Image.open(folder / entry["file"]) as picture:
            small = picture.convert("RGB").resize((REFERENCE_SIZE, REFERENCE_SIZE), Image.Resampling.BILINEAR)
        yield np.asarray(small, dtype=np.uint8), LABELS.index(entry["class"])
