"""Ranking units by activation x gradient, then ablating the first ones picture by picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from inspector.lenses.ablation.measure import ablated, class_scores
from inspector.lenses.attribution.gradients import value_and_gradient
from inspector.lenses.base import LensRun, Partial, Progress
from inspector.lenses.effects import Effects, EffectsParameters
from inspector.lenses.statistics import bootstrap_interval
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.edited import changeable
from inspector.probe.record import prepare
from inspector.probe.reduce import units_first
from inspector.probe.resume import Resumed
from inspector.saying import say

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
    total, target = 2 * len(pictures), parameters.target
    shares = np.zeros((len(pictures), node.units), np.float32)
    for i, picture in enumerate(pictures):
        yield Progress(i, total, say("Attribution: {name}", name=picture.name))
        batch = prepare(network, [picture.image])
        value, gradient = value_and_gradient(network, batch, node.name, _score_of(network, target), token)
        shares[i] = units_first(value * gradient, node).sum(2)[0].cpu().numpy()
    attribution = shares.mean(0)
    order = np.argsort(-attribution, kind="stable")
    chosen, drops = order[: parameters.confirm], np.zeros((0, len(pictures)), np.float32)
    place = str(Location(network.name, node.name))
    label = network.label(target)

    def result(units: Array, drops: Array, complete: bool) -> Effects:
        means = drops.mean(1) if len(drops) else np.zeros(0, np.float32)
        by_effect = np.argsort(-means, kind="stable")
        intervals = np.array([bootstrap_interval(row) for row in drops[by_effect]], np.float32).reshape(-1, 2)
        return Effects(
            place, target, label, len(pictures), attribution, order, units[by_effect], drops[by_effect],
            means[by_effect], intervals, complete,
        )  # fmt: skip

    yield Partial(result(chosen[:0], drops, complete=False))
    drops = np.zeros((len(chosen), len(pictures)), np.float32)
    for i, picture in enumerate(pictures):
        yield Progress(len(pictures) + i, total, say("Ablating: {name}", name=picture.name))
        with torch.inference_mode():
            rest = Resumed(network, node.name, prepare(network, [picture.image]), token)
            answers = rest.run(ablated(rest.value, node, chosen.tolist())) if len(chosen) else rest.output[:0]
            drops[:, i] = (rest.output[0, target] - answers[:, target]).cpu().numpy()
        if i + 1 < len(pictures):
            yield Partial(result(chosen, drops[:, : i + 1], complete=False))
    return result(chosen, drops, complete=True)


def _score_of(network: Network, target: int) -> Any:
    def score(output: torch.Tensor) -> torch.Tensor:
        scores = class_scores(network, output)
        if not 0 <= target < scores.shape[1]:
            raise InspectorError(
                say(
                    "{name} has {classes} classes, 0 to {last}; {target} is none.",
                    name=network.name,
                    classes=scores.shape[1],
                    last=scores.shape[1] - 1,
                    target=target,
                )
            )
        return scores[:, target]

    return score
