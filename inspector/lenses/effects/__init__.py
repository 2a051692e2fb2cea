"""Effects: which units of a node matter most for a class over a set of pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class EffectsParameters:
    """Parameters of the effects lens.

    Attributes:
        pictures: The pictures.
        target: The class's index.
        confirm: How many of the first units are ablated to confirm their rank.
    """

    pictures: tuple[Picture, ...]
    target: int
    confirm: int = 12


@dataclass(frozen=True)
class Effects:
    """How much each unit of a node does for a class; also what is yielded while it is measured.

    Attributes:
        location: The node's address.
        target: The class's index.
        label: Its name.
        pictures: How many pictures.
        attribution: float32 [units]: mean over pictures of activation x gradient of the score, summed up.
        order: int64 [units], the units with the largest attribution first.
        confirmed: int64 [k], the units that were ablated, by effect, largest first.
        drops: float32 [k, pictures], by how much the class's score falls where each of them is ablated.
        means: float32 [k], the mean of those.
        intervals: float32 [k, 2], 95 % interval of the mean (paired bootstrap over pictures).
        complete: Whether all that was asked for is there.
    """

    location: str
    target: int
    label: str
    pictures: int
    attribution: np.ndarray[Any, Any]
    order: np.ndarray[Any, Any]
    confirmed: np.ndarray[Any, Any]
    drops: np.ndarray[Any, Any]
    means: np.ndarray[Any, Any]
    intervals: np.ndarray[Any, Any]
    complete: bool


@register(
    "effects",
    title="Effects",
    explanation="Which units of a node matter most for a class: by attribution first, confirmed by ablation.",
    resolution="node",
    parameters=EffectsParameters,
)
def run(network: Network, location: Location, parameters: EffectsParameters, token: CancelToken) -> LensRun:
    """Rank the units; yields `Partial(Effects)`, returns the complete `Effects`."""
    from inspector.lenses.effects.measure import measure

    return measure(network, location, parameters, token)
