"""What terms are worth: numbers from a node's values, many terms of one kind at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch

from inspector.lenses.feature_visualization.objectives import Channel, Neuron
from inspector.lenses.feature_visualization.places import neuron_place
from inspector.network.graph import Node

_COSINE_FLOOR = 0.1
_TINY = 1e-8


class Measure:
    """The values [K] of K terms of one kind at one node, from the node's value of one picture for each.

    Attributes:
        node: The node.
    """

    def __init__(self, node: Node) -> None:
        self.node = node

    def __call__(self, value: torch.Tensor, pictures: torch.Tensor) -> torch.Tensor:
        """The terms' values [K].

        Args:
            value: The node's value [N, ...].
            pictures: Which of the N pictures each term is asked of, [K].
        """
        raise NotImplementedError

    @property
    def nodes(self) -> tuple[str, ...]:
        """Names of the nodes whose values are needed."""
        return (self.node.name,)

    def of(self, values: Mapping[str, torch.Tensor], pictures: torch.Tensor) -> torch.Tensor:
        """The terms' values [K], from the values of all nodes that were read."""
        return self(values[self.node.name], pictures)


class UnitMeasure(Measure):
    """Channels and neurons: a weighted sum over a unit's map."""

    def __init__(self, node: Node, terms: Sequence[Channel | Neuron]) -> None:
        super().__init__(node)
        self._terms = tuple(terms)
        self._units = torch.tensor([term.unit for term in terms])
        self._weights: torch.Tensor | None = None

    def __call__(self, value: torch.Tensor, pictures: torch.Tensor) -> torch.Tensor:
        maps = value.movedim(self.node.unit_axis, 1)
        maps = maps[pictures, self._units.to(value.device)]
        return (maps * self._placed(maps)).flatten(1).sum(1) if maps.ndim > 1 else maps

    def _placed(self, maps: torch.Tensor) -> torch.Tensor:
        shape = tuple(maps.shape[1:])
        if self._weights is None or tuple(self._weights.shape[1:]) != shape:
            self._weights = torch.stack([self._share(term, shape) for term in self._terms]).to(maps)
        return self._weights

    def _share(self, term: Channel | Neuron, shape: tuple[int, ...]) -> torch.Tensor:
        """The share of each position of a map of `shape` in the term's value, [*shape]."""
        if isinstance(term, Channel):
            return torch.full(shape, 1 / max(torch.Size(shape).numel(), 1))
        result = torch.zeros(shape)
        result[neuron_place(shape, self.node, term.position)] = 1
        return result


class LayerMeasure(Measure):
    """DeepDream: the mean of squares of all that a node holds."""

    def __call__(self, value: torch.Tensor, pictures: torch.Tensor) -> torch.Tensor:
        return value[pictures].flatten(1).square().mean(1)


class LogitMeasure(Measure):
    """Class scores."""

    def __init__(self, node: Node, classes: Sequence[int]) -> None:
        super().__init__(node)
        self._classes = torch.tensor(classes)

    def __call__(self, value: torch.Tensor, pictures: torch.Tensor) -> torch.Tensor:
        scores = value.movedim(self.node.unit_axis, 1).flatten(2) if value.ndim > 2 else value[..., None]
        return scores.mean(2)[pictures, self._classes.to(value.device)]


class DirectionMeasure(Measure):
    """Dot product with a direction times the cosine to a power, at each position, mean over all of them."""

    def __init__(self, node: Node, directions: torch.Tensor, powers: Sequence[float]) -> None:
        """`directions` are [K, units]."""
        super().__init__(node)
        self._directions = directions
        self._powers = torch.tensor(powers)

    def __call__(self, value: torch.Tensor, pictures: torch.Tensor) -> torch.Tensor:
        maps = _flat(value, self.node)[pictures]
        aims = self._directions.to(maps)[..., None]
        return _pointed((maps * aims).sum(1), maps.norm(dim=1) * aims.norm(dim=1), self._powers).mean(1)


class CaricatureMeasure(Measure):
    """As a direction, of all units at all positions together."""

    def __init__(self, node: Node, targets: torch.Tensor, powers: Sequence[float]) -> None:
        """`targets` are the pictures' values [K, units, positions]."""
        super().__init__(node)
        self._targets = targets
        self._powers = torch.tensor(powers)

    def __call__(self, value: torch.Tensor, pictures: torch.Tensor) -> torch.Tensor:
        maps = _flat(value, self.node)[pictures]
        aims = self._targets.to(maps)
        sizes = maps.flatten(1).norm(dim=1) * aims.flatten(1).norm(dim=1)
        dots = (maps * aims).flatten(1).sum(1)
        return _pointed(dots[:, None], sizes[:, None], self._powers)[:, 0] / maps.shape[2]


def similarity(value: torch.Tensor, node: Node) -> torch.Tensor:
    """How alike the textures of G pictures are: each one's mean cosine with the others' Gram matrices, [G].

    Args:
        value: The node's value of these pictures [G, ...].
        node: The node.
    """
    maps = _flat(value, node)
    grams = (maps @ maps.transpose(1, 2)).flatten(1)
    grams = grams / (grams.norm(dim=1, keepdim=True) + _TINY)
    others: torch.Tensor = (grams @ grams.T).sum(1) - grams.square().sum(1)
    return others / max(len(maps) - 1, 1)


def _flat(value: torch.Tensor, node: Node) -> torch.Tensor:
    """[N, units, positions]."""
    return value.movedim(node.unit_axis, 1).flatten(2) if value.ndim > 2 else value[..., None]


def _pointed(dots: torch.Tensor, sizes: torch.Tensor, powers: torch.Tensor) -> torch.Tensor:
    """Dot products [K, P] times their cosines, floored, to the power [K] (lucid)."""
    cosines = (dots / (sizes + _TINY)).clamp_min(_COSINE_FLOOR)
    weighed: torch.Tensor = dots * cosines.pow(powers.to(dots)[:, None])
    return weighed
