"""The network's card: what a program needs to use the weights, and a person to train them again."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from inspector.demonstration.canvas import REFERENCE_SIZE
from inspector.demonstration.fit import MEAN, STD
from inspector.demonstration.recipe import Recipe
from inspector.demonstration.scene import LABELS

WEIGHTS = "demo.safetensors"


@dataclass(frozen=True)
class Outcome:
    """What training came to.

    Attributes:
        accuracy: share of held-out pictures named right, 0 to 1.
        samples: the same share of the shipped sample pictures.
        first_layer: share of conv1's kernels that are oriented or colour-opponent (see `first_layer`).
        seconds: wall time of rendering and training.
    """

    accuracy: float
    samples: float
    first_layer: float
    seconds: float


def accuracy_text(recipe: Recipe, outcome: Outcome) -> str:
    """The accuracy in words."""
    return f"{100 * outcome.accuracy:.1f} % top-1 on {recipe.held_out} held-out generated pictures"


def write_card(path: Path, recipe: Recipe, outcome: Outcome) -> None:
    """Writes the card next to the weights."""
    card = {
        "architecture": "demo",
        "weights": WEIGHTS,
        "labels": list(LABELS),
        "preprocessing": {
            "resize": REFERENCE_SIZE,
            "crop": REFERENCE_SIZE,
            "channels": "RGB",
            "range": [0, 1],
            "mean": list(MEAN),
            "std": list(STD),
        },
        "title": "Demonstration network",
        "description": "A small network trained on generated pictures of textures, lines, shapes, words, "
        "eyes, faces and fish over natural-looking backgrounds.",
        "accuracy": accuracy_text(recipe, outcome),
        "training": _training(recipe, outcome),
        "licence": "Apache-2.0",
        "source": "Trained by inspector.demonstration.train in this repository; no photographs used.",
    }
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _training(recipe: Recipe, outcome: Outcome) -> dict[str, object]:
    return {
        "command": (
            f"python -m inspector.demonstration.train --out resources/demo --pictures {recipe.pictures} "
            f"--epochs {recipe.epochs} --seed {recipe.seed} --threads {recipe.threads} "
            f"--held-out {recipe.held_out}"
        ),
        **asdict(recipe),
        "held_out_seed": recipe.held_out_seed,
        "sample_seed": recipe.sample_seed,
        "optimizer": "SGD, Nesterov momentum, one-cycle learning rate, no decay of biases and batch norm",
        "augmentation": "half mirrored (no words), colour 0.6 to 1.3, contrast 0.7 to 1.3, lightness +-0.1",
        "held_out_accuracy": round(outcome.accuracy, 4),
        "samples_recognised": round(outcome.samples, 4),
        "first_layer_structured": round(outcome.first_layer, 4),
        "seconds": round(outcome.seconds),
        "machine": f"{platform.machine()}, CPU",
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in ("torch", "numpy", "pillow")},
        },
    }
