"""A tuning to an angle drawn round a circle. Free of torch and Qt."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.canvas import FAINT, INK, LINE, Canvas, FloatArray, Point
from inspector.lenses.tuning.ticks import number, ticks
from inspector.network.errors import InspectorError
from inspector.saying import listed, say

_MIDDLE, _REACH = (450.0, 305.0), 200.0
_SPOKES = range(0, 360, 30)


def round_axis(tuning: Tuning) -> int:
    """Place of the first axis that comes round.

    Raises:
        InspectorError: None does.
    """
    for place, axis in enumerate(tuning.axis_cards):
        if axis.periodic:
            return place
    raise InspectorError(
        say(
            "{axes} do not come round: only angles are drawn as a polar plot.",
            axes=listed([card.name for card in tuning.axis_cards]),
        )
    )


def polar(canvas: Canvas, tuning: Tuning) -> None:
    """Response as distance from the middle, the angle as it is on the screen: 0 to the right, 90 up.

    An axis that comes round after 180 deg (the orientation of a bar) is drawn twice, at both its ends. Of
    several axes the line through the strongest response is drawn.
    """
    place = round_axis(tuning)
    axis, values = tuning.axis_cards[place], list(tuning.axes.values())[place]
    response, turn = line_through_peak(tuning.response, place), axis.high - axis.low
    known = np.append(response[np.isfinite(response)], 0)
    low, high = float(known.min()), float(known.max())
    scale = _REACH / (high - low or 1.0)
    _web(canvas, low, high, scale)
    if np.isfinite(tuning.baseline):
        canvas.ring(_MIDDLE, max(tuning.baseline - low, 0) * scale, INK, dashed=True)
    times = round(360 / turn) if turn in (180, 360) else 1
    angles = np.concatenate([values + turn * time for time in range(times)]) * (360 / (turn * times))
    _draw(canvas, angles, (np.tile(response, times) - low) * scale, _is_whole(values, turn))
    canvas.text((20, 112), say("{name} ({unit})", name=axis.name, unit=axis.unit), 14, "lm")


def line_through_peak(response: FloatArray, place: int) -> FloatArray:
    """The responses along one axis, the others where the strongest response is."""
    best = np.where(np.isfinite(response), response, -np.inf)
    peak = np.unravel_index(int(best.argmax()), response.shape)
    line: FloatArray = np.moveaxis(response, place, -1)[(*peak[:place], *peak[place + 1 :])]
    return line


def _is_whole(values: FloatArray, turn: float) -> bool:
    """Whether the samples go all the way round, so that the last is joined to the first."""
    return len(values) > 2 and turn - (values[-1] - values[0]) < 2 * float(np.diff(values).max())


def _web(canvas: Canvas, low: float, high: float, scale: float) -> None:
    for angle in _SPOKES:
        canvas.line(_MIDDLE, _at(angle, _REACH), FAINT)
        canvas.text(_at(angle, _REACH + 18), number(angle), 12)
    canvas.ring(_MIDDLE, _REACH, INK)
    for value in ticks(low, high, 4) if high > low else ():
        radius = (value - low) * scale
        if 0 < radius < _REACH * 0.97:
            canvas.ring(_MIDDLE, radius)
            canvas.text(_at(75, radius), number(value), 11)


def _draw(canvas: Canvas, angles: FloatArray, radii: FloatArray, whole: bool) -> None:
    points = [_at(angle, radius) for angle, radius in zip(angles, radii, strict=True)]
    known = np.isfinite(radii)
    for here in range(len(points) if whole else len(points) - 1):
        there = (here + 1) % len(points)
        if known[here] and known[there]:
            canvas.line(points[here], points[there], LINE, width=2)
    for place in np.flatnonzero(known):
        canvas.dot(points[place], 3)


def _at(degrees: Any, radius: float) -> Point:
    angle = math.radians(float(degrees))
    return _MIDDLE[0] + radius * math.cos(angle), _MIDDLE[1] - radius * math.sin(angle)
