"""Ablation: what a picture's classes lose or gain where one unit of a node is silent, for every unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from inspector.lenses.base import LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class AblationParameters:
    """Parameters of the ablation lens.

    Attributes:
        picture: The picture.
        classes: Which classes are looked at; empty takes the picture's five strongest.
        to: What a unit says instead: "zero", or the "mean" of its own map.
        batch: How many ablated copies go through the rest of the network together.
    """

    picture: Picture
    classes: tuple[int, ...] = ()
    to: Literal["zero", "mean"] = "zero"
    batch: int = 32


@dataclass(frozen=True)
class Ablation:
    """What each unit of a node does for a picture's classes; also what is yielded while it is measured.

    Attributes:
        location: The node's address.
        picture: The picture's name.
        classes: The classes that are looked at.
        labels: Their names.
        before: float32 [classes], the network's scores for the picture.
        changes: float32 [units, classes]: score with the unit ablated, less that without; NaN where not
            measured yet. Negative: the unit speaks for the class.
        winners: int64 [units], the strongest class with the unit ablated; -1 where not measured yet.
        complete: Whether every unit has been measured.
        replayed: Whether only what lies behind the node was run; else everything was, for each unit.
    """

    location: str
    picture: str
    classes: tuple[int, ...]
    labels: tuple[str, ...]
    before: np.ndarray[Any, Any]
    changes: np.ndarray[Any, Any]
    winners: np.ndarray[Any, Any]
    complete: bool
    replayed: bool


@register(
    "ablation",
    title="Ablation",
    explanation="What each unit of a node does for the picture's classes: the change where it is silenced.",
    resolution="node",
    parameters=AblationParameters,
)
def run(network: Network, location: Location, parameters: AblationParameters, token: CancelToken) -> LensRun:
    """Silence one unit after the other; yields `Partial(Ablation)`, returns the complete `Ablation`."""
    from inspector.lenses.ablation.measure import measure

    return measure(network, location, parameters, token)
