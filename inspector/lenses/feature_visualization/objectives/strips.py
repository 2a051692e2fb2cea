"""Objectives that make several pictures: steps between two of them, and variants of one that differ."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.lenses.feature_visualization.objectives.sums import Objective, Position
from inspector.network.errors import InspectorError
from inspector.saying import say

MOST = 64


@dataclass(frozen=True)
class Interpolate:
    """`count` pictures from one objective to another, their weights in equal steps.

    Attributes:
        first: The first picture's objective.
        second: The last picture's.
        count: How many pictures.
    """

    first: Objective
    second: Objective
    count: int

    def __post_init__(self) -> None:
        _check_count("interpolate", self.count)

    @property
    def parts(self) -> tuple[Objective, ...]:
        """The objectives of the pictures, in order."""
        # Rounded, for the weights stand in texts that people read.
        shares = [round(index / (self.count - 1), 4) for index in range(self.count)]
        between = [round(1 - share, 4) * self.first + share * self.second for share in shares[1:-1]]
        return (self.first, *between, self.second)

    def at(self, unit: int | None, position: Position | None) -> Interpolate:
        """The same with the location's unit and position where its ends name none of their own."""
        return Interpolate(self.first.at(unit, position), self.second.at(unit, position), self.count)

    @property
    def is_relative(self) -> bool:
        """Whether it needs the location's unit."""
        return self.first.is_relative or self.second.is_relative

    def __str__(self) -> str:
        return f"interpolate({self.first}, {self.second}, {self.count})"


@dataclass(frozen=True)
class Diversity:
    """`count` pictures of one objective that are to differ from each other.

    What is subtracted is the mean cosine of a picture's Gram matrix, of all the node's units, with those of
    the others (Olah et al. 2017), these others being pictures of the same objective alone.

    Attributes:
        objective: The objective of each.
        count: How many pictures.
    """

    objective: Objective
    count: int

    def __post_init__(self) -> None:
        _check_count("diversity", self.count)

    @property
    def parts(self) -> tuple[Objective, ...]:
        """The objectives of the pictures: all the same."""
        return (self.objective,) * self.count

    def at(self, unit: int | None, position: Position | None) -> Diversity:
        """The same with the location's unit and position where the objective names none of its own."""
        return Diversity(self.objective.at(unit, position), self.count)

    @property
    def is_relative(self) -> bool:
        """Whether it needs the location's unit."""
        return self.objective.is_relative

    def __str__(self) -> str:
        return f"diversity({self.objective}, {self.count})"


Strip = Interpolate | Diversity


def _check_count(name: str, count: int) -> None:
    if not 2 <= count <= MOST:
        raise InspectorError(
            say("“{name}” makes 2 to {most} pictures, not {count}.", name=name, most=MOST, count=count)
        )
