"""Feature visualization: a picture that drives a unit, found by gradient ascent (Olah et al. 2017)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import LensRun, register
from inspector.network.errors import InspectorError

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

MIN_SIZE, MAX_SIZE = 8, 2048
MAX_STEPS = 100_000


@dataclass(frozen=True)
class FeatureParameters:
    """Parameters of feature visualization.

    Attributes:
        objectives: What to make, one picture each, side by side in one batch: "channel", "neuron" (the
            location's position, or the map's centre), "-channel", "-neuron".
        units: Other units of the location's node to make in the same batch instead of the location's own
            (one picture per unit and objective).
        size: Longer side of the picture in pixels; None takes the network's input size.
        steps: Steps of the optimiser.
        seed: Seed of the starting picture and of the transformations; one seed makes one picture.
        learning_rate: Step size of the optimiser.
        decay: How strongly the picture is drawn back to grey at each step: its coefficients shrink by
            `learning_rate * decay`. Keeps colours and contrasts natural however many steps there are; 0 gives
            the highest values and glaring pictures, 1 faint ones.
        transform: Strength of the random shifts, turns and scalings between steps; 0 switches them off.
        frame_every: Seconds between two yielded frames.
    """

    objectives: tuple[str, ...] = ("channel",)
    units: tuple[int, ...] = ()
    size: int | None = None
    steps: int = 256
    seed: int = 0
    learning_rate: float = 0.05
    decay: float = 0.25
    transform: float = 1.0
    frame_every: float = 0.1

    def __post_init__(self) -> None:
        largest = {
            "size": MAX_SIZE,
            "steps": MAX_STEPS,
            "learning_rate": 10.0,
            "decay": 10.0,
            "transform": 5.0,
        }
        smallest = {"size": MIN_SIZE, "steps": 1}
        for name, most in largest.items():
            value, least = getattr(self, name), smallest.get(name, 0)
            if value is not None and not least <= value <= most:
                raise InspectorError(
                    f"Feature visualization: {name} lies between {least} and {most}, not {value}."
                )
        if not self.objectives:
            raise InspectorError("Feature visualization needs at least one objective.")


@dataclass(frozen=True)
class Feature:
    """Pictures under way or finished.

    Attributes:
        locations: Address of each picture's unit or neuron.
        objectives: Objective of each picture.
        images: uint8 [n, H, W, 3].
        step: Steps done.
        steps: Steps in all.
        values: float32 [n], the objective on the picture as it is shown, untransformed; NaN until complete
            (under way the last column of `course` tells).
        course: float32 [n, step], the objective at each step (of the transformed pictures).
        moved: Per picture whether any gradient reached it; False means a dead unit, not a feature, and its
            image is left mid grey. True in frames under way, where a unit may still wake up.
        seed: The seed.
        seconds: Time spent.
        complete: Whether all steps are done.
        parameters: The parameters it was made with.
        fingerprint: The network's fingerprint; empty until complete.
    """

    locations: tuple[str, ...]
    objectives: tuple[str, ...]
    images: np.ndarray[Any, Any]
    step: int
    steps: int
    values: np.ndarray[Any, Any]
    course: np.ndarray[Any, Any]
    moved: tuple[bool, ...]
    seed: int
    seconds: float
    complete: bool
    parameters: FeatureParameters = FeatureParameters()
    fingerprint: str = ""


@register(
    "feature-visualization",
    title="Feature visualization",
    explanation="A picture made from noise, changed bit by bit until the unit answers as strongly as can be.",
    resolution="unit",
    parameters=FeatureParameters,
)
def run(network: Network, location: Location, parameters: FeatureParameters, token: CancelToken) -> LensRun:
    """Optimise the pictures; yields `Partial(Feature)` frames and returns the complete `Feature`."""
    from inspector.lenses.feature_visualization.optimise import visualize

    return visualize(network, location, parameters, token)
