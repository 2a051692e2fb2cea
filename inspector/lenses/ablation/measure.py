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
    table = _Table(network, node, parameters, class_scores(network, rest.output)[0])
    for start in range(0, node.units, parameters.batch):
        units = range(start, min(start + parameters.batch, node.units))
        with torch.inference_mode():
            table.take(units, rest.run(ablated(rest.value, node, units, parameters.to)))
        yield Progress(units.stop, node.units)
        yield Partial(table.so_far(rest.replays))
    return table.so_far(rest.replays, complete=True)


class _Table:
    """What each unit's silence has done to the chosen classes, as far as it is known."""

    def __init__(
        self, network: Network, node: Node, parameters: AblationParameters, scores: torch.Tensor
    ) -> None:
        self._network, self._node, self._picture = network, node, parameters.picture.name
        self._classes = parameters.classes or tuple(scores.topk(min(_TOP, len(scores))).indices.tolist())
        self._scores = scores
        self._changes = np.full((node.units, len(self._classes)), np.nan, np.float32)
        self._winners = np.full(node.units, -1, np.int64)

    def take(self, units: range, answers: torch.Tensor) -> None:
        """Enter the network's answers [units, classes] without each of some units."""
        changes = (answers - self._scores)[:, list(self._classes)]
        self._changes[units] = changes.float().cpu().numpy()
        self._winners[units] = answers.argmax(1).cpu().numpy()

    def so_far(self, replayed: bool, *, complete: bool = False) -> Ablation:
        """A copy of the table; `replayed` tells whether only what follows the node ran."""
        return Ablation(
            location=str(Location(self._network.name, self._node.name)),
            picture=self._picture,
            classes=self._classes,
            labels=tuple(map(self._network.label, self._classes)),
            before=self._scores[list(self._classes)].cpu().numpy(),
            changes=self._changes.copy(),
            winners=self._winners.copy(),
            complete=complete,
            replayed=replayed,
        )


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
