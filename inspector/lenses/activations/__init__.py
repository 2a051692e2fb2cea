"""Activations: what a network makes of one picture, at one node and in its output."""

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
class ActivationsParameters:
    """Parameters of the activations lens.

    Attributes:
        picture: The picture.
        top: How many classes and units are listed.
        predict: Whether the classes are asked for too; without, the network runs no further than the node.
    """

    picture: Picture
    top: int = 5
    predict: bool = True


@dataclass(frozen=True)
class Prediction:
    """One class: its index, label and probability (softmax over the network's output)."""

    index: int
    label: str
    probability: float


@dataclass(frozen=True)
class UnitResponse:
    """A unit's strongest response and where it is: row y and column x of the node's map."""

    unit: int
    value: float
    y: int
    x: int


@dataclass(frozen=True)
class Activations:
    """A picture's activations at a node.

    Attributes:
        picture: The picture's name.
        digest: The picture's digest.
        view: What the network saw of it, uint8 [H,W,3].
        predictions: The strongest classes, best first; empty where none were asked for.
        node: Name of the node, or None where only predictions were asked for.
        maps: float32 [units, h, w], every unit's activation map; [units, 1, 1] for a node without positions,
            [units, 1, tokens] or the token grid for tokens.
        peaks: float32 [units], the maximum of each map.
        top: The strongest units, best first.
        placed: Whether the maps lie on the picture; an attention pattern is over pairs of tokens.
        apart: float32 [units, tokens], what stands apart from the token grid: the class token, registers.
    """

    picture: str
    digest: str
    view: np.ndarray[Any, Any]
    predictions: tuple[Prediction, ...]
    node: str | None
    maps: np.ndarray[Any, Any]
    peaks: np.ndarray[Any, Any]
    top: tuple[UnitResponse, ...]
    placed: bool = True
    apart: np.ndarray[Any, Any] | None = None


@register(
    "activations",
    title="Activations",
    explanation="What every unit of a node answers to one picture, and where on it.",
    resolution="picture",
    parameters=ActivationsParameters,
)
def run(
    network: Network, location: Location, parameters: ActivationsParameters, token: CancelToken
) -> LensRun:
    """Run the picture through the network; returns `Activations`."""
    from inspector.lenses.activations.measure import measure

    return measure(network, location, parameters, token)
