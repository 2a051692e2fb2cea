"""Expanded weights: what a unit is made of several layers back, the layers between taken as linear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from inspector.lenses.base import LensRun, register
from inspector.lenses.weights import Connection, Rank

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken

Pooling = Literal["average", "picture"]
LABEL = "linear approximation"
"""To be said wherever expanded weights are shown: what cancels out in them may matter to the network."""
PICTURE = "picture"
"""Stands for the picture itself among nodes, its units the colours; a node of that name goes before it."""
COLOURS = ("red", "green", "blue")


@dataclass(frozen=True)
class ExpandedParameters:
    """Parameters of expanded weights.

    Attributes:
        source: The node whose units it is made of, or "picture"; "" asks for none.
        target: The node whose units use it; "" asks for none.
        pooling: Max pooling taken as "average", or as what it chooses for a "picture".
        picture: The picture at which max pooling (and what is no plain activation: gates, normalisation by
            neighbours) is linearised; None takes mid grey.
        top: How many units of the source and of the target are listed.
        rank: What comes first, as for `WeightsParameters`.
    """

    source: str = ""
    target: str = ""
    pooling: Pooling = "average"
    picture: Picture | None = None
    top: int = 50
    rank: Rank = "norm"


@dataclass(frozen=True)
class Expanded:
    """A unit's expanded weights.

    Attributes:
        location: The unit's address.
        source: The node that it is made of, or "".
        pooling: How max pooling was taken.
        inputs: The strongest kernels, of positions of the source's map; all of the same size.
        count: How many units of the source there are that lead to it.
        position: Where on the unit's map its inputs were looked at, "y,x", or "" for a single number.
        label: What this is: a linear approximation.
        at: The picture at which it was linearised, or "mid grey".
        target: The node that uses it, or "".
        users: The strongest kernels by which units in the middle of the target's map use it; of positions of
            its own map, all of the same size.
        user_count: How many units of the target use it.
        colours: Where the source is the picture: float32 [h, w, 3] in [0, 1], the kernel as a picture,
            mid grey where there is no weight, scaled by the largest.
    """

    location: str
    source: str
    pooling: Pooling
    inputs: tuple[Connection, ...]
    count: int
    position: str
    label: str = LABEL
    at: str = "mid grey"
    target: str = ""
    users: tuple[Connection, ...] = ()
    user_count: int = 0
    colours: np.ndarray[Any, Any] | None = None


@register(
    "expanded-weights",
    title="Expanded weights",
    explanation="A unit's weights on units several layers off: a linear approximation of what lies between.",
    resolution="unit",
    parameters=ExpandedParameters,
)
def run(network: Network, location: Location, parameters: ExpandedParameters, token: CancelToken) -> LensRun:
    """Differentiate; returns `Expanded`."""
    from inspector.lenses.expanded_weights.expand import expanded

    return expanded(network, location, parameters, token)
