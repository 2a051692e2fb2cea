"""What a node makes of the real pictures that objectives speak of."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from inspector.lenses.facets import Facet
from inspector.lenses.feature_visualization.feed import Feed
from inspector.lenses.feature_visualization.objectives.pictured import picture_meant
from inspector.lenses.feature_visualization.objectives.sums import Position
from inspector.lenses.feature_visualization.places import neuron_place
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.pictures.picture import Picture
from inspector.saying import say


class Targets:
    """The activations of pictures at a node, seen as the growing pictures are; asked for once."""

    def __init__(
        self,
        network: Network,
        node: str | None,
        pictures: Sequence[Picture],
        feed: Feed,
        facets: Sequence[Facet] = (),
    ) -> None:
        self._network, self._node, self._feed = network, node, feed
        self._facets = {facet.name: facet for facet in facets}
        self._pictures = tuple(pictures)
        self._values: dict[str, torch.Tensor] = {}

    def facet(self, name: str) -> Facet:
        """The facet of that name.

        Raises:
            InspectorError: There is no such facet.
        """
        if name not in self._facets:
            there = ", ".join(self._facets) or say("none was given")
            raise InspectorError(
                say("The objective speaks of the facet “{name}”; facets: {there}.", name=name, there=there)
            )
        return self._facets[name]

    def maps(self, reference: int | str) -> torch.Tensor:
        """A picture's activations [units, positions].

        Raises:
            InspectorError: There is no such picture.
        """
        value = self._value(reference)
        return value.flatten(1) if value.ndim > 1 else value[:, None]

    def at(self, reference: int | str, position: Position | None) -> torch.Tensor:
        """A picture's activations [units] at one position; the centre where it is None.

        Raises:
            InspectorError: There is no such picture.
        """
        value = self._value(reference)
        node = self._network.node(self._node)
        for index in neuron_place(tuple(value.shape[1:]), node, position):
            value = value[:, index]
        return value

    def _value(self, reference: int | str) -> torch.Tensor:
        """[units, *map]."""
        picture = picture_meant(reference, self._pictures)
        if picture.digest not in self._values:
            node = self._network.node(self._node)
            view = torch.from_numpy(self._network.preprocessing.view(picture.image).copy())
            rgb = view.permute(2, 0, 1)[None].float().to(self._network.device) / 255
            with torch.no_grad():
                value = self._feed(rgb, (node.name,))[node.name]
            self._values[picture.digest] = value.movedim(node.unit_axis, 1)[0]
        return self._values[picture.digest]
