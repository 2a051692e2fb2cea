"""Family against family: the kernels between two groups of units as small multiples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import LensRun, register
from inspector.lenses.expanded_weights import LABEL, Pooling

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class FamilyParameters:
    """Parameters of family against family.

    Attributes:
        units: The group of the location's node; empty takes the location's unit.
        source: The node of the other group.
        sources: Its units; empty takes those of the strongest weights on the group.
        pooling: As for expanded weights.
        picture: As for expanded weights.
        tuning: A stimulus family by whose tuning both groups are described ("grating", say), or "".
        most: How many units are taken where none are named.
    """

    units: tuple[int, ...] = ()
    source: str = ""
    sources: tuple[int, ...] = ()
    pooling: Pooling = "average"
    picture: Picture | None = None
    tuning: str = ""
    most: int = 8


@dataclass(frozen=True, eq=False)
class FamilyWeights:
    """The kernels between two groups.

    Attributes:
        node: The node of the group that is made of the other.
        units: That group.
        source: The node of the other.
        sources: The other group.
        kernels: float32 [units, sources, h, w].
        values: Tuning indices of the units by name, float32 [units]; NaN where not defined.
        source_values: The same of the sources.
        label: What this is: a linear approximation.
    """

    node: str
    units: tuple[int, ...]
    source: str
    sources: tuple[int, ...]
    kernels: Array
    values: Mapping[str, Array] = field(default_factory=dict)
    source_values: Mapping[str, Array] = field(default_factory=dict)
    label: str = LABEL


def order_by(values: Mapping[str, Array], name: str, count: int) -> list[int]:
    """Places of a group's units by a tuning value, lowest first, those without one last."""
    if name not in values:
        return list(range(count))
    return [int(place) for place in np.argsort(values[name], kind="stable")]


@register(
    "family-weights",
    title="Family against family",
    explanation="The kernels between two groups of units: a linear approximation of what lies between them.",
    resolution="node",
    parameters=FamilyParameters,
)
def run(network: Network, location: Location, parameters: FamilyParameters, token: CancelToken) -> LensRun:
    """Expand the weights; returns `FamilyWeights`."""
    from inspector.lenses.family_weights.between import between

    return between(network, location, parameters, token)
