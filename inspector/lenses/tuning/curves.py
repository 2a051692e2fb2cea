"""Sampled tuning curves of many units at once, open and closed: peaks, widths, harmonics. Free of torch.

Responses are at or above zero and have no gaps. What is not defined for a unit is NaN.
"""

from __future__ import annotations

from typing import Any

import numpy as np

FloatArray = np.ndarray[tuple[Any, ...], np.dtype[np.floating[Any]]]
IntArray = np.ndarray[tuple[Any, ...], np.dtype[np.integer[Any]]]
ComplexArray = np.ndarray[tuple[Any, ...], np.dtype[np.complexfloating[Any, Any]]]

# A curve may have several like peaks: two for a bar turned by 360 deg, four for a cross.
_HARMONICS = np.arange(1, 5)


class Curve:
    """Curves over an axis with two ends.

    Attributes:
        values: float64 [n], sample values, rising; a logarithmic axis is worked on in octaves.
        response: float64 [n, units], the response at each.
    """

    def __init__(self, values: FloatArray, response: FloatArray, logarithmic: bool) -> None:
        self.values = np.log2(values) if logarithmic else values
        self.response = response
        self._logarithmic = logarithmic
        self._top = response.argmax(axis=0)

    def preferred(self) -> FloatArray:
        """Where each response is strongest: the vertex of a parabola through the peak and its neighbours."""
        places = self.values[self._top].astype(np.float64)
        inner = np.flatnonzero((self._top > 0) & (self._top < len(self.values) - 1))
        if inner.size:
            around = self._top[inner] + np.array([[-1], [0], [1]])
            places[inner] = vertex(self.values[around], self.response[around, inner])
        raised: FloatArray = np.exp2(places) if self._logarithmic else places
        return raised

    def width(self) -> FloatArray:
        """Full width at half height, in octaves on a logarithmic axis; NaN where an end cuts it off.

        De Valois, Albrecht & Thorell 1982.
        """
        high = half_crossing(self.values, self.response, self._top)
        low = half_crossing(-self.values[::-1], self.response[::-1], len(self.values) - 1 - self._top)
        return high + low


class Ring:
    """Curves over a periodic axis.

    Attributes:
        values: float64 [n], sample values within one period, rising.
        response: float64 [n, units], the response at each.
        period: After how much the axis comes round.
        even: Whether the samples go round the whole period in equal steps, as circular means require.
        top: Index [units] of the sample with the strongest response.
    """

    def __init__(self, values: FloatArray, response: FloatArray, period: float) -> None:
        turned, first = np.unique(np.round(values % period, 9) % period, return_index=True)
        self.values, self.response, self.period = turned, response[first], period
        gaps = np.diff(np.append(turned, turned[0] + period))
        self.even = len(turned) >= 3 and bool(np.allclose(gaps, period / len(turned), rtol=1e-3))
        self.top = self.response.argmax(axis=0)

    def peak(self) -> FloatArray:
        """The strongest response of each unit."""
        peak: FloatArray = self.response.max(axis=0)
        return peak

    def further(self, part: float) -> FloatArray:
        """The response [n, units] a part of the period on from each sample, between samples along a line."""
        asked = (self.values + part * self.period) % self.period
        around = np.concatenate([self.values[-1:] - self.period, self.values, self.values[:1] + self.period])
        after = np.searchsorted(around, asked, side="right")
        weight = (asked - around[after - 1]) / (around[after] - around[after - 1])
        before, behind = ((after - 2 + step) % len(self.values) for step in (0, 1))
        along: FloatArray = self.response[before] * (1 - weight)[:, None]
        along += self.response[behind] * weight[:, None]
        return along

    def at_top(self, response: FloatArray) -> FloatArray:
        """What `response` [n, units] is at each unit's strongest sample."""
        there: FloatArray = np.take_along_axis(response, self.top[None], axis=0)[0]
        return there

    def preferred(self) -> FloatArray:
        """The direction of the strongest harmonic's peak next to the strongest sample.

        Of a curve with one peak that is the vector average (Swindale 1998). Where the samples are uneven, the
        strongest of them.
        """
        place: FloatArray = self.values[self.top]
        if not self.even:
            return place
        harmonics = self._harmonics(_HARMONICS)
        sizes = np.abs(harmonics)
        order = sizes.argmax(axis=0)
        chosen = np.take_along_axis(harmonics, order[None], axis=0)[0]
        apart = self.period / _HARMONICS[order]
        first = np.angle(chosen) / (2 * np.pi) * apart
        nearest = first + np.round((place - first) / apart) * apart
        told = sizes.max(axis=0) > 1e-9 * self.response.sum(axis=0)
        preferred: FloatArray = np.where(told, nearest % self.period, place)
        return preferred

    def vector_length(self) -> FloatArray:
        """|sum R exp(i a)| / sum R, which is 1 - circular variance: 0 flat, 1 one peak (Ringach 2002)."""
        if not self.even:
            return np.full(self.response.shape[1], np.nan)
        length: FloatArray = np.abs(self._harmonics(_HARMONICS[:1])[0]) / self.response.sum(axis=0)
        return length

    def half_width(self) -> FloatArray:
        """Half of the full width at half height around the peak; NaN where the curve never falls to half."""
        count = len(self.values)
        around = (self.top + np.arange(count + 1)[:, None]) % count
        response = np.take_along_axis(self.response, around, axis=0)
        steps = (self.values[around] - self.values[self.top]) % self.period
        steps[-1] = self.period
        start = np.zeros_like(self.top)
        up = half_crossing(steps, response, start)
        down = half_crossing(self.period - steps[::-1], response[::-1], start)
        half: FloatArray = (up + down) / 2
        return half

    def _harmonics(self, orders: IntArray) -> ComplexArray:
        turns = np.outer(orders, self.values / self.period)
        harmonics: ComplexArray = np.exp(2j * np.pi * turns) @ self.response
        return harmonics


def vertex(x: FloatArray, y: FloatArray) -> FloatArray:
    """Places [units] of the vertices of parabolas through three points [3, units], the middle the highest."""
    left, right = x[1] - x[0], x[2] - x[1]
    rise, fall = (y[1] - y[0]) / left, (y[1] - y[2]) / right
    slope = (rise * right - fall * left) / (left + right)
    bend = 2 * (rise + fall)
    places: FloatArray = x[1] + np.divide(slope * (left + right), bend, np.zeros_like(slope), where=bend > 0)
    return places


def half_crossing(x: FloatArray, y: FloatArray, top: IntArray) -> FloatArray:
    """Where y [n, units], from its peak at sample `top` [units] on, first falls to half; NaN where never.

    Args:
        x: Places of the samples, [n] or [n, units].
        y: The curves.
        top: Index of each one's peak.
    """
    units = np.arange(y.shape[1])
    half = y[top, units] / 2
    below = (y <= half) & (np.arange(len(y))[:, None] > top)
    after = below.argmax(axis=0)
    before = np.maximum(after - 1, 0)
    x = np.broadcast_to(x if x.ndim == 2 else x[:, None], y.shape)
    drop = y[before, units] - y[after, units]
    part = np.divide(y[before, units] - half, drop, out=np.zeros_like(drop), where=drop > 0)
    crossing = x[before, units] + part * (x[after, units] - x[before, units])
    return np.where(below.any(axis=0), crossing, np.nan)
