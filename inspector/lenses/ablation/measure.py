"""Silencing the units of a node one by one, in batches, from the node on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from inspector.lenses.ablation import Ablation, AblationParameters
from inspector.lenses.base import LensRun, Partial, Progress
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.edited import changeable
from inspector.probe.record import prepare
from inspector.probe.resume import Resumed
from inspector.saying import say

Array = np.ndarray[Any, Any]
_TOP = 5


def measure(
    network: Network, location: Location, parameters: AblationParameters, token: CancelToken
) -> LensRun:
    """The lens's generator; see `inspector.lenses.ablation.run`.

    Raises:
        InspectorError: The node has no units, or the network gives no class scores.
        Cancelled: The token was set; looked at before every leaf module.
    """
    network.check(location)
    node = changeable(network, location.node or "")
    if not node.units:
        raise InspectorError(
            say(
                "{name}/{node_name} has no units that could be ablated.",
                name=network.name,
                node_name=node.name,
            )
        )
    yield Progress(0, node.units, "Running to the node")
    with torch.inference_mode():
        rest = Resumed(network, node.name, prepare(network, [parameters.picture.image]), token)
    scores = class_scores(network, rest.output)[0]
    classes = parameters.classes or tuple(scores.topk(min(_TOP, len(scores))).indices.tolist())
    changes = np.full((node.units, len(classes)), np.nan, np.float32)
    winners = np.full(node.units, -1, np.int64)

    def table(complete: bool) -> Ablation:
        return Ablation(
            location=str(Location(network.name, node.name)),
            picture=parameters.picture.name,
            classes=classes,
            labels=tuple(map(network.label, classes)),
            before=scores[list(classes)].cpu().numpy(),
            changes=changes.copy(),
            winners=winners.copy(),
            complete=complete,
            replayed=rest.replays,
        )

    for start in range(0, node.units, parameters.batch):
        units = range(start, min(start + parameters.batch, node.units))
        with torch.inference_mode():
            answers = rest.run(ablated(rest.value, node, units, parameters.to))
            changes[units] = (answers - scores)[:, list(classes)].float().cpu().numpy()
            winners[units] = answers.argmax(1).cpu().numpy()
        yield Progress(units.stop, node.units)
        yield Partial(table(complete=False))
    return table(complete=True)


def class_scores(network: Network, output: torch.Tensor) -> torch.Tensor:
    """The network's answer as scores [N, classes].

    Raises:
        InspectorError: It is no vector of class scores.
    """
    if output.ndim != 2 or output.shape[1] < 2:
        raise InspectorError(
            say("{name} gives no class scores, so nothing can be said of classes.", name=network.name)
        )
    return output


def ablated(value: torch.Tensor, node: Node, units: Sequence[int], to: str = "zero") -> torch.Tensor:
    """Copies of a node's value [1, ...], one for each of `units`, in which that unit is silent [B, ...]."""
    moved = value.movedim(node.unit_axis, 1)
    copies = moved.expand(len(units), *moved.shape[1:]).clone()
    rows = torch.arange(len(units))
    silent = moved.flatten(2).mean(2)[0, list(units)] if to == "mean" and moved.ndim > 2 else None
    shape = (-1, *[1] * (moved.ndim - 2))
    copies[rows, list(units)] = (
        0 if silent is None else silent.view(shape).expand_as(copies[rows, list(units)])
    )
    return copies.movedim(1, node.unit_axis)
