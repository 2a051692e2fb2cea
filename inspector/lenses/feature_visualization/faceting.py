"""What a faceted objective is worth; see `Faceted`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import torch

from inspector.lenses.facets import Facet
from inspector.lenses.feature_visualization.measures import Measure, UnitMeasure
from inspector.lenses.feature_visualization.objectives.facets import Faceted
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.saying import say


class FacetMeasure(Measure):
    """Units looked at by facets: the unit's value and the facet's part in it."""

    def __init__(
        self, network: Network, node: Node, terms: Sequence[Faceted], facets: Sequence[Facet]
    ) -> None:
        super().__init__(node)
        self._terms, self._facets, self._network = tuple(terms), tuple(facets), network
        for facet in facets:
            facet.check(network)

    @property
    def nodes(self) -> tuple[str, ...]:
        return (self.node.name, *dict.fromkeys(facet.node for facet in self._facets))

    def of(self, values: Mapping[str, torch.Tensor], pictures: torch.Tensor) -> torch.Tensor:
        found = torch.zeros(len(self._terms), device=values[self.node.name].device)
        for part in _apart(pictures.tolist()):
            for node in dict.fromkeys(self._facets[index].node for index in part):
                those = [index for index in part if self._facets[index].node == node]
                index = torch.tensor(those, device=found.device)
                found = found.index_add(0, index, self._some(values, pictures[index], those, node).to(found))
        return found

    def _some(
        self, values: Mapping[str, torch.Tensor], pictures: torch.Tensor, those: list[int], name: str
    ) -> torch.Tensor:
        """Terms whose facets lie at one node, each of a picture of its own."""
        unit = UnitMeasure(self.node, [self._terms[index].inner for index in those])
        plain = unit(values[self.node.name], pictures)
        near = values[name]
        gradient = self._gradient(plain, near, name)[pictures]
        axis = self._network.node(name).unit_axis
        weights = near.new_tensor([self._facets[i].weights for i in those])
        weights = weights * near.new_tensor([[self._terms[i].weight] for i in those])
        parts = (near[pictures] * gradient).movedim(axis, 1).flatten(2) if near.ndim > 2 else (
            (near[pictures] * gradient)[..., None]
        )  # fmt: skip
        return plain + (parts * weights[..., None]).flatten(1).sum(1)

    def _gradient(self, plain: torch.Tensor, near: torch.Tensor, name: str) -> torch.Tensor:
        found = None
        if near.requires_grad and plain.requires_grad:
            (found,) = torch.autograd.grad(plain.sum(), near, retain_graph=True, allow_unused=True)
        if found is None:
            raise InspectorError(
                say(
                    "{name} does not follow from {facet_node} as it is: a facet lies at a node before the "
                    "unit's, and behind an operation that overwrites it.",
                    name=self.node.name,
                    facet_node=name,
                )
            )
        return found.detach()


def _apart(pictures: list[int]) -> Iterator[list[int]]:
    """The terms in parts in which no two are asked of the same picture: their gradients would add up."""
    left = list(range(len(pictures)))
    while left:
        seen: set[int] = set()
        part = [i for i in left if pictures[i] not in seen and not seen.add(pictures[i])]  # type: ignore[func-returns-value]
        yield part
        left = [i for i in left if i not in part]
