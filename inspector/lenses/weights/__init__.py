"""Weights: first-layer kernels as pictures, and the strongest connections into and out of a unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from inspector.lenses.base import PICTURES, WORDS, LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

Rank = Literal["norm", "sum", "-sum"]


@dataclass(frozen=True)
class WeightsParameters:
    """Parameters of the weights lens.

    Attributes:
        top: How many inputs and how many users of the unit are listed.
        rank: What comes first: the largest L2 "norm", the largest "sum" of weights (what excites most), or
            the smallest, "-sum" (what inhibits most).
    """

    top: int = 50
    rank: Rank = "norm"


@dataclass(frozen=True)
class Connection:
    """A kernel between two units.

    Attributes:
        node: Node of the unit at the other end.
        unit: That unit.
        norm: L2 norm of the kernel between them.
        sum: Sum of the kernel's weights: positive excites, negative inhibits.
        kernel: float32 [h, w].
    """

    node: str
    unit: int
    norm: float
    sum: float
    kernel: np.ndarray[Any, Any]


@dataclass(frozen=True)
class Weights:
    """A unit's weights in context.

    Attributes:
        location: The unit's address.
        inputs: Strongest kernels from units before it, in the order asked for.
        users: Strongest kernels to units behind it.
        note: Why a side is empty, where it is; else "".
        counts: How many inputs and how many users there are in all.
    """

    location: str
    inputs: tuple[Connection, ...]
    users: tuple[Connection, ...]
    note: str = ""
    counts: tuple[int, int] = (0, 0)


@register(
    "weights",
    title="Weights",
    explanation="The kernels that make a unit out of the units before it, and those by which others use it.",
    resolution="unit",
    parameters=WeightsParameters,
    reads=(PICTURES, WORDS),
)
def run(network: Network, location: Location, parameters: WeightsParameters, token: CancelToken) -> LensRun:
    """Read the weights; returns `Weights`."""
    from inspector.lenses.weights.connections import connections

    return connections(network, location, parameters, token)
