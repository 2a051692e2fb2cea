"""The objectives of a batch of pictures, from the values of the nodes that they look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch

from inspector.lenses.feature_visualization.faceting import FacetMeasure
from inspector.lenses.feature_visualization.measures import (
    CaricatureMeasure,
    DirectionMeasure,
    LayerMeasure,
    LogitMeasure,
    Measure,
    UnitMeasure,
    similarity,
)
from inspector.lenses.feature_visualization.objectives import (
    Activation,
    Caricature,
    Channel,
    Direction,
    Faceted,
    Layer,
    Logit,
    Neuron,
    Term,
)
from inspector.lenses.feature_visualization.output import logit_node
from inspector.lenses.feature_visualization.plan import Aim
from inspector.lenses.feature_visualization.targets import Targets
from inspector.network.graph import Node
from inspector.network.network import Network

Values = Mapping[str, torch.Tensor]
_Entry = tuple[int, float, Term]


class Score:
    """The values of a batch of aims, one per picture.

    Args:
        network: The network.
        node: The node that is looked at; None where all look at the network's output.
        aims: What each picture is to drive.
        targets: The activations of real pictures, for aims that speak of them.
        diversity: Weight of what pictures of one group have in common.
    """

    def __init__(
        self, network: Network, node: Node | None, aims: Sequence[Aim], targets: Targets, diversity: float
    ) -> None:
        self._aims = tuple(aims)
        self._signs = torch.tensor([aim.sign for aim in aims])
        self._node = node
        self._parts = _parts(network, node, self._aims, targets)
        self._groups = _groups(self._aims) if diversity else []
        self._diversity = diversity

    @property
    def nodes(self) -> tuple[str, ...]:
        """Names of the nodes whose values are needed."""
        grouped = [self._node.name] if self._groups and self._node is not None else []
        return tuple(
            dict.fromkeys([*(name for _, _, measure in self._parts for name in measure.nodes), *grouped])
        )

    def __call__(self, values: Values) -> torch.Tensor:
        """The objectives [N] as they are (not negated for a lone negative term).

        Args:
            values: The nodes' values [N, ...], picture n being the nth aim's.
        """
        result: torch.Tensor | None = None
        for pictures, weights, measure in self._parts:
            value = values[measure.node.name]
            places = pictures.to(value.device)
            found = measure.of(values, places) * weights.to(value)
            total = found.new_zeros(len(self._aims)) if result is None else result
            result = total.index_add(0, places, found)
        assert result is not None
        return result

    def aimed(self, scores: torch.Tensor) -> torch.Tensor:
        """What is to grow [N]: the objectives, negated for lone negative terms."""
        return scores * self._signs.to(scores.device)

    def likeness(self, values: Values) -> torch.Tensor | None:
        """How much of what is to be told apart is alike [N], weighted; None where nothing is."""
        if not self._groups or self._node is None:
            return None
        value = values[self._node.name]
        result = value.new_zeros(len(self._aims))
        for group in self._groups:
            places = group.to(value.device)
            result = result.index_add(0, places, similarity(value[places], self._node))
        return result * self._diversity


def _groups(aims: Sequence[Aim]) -> list[torch.Tensor]:
    numbers = dict.fromkeys(aim.group for aim in aims if aim.group is not None)
    return [torch.tensor([i for i, aim in enumerate(aims) if aim.group == number]) for number in numbers]


def _parts(
    network: Network, node: Node | None, aims: Sequence[Aim], targets: Targets
) -> list[tuple[torch.Tensor, torch.Tensor, Measure]]:
    """The terms of all aims by kind: which picture each is asked of, its weight, and how it is measured."""
    kinds: dict[type[Measure], list[_Entry]] = {}
    for index, aim in enumerate(aims):
        for weight, term in aim.terms:
            kinds.setdefault(_MEASURES[type(term)], []).append((index, weight, term))
    return [
        (
            torch.tensor([index for index, _, _ in entries]),
            torch.tensor([weight for _, weight, _ in entries]),
            _measure(kind, network, node, [term for _, _, term in entries], targets),
        )
        for kind, entries in kinds.items()
    ]


def _measure(
    kind: type[Measure], network: Network, node: Node | None, terms: list[Term], targets: Targets
) -> Measure:
    if kind is FacetMeasure:
        faceted = [term for term in terms if isinstance(term, Faceted)]
        assert node is not None  # `plan` has looked
        return FacetMeasure(network, node, faceted, [targets.facet(term.name) for term in faceted])
    if kind is LogitMeasure:
        classes = [term.target for term in terms if isinstance(term, Logit)]
        return LogitMeasure(logit_node(network), [int(number) for number in classes])
    assert node is not None  # `plan` has looked
    if kind is UnitMeasure:
        return UnitMeasure(node, [term for term in terms if isinstance(term, Channel | Neuron)])
    powers = [getattr(term, "power", 1.0) for term in terms]
    if kind is DirectionMeasure:
        return DirectionMeasure(node, torch.stack([_direction(t, node, targets) for t in terms]), powers)
    if kind is CaricatureMeasure:
        whole = [targets.maps(t.picture) for t in terms if isinstance(t, Caricature)]
        return CaricatureMeasure(node, torch.stack(whole), powers)
    return LayerMeasure(node)


def _direction(term: Term, node: Node, targets: Targets) -> torch.Tensor:
    """The direction [units] that a term speaks of."""
    if isinstance(term, Activation):
        return targets.at(term.picture, term.position)
    assert isinstance(term, Direction)
    result = torch.zeros(node.units)
    for unit, weight in term.weights:
        result[unit] = weight
    return result


_MEASURES: dict[type[Term], type[Measure]] = {
    Channel: UnitMeasure,
    Neuron: UnitMeasure,
    Layer: LayerMeasure,
    Logit: LogitMeasure,
    Direction: DirectionMeasure,
    Activation: DirectionMeasure,
    Caricature: CaricatureMeasure,
    Faceted: FacetMeasure,
}
