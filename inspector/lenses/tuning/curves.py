"""Sampled tuning curves, open and closed: peaks, widths, circular means. Free of torch.

Responses are at or above zero; NaN is a gap and is left out.
"""

from __future__ import annotations

from typing import Any

import numpy as np

FloatArray = np.ndarray[Any, np.dtype[np.floating[Any]]]


class Curve:
    """A curve over an axis with two ends.

    Attributes:
        values: Sample values, rising; a logarithmic axis is worked on in octaves.
        response: The response at each.
    """

    def __init__(self, values: FloatArray, response: FloatArray, logarithmic: bool) -> None:
        known = np.isfinite(response)
        self.values = np.log2(values[known]) if logarithmic else values[known]
        self.response = response[known]
        self._logarithmic = logarithmic

    @property
    def preferred(self) -> float:
        """Where the response is strongest: the vertex of a parabola through the peak and its neighbours."""
        top = int(self.response.argmax())
        place = float(self.values[top])
        if 0 < top < len(self.values) - 1:
            place = vertex(self.values[top - 1 : top + 2], self.response[top - 1 : top + 2])
        return float(2.0**place) if self._logarithmic else place

    def octaves(self) -> float:
        """Full width at half height of a logarithmic axis's curve, in octaves; NaN where an end cuts it off.

        De Valois, Albrecht & Thorell 1982.
        """
        top = int(self.response.argmax())
        low = half_crossing(self.values[top::-1], self.response[top::-1])
        high = half_crossing(self.values[top:], self.response[top:])
        return high - low


class Ring:
    """A curve over a periodic axis.

    Attributes:
        values: Sample values within one period, rising.
        response: The response at each.
        period: After how much the axis comes round.
        even: Whether the samples go round the whole period in equal steps, as circular means require.
    """

    def __init__(self, values: FloatArray, response: FloatArray, period: float) -> None:
        known = np.isfinite(response)
        turned, first = np.unique(np.round(values[known] % period, 9) % period, return_index=True)
        self.values, self.response, self.period = turned, response[known][first], period
        gaps = np.diff(np.append(turned, turned[0] + period))
        self.even = len(turned) >= 3 and bool(np.allclose(gaps, period / len(turned), rtol=1e-3))

    @property
    def place(self) -> float:
        """The sampled value with the strongest response."""
        return float(self.values[self.response.argmax()])

    @property
    def peak(self) -> float:
        """The strongest response."""
        return float(self.response.max())

    def at(self, value: float) -> float:
        """The response at any value, between samples along a line."""
        return float(np.interp(value, self.values, self.response, period=self.period))

    @property
    def preferred(self) -> float:
        """Direction of the vector average (Swindale 1998); the strongest sample where those are uneven."""
        harmonic = self._harmonic()
        if not self.even or abs(harmonic) < 1e-9 * self.response.sum():
            return self.place
        return float(np.angle(harmonic) / (2 * np.pi) * self.period % self.period)

    def vector_length(self) -> float:
        """|sum R exp(i a)| / sum R, which is 1 - circular variance: 0 flat, 1 one peak (Ringach 2002)."""
        return abs(self._harmonic()) / float(self.response.sum()) if self.even else float("nan")

    def modulation(self) -> float:
        """F1/F0: first harmonic over mean; above 1 simple, below complex (Skottun et al. 1991)."""
        return 2 * self.vector_length()

    def half_width(self) -> float:
        """Half of the full width at half height around the peak; NaN where the curve never falls to half."""
        top = int(self.response.argmax())
        around = np.append(np.roll(self.response, -top), self.peak)
        steps = np.append((np.roll(self.values, -top) - self.values[top]) % self.period, self.period)
        up = half_crossing(steps, around)
        down = half_crossing(self.period - steps[::-1], around[::-1])
        return (up + down) / 2

    def _harmonic(self) -> complex:
        return complex((self.response * np.exp(2j * np.pi * self.values / self.period)).sum())


def vertex(x: FloatArray, y: FloatArray) -> float:
    """Place of the vertex of the parabola through three points, the middle one the highest."""
    left, right = x[1] - x[0], x[2] - x[1]
    rise, fall = (y[1] - y[0]) / left, (y[1] - y[2]) / right
    if rise + fall <= 0:
        return float(x[1])
    slope = (rise * right - fall * left) / (left + right)
    return float(x[1] + slope * (left + right) / (2 * (rise + fall)))


def half_crossing(x: FloatArray, y: FloatArray) -> float:
    """Where y, from its peak at the first sample, first falls to half of that; NaN where never."""
    half = y[0] / 2
    below = np.flatnonzero(y <= half)
    if not below.size:
        return float("nan")
    after = int(below[0])
    part = (y[after - 1] - half) / (y[after - 1] - y[after])
    return float(x[after - 1] + part * (x[after] - x[after - 1]))
