"""Circuits: the strongest paths that lead to a unit, as a graph of units and signed weights."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import PICTURES, WORDS, LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

End = tuple[str, int]
LABEL = "linear approximation"


@dataclass(frozen=True)
class CircuitParameters:
    """Parameters of the circuit lens.

    Attributes:
        depth: How many kernels away from the unit the furthest inputs are.
        inputs: How many inputs of each unit are looked at, the largest L2 norms.
        most: How many units the circuit has at most; those at the end of the strongest paths are taken.
    """

    depth: int = 2
    inputs: int = 5
    most: int = 30


@dataclass(frozen=True)
class CircuitUnit:
    """A unit of a circuit.

    Attributes:
        node: Its node.
        unit: The unit.
        depth: How many kernels it is away from the circuit's unit, on the strongest path.
        strength: That path's strength: the product of its kernels' shares.
    """

    node: str
    unit: int
    depth: int
    strength: float

    @property
    def end(self) -> End:
        """Its node and number."""
        return self.node, self.unit


@dataclass(frozen=True, eq=False)
class CircuitEdge:
    """A kernel of a circuit.

    Attributes:
        source: The unit that is read.
        target: The unit that reads it.
        norm: L2 norm of the kernel.
        sum: Sum of its weights: positive excites, negative inhibits.
        share: Its norm as a share of that of all kernels into the target together.
        strength: The strength of the strongest path through it.
        kernel: float32 [h, w].
    """

    source: End
    target: End
    norm: float
    sum: float
    share: float
    strength: float
    kernel: np.ndarray[Any, Any] = field(repr=False)


@dataclass(frozen=True, eq=False)
class Circuit:
    """A unit's circuit.

    Attributes:
        location: The unit's address.
        units: The unit itself first, then those upstream by strength.
        edges: Kernels between them, the strongest first.
        note: What paths could not be followed through; else "".
        label: What this is: a linear approximation.
    """

    location: str
    units: tuple[CircuitUnit, ...]
    edges: tuple[CircuitEdge, ...]
    note: str = ""
    label: str = LABEL


@register(
    "circuit",
    title="Circuit",
    explanation="The strongest paths that lead to a unit: a linear approximation of what it is made of.",
    resolution="unit",
    parameters=CircuitParameters,
    reads=(PICTURES, WORDS),
)
def run(network: Network, location: Location, parameters: CircuitParameters, token: CancelToken) -> LensRun:
    """Follow the weights back; returns `Circuit`."""
    from inspector.lenses.circuit.grow import grow

    return grow(network, location, parameters, token)
