"""Trains the demonstration network: `python -m inspector.demonstration.train --out resources/demo`.

Renders the pictures, fits the network, measures it on held-out pictures and writes weights, card and samples.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

from inspector.demonstration.card import WEIGHTS, Outcome, accuracy_text, write_card
from inspector.demonstration.dataset import PictureSet, generate
from inspector.demonstration.first_layer import structured
from inspector.demonstration.fit import accuracy, fit, initialised
from inspector.demonstration.recipe import Recipe
from inspector.demonstration.samples import samples_recognised, write_samples

log = logging.getLogger(__name__)


def train(out: Path, recipe: Recipe) -> Outcome:
    """Follows the recipe and writes `demo.safetensors`, `demo.json` and `samples/` into a folder."""
    start = time.perf_counter()
    torch.set_num_threads(recipe.threads)
    training, held_out = _pictures(recipe)
    network = initialised(recipe)
    fit(network, training, recipe)
    seconds = time.perf_counter() - start
    out.mkdir(parents=True, exist_ok=True)
    _save(network, out / WEIGHTS)
    write_samples(out / "samples", recipe)
    outcome = Outcome(
        accuracy=accuracy(network, held_out),
        samples=samples_recognised(out / "samples", network),
        first_layer=float(structured(network.get_parameter("conv1.weight").detach().numpy()).mean()),
        seconds=seconds,
    )
    write_card(out / "demo.json", recipe, outcome)
    return outcome


def _pictures(recipe: Recipe) -> tuple[PictureSet, PictureSet]:
    """Renders the training and the held-out pictures."""
    log.info("rendering %d pictures", recipe.pictures + recipe.held_out)
    training = generate(recipe.seed, recipe.pictures, recipe.threads)
    return training, generate(recipe.held_out_seed, recipe.held_out, recipe.threads)


def _save(network: nn.Module, path: Path) -> None:
    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, path)


def parse(arguments: Sequence[str] | None) -> tuple[Path, Recipe]:
    """Reads the command line: where to write, and the recipe."""
    usual = Recipe()
    parser = argparse.ArgumentParser(prog="python -m inspector.demonstration.train", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for weights, card and samples")
    for name in ("pictures", "epochs", "seed", "threads", "held_out"):
        value = getattr(usual, name)
        parser.add_argument("--" + name.replace("_", "-"), type=int, default=value, help=f"default {value}")
    values = vars(parser.parse_args(arguments))
    return values.pop("out"), Recipe(**values)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit status."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    out, recipe = parse(arguments)
    outcome = train(out, recipe)
    sys.stdout.write(f"{accuracy_text(recipe, outcome)}, in {outcome.seconds / 60:.0f} minutes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
