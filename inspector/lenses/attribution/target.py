"""What is explained: a class's score, the difference of two, or a unit's response."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch

from inspector.lenses.ablation.measure import class_scores
from inspector.lenses.attribution import AttributionParameters
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.record import output_and_values
from inspector.probe.reduce import units_first
from inspector.probe.resume import answer_of
from inspector.saying import say

Run = Callable[[torch.Tensor], torch.Tensor]


@dataclass(frozen=True)
class Target:
    """What is explained.

    Attributes:
        text: For a person.
        classes: The class, and the one that is subtracted; none for a unit.
        unit: The unit's node and number.
    """

    text: str
    classes: tuple[int, ...] = ()
    unit: tuple[Node, int] | None = None

    def score(self, output: torch.Tensor, values: dict[str, torch.Tensor]) -> torch.Tensor:
        """One number a picture [N] from the network's answer, or from the values of the unit's node."""
        if self.unit is not None:
            node, unit = self.unit
            return units_first(values[node.name], node)[:, unit].sum(1)
        scores = output[:, self.classes[0]]
        return scores - output[:, self.classes[1]] if len(self.classes) > 1 else scores


def target_of(
    network: Network, parameters: AttributionParameters, batch: torch.Tensor, token: CancelToken
) -> Target:
    """What the parameters want explained of a picture [1,C,H,W].

    Raises:
        InspectorError: There is no such class or unit.
    """
    if parameters.unit:
        place = Location.parse(parameters.unit, network.name)
        node = network.check(place)
        if place.unit is None:
            raise InspectorError(say("“{unit}” names no unit.", unit=parameters.unit))
        return Target(say("unit {name}/{unit}", name=node.name, unit=place.unit), unit=(node, place.unit))
    with torch.inference_mode():
        scores = class_scores(network, answer_of(output_and_values(network, batch, (), token)[0]))[0]
    first = int(scores.argmax()) if parameters.target is None else parameters.target
    chosen = (first,) if parameters.versus is None else (first, parameters.versus)
    for index in chosen:
        if not 0 <= index < len(scores):
            raise InspectorError(
                say(
                    "{name} has classes 0 to {count}; {index} is none.",
                    name=network.name,
                    count=len(scores) - 1,
                    index=index,
                )
            )
    return Target(" against ".join(map(network.label, chosen)), classes=chosen)
