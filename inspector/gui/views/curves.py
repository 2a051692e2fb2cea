"""Which curves a tuning is shown as, and the plane that its heat map shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.gui.translation import tr
from inspector.gui.views.words import choice_text, number, quantity
from inspector.lenses.tuning import Tuning
from inspector.stimuli.axes import Axis

MOST_LINES = 6
_SHORT_UNITS = ("deg", "px")
Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Curve:
    """Responses along one axis.

    Attributes:
        label: What tells it from the others; "" where it is the only one.
        values: float [n]: where on the axis.
        response: float [n]; NaN where not measured.
        rest: Indices of the stimuli on the other axes; None where no stimulus of the tuning shown made it:
            an average, or the curve of another unit.
        axis: Which axis it runs along.
        average: Whether it is an average.
    """

    label: str
    values: Array
    response: Array
    rest: tuple[int, ...] | None
    axis: int = 0
    average: bool = False

    def index(self, place: int) -> tuple[int, ...] | None:
        """The stimulus that made its point at that place; None where none did."""
        return None if self.rest is None else (*self.rest[: self.axis], place, *self.rest[self.axis :])

    def place(self, index: tuple[int, ...] | None) -> int | None:
        """Where on the curve a stimulus's point is; None where it has none here."""
        if index is None or self.rest != (*index[: self.axis], *index[self.axis + 1 :]):
            return None
        return index[self.axis]


def strongest(tuning: Tuning) -> tuple[int, ...] | None:
    """Index of the strongest response so far; None before the first."""
    if not np.isfinite(tuning.response).any():
        return None
    place = int(np.nanargmax(tuning.response))
    return tuple(int(i) for i in np.unravel_index(place, tuning.response.shape))


def line_through(tuning: Tuning, index: tuple[int, ...], axis: int = 0, label: str = "") -> Curve:
    """The curve along an axis through a stimulus."""
    rest = (*index[:axis], *index[axis + 1 :])
    response = tuning.response[(*rest[:axis], slice(None), *rest[axis:])]
    return Curve(label, list(tuning.axes.values())[axis], response, rest, axis)


def best_line(tuning: Tuning, axis: int = 0, label: str = "") -> Curve:
    """The curve along an axis through the strongest response."""
    return line_through(tuning, strongest(tuning) or (0,) * tuning.response.ndim, axis, label)


def curves(tuning: Tuning) -> list[Curve]:
    """The curves along the first axis: one per value of the second where those are few.

    Else the line through the strongest response, and the mean over the second axis. Axes from the third
    on stand where the strongest response is.
    """
    if tuning.response.ndim == 1:
        return [best_line(tuning)]
    response, _ = plane(tuning)
    if response.shape[1] <= MOST_LINES:
        return fan(tuning, 0, range(response.shape[1]))
    best = best_line(tuning)
    assert best.rest is not None
    label = f"{tr(list(tuning.axes)[1])} {value_text(tuning, 1, best.rest[0])}"
    mean = Curve(
        tr("mean of {count}").format(count=response.shape[1]),
        best.values,
        _mean(response),
        None,
        average=True,
    )
    return [Curve(label, best.values, best.response, best.rest), mean]


def fan(tuning: Tuning, axis: int, places: Sequence[int]) -> list[Curve]:
    """One curve along an axis, the first or the second, for each of some places on the other one."""
    peak = strongest(tuning) or (0,) * tuning.response.ndim
    other = 1 - axis
    return [
        line_through(
            tuning,
            (*peak[:other], place, *peak[other + 1 :]),
            axis,
            value_text(tuning, other, place),
        )
        for place in places
    ]


def card_of(tuning: Tuning, place: int) -> Axis:
    """The varied axis at that place, as its family describes it, or what can be told from its values."""
    if place < len(tuning.axis_cards):
        return tuning.axis_cards[place]
    name, values = list(tuning.axes.items())[place]
    low, high = float(values[0]), float(values[-1])
    return Axis(name, tuning.axis_units[place], low, high, len(values), low, "")


def plane(tuning: Tuning) -> tuple[Array, tuple[int, ...]]:
    """Responses [first, second axis] through the strongest one, and where the further axes stand."""
    peak = strongest(tuning) or (0,) * tuning.response.ndim
    rest = peak[2:]
    return tuning.response[(slice(None), slice(None), *rest)], rest


def value_text(tuning: Tuning, axis: int, place: int) -> str:
    """A value of an axis in few characters: 45°, 8, outline."""
    card = card_of(tuning, axis)
    value = float(list(tuning.axes.values())[axis][place])
    if card.choices:
        return choice_text(card, value)
    return quantity(value, card.unit) if card.unit in _SHORT_UNITS else number(value)


def _mean(response: Array) -> Array:
    known = np.isfinite(response)
    total, count = np.where(known, response, 0).sum(axis=1), known.sum(axis=1)
    return np.divide(total, count, out=np.full(len(total), np.nan), where=count > 0)
