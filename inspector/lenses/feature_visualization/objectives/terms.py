"""What can be asked of a network without a picture at hand: channel, neuron, layer, logit, direction."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from inspector.lenses.feature_visualization.objectives.sums import Position, Term, called, number, placed
from inspector.network.errors import InspectorError
from inspector.saying import say

Weights = tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class _OneUnit(Term):
    """A term of one unit; None is the location's."""

    unit: int | None = None

    @property
    def needs_unit(self) -> bool:  # type: ignore[override]
        return self.unit is None

    @property
    def units(self) -> tuple[int, ...]:
        return () if self.unit is None else (self.unit,)


@dataclass(frozen=True)
class Channel(_OneUnit):
    """A unit's mean over its map, or over all tokens. `unit` None is the location's."""

    def at(self, unit: int | None, position: Position | None) -> Self:
        return replace(self, unit=unit) if self.unit is None else self

    def __str__(self) -> str:
        return called("channel", "" if self.unit is None else str(self.unit))


@dataclass(frozen=True)
class Neuron(_OneUnit):
    """A unit at one position.

    Attributes:
        unit: The unit, None for the location's.
        position: Row and column of the node's map, or the number of a token. None is the location's, and else
            the centre; of tokens the class token where there is one.
    """

    position: Position | None = None

    def at(self, unit: int | None, position: Position | None) -> Self:
        # The location's position is that of its own unit; a neuron of another unit has a centre of its own.
        place = position if self.position is None and self.unit is None else self.position
        return replace(self, unit=unit if self.unit is None else self.unit, position=place)

    def __str__(self) -> str:
        return called("neuron", ("" if self.unit is None else str(self.unit)) + placed(self.position))


@dataclass(frozen=True)
class Layer(Term):
    """The mean of squares of a whole node: DeepDream (Mordvintsev, Olah and Tyka 2015)."""

    def __str__(self) -> str:
        return "layer"


@dataclass(frozen=True)
class Logit(Term):
    """A class of the network's output before any softmax: its index or (a part of) its label."""

    target: int | str

    def __str__(self) -> str:
        return called("logit", json.dumps(self.target, ensure_ascii=False))


@dataclass(frozen=True)
class Direction(Term):
    """A direction in the space of a node's units: dot product times cosine to a power, mean over the map.

    Olah et al., "The building blocks of interpretability" (2018); the cosine is floored at 0.1.

    Attributes:
        weights: Units and their weights; a mapping is taken too.
        power: The cosine's power: 0 is the dot product alone, higher powers stay nearer to the direction.
    """

    weights: Weights
    power: float = 1.0

    def __post_init__(self) -> None:
        given = self.weights.items() if isinstance(self.weights, Mapping) else self.weights
        weights = tuple(sorted((int(unit), float(weight)) for unit, weight in given))
        object.__setattr__(self, "weights", weights)
        if len({unit for unit, _ in weights}) < len(weights) or not any(weight for _, weight in weights):
            raise InspectorError("A direction names each unit once, at least one with a weight other than 0.")
        if not all(math.isfinite(weight) for _, weight in weights):
            raise InspectorError("The weights of a direction are finite numbers.")
        check_power(self.power)

    @property
    def units(self) -> tuple[int, ...]:
        return tuple(unit for unit, _ in self.weights)

    def __str__(self) -> str:
        return called(
            "direction", *(f"{unit}: {number(weight)}" for unit, weight in self.weights), powered(self.power)
        )


def powered(power: float) -> str:
    """The argument that names the cosine's power; "" for the usual one."""
    return "" if power == 1 else f"power={number(power)}"


def check_power(power: float) -> None:
    """Raise an InspectorError where the cosine's power lies outside its bounds."""
    if not 0 <= power <= 16:
        raise InspectorError(say("The power of the cosine lies between 0 and 16, not {power}.", power=power))
