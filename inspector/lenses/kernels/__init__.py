"""Kernels: what a first layer's units look for, as pictures of their raw weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class KernelsParameters:
    """The kernels lens has nothing to choose."""


@dataclass(frozen=True)
class Kernels:
    """A first layer's kernels.

    Attributes:
        node: Name of the node.
        kernels: float32 [units, h, w, 3] in [0, 1], RGB as in the picture: mid grey is no weight, each unit
            scaled by its own largest weight; None where the node does not read the picture directly.
        note: Why there are none, where there are none; else "".
    """

    node: str
    kernels: np.ndarray[Any, Any] | None
    note: str = ""


@register(
    "kernels",
    title="Kernels",
    explanation="The raw weights of a layer that reads the picture directly, one small picture per unit.",
    resolution="node",
    parameters=KernelsParameters,
)
def run(network: Network, location: Location, parameters: KernelsParameters, token: CancelToken) -> LensRun:
    """Read the kernels; returns `Kernels`."""
    from inspector.lenses.kernels.read import read

    return read(network, location)
