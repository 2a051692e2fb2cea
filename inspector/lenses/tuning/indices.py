"""Tuning indices of one unit, with the formulas of the field. Free of torch.

All work on the *driven* response: what the unit answers above its response to mid grey, and 0 below it, as
physiologists subtract the spontaneous rate. Responses that are no numbers are gaps and are left out. Of
several axes, each is looked at along the line through the strongest response.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from inspector.lenses.tuning.curves import Curve, Ring
from inspector.stimuli.axes import Axis

FloatArray = np.ndarray[Any, np.dtype[np.floating[Any]]]


def indices(
    axes: Sequence[Axis], samples: Sequence[FloatArray], response: FloatArray, baseline: float
) -> dict[str, float]:
    """Indices by name, units in brackets; one that is not defined for these responses is left out.

    Args:
        axes: The varied axes.
        samples: Their sample values.
        response: The unit's response, of the axes' shape; NaN for a gap.
        baseline: Its response to mid grey; NaN counts as 0.
    """
    driven = np.maximum(np.asarray(response, np.float64) - np.nan_to_num(baseline), 0)
    driven = np.where(np.isfinite(driven), driven, np.nan)
    if not (driven > 0).any():
        return {}
    peak = np.unravel_index(int(np.nanargmax(driven)), driven.shape)
    found: dict[str, float] = {}
    for number, (axis, values) in enumerate(zip(axes, samples, strict=True)):
        line = tuple(slice(None) if other == number else place for other, place in enumerate(peak))
        found |= _of_axis(axis, np.asarray(values, np.float64), driven[line])
    found["sparseness"] = sparseness(driven)
    return {name: value for name, value in found.items() if np.isfinite(value)}


def _of_axis(axis: Axis, values: FloatArray, driven: FloatArray) -> dict[str, float]:
    if axis.periodic:
        return _of_ring(axis, Ring(values, driven, axis.high - axis.low))
    curve = Curve(values, driven, axis.logarithmic)
    found = {_named("preferred", axis): curve.preferred}
    if axis.logarithmic:
        found[f"{axis.name} bandwidth (octaves)"] = curve.octaves()
    if axis.extent:
        found["surround suppression"] = surround_suppression(driven)
    return found


def _of_ring(axis: Axis, ring: Ring) -> dict[str, float]:
    found = {_named("preferred", axis): ring.preferred}
    if axis.name == "phase":
        return found | {"F1/F0": ring.modulation()}
    found[f"{axis.name} half width ({axis.unit})"] = ring.half_width()
    if axis.name != "orientation":
        return found | {f"{axis.name} selectivity (1 - circular variance)": ring.vector_length()}
    name = "DSI" if ring.period == 360 else "OSI"
    selectivity = contrast_index(ring.peak, ring.at(ring.place + ring.period / 2))
    return found | {name: selectivity, "1 - circular variance": ring.vector_length()}


def _named(what: str, axis: Axis) -> str:
    return f"{what} {axis.name} ({axis.unit})" if axis.unit else f"{what} {axis.name}"


def contrast_index(preferred: float, other: float) -> float:
    """(R_pref - R_other) / (R_pref + R_other): 0 for no preference, 1 where the other response is nothing.

    With the orthogonal orientation (half a period away, for bars) this is the orientation selectivity index
    OSI; with the opposite one (period 360) the direction index DSI (Mazurek, Kager & Van Hooser 2014).
    """
    return (preferred - other) / (preferred + other) if preferred + other > 0 else float("nan")


def surround_suppression(driven: FloatArray) -> float:
    """(R_max - R_largest) / R_max over growing radius: 0 for none, 1 for full (Cavanaugh et al. 2002)."""
    known = driven[np.isfinite(driven)]
    return float((known.max() - known[-1]) / known.max())


def sparseness(driven: FloatArray) -> float:
    """0 where all stimuli drive the unit alike, 1 where only one does (Vinje & Gallant 2000).

    S = (1 - mean(r)^2 / mean(r^2)) / (1 - 1/n).
    """
    known = driven[np.isfinite(driven)]
    if known.size < 2:
        return float("nan")
    return float((1 - known.mean() ** 2 / np.square(known).mean()) / (1 - 1 / known.size))


def table(
    axes: Sequence[Axis], samples: Sequence[FloatArray], responses: FloatArray, baselines: FloatArray
) -> list[Mapping[str, float]]:
    """`indices` of every unit of a node, from responses [*axes, units] and baselines [units]."""
    return [
        indices(axes, samples, responses[..., unit], float(baselines[unit]))
        for unit in range(responses.shape[-1])
    ]


def gaps(response: np.ndarray[Any, Any]) -> str:
    """A sentence on responses of a complete measurement that are no numbers, or "" where all are."""
    count = int((~np.isfinite(response)).sum())
    return f"{count} of {response.size} responses are not finite numbers." if count else ""
