"""Groups of units that fire together on one picture, and what each does for the classes."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

import numpy as np
import torch

from inspector.lenses.activations.measure import unit_maps
from inspector.lenses.attribution import Groups
from inspector.lenses.attribution.gradients import value_and_gradient
from inspector.lenses.attribution.nmf import nmf
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]


def groups(
    network: Network, batch: torch.Tensor, node: Node, k: int, classes: Sequence[int], token: CancelToken
) -> Groups:
    """Groups by NMF of the node's positive activations, the largest first, with their effects on classes.

    A group's effect on a class: its part of the activations times the gradient of the class's score, summed.
    """
    effects = np.zeros((k, len(classes)), np.float32)
    maps = channels = spatial = np.zeros(0)
    for column, index in enumerate(classes):
        value, gradient = value_and_gradient(network, batch, node.name, itemgetter((..., index)), token)
        if not column:
            maps = np.maximum(unit_maps(value, node)[0], 0)
            flat = maps.reshape(len(maps), -1).astype(np.float64)
            channels, spatial = nmf(flat, k)
            order = np.argsort(-(channels.sum(0) * spatial.sum(1)), kind="stable")
            channels, spatial = channels[:, order], spatial[order]
        slope = unit_maps(gradient, node)[0].reshape(len(maps), -1)
        effects[:, column] = np.einsum("uk,kp,up->k", channels, spatial, slope)
    flat = maps.reshape(len(maps), -1)
    squares = float((flat**2).sum())
    left = float(((flat - channels @ spatial) ** 2).sum())
    peaks = np.maximum(spatial.max(1), 1e-9)
    return Groups(
        spatial=(spatial / peaks[:, None]).reshape(k, *maps.shape[1:]).astype(np.float32),
        channels=np.ascontiguousarray((channels * peaks).T, np.float32),
        effects=effects,
        classes=tuple(classes),
        labels=tuple(map(network.label, classes)),
        explained=1 - left / squares if squares else 1.0,
    )
