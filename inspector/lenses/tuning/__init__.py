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
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]
Reduction = Literal["centre", "max", "mean"]


@dataclass(frozen=True, eq=False)
class UnitScale:
    """What every unit of a node answers to a set of pictures: the measure that responses are given in.

    Attributes:
        means: float32 [units], mean response over the pictures.
        deviations: float32 [units], standard deviation; where it is 0 there is no scale, and no response.
        source: The picture set, for a person: "10,000 photographs".
        nodes: The nodes that were read for it, their units side by side; empty for the location's own. The
            tuning then reads the same ones.
    """

    means: Array
    deviations: Array
    source: str
    nodes: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UnitScale) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[bytes, bytes, str, tuple[str, ...]]:
        return self.means.tobytes(), self.deviations.tobytes(), self.source, self.nodes


@dataclass(frozen=True)
class TuningParameters:
    """Parameters of the tuning lens.

    Attributes:
        family: Name of the stimulus family.
        axes: The axes to vary, in order, each with its sample values; empty takes the family's own.
        fixed: Values of axes that are not varied, where they depart from their defaults.
        reduction: The node's response to a stimulus: at its "centre" position, "max" or "mean" over all. A
            location with a position (a neuron) is read there instead.
        subject: The words or the picture that the family shows, where it shows one.
        scale: Where given, responses are in standard deviations of each unit over a set of pictures; the node
            is then read as it was for those.
        pre_activation: Whether a node that is a nonlinearity is read just before it, where that can be told.
        at_once: Stimuli in a forward pass, where the last bits are to be the same every time; 0 for as many
            as a short wait allows.
    """

    family: str = "grating"
    axes: tuple[tuple[str, tuple[float, ...]], ...] = ()
    fixed: tuple[tuple[str, float], ...] = ()
    reduction: Reduction = "max"
    subject: str | Picture | None = None
    scale: UnitScale | None = None
    pre_activation: bool = True
    at_once: int = 0


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
        indices: Tuning indices of this unit by name; empty until the measurement is complete. Those that are
            not defined for its responses are left out.
        pre_activation: Whether the node comes before its nonlinearity, so values below zero are seen.
        complete: Whether every point has been measured.
        axis_cards: The varied axes as their family describes them, in order.
        fixed: Value of every axis that was not varied.
        baselines: float32 [units]: the response of every unit of the node to plain mid grey.
        note: What a person should know of it, such as responses that are no numbers; else "".
        table: Index name -> float32 [units], NaN where not defined; empty until the measurement is complete.
        baseline_noises: float32 [units]: standard deviation of the response to mid grey with a little noise
            in every pixel (`inspector.lenses.tuning.grey`); empty until the measurement is complete.
        scale_source: The picture set whose standard deviations "sigma" means, else "".
        subject_text: The words or the name of the picture that the family showed, else "".
        recorded: The node whose values these are: the location's or the one before its nonlinearity; several
            for a concatenation ("a + b").
        remark: What a person should know of it, whatever the unit; it is part of every unit's note.
        compute: On which device and in which precision ("cpu, float32").
    """

    location: str
    family: str
    axes: Mapping[str, Array]
    axis_units: tuple[str, ...]
    response: Array
    responses: Array
    measured: Literal["raw", "sigma"]
    reduction: str
    baseline: float
    stimuli: Array
    indices: Mapping[str, float]
    pre_activation: bool
    complete: bool
    axis_cards: tuple[Axis, ...] = ()
    fixed: Mapping[str, float] = field(default_factory=dict)
    baselines: Array = field(default_factory=lambda: np.zeros(0, np.float32))
    note: str = ""
    table: Mapping[str, Array] = field(default_factory=dict)
    baseline_noises: Array = field(default_factory=lambda: np.zeros(0, np.float32))
    scale_source: str = ""
    subject_text: str = ""
    recorded: str = ""
    remark: str = ""
    compute: str = "cpu, float32"


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
