"""Plots as SVG that take their colours from the page, legible in light and dark. Free of torch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from inspector.lenses.tuning.ticks import number, ticks

Array = np.ndarray[Any, Any]
Point = tuple[float, float]


@dataclass(frozen=True)
class Span:
    """An axis: the values at its ends, and the px that they stand at.

    Attributes:
        low, high: The values; their logarithms where `logarithmic`.
        start, end: The px.
        logarithmic: Whether ticks are to be told as powers of ten of the values.
    """

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """The px of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def marks(self, count: int) -> list[tuple[float, str]]:
        """(value, text) of round numbers along it."""
        if not self.logarithmic:
            return [(value, number(value)) for value in ticks(self.low, self.high, count)]
        values = ticks(10**self.low, 10**self.high, count, logarithmic=True)
        return [(float(np.log10(value)), number(value)) for value in values]


def spanned(values: Array, margin: float = 0.06) -> tuple[float, float]:
    """Lowest and highest of some finite values, with room around them; never of no extent."""
    if not values.size:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    if high - low < 1e-12 * max(abs(low), abs(high), 1e-30):
        return low - 0.5, high + 0.5
    return low - margin * (high - low), high + margin * (high - low)


def document(width: int, height: int, title: str, parts: Iterable[str], style: str = "plot") -> str:
    """An SVG to stand in a page; the title is what screen readers say of it."""
    return (
        f'<svg class="{style}" viewBox="0 0 {width} {height}" role="img" aria-label={quoteattr(title)}>'
        f"{''.join(parts)}</svg>"
    )


def words(x: float, y: float, text: str, anchor: str = "middle", style: str = "") -> str:
    """A text, its middle at y."""
    kind = f' class="{style}"' if style else ""
    return f'<text{kind} x="{x:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def line(start: Point, end: Point, style: str) -> str:
    """A straight line."""
    return f'<path class="{style}" d="M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"/>'


def curve(points: Sequence[Point]) -> str:
    """A line through points, broken where one is not finite."""
    parts, lifted = [], True
    for x, y in points:
        if not np.isfinite(y):
            lifted = True
            continue
        parts.append(f"{'M' if lifted else 'L'}{x:.1f} {y:.1f}")
        lifted = False
    return f'<path class="curve" d="{"".join(parts)}"/>'


def axis_below(span: Span, y: float, label: str, count: int = 6) -> Iterator[str]:
    """Marks with numbers along a horizontal axis, and what it is."""
    for value, text in span.marks(count):
        x = span.at(value)
        yield line((x, y), (x, y + 4), "tick")
        yield words(x, y + 14, text)
    yield words((span.start + span.end) / 2, y + 32, label, style="label")


def axis_left(span: Span, x: float, right: float, count: int = 4) -> Iterator[str]:
    """Faint lines across with numbers at a vertical axis."""
    for value, text in span.marks(count):
        y = span.at(value)
        yield line((x, y), (right, y), "grid")
        yield words(x - 6, y, text, "end")


def histogram(edges: Array, counts: Array, title: str) -> str:
    """Places by value, their number on a logarithmic scale; bars below zero are told apart.

    Args:
        edges: [bins + 1] edges; zero is one of them or outside.
        counts: [bins].
        title: For screen readers.
    """
    low, high = float(edges[0]), float(edges[-1])
    across = Span(low, high if high > low else low + 1, 56, 628)
    top = float(np.log10(max(int(counts.max()), 1) + 1))
    up = Span(0, top, 176, 14)
    parts = [*_decades(up, int(counts.max())), *_bars(edges, counts, across, up)]
    if low < 0 < high:
        parts.append(line((across.at(0), 14), (across.at(0), 176), "zero"))
    parts += [line((56, 176), (628, 176), "tick"), *axis_below(across, 176, "activation", 8)]
    parts.append(words(56, 4, "places (logarithmic)", "start", "label"))
    return document(640, 214, title, parts, "plot histogram")


def _decades(up: Span, most: int) -> Iterator[str]:
    power = 1
    while power <= most:
        y = up.at(float(np.log10(power + 1)))
        yield line((56, y), (628, y), "grid")
        yield words(50, y, f"{power:,}", "end")
        power *= 10


def _bars(edges: Array, counts: Array, across: Span, up: Span) -> Iterator[str]:
    for style, chosen in (("bar", edges[:-1] >= 0), ("bar below", edges[:-1] < 0)):
        drawn = "".join(
            f"M{across.at(left):.1f} {up.start:g}V{up.at(float(np.log10(count + 1))):.1f}"
            f"H{max(across.at(right) - 0.6, across.at(left) + 0.4):.1f}V{up.start:g}z"
            for left, right, count, shown in zip(edges[:-1], edges[1:], counts, chosen, strict=True)
            if shown and count
        )
        if drawn:
            yield f'<path class="{style}" d="{drawn}"/>'


def tuning_curve(
    values: Array,
    response: Array,
    baseline: float,
    label: str,
    title: str,
    *,
    logarithmic: bool = False,
    measured: str = "activation",
) -> str:
    """A response along one axis, with that to mid grey dashed.

    Args:
        values: [n] sample values.
        response: [n]; NaN for a gap.
        baseline: Response to mid grey, or NaN.
        label: Of the axis.
        title: For screen readers.
        logarithmic: Whether the values are spaced by ratio.
        measured: What the response is measured in.
    """
    places = np.log10(values) if logarithmic else np.asarray(values, float)
    known = response[np.isfinite(response)]
    shown = np.append(known, baseline if np.isfinite(baseline) else [])
    across = Span(*spanned(places, 0.02), 44, 352, logarithmic)
    up = Span(*spanned(shown), 150, 12)
    parts = [
        *axis_left(up, 44, 352),
        *axis_below(across, 150, label),
        words(44, 1, measured, "start", "label"),
    ]
    if np.isfinite(baseline):
        parts.append(line((44, up.at(baseline)), (352, up.at(baseline)), "baseline"))
    points = [(across.at(x), up.at(y)) for x, y in zip(places, response, strict=True)]
    parts.append(curve(points))
    if known.size:
        peak = int(np.nanargmax(response))
        parts.append(f'<circle class="peak" cx="{points[peak][0]:.1f}" cy="{points[peak][1]:.1f}" r="4"/>')
    return document(360, 194, title, parts)


def choice_bars(
    names: Sequence[str], response: Array, baseline: float, title: str, *, measured: str = "activation"
) -> str:
    """A response for each of some named values, which have no order."""
    shown = np.append(response[np.isfinite(response)], [baseline if np.isfinite(baseline) else 0.0, 0.0])
    up = Span(*spanned(shown), 150, 12)
    step = 308 / len(names)
    parts = [*axis_left(up, 44, 352), words(44, 1, measured, "start", "label")]
    for place, (name, value) in enumerate(zip(names, response, strict=True)):
        x, y, zero = 44 + step * (place + 0.5), up.at(float(np.nan_to_num(value))), up.at(0)
        outline = f"M{x - step * 0.3:.1f} {zero:.1f}V{y:.1f}h{step * 0.6:.1f}V{zero:.1f}z"
        parts.append(f'<path class="bar" d="{outline}"/>')
        parts.append(words(x, 164, name))
    return document(360, 194, title, parts)
