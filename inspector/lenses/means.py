"""Channel means: every node's picture of a picture, its activations averaged over the units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import LensRun, Progress, register
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class MeansParameters:
    """What is asked: the means of this picture at all nodes."""

    picture: Picture


@dataclass(frozen=True, eq=False)
class Means:
    """What one forward pass gives.

    Attributes:
        picture: Digest of the picture.
        maps: The mean over the units at every node that has units, float32 [h,w]; tokens fall into their
            grid, and a node without positions has 1 x 1.
    """

    picture: str
    maps: Mapping[str, Array]


@register(
    "means",
    title="Channel means",
    explanation="Where each layer responds to the picture, over all its units.",
    resolution="picture",
    parameters=MeansParameters,
)
def means(network: Network, location: Location, parameters: MeansParameters, token: CancelToken) -> LensRun:
    """One forward pass; returns `Means`."""
    from inspector.lenses.activations.averaging import averages

    yield Progress(0, 1, say("Running {name}", name=network.name))
    return Means(parameters.picture.digest, averages(network, parameters.picture, token))
