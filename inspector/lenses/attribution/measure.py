"""The four methods: activation x gradient, integrated gradients, occlusion, Grad-CAM."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from inspector.lenses.activations.measure import unit_maps
from inspector.lenses.attribution import Attribution, AttributionParameters, Method
from inspector.lenses.attribution.groups import groups
from inspector.lenses.attribution.target import Target, target_of
from inspector.lenses.base import LensRun, Partial, Progress, Update
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.edited import changeable
from inspector.probe.record import prepare
from inspector.probe.resume import scores_with
from inspector.saying import counted, say

Array = np.ndarray[Any, Any]
_METHODS = ("gradient", "integrated", "occlusion", "grad-cam")
_FIRST_STEPS, _MOST_STEPS, _BATCH = 16, 1024, 8
_CLASSES = 5


def measure(
    network: Network, location: Location, parameters: AttributionParameters, token: CancelToken
) -> LensRun:
    """The lens's generator; see `inspector.lenses.attribution.run`.

    Raises:
        InspectorError: The method, class or unit is not there, or the node has no units.
        Cancelled: The token was set; looked at before every leaf module.
    """
    if parameters.method not in _METHODS:
        raise InspectorError(
            say(
                "There is no method “{method}”; there are {methods}.",
                method=parameters.method,
                methods=", ".join(_METHODS),
            )
        )
    if location.node is not None:
        network.check(location)
    node = changeable(network, location.node) if location.node is not None else None
    if node is not None and not node.units:
        raise InspectorError(
            say(
                "{name}/{node_name} has no units that anything could be attributed to.",
                name=network.name,
                node_name=node.name,
            )
        )
    if node is None and parameters.method == "grad-cam":
        raise InspectorError("Grad-CAM weights the maps of a node; choose one.")
    yield Progress(0, 1, "Running the picture")
    batch = prepare(network, [parameters.picture.image])
    study = _Study(network, node, batch, target_of(network, parameters, batch, token), parameters, token)
    if parameters.method == "integrated":
        yield from study.integrate()
    elif parameters.method == "occlusion":
        yield from study.occlude()
    else:
        study.differentiate()
    result = study.result(complete=True)
    if parameters.groups and node is not None:
        yield Partial(replace(result, complete=False))
        yield Progress(0, 1, "Looking for groups")
        result = replace(result, groups=study.groups())
    return result


class _Study:
    """One attribution under way."""

    def __init__(
        self,
        network: Network,
        node: Node | None,
        batch: torch.Tensor,
        target: Target,
        parameters: AttributionParameters,
        token: CancelToken,
    ) -> None:
        self._network, self._node, self._batch, self._target = network, node, batch, target
        self._parameters, self._token = parameters, token
        self._at_node = node if parameters.method != "occlusion" else None
        self._value, self._gradient, self._score = self._slope(None)
        grey = network.preprocessing.normalise(torch.full((1, 3, *batch.shape[2:]), 0.5, device=batch.device))
        self._nothing = torch.zeros_like(self._value) if self._at_node else grey.to(self._value)
        self._reference = self._slope(self._nothing)[2]
        self._shares = torch.full_like(self._value, math.nan)
        self._steps = 0

    def differentiate(self) -> None:
        """Value less nothing, times the gradient: a linear approximation; for Grad-CAM its maps."""
        if self._parameters.method == "grad-cam":
            node = self._node
            assert node is not None
            positions = [i for i in range(1, self._value.ndim) if i != node.unit_axis]
            weights = self._gradient.mean(positions, keepdim=True) if positions else self._gradient
            self._shares = self._value * weights
        else:
            self._shares = (self._value - self._nothing) * self._gradient
        self._steps = 1

    def integrate(self) -> Iterator[Update]:
        """Mean gradient at the midpoints of ever finer steps, until sum and difference agree."""
        count = _FIRST_STEPS
        while True:
            total = torch.zeros_like(self._value)
            places = (torch.arange(count, device=self._value.device) + 0.5) / count
            for done, part in enumerate(torch.split(places, _BATCH)):
                shape = (-1, *[1] * (self._value.ndim - 1))
                between = self._nothing + part.view(shape) * (self._value - self._nothing)
                total += self._slope(between)[1].sum(0, keepdim=True)
                self._steps += len(part)
                note = counted("{count} step", "{count} steps", count=count)
                yield Progress(min(count, (done + 1) * _BATCH), count, note)
            self._shares = (self._value - self._nothing) * total / count
            yield Partial(self.result(complete=False))
            if self._error() <= self._parameters.tolerance or 2 * count > _MOST_STEPS:
                return
            count *= 2

    def occlude(self) -> Iterator[Update]:
        """What the score loses where a patch is grey, for every place the mean of the patches over it."""
        height, width = self._batch.shape[2:]
        side = max(2, round(min(height, width) * self._parameters.patch))
        step = max(1, side // 2)
        corners = [(y, x) for y in _starts(height, side, step) for x in _starts(width, side, step)]
        lost, seen = torch.zeros(height, width), torch.zeros(height, width)
        for start in range(0, len(corners), _BATCH):
            part = corners[start : start + _BATCH]
            covered = self._batch.repeat(len(part), 1, 1, 1)
            for i, (y, x) in enumerate(part):
                covered[i, :, y : y + side, x : x + side] = self._nothing[0, :, y : y + side, x : x + side]
            with torch.inference_mode():
                scores = self._scores(covered)
            for (y, x), score in zip(part, scores.tolist(), strict=True):
                lost[y : y + side, x : x + side] += self._score - score
                seen[y : y + side, x : x + side] += 1
            self._steps += len(part)
            heat = torch.where(seen > 0, lost / seen.clamp(min=1), math.nan)
            self._shares = heat[None, None].to(self._value)
            yield Progress(start + len(part), len(corners), "Patches")
            yield Partial(self.result(complete=False))

    def groups(self) -> Any:
        """Groups of units, with what each does for the explained and the strongest classes."""
        assert self._node is not None
        with torch.inference_mode():
            output = scores_with(self._network, self._batch, None, None, lambda out, _: out, self._token)
        strongest = (
            output[0].topk(min(_CLASSES, output.shape[1])).indices.tolist() if output.ndim == 2 else []
        )
        classes = tuple(dict.fromkeys([*self._target.classes, *strongest]))[:_CLASSES]
        return groups(self._network, self._batch, self._node, self._parameters.groups, classes, self._token)

    def result(self, *, complete: bool) -> Attribution:
        """What is known so far."""
        method: Method = self._parameters.method
        shares, picture = self._maps(self._shares), self._parameters.picture
        heat = shares.sum(0)
        at_node = self._at_node is not None
        total = float(self._shares.sum()) if method in ("gradient", "integrated") else math.nan
        return Attribution(
            location=str(Location(self._network.name, self._node.name if self._node and at_node else None)),
            method=method,
            picture=picture.name,
            digest=picture.digest,
            view=self._network.preprocessing.view(picture.image),
            target=self._target.text,
            target_class=self._target.classes[0] if self._target.classes else -1,
            heat=np.maximum(heat, 0) if method == "grad-cam" else heat,
            units=shares.sum((1, 2)) if at_node else np.zeros(0, np.float32),
            activations=self._maps(self._value) if at_node else np.zeros((0, 1, 1), np.float32),
            maps=shares if at_node else np.zeros((0, 1, 1), np.float32),
            score=self._score,
            reference=self._reference,
            total=total,
            error=math.nan if math.isnan(total) else self._error(),
            steps=self._steps,
            groups=None,
            complete=complete,
        )

    def _maps(self, value: torch.Tensor) -> Array:
        if self._at_node is None:
            found: Array = value[0].float().cpu().numpy()
            return found
        maps: Array = unit_maps(value, self._at_node)[0]
        return maps

    def _error(self) -> float:
        difference = self._score - self._reference
        return abs(float(self._shares.sum()) - difference) / max(abs(difference), 1e-12)

    def _scores(self, batch: torch.Tensor) -> torch.Tensor:
        node = self._target.unit[0].name if self._target.unit else None
        return scores_with(self._network, batch, None, node, self._target.score, self._token)

    def _slope(self, put: torch.Tensor | None) -> tuple[torch.Tensor, torch.Tensor, float]:
        """Value, gradient and first score; `put` stands in place of the node's value (or the picture)."""
        leaves: list[torch.Tensor] = []

        def place(value: torch.Tensor) -> torch.Tensor:
            leaf = (value if put is None else put).detach().clone().requires_grad_()
            leaves.append(leaf)
            return leaf.clone()  # a leaf may not be overwritten, as a ReLU in place behind it would

        batch = self._batch if put is None else self._batch.expand(len(put), -1, -1, -1)
        read = self._target.unit[0].name if self._target.unit else None
        with torch.inference_mode(False), torch.enable_grad():
            if self._at_node is None:
                batch, at = place(batch), None
            else:
                at = (self._at_node.name, place)
            scores = scores_with(self._network, batch, at, read, self._target.score, self._token)
            if not scores.requires_grad:
                raise InspectorError(
                    say(
                        "{text} does not depend on {name}.",
                        text=self._target.text,
                        name=self._node.name if self._node else say("it"),
                    )
                )
            (gradient,) = torch.autograd.grad(scores.sum(), leaves)
        return leaves[0].detach(), gradient, float(scores[0].detach())


def _starts(length: int, side: int, step: int) -> list[int]:
    return sorted({*range(0, max(length - side, 0) + 1, step), max(length - side, 0)})
