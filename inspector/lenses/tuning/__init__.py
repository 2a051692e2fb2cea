"""Synthetic tuning: a unit's responses to a parametric family of stimuli."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from inspector.lenses.base import LensRun, register
from inspector.stimuli.axes import Axis

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class TuningParameters:
    """Parameters of the tuning lens.

    Attributes:
        family: Name of the stimulus family.
        axes: The axes to vary, in order, each with its sample values; empty takes the family's own.
        fixed: Values of axes that are not varied, where they depart from their defaults.
        reduction: The node's response to a stimulus: at its "centre" position, "max" or "mean" over all. A
            location with a position (a neuron) is read there instead.
    """

    family: str = "grating"
    axes: tuple[tuple[str, tuple[float, ...]], ...] = ()
    fixed: tuple[tuple[str, float], ...] = ()
    reduction: Literal["centre", "max", "mean"] = "max"


@dataclass(frozen=True)
class Tuning:
    """Responses over a grid of stimuli; also what is yielded while it is measured.

    Attributes:
        location: The unit's address.
        family: Name of the family.
        axes: Sample values by axis name, in order of the response's axes.
        axis_units: Physical unit of each axis ("deg", "px", "cycles/image", ...).
        response: float32 of the axes' shape: this unit's response; NaN where not measured yet.
        responses: float32 [*axes, units]: the same for every unit of the node.
        measured: "raw" activations, or "sigma": in standard deviations over a picture set.
        reduction: Which response of the map was taken: "centre", "max", "mean" or "y,x".
        baseline: The unit's response to plain mid grey.
        stimuli: uint8 [*axes, s, s, 3], small pictures of the stimuli, read-only. The one array that updates
            share: it fills up while measuring (mid grey where nothing is drawn yet), nothing is overwritten.
        indices: Tuning indices of this unit by name; empty until the measurement is complete.
        pre_activation: Whether the node comes before its nonlinearity, so values below zero are seen.
        complete: Whether every point has been measured.
        axis_cards: The varied axes as their family describes them, in order.
        fixed: Value of every axis that was not varied.
        baselines: float32 [units]: the response of every unit of the node to plain mid grey.
        note: What a person should know of it, such as responses that are no numbers; else "".
    """

    location: str
    family: str
    axes: Mapping[str, np.ndarray[Any, Any]]
    axis_units: tuple[str, ...]
    response: np.ndarray[Any, Any]
    responses: np.ndarray[Any, Any]
    measured: Literal["raw", "sigma"]
    reduction: str
    baseline: float
    stimuli: np.ndarray[Any, Any]
    indices: Mapping[str, float]
    pre_activation: bool
    complete: bool
    axis_cards: tuple[Axis, ...] = ()
    fixed: Mapping[str, float] = field(default_factory=dict)
    baselines: np.ndarray[Any, Any] = field(default_factory=lambda: np.zeros(0, np.float32))
    note: str = ""


@register(
    "tuning",
    title="Tuning curve",
    explanation="How a unit's response changes as one property of a synthetic stimulus changes.",
    resolution="unit",
    parameters=TuningParameters,
)
def run(network: Network, location: Location, parameters: TuningParameters, token: CancelToken) -> LensRun:
    """Measure the responses; yields `Partial(Tuning)` as points arrive and returns the complete `Tuning`."""
    from inspector.lenses.tuning.measure import measure

    return measure(network, location, parameters, token)
