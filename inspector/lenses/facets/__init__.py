"""Facets: what tells one folder's pictures from another's at a node, to see units by (Goh et al. 2021)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspector.lenses.base import LensRun, register
from inspector.network.errors import InspectorError
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class Facet:
    """A linear probe of a node's units, averaged over their maps.

    Attributes:
        name: What objectives call it.
        node: The node.
        weights: One number per unit, for the units as they are; the largest has size 1.
        pictures: How many there were of the facet, and of others.
        held_out: Share of pictures put right by a probe that had not seen them (every fourth was left out).
        fingerprint: Of the network.
    """

    name: str
    node: str
    weights: tuple[float, ...]
    pictures: tuple[int, int] = (0, 0)
    held_out: float = 0.0
    fingerprint: str = ""

    @property
    def digest(self) -> str:
        """What tells it from another: its node and weights."""
        return hashlib.sha256(json.dumps([self.node, self.weights]).encode()).hexdigest()

    def check(self, network: Network) -> None:
        """Look that it fits a network.

        Raises:
            InspectorError: Its node has other units there, or is not there.
        """
        if network.node(self.node).units != len(self.weights):
            of = {"name": self.name, "network_name": network.name}
            raise InspectorError(say("The facet “{name}” is of another network than {network_name}.", **of))

    def to_json(self) -> dict[str, Any]:
        """As plain values; the inverse of `from_json`."""
        values = {**vars(self), "weights": list(self.weights), "pictures": list(self.pictures)}
        return {**values, "digest": self.digest}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Facet:
        """The inverse of `to_json`.

        Raises:
            InspectorError: The values are no facet's.
        """
        try:
            known = {name: data[name] for name in ("name", "node", "held_out", "fingerprint")}
            weights = tuple(float(weight) for weight in data["weights"])
            return cls(
                **known, weights=weights, pictures=(int(data["pictures"][0]), int(data["pictures"][1]))
            )
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise InspectorError(say("A facet does not read: {error}.", error=error)) from error


@dataclass(frozen=True)
class FacetParameters:
    """Parameters of training a facet.

    Attributes:
        name: What objectives will call it.
        positives: Files and folders with pictures that show the facet.
        negatives: Files and folders with others.
        penalty: Weight of the squared weights, of standardised units, against the log-likelihood.
    """

    name: str
    positives: tuple[str, ...]
    negatives: tuple[str, ...]
    penalty: float = 1.0


@register(
    "facet",
    title="Facet",
    explanation="A linear probe of a node's units that tells the pictures of two folders apart.",
    resolution="node",
    parameters=FacetParameters,
)
def run(network: Network, location: Location, parameters: FacetParameters, token: CancelToken) -> LensRun:
    """Train it; returns `Facet`."""
    from inspector.lenses.facets.train import train

    return train(network, location, parameters, token)
