"""The indices of all units at once against the formulas written out for one, sample by sample."""

import cmath
import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.lenses.tuning.indices import of_one, table
from inspector.stimuli.axes import Axis

ANGLE = Axis("orientation", "deg", 0, 180, 12, 0, "An angle.", periodic=True)
TURN = Axis("orientation", "deg", 0, 360, 12, 0, "An angle.", periodic=True)
HUE = Axis("hue", "deg", 0, 360, 9, 0, "A hue.", periodic=True)
PHASE = Axis("phase", "deg", 0, 360, 8, 0, "A phase.", periodic=True)
FREQUENCY = Axis("frequency", "cycles/image", 1, 32, 6, 4, "A ratio.", logarithmic=True)
RADIUS = Axis("radius", "px", 1, 20, 7, 5, "A radius.", extent=True)
CONTRAST = Axis("contrast", "", -1, 1, 5, 1, "A contrast.")
GRIDS = [(ANGLE, FREQUENCY), (TURN, RADIUS), (HUE, CONTRAST), (PHASE,), (CONTRAST, ANGLE, FREQUENCY)]


def samples_of(axis):
    if axis.logarithmic:
        return np.geomspace(axis.low, axis.high, axis.count)
    return np.linspace(axis.low, axis.high, axis.count, endpoint=not axis.periodic)


def reference(axes, samples, response, baseline):
    """The indices of one unit, as the books have them."""
    driven = {
        place: max(float(value) - baseline, 0)
        for place, value in np.ndenumerate(response)
        if math.isfinite(value)
    }
    if not driven or max(driven.values()) <= 0:
        return {}
    peak = max(driven, key=lambda place: (driven[place], [-i for i in place]))
    found = {}
    for number, (axis, values) in enumerate(zip(axes, samples, strict=True)):
        line = [(*peak[:number], i, *peak[number + 1 :]) for i in range(len(values))]
        points = [(float(values[place[number]]), driven[place]) for place in line if place in driven]
        found |= of_ring(axis, points) if axis.periodic else of_curve(axis, points)
    rates = list(driven.values())
    found["drive"] = max(rates)
    if len(rates) > 1:
        mean, square = sum(rates) / len(rates), sum(rate**2 for rate in rates) / len(rates)
        found["sparseness"] = (1 - mean**2 / square) / (1 - 1 / len(rates))
    return {name: value for name, value in found.items() if value is None or math.isfinite(value)}


def of_ring(axis, points):
    period = axis.high - axis.low
    place, peak = max(points, key=lambda point: point[1])
    around = [x for x, _ in points] + [points[0][0] + period]
    steps = [further - x for x, further in itertools.pairwise(around)]
    even = len(points) >= 3 and max(steps) - min(steps) < 1e-3
    total = sum(rate for _, rate in points)
    sums = [sum(rate * cmath.exp(2j * math.pi * k * x / period) for x, rate in points) for k in (1, 2, 3, 4)]
    length = abs(sums[0]) / total if even else math.nan
    unit = f" ({axis.unit})" if axis.unit else ""
    found = {f"preferred {axis.name}{unit}": place}
    sizes = [abs(value) for value in sums]
    if even and max(sizes) > 1e-9 * total:
        k = 1 + sizes.index(max(sizes))
        angle = cmath.phase(sums[k - 1]) / (2 * math.pi) * period / k
        places = [(angle + turn * period / k) % period for turn in range(k)]
        near = min(places, key=lambda x: abs((x - place + period / 2) % period - period / 2))
        # Of two harmonics alike, rounding decides.
        second = sorted(sizes)[-2]
        found[f"preferred {axis.name}{unit}"] = near if second < 0.999 * max(sizes) else None
    if axis.name == "phase":
        return found | {"F1/F0": 2 * length}
    found[f"{axis.name} half width{unit}"] = ring_half_width(points, place, peak, period)
    if axis.name != "orientation":
        return found | {f"{axis.name} selectivity": length}
    found["circular variance"] = 1 - length

    def at(x):
        return float(np.interp(x, *zip(*points, strict=True), period=period))

    if period == 180:
        return found | {"OSI": (peak - at(place + 90)) / (peak + at(place + 90))}
    both = [(x, rate + at(x + 180)) for x, rate in points]
    along, most = max(both, key=lambda point: point[1])
    across = float(np.interp(along + 90, *zip(*both, strict=True), period=period))
    opposite = at(place + 180)
    return found | {"OSI": (most - across) / (most + across), "DSI": (peak - opposite) / (peak + opposite)}


def ring_half_width(points, place, peak, period):
    widths = []
    for sign in (1, -1):
        steps = sorted(((sign * (x - place)) % period, rate) for x, rate in points)
        widths.append(first_half([*steps, (period, peak)], peak))
    return sum(widths) / 2


def first_half(points, peak):
    for (x, rate), (further, less) in itertools.pairwise(points):
        if less <= peak / 2:
            return x + (rate - peak / 2) / (rate - less) * (further - x)
    return math.nan


def of_curve(axis, points):
    unit = f" ({axis.unit})" if axis.unit else ""
    points = [(math.log2(x) if axis.logarithmic else x, rate) for x, rate in points]
    peak = max(rate for _, rate in points)
    top = next(i for i, (_, rate) in enumerate(points) if rate == peak)
    place = points[top][0]
    if 0 < top < len(points) - 1:
        place = vertex(*points[top - 1 : top + 2])
    width = first_half([(x - points[top][0], rate) for x, rate in points[top:]], peak)
    width += first_half([(points[top][0] - x, rate) for x, rate in points[top::-1]], peak)
    found = {f"preferred {axis.name}{unit}": 2**place if axis.logarithmic else place}
    if axis.extent:
        return found | {"surround suppression": (peak - points[-1][1]) / peak}
    if axis.logarithmic:
        return found | {f"{axis.name} bandwidth (octaves)": width}
    return found | {f"{axis.name} half width{unit}": width / 2}


def vertex(before, top, after):
    x, y = zip(before, top, after, strict=True)
    bend, slope, _ = np.polyfit(np.array(x) - x[1], y, 2)
    return x[1] if bend >= 0 else x[1] - slope / (2 * bend)


@pytest.mark.parametrize("axes", GRIDS, ids=lambda axes: " x ".join(axis.name for axis in axes))
@settings(max_examples=40)
@given(seed=st.integers(0, 2**32), holes=st.sampled_from([0.0, 0.0, 0.05, 0.6]), smooth=st.booleans())
def test_that_the_table_is_the_reference_unit_by_unit(axes, seed, holes, smooth):
    generator = np.random.default_rng(seed)
    samples = [samples_of(axis) for axis in axes]
    responses = generator.normal(size=(*map(len, samples), 6)).astype(np.float32)
    if smooth:
        responses = sum(np.roll(responses, step, axis=0) for step in (-1, 0, 1))
    responses[generator.random(responses.shape) < holes] = np.nan
    baselines = np.array([0, 0.3, -0.5, 9, 0, 0], np.float32)
    found = table(axes, samples, responses, baselines)
    for unit, baseline in enumerate(baselines):
        expected = reference(axes, samples, responses[..., unit].astype(np.float64), float(baseline))
        shown = of_one(found, unit)
        assert shown.keys() == expected.keys()
        told = {name: value for name, value in expected.items() if value is not None}
        assert {name: shown[name] for name in told} == pytest.approx(told, rel=1e-3, abs=2e-3)
