"""The kernel wall: all kernels of a node at one glance, their many inputs reduced to a few factors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import PICTURES, WORDS, LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]
FACTORS = 3


@dataclass(frozen=True)
class WallParameters:
    """Parameters of the kernel wall.

    Attributes:
        seed: Seed of the factorisations' beginnings.
    """

    seed: int = 0


@dataclass(frozen=True)
class BranchStatistics:
    """What the kernels of one branch are like.

    Attributes:
        name: The node that makes the branch's units.
        units: How many of the node's units it makes.
        inputs: How many units they read.
        size: Positions of a kernel (h, w).
        norm: Mean L2 norm of all that a unit reads.
        positive: Share of the weights' absolute sum that is positive.
        centre: Share of the squared weights that stands at the kernel's middle position.
    """

    name: str
    units: int
    inputs: int
    size: tuple[int, int]
    norm: float
    positive: float
    centre: float


@dataclass(frozen=True, eq=False)
class KernelWall:
    """A node's kernels, reduced.

    Attributes:
        node: The node.
        order: int64 [units]: the units, branch by branch, those with similar factors beside each
            other.
        rgb: float32 [units, h, w, 3] in [0, 1]: three factors of a non-negative factorisation as red, green
            and blue; positive and negative weights of an input count as two inputs.
            Each branch has factors of its own.
        signed: float32 [units, 3, h, w]: spatial factors, with a sign, of a one-sided factorisation, whose
            factors of the inputs are not negative.
        positions: float32 [units, h, w]: L2 norm over the inputs at each position of the kernel.
        points: float32 [units, 2]: the units in the plane of the first two singular vectors of |weights|.
        group: int64 [units]: each unit's group or branch.
        groups: The groups' names.
        errors: Relative errors of the two factorisations: what they leave out.
        branches: Statistics by branch.
        singular: Shares of the squared |weights| that the two singular vectors hold.
    """

    node: str
    order: Array
    rgb: Array
    signed: Array
    positions: Array
    points: Array
    group: Array
    groups: tuple[str, ...]
    errors: tuple[float, float]
    branches: tuple[BranchStatistics, ...]
    singular: tuple[float, float]


@register(
    "kernel-wall",
    title="Kernel wall",
    explanation="All kernels of a node, their inputs reduced to three factors that are shown as colours.",
    resolution="node",
    parameters=WallParameters,
    reads=(PICTURES, WORDS),
)
def run(network: Network, location: Location, parameters: WallParameters, token: CancelToken) -> LensRun:
    """Factorise the kernels; returns `KernelWall`."""
    from inspector.lenses.kernel_wall.build import build

    return build(network, location, parameters, token)
