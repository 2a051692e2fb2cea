"""A tuning drawn as a picture: a curve, a polar plot, or a heat map of two axes. Free of torch and Qt."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from PIL import Image

from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.canvas import LINE, Canvas, FloatArray, Frame, viridis
from inspector.lenses.tuning.polar import polar
from inspector.lenses.tuning.raster import RasterCanvas
from inspector.lenses.tuning.ticks import number, ticks
from inspector.lenses.tuning.vector import VectorCanvas

_WIDTH, _HEIGHT = 900, 560
_TOP, _BOTTOM = 90, 486
_CELL_PIXELS = 400


Form = Literal["plain", "polar"]


def plot(tuning: Tuning, form: Form = "plain") -> Image.Image:
    """RGB picture of 900 x 560 px: a curve with mid grey dashed, or a heat map of the first two axes.

    Of more than two axes the map through the strongest response is drawn. Gaps are left out or grey. In the
    form "polar" the line through the strongest response is drawn round a circle.

    Raises:
        InspectorError: No axis comes round, as a polar plot needs.
    """
    canvas = RasterCanvas(_WIDTH, _HEIGHT)
    _draw(canvas, tuning, form)
    return canvas.finished()


def plot_svg(tuning: Tuning, description: str, form: Form = "plain") -> str:
    """The same as an SVG document; `description` is what programs that read it are told.

    Raises:
        InspectorError: No axis comes round, as a polar plot needs.
    """
    canvas = VectorCanvas(_WIDTH, _HEIGHT)
    _draw(canvas, tuning, form)
    return canvas.finished(_title(tuning), description)


def _draw(canvas: Canvas, tuning: Tuning, form: Form) -> None:
    canvas.text((_WIDTH / 2, 22), _title(tuning), 19)
    canvas.text((_WIDTH / 2, 48), _summary(tuning), 13)
    if form == "polar":
        polar(canvas, tuning)
        canvas.text((20, _TOP), _response_label(tuning), 14, "lm")
    elif tuning.response.ndim == 1:
        _curve(canvas, tuning)
    else:
        _heat_map(canvas, tuning)


def _title(tuning: Tuning) -> str:
    subject = f" “{tuning.subject_text}”" if tuning.subject_text else ""
    return f"{tuning.location} · {tuning.family}{subject}"


def _summary(tuning: Tuning) -> str:
    shown = [f"{name} {number(float(f'{value:.3g}'))}" for name, value in tuning.indices.items()]
    while len(" · ".join(shown)) > 120:
        shown.pop()
    return " · ".join(shown)


def _curve(canvas: Canvas, tuning: Tuning) -> None:
    values, logarithmic, names = _axis(tuning, 0)
    known = np.isfinite(tuning.response)
    shown = np.append(tuning.response[known], tuning.baseline if np.isfinite(tuning.baseline) else [])
    spans = _spanned(values, 0.02), _spanned(shown, 0.06)
    frame = Frame(80, _TOP, 860, _BOTTOM, *spans, (logarithmic, False), (names, ()))
    canvas.scales(frame, _label(tuning, 0), _response_label(tuning), grid=True)
    _baseline(canvas, frame, tuning.baseline)
    points = [frame.at(x, y) for x, y in zip(values, tuning.response, strict=True)]
    for place in np.flatnonzero(known[1:] & known[:-1]):
        canvas.line(points[place], points[place + 1], LINE, width=2)
    for place in np.flatnonzero(known):
        canvas.dot(points[place], 3)


def _baseline(canvas: Canvas, frame: Frame, value: float) -> None:
    if not np.isfinite(value):
        return
    _, y = frame.at(frame.x[0], value)
    for x in range(frame.left, frame.right, 10):
        canvas.line((x, y), (min(x + 5, frame.right), y))
    canvas.text((frame.right - 6, y - 10), "mid grey", 12, "rm")


def _heat_map(canvas: Canvas, tuning: Tuning) -> None:
    response = _first_two(tuning.response)
    low, high = _spanned(response[np.isfinite(response)], 0)
    (x, x_log, x_names), (y, y_log, y_names) = _axis(tuning, 0), _axis(tuning, 1)
    frame = Frame(80, _TOP, 740, _BOTTOM, _cells(x), _cells(y), (x_log, y_log), (x_names, y_names))
    canvas.paste(_laid_out(viridis((response.T - low) / (high - low)), x, y), frame)
    canvas.scales(frame, _label(tuning, 0), _label(tuning, 1), grid=False)
    bar = Frame(790, _TOP, 812, _BOTTOM, (0, 1), (low, high))
    canvas.paste(viridis(np.linspace(1, 0, 256)[:, None]), bar)
    for value in ticks(low, high, 6):
        canvas.text((bar.right + 8, bar.at(0, value)[1]), number(value), 13, "lm")
    canvas.text((_WIDTH - 10, bar.bottom + 46), _response_label(tuning), 14, "rm")


def _first_two(response: FloatArray) -> FloatArray:
    while response.ndim > 2:
        best = np.where(np.isfinite(response), response, -np.inf).max(axis=tuple(range(response.ndim - 1)))
        response = response[..., int(best.argmax())]
    return response


def _laid_out(colours: np.ndarray[Any, Any], x: FloatArray, y: FloatArray) -> np.ndarray[Any, Any]:
    """The cells at their places on the axes, evenly spaced or not: every pixel takes its nearest."""
    columns = _nearest(x, np.linspace(*_cells(x), _CELL_PIXELS))
    rows = _nearest(y, np.linspace(*_cells(y), _CELL_PIXELS)[::-1])
    laid_out: np.ndarray[Any, Any] = colours[rows[:, None], columns[None, :]]
    return laid_out


def _nearest(values: FloatArray, places: FloatArray) -> np.ndarray[Any, Any]:
    return np.searchsorted((values[1:] + values[:-1]) / 2, places)


def _axis(tuning: Tuning, place: int) -> tuple[FloatArray, bool, tuple[str, ...]]:
    values, card = list(tuning.axes.values())[place], tuning.axis_cards[place]
    return (np.log10(values) if card.logarithmic else values), card.logarithmic, card.choices


def _label(tuning: Tuning, place: int) -> str:
    name, unit = list(tuning.axes)[place], tuning.axis_units[place]
    return f"{name} ({unit})" if unit else name


def _response_label(tuning: Tuning) -> str:
    source = f" over {tuning.scale_source[:40]}" if tuning.scale_source else ""
    measured = f"{tuning.measured}{source}"
    before = ", pre-activation" if tuning.pre_activation else ""
    return f"response ({measured}, {tuning.reduction}{before})"


def _spanned(values: FloatArray, margin: float) -> tuple[float, float]:
    """Lowest and highest value, with a margin; a span of 1 around a single one."""
    if not values.size:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return low - 0.5, high + 0.5
    return low - margin * (high - low), high + margin * (high - low)


def _cells(values: FloatArray) -> tuple[float, float]:
    """From the outer edge of the first sample's cell to that of the last's."""
    if len(values) < 2:
        return float(values[0]) - 0.5, float(values[0]) + 0.5
    return float(1.5 * values[0] - 0.5 * values[1]), float(1.5 * values[-1] - 0.5 * values[-2])
