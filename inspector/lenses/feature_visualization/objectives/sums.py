"""Objectives add up: every objective is a weighted sum of terms, most often of one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

from inspector.network.errors import InspectorError

Position = tuple[int, ...]


class Objective:
    """What one picture is to drive, composable by `+`, `-` and `*` with a number; `str` gives its text."""

    @property
    def terms(self) -> tuple[tuple[float, Term], ...]:
        """The weighted terms whose sum it is."""
        raise NotImplementedError

    def __add__(self, other: Objective) -> Objective:
        return _summed(self.terms + other.terms)

    def __sub__(self, other: Objective) -> Objective:
        return self + -other

    def __neg__(self) -> Objective:
        return self * -1.0

    def __mul__(self, factor: float) -> Objective:
        return _summed(tuple((weight * factor, term) for weight, term in self.terms))

    __rmul__ = __mul__

    def at(self, unit: int | None, position: Position | None) -> Objective:
        """The same with the location's unit and position where it names none of its own."""
        return _summed(tuple((weight, term.at(unit, position)) for weight, term in self.terms))

    @property
    def is_relative(self) -> bool:
        """Whether it needs the location's unit."""
        return any(term.needs_unit for _, term in self.terms)


class Term(Objective):
    """One thing that can be asked of a network: a channel, a neuron, a class ..."""

    needs_unit: bool = False

    @property
    def terms(self) -> tuple[tuple[float, Term], ...]:
        return ((1.0, self),)

    @property
    def units(self) -> tuple[int, ...]:
        """Units of the location's node that it names."""
        return ()

    def at(self, unit: int | None, position: Position | None) -> Self:
        return self


@dataclass(frozen=True)
class Sum(Objective):
    """A weighted sum.

    Attributes:
        weighted: Weights and terms, at least one.
    """

    weighted: tuple[tuple[float, Term], ...]

    def __post_init__(self) -> None:
        if not self.weighted:
            raise InspectorError("A sum of objectives needs at least one of them.")
        if not all(math.isfinite(weight) for weight, _ in self.weighted):
            raise InspectorError("The weights of an objective are finite numbers.")

    @property
    def terms(self) -> tuple[tuple[float, Term], ...]:
        return self.weighted

    def __str__(self) -> str:
        (first, term), *others = self.weighted
        text = ("-" if first < 0 else "") + _product(first, term)
        return text + "".join(f" {'-' if w < 0 else '+'} {_product(w, term)}" for w, term in others)


def number(value: float) -> str:
    """The shortest text that reads back as the same number."""
    return repr(float(value)).removesuffix(".0")


def placed(position: Position | None) -> str:
    """A position as it stands behind a unit: "@2,3"; "" for none."""
    return "" if position is None else "@" + ",".join(map(str, position))


def called(name: str, *arguments: str) -> str:
    """A call's text; the name alone without arguments."""
    given = [argument for argument in arguments if argument]
    return f"{name}({', '.join(given)})" if given else name


def _product(weight: float, term: Term) -> str:
    return str(term) if abs(weight) == 1 else f"{number(abs(weight))}*{term}"


def _summed(weighted: tuple[tuple[float, Term], ...]) -> Objective:
    if len(weighted) == 1 and weighted[0][0] == 1:
        return weighted[0][1]
    return Sum(weighted)
