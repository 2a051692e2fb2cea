"""Ranking units by activation x gradient, then ablating the first ones picture by picture."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np
import torch

from inspector.lenses.ablation.measure import ablated, class_scores
from inspector.lenses.attribution.gradients import value_and_gradient
from inspector.lenses.base import LensRun, Partial, Progress, Update
from inspector.lenses.effects import Effects, EffectsParameters
from inspector.lenses.statistics import bootstrap_interval
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.edited import changeable
from inspector.probe.record import prepare
from inspector.probe.reduce import units_first
from inspector.probe.resume import Resumed
from inspector.saying import counted, say

Array = np.ndarray[Any, Any]


def measure(
    network: Network, location: Location, parameters: EffectsParameters, token: CancelToken
) -> LensRun:
    """The lens's generator; see `inspector.lenses.effects.run`.

    Raises:
        InspectorError: There is no picture, no unit or no such class.
        Cancelled: The token was set; looked at before every leaf module.
    """
    network.check(location)
    node, pictures = changeable(network, location.node or ""), parameters.pictures
    if not node.units or not pictures:
        raise InspectorError(
            say(
                "Effects need a node with units and at least one picture; {location} has not both.",
                location=location,
            )
        )
    attribution = yield from _attributed(network, node, parameters, token)
    found = _Found(network, node, parameters, attribution)
    yield Partial(found.so_far(0))
    for i, picture in enumerate(pictures):
        yield Progress(len(pictures) + i, 2 * len(pictures), say("Ablating: {name}", name=picture.name))
        with torch.inference_mode():
            rest = Resumed(network, node.name, prepare(network, [picture.image]), token)
            found.take(i, rest, ablated(rest.value, node, found.chosen) if found.chosen else None)
        if i + 1 < len(pictures):
            yield Partial(found.so_far(i + 1))
    return found.so_far(len(pictures), complete=True)


def _attributed(
    network: Network, node: Node, parameters: EffectsParameters, token: CancelToken
) -> Generator[Update, None, Array]:
    """Every unit's activation x gradient, summed over its map, mean over the pictures; float32 [units]."""
    pictures, score = parameters.pictures, _score_of(network, parameters.target)
    shares = np.zeros((len(pictures), node.units), np.float32)
    for i, picture in enumerate(pictures):
        yield Progress(i, 2 * len(pictures), say("Attribution: {name}", name=picture.name))
        batch = prepare(network, [picture.image])
        value, gradient = value_and_gradient(network, batch, node.name, score, token)
        shares[i] = units_first(value * gradient, node).sum(2)[0].cpu().numpy()
    mean: Array = shares.mean(0)
    return mean


class _Found:
    """The units by attribution, and what the class loses without the first of them, picture by picture.

    Attributes:
        chosen: The units that are ablated.
    """

    def __init__(
        self, network: Network, node: Node, parameters: EffectsParameters, attribution: Array
    ) -> None:
        self._place, self._target = str(Location(network.name, node.name)), parameters.target
        self._label, self._attribution = network.label(parameters.target), attribution
        self._order = np.argsort(-attribution, kind="stable")
        self.chosen: list[int] = self._order[: parameters.confirm].tolist()
        self._drops = np.zeros((len(self.chosen), len(parameters.pictures)), np.float32)

    def take(self, picture: int, rest: Resumed, silenced: torch.Tensor | None) -> None:
        """Enter a picture's drops; `silenced` is the node's value without each chosen unit, None for none."""
        if silenced is not None:
            drops = rest.output[0, self._target] - rest.run(silenced)[:, self._target]
            self._drops[:, picture] = drops.cpu().numpy()

    def so_far(self, pictures: int, *, complete: bool = False) -> Effects:
        """What is known after that many pictures; the units are sorted by their mean drop."""
        drops = self._drops[:, :pictures] if pictures else self._drops[:0]
        means = drops.mean(1) if len(drops) else np.zeros(0, np.float32)
        by_effect = np.argsort(-means, kind="stable")
        intervals = np.array([bootstrap_interval(row) for row in drops[by_effect]], np.float32).reshape(-1, 2)
        return Effects(
            self._place, self._target, self._label, self._drops.shape[1], self._attribution, self._order,
            self._order[: len(drops)][by_effect], drops[by_effect], means[by_effect], intervals, complete,
        )  # fmt: skip


def _score_of(network: Network, target: int) -> Any:
    def score(output: torch.Tensor) -> torch.Tensor:
        scores = class_scores(network, output)
        if not 0 <= target < scores.shape[1]:
            raise InspectorError(
                counted(
                    "{name} has {count} class, {last}; {target} is none.",
                    "{name} has {count} classes, 0 to {last}; {target} is none.",
                    name=network.name,
                    count=scores.shape[1],
                    last=scores.shape[1] - 1,
                    target=target,
                )
            )
        return scores[:, target]

    return score
