"""Live: what all units of a node answer to one stimulus, quickly enough to follow a slider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import LensRun, register
from inspector.lenses.tuning import Reduction, UnitScale

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class LiveParameters:
    """Parameters of the live lens.

    Attributes:
        family: Name of the stimulus family.
        values: Values of axes by name, where they depart from their defaults.
        reduction: The node's response: at its "centre" position, "max" or "mean" over all.
        subject: The words or the picture that the family shows, where it shows one.
        scale: Where given, responses are in standard deviations of each unit over a set of pictures.
        pre_activation: Whether a node that is a nonlinearity is read just before it, where that can be told.
    """

    family: str = "grating"
    values: tuple[tuple[str, float], ...] = ()
    reduction: Reduction = "max"
    subject: str | Picture | None = None
    scale: UnitScale | None = None
    pre_activation: bool = True


@dataclass(frozen=True)
class Live:
    """Responses to one stimulus.

    Attributes:
        location: Where it was looked: a node, or a unit of it.
        family: Name of the family.
        values: Value of every axis of the family.
        stimulus: uint8 [h,w,3], the stimulus in the network's input size.
        responses: float32 [units].
        baselines: float32 [units], the responses to plain mid grey.
        reduction: Which response of the map was taken: "centre", "max", "mean" or "y,x".
        pre_activation: Whether the node comes before its nonlinearity, so values below zero are seen.
        recorded: The node whose values these are, as in `Tuning`.
        scale_source: The picture set whose standard deviations responses are given in; "" for raw ones.
        seconds: How long rendering and the forward pass took.
    """

    location: str
    family: str
    values: Mapping[str, float]
    stimulus: Array
    responses: Array
    baselines: Array
    reduction: str
    pre_activation: bool
    recorded: str
    scale_source: str
    seconds: float


@register(
    "live",
    title="Live stimulus",
    explanation="What all units of a node answer to one synthetic stimulus while its knobs are turned.",
    resolution="node",
    parameters=LiveParameters,
)
def run(network: Network, location: Location, parameters: LiveParameters, token: CancelToken) -> LensRun:
    """Show one stimulus; returns `Live`."""
    from inspector.lenses.live.measure import measure

    return measure(network, location, parameters, token)
