"""Which curves a tuning is shown as, and the plane that its heat map shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.gui.views.words import number, quantity
from inspector.lenses.tuning import Tuning
from inspector.stimuli.axes import Axis

MOST_LINES = 6
_SHORT_UNITS = ("deg", "px")
Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Curve:
    """Responses along the first axis.

    Attributes:
        label: What tells it from the others; "" where it is the only one.
        response: float [n]; NaN where not measured.
        rest: Indices of the stimuli on the other axes; None for an average, which no single stimulus made.
    """

    label: str
    response: Array
    rest: tuple[int, ...] | None


def strongest(tuning: Tuning) -> tuple[int, ...] | None:
    """Index of the strongest response so far; None before the first."""
    if not np.isfinite(tuning.response).any():
        return None
    place = int(np.nanargmax(tuning.response))
    return tuple(int(i) for i in np.unravel_index(place, tuning.response.shape))


def curves(tuning: Tuning) -> list[Curve]:
    """The curves along the first axis: one per value of the second where those are few.

    Else the line through the strongest response, and the mean over the second axis. Axes from the third
    on stand where the strongest response is.
    """
    if tuning.response.ndim == 1:
        return [Curve("", tuning.response, ())]
    response, rest = plane(tuning)
    if response.shape[1] <= MOST_LINES:
        return [
            Curve(_value(tuning, 1, place), response[:, place], (place, *rest))
            for place in range(response.shape[1])
        ]
    peak = strongest(tuning)
    best = peak[1] if peak else 0
    return [
        Curve(f"{list(tuning.axes)[1]} {_value(tuning, 1, best)}", response[:, best], (best, *rest)),
        Curve(f"mean of {response.shape[1]}", _mean(response), None),
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


def _value(tuning: Tuning, axis: int, place: int) -> str:
    value, unit = float(list(tuning.axes.values())[axis][place]), tuning.axis_units[axis]
    return quantity(value, unit) if unit in _SHORT_UNITS else number(value)


def _mean(response: Array) -> Array:
    known = np.isfinite(response)
    total, count = np.where(known, response, 0).sum(axis=1), known.sum(axis=1)
    return np.divide(total, count, out=np.full(len(total), np.nan), where=count > 0)
