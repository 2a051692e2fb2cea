"""Fits the demonstration network to generated pictures and measures its accuracy."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from inspector.demonstration.dataset import PictureSet
from inspector.demonstration.recipe import Recipe
from inspector.demonstration.scene import LABELS
from inspector.network.demo_network import build

log = logging.getLogger(__name__)

MEAN = (0.45, 0.45, 0.43)
STD = (0.24, 0.24, 0.25)
REPORT = 200
"""Steps between two reports of progress."""
WORD = LABELS.index("word")


def initialised(recipe: Recipe) -> nn.Module:
    """The network as it is before its first step, determined by the recipe's seed."""
    torch.manual_seed(recipe.seed)
    network = build()
    first = network.get_parameter("conv1.weight")
    with torch.no_grad():
        first.mul_(recipe.first_layer_start)
    return network


def fit(network: nn.Module, training: PictureSet, recipe: Recipe) -> None:
    """Trains the network in place; the same recipe and pictures give the same weights."""
    rng = torch.Generator().manual_seed(recipe.seed)
    network.to(memory_format=torch.channels_last).train()
    optimizer = torch.optim.SGD(_groups(network, recipe), momentum=recipe.momentum, nesterov=True)
    steps = recipe.epochs * -(-len(training.labels) // recipe.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, recipe.learning_rate, total_steps=steps, pct_start=0.2, cycle_momentum=False
    )
    done, start, right = 0, time.perf_counter(), 0
    for pictures, labels in _batches(training, recipe, rng):
        logits = network(augment(pictures, labels, recipe.grey, rng))
        loss = F.cross_entropy(logits, labels, label_smoothing=recipe.label_smoothing)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        _decay_means(network.get_parameter("conv1.weight"), float(schedule.get_last_lr()[0]), recipe)
        schedule.step()
        done, right = done + 1, right + int((logits.argmax(1) == labels).sum())
        if done % REPORT == 0:
            share, left = right / (REPORT * recipe.batch), (time.perf_counter() - start) * (steps / done - 1)
            log.info("step %d of %d: %.1f %% right, %.0f s left", done, steps, 100 * share, left)
            right = 0
    network.eval()


@torch.no_grad()
def _decay_means(kernels: Tensor, learning_rate: float, recipe: Recipe) -> None:
    """Moves kernels `[units, 3, k, k]` a little towards a spatial mean of zero, in place."""
    kernels -= learning_rate * recipe.first_layer_mean_decay * kernels.mean((2, 3), keepdim=True)


def _groups(network: nn.Module, recipe: Recipe) -> list[dict[str, object]]:
    """Parameters with their weight decay: none for the vectors (batch norm, biases)."""
    named = list(network.named_parameters())
    first = [p for name, p in named if name == "conv1.weight"]
    weights = [p for name, p in named if p.ndim > 1 and name != "conv1.weight"]
    vectors = [p for _, p in named if p.ndim == 1]
    decays = (recipe.first_layer_decay, recipe.weight_decay, 0.0)
    return [
        {"params": params, "lr": recipe.learning_rate, "weight_decay": decay}
        for params, decay in zip((first, weights, vectors), decays, strict=True)
    ]


def _batches(data: PictureSet, recipe: Recipe, rng: torch.Generator) -> Iterator[tuple[Tensor, Tensor]]:
    """Yields the batches of all epochs, shuffled: pictures `[N, 3, H, W]` from 0 to 1, labels `[N]`."""
    for _ in range(recipe.epochs):
        order = torch.randperm(len(data.labels), generator=rng).numpy()
        for start in range(0, len(order), recipe.batch):
            chosen = np.sort(order[start : start + recipe.batch])
            yield as_tensor(data.pictures[chosen]), torch.from_numpy(data.labels[chosen])


def as_tensor(pictures: np.ndarray) -> Tensor:
    """Turns uint8 pictures `[N, H, W, 3]` into floats `[N, 3, H, W]` from 0 to 1, channels last in memory."""
    return torch.from_numpy(pictures).permute(0, 3, 1, 2).float().div_(255.0)


def standardised(pictures: Tensor) -> Tensor:
    """Applies the card's preprocessing to pictures `[N, 3, H, W]` from 0 to 1."""
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (MEAN, STD))
    return (pictures - mean) / std


def augment(pictures: Tensor, labels: Tensor, grey: float, rng: torch.Generator) -> Tensor:
    """Mirrors half of the pictures (but no words), varies colour, contrast and lightness, standardises.

    Args:
        pictures: `[N, 3, H, W]` from 0 to 1.
        labels: `[N]` classes.
        grey: share of the pictures that lose all colour.
        rng: source of chance.
    """
    mirror, faded, colour, contrast, light = torch.rand((5, len(pictures), 1, 1, 1), generator=rng)
    mirrored = (mirror < 0.5) & (labels != WORD).view_as(mirror)
    pictures = torch.where(mirrored, pictures.flip(3), pictures)
    lightness = pictures.mean(1, keepdim=True)
    pictures = torch.lerp(lightness, pictures, torch.where(faded < grey, 0.0, 0.6 + 0.7 * colour))
    return standardised((pictures - 0.5) * (0.7 + 0.6 * contrast) + 0.4 + 0.2 * light)


@torch.inference_mode()
def predictions(network: nn.Module, pictures: np.ndarray, batch: int = 250) -> np.ndarray:
    """The predicted classes `[N]` of uint8 pictures `[N, 96, 96, 3]`."""
    network.eval()
    parts = [
        network(standardised(as_tensor(pictures[i : i + batch]))).argmax(1)
        for i in range(0, len(pictures), batch)
    ]
    return torch.cat(parts).numpy()


def accuracy(network: nn.Module, data: PictureSet) -> float:
    """The share of pictures whose class is predicted right."""
    return float((predictions(network, data.pictures) == data.labels).mean())
