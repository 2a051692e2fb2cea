"""Sample values of axes, the checks on them, and the order of measuring a grid of them. Free of torch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.stimuli.axes import Axis

FloatArray = np.ndarray[Any, np.dtype[np.float64]]
MOST_STIMULI = 20_000
_COARSE = 8


def samples(axis: Axis) -> FloatArray:
    """The axis's default sample values; a periodic axis leaves its end out, it being its beginning again."""
    if axis.logarithmic:
        return np.geomspace(axis.low, axis.high, axis.count)
    return np.linspace(axis.low, axis.high, axis.count, endpoint=not axis.periodic)


def checked(axis: Axis, values: Iterable[float]) -> FloatArray:
    """Sample values of an axis [count], after a look that they make sense.

    Raises:
        InspectorError: They are none, not finite, not rising, or outside of what the axis allows.
    """
    try:
        array = np.atleast_1d(np.asarray(tuple(values), dtype=np.float64))
    except (TypeError, ValueError) as error:
        raise InspectorError(say("The values of {name} must be numbers.", name=axis.name)) from error
    if array.ndim != 1 or not array.size:
        raise InspectorError(say("The axis {name} has no values to vary over.", name=axis.name))
    if not np.isfinite(array).all():
        raise InspectorError(say("The values of {name} must be finite numbers.", name=axis.name))
    if (np.diff(array) <= 0).any():
        raise InspectorError(
            say("The values of {name} must rise from the first to the last.", name=axis.name)
        )
    outside = array[(array < axis.minimum) | (array > axis.maximum)]
    if outside.size:
        raise InspectorError(
            say(
                "{name} = {outside:g} lies outside of {minimum:g} to {maximum:g}{what}.",
                name=axis.name,
                outside=outside[0],
                minimum=axis.minimum,
                maximum=axis.maximum,
                what=" " + axis.unit if axis.unit else "",
            )
        )
    if axis.choices and (array % 1).any():
        raise InspectorError(
            say(
                "{name} is one of {numbered}; it has nothing between them.",
                name=axis.name,
                numbered=_numbered(axis.choices),
            )
        )
    return array


def _numbered(choices: Sequence[str]) -> str:
    return ", ".join(f"{index} ({choice})" for index, choice in enumerate(choices))


def check_count(shape: Sequence[int]) -> None:
    """Look that a grid is not absurdly large.

    Raises:
        InspectorError: It has more than `MOST_STIMULI` points.
    """
    total = int(np.prod(shape, dtype=np.float64))
    if total > MOST_STIMULI:
        form = " x ".join(map(str, shape))
        raise InspectorError(
            say(
                "{form} makes {total:,} stimuli; at most {most_stimuli:,} are measured at once.",
                form=form,
                total=total,
                most_stimuli=MOST_STIMULI,
            )
        )


def coarse_first(shape: Sequence[int]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Flat indices of a grid, every 8th point along every axis first, then ever more of those between."""
    places = np.indices(tuple(shape)).reshape(len(shape), -1)
    # A point comes as late as its finest coordinate asks: 0 for multiples of 8, 1 of 4, 2 of 2, else 3.
    steps = [_COARSE >> level for level in range(_COARSE.bit_length())]
    level = np.full(places.shape, len(steps) - 1)
    for depth, step in reversed(list(enumerate(steps))):
        level[places % step == 0] = depth
    return np.argsort(level.max(axis=0), kind="stable")
