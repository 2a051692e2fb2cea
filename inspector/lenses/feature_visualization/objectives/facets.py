"""A unit looked at by a facet."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from typing import Self

from inspector.lenses.feature_visualization.objectives.sums import Position, Term, called, number
from inspector.lenses.feature_visualization.objectives.terms import Channel, Neuron
from inspector.network.errors import InspectorError


@dataclass(frozen=True)
class Faceted(Term):
    """Faceted feature visualization: f(g(x)) + w·(g(x) * grad f(g(x))) (Goh et al. 2021).

    g is the facet's node, f what lies between it and the unit, and w the facet's weights times `weight`. The
    gradient is taken as a constant at each step, which is exact where the network is piecewise linear.

    Attributes:
        inner: The unit.
        name: The facet's name, one of the parameters' facets.
        weight: How much the facet counts.
    """

    inner: Channel | Neuron
    name: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        if not math.isfinite(self.weight):
            raise InspectorError("The weight of a facet is a finite number.")

    @property
    def needs_unit(self) -> bool:  # type: ignore[override]
        return self.inner.needs_unit

    @property
    def units(self) -> tuple[int, ...]:
        return self.inner.units

    @property
    def position(self) -> Position | None:
        """Where the neuron is, for one."""
        return self.inner.position if isinstance(self.inner, Neuron) else None

    def at(self, unit: int | None, position: Position | None) -> Self:
        return replace(self, inner=self.inner.at(unit, position))

    def __str__(self) -> str:
        weight = "" if self.weight == 1 else number(self.weight)
        return called("facet", str(self.inner), json.dumps(self.name, ensure_ascii=False), weight)
