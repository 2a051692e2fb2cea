"""Tuning indices of all units of a node at once, with the formulas of the field. Free of torch.

All work on the *driven* response: what a unit answers above its response to mid grey, and 0 below it, as
physiologists subtract the spontaneous rate. Responses that are no numbers are gaps and are left out. Of
several axes, each is looked at along the line through the strongest response. Indices are ratios: they say
nothing of how strong that is, so look at the drive too.

| index | formula | source |
|---|---|---|
| drive | R_pref: the strongest response above that to mid grey | |
| OSI | (R_pref - R_orth) / (R_pref + R_orth), opposite directions taken together | Mazurek et al. 2014 |
| DSI | (R_pref - R_opposite) / (R_pref + R_opposite) | Mazurek et al. 2014 |
| circular variance | 1 - abs(sum R exp(i a)) / sum R, a once round the axis's period | Ringach et al. 2002 |
| hue selectivity | 1 - circular variance over hue | Ringach et al. 2002, of hue |
| preferred value | vector average of a ring, vertex of a parabola else | Swindale 1998 |
| half width | half of the full width at half height | Schiller et al. 1976 |
| bandwidth | log2 of the ratio of the two values at half height | De Valois et al. 1982 |
| F1/F0 | first harmonic over mean, over phase; above 1 simple, below complex | Skottun et al. 1991 |
| surround suppression | (R_max - R_largest) / R_max over growing extent | Cavanaugh et al. 2002 |
| sparseness | (1 - mean(R)^2 / mean(R^2)) / (1 - 1/n) | Vinje & Gallant 2000 |
| colour selectivity | 1 - R_grey / R, R_grey to the best stimulus without colour | Rafegas & Vanrell 2018 |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from inspector.lenses.tuning.curves import Curve, FloatArray, Ring
from inspector.stimuli.axes import Axis

Table = dict[str, np.ndarray[Any, np.dtype[np.float32]]]
Found = dict[str, FloatArray]
Places = np.ndarray[tuple[Any, ...], np.dtype[np.intp]]


def table(
    axes: Sequence[Axis], samples: Sequence[FloatArray], responses: FloatArray, baselines: FloatArray
) -> Table:
    """Indices by name, units in brackets: float32 [units], NaN where one is not defined for a unit.

    Args:
        axes: The varied axes.
        samples: Their sample values.
        responses: [*axes, units], the responses; NaN for a gap.
        baselines: [units], those to mid grey; NaN counts as 0.
    """
    driven = drive(responses, baselines)
    flat = driven.reshape(-1, driven.shape[-1])
    units, peak = np.arange(flat.shape[1]), strongest(driven)
    places = np.unravel_index(peak, driven.shape[:-1])
    found: Found = {}
    for number, (axis, values) in enumerate(zip(axes, samples, strict=True)):
        others = (*places[:number], *places[number + 1 :])
        lines: FloatArray = np.moveaxis(driven, number, 0)[:, *others, units]  # type: ignore[arg-type]
        found |= _of_lines(axis, np.asarray(values, np.float64), lines.astype(np.float64))
    found["sparseness"] = sparseness(flat)
    found["drive"] = drive_of_best = flat[peak, units]
    silent = ~(drive_of_best > 0)
    return {name: np.where(silent, np.nan, value).astype(np.float32) for name, value in found.items()}


def drive(responses: FloatArray, baselines: FloatArray) -> FloatArray:
    """What exceeds the response to mid grey, 0 below it, NaN for a gap: [*axes, units]."""
    driven = np.maximum(responses - np.nan_to_num(baselines), 0)
    driven[~np.isfinite(driven)] = np.nan
    return driven


def strongest(driven: FloatArray) -> Places:
    """Flat index [units] of the stimulus with the strongest response [*axes, units]; 0 where all are gaps."""
    best: Places = np.nan_to_num(driven.reshape(-1, driven.shape[-1]), nan=-1).argmax(axis=0)
    return best


def sparseness(driven: FloatArray) -> FloatArray:
    """0 where all stimuli [n, units] drive a unit alike, 1 where only one does (Vinje & Gallant 2000)."""
    known = np.isfinite(driven)
    counts, known_only = known.sum(axis=0), np.where(known, driven, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = known_only.sum(axis=0, dtype=np.float64) / counts
        square = np.square(known_only, dtype=np.float64).sum(axis=0) / counts
        sparse: FloatArray = (1 - mean**2 / square) / (1 - 1 / counts)
    return sparse


def colour_selectivity(best: FloatArray, grey: FloatArray) -> FloatArray:
    """How much of the driven response to the best stimulus is lost where its colour is: 0 none, 1 all.

    Args:
        best: [units], what drives each unit most.
        grey: [units], what the same stimulus drives it without colour, at its luminance.

    Rafegas & Vanrell 2018, of the best stimulus alone; a unit that likes grey better has none.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        lost: FloatArray = np.clip(1 - grey / best, 0, 1)
    return np.where(best > 0, lost, np.nan)


def contrast_index(preferred: FloatArray, other: FloatArray) -> FloatArray:
    """(R_pref - R_other) / (R_pref + R_other): 0 for no preference, 1 where the other response is nothing."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return (preferred - other) / (preferred + other)


def surround_suppression(response: FloatArray) -> FloatArray:
    """(R_max - R_largest) / R_max of responses [n, units] over growing extent: 0 for none, 1 for full."""
    peak = response.max(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        lost: FloatArray = (peak - response[-1]) / peak
    return lost


def _of_lines(axis: Axis, values: FloatArray, lines: FloatArray) -> Found:
    """Indices along one axis of lines [n, units], units with the same gaps together."""
    found: Found = {}
    for known, units in _alike(np.isfinite(lines)):
        part = _of_curves(axis, values[known], lines[known][:, units])
        for name, value in part.items():
            found.setdefault(name, np.full(lines.shape[1], np.nan))[units] = value
    return found


def _alike(known: np.ndarray[Any, np.dtype[np.bool_]]) -> Iterator[tuple[Any, Any]]:
    """What is known [n] and the units that share it; units of which nothing is known are left out."""
    if known.all():
        yield np.ones(len(known), np.bool_), slice(None)
        return
    patterns, which = np.unique(known, axis=1, return_inverse=True)
    for number, pattern in enumerate(patterns.T):
        if pattern.any():
            yield pattern, np.flatnonzero(which.ravel() == number)


def _of_curves(axis: Axis, values: FloatArray, response: FloatArray) -> Found:
    if axis.choices:
        return {_named("preferred", axis): values[response.argmax(axis=0)]}
    if axis.periodic:
        return _of_ring(axis, Ring(values, response, axis.high - axis.low))
    curve = Curve(values, response, axis.logarithmic)
    found = {_named("preferred", axis): curve.preferred()}
    if axis.extent:
        return found | {"surround suppression": surround_suppression(response)}
    if axis.logarithmic:
        return found | {f"{axis.name} bandwidth (octaves)": curve.width()}
    return found | {_half_width(axis): curve.width() / 2}


def _of_ring(axis: Axis, ring: Ring) -> Found:
    with np.errstate(invalid="ignore", divide="ignore"):
        found, length = {_named("preferred", axis): ring.preferred()}, ring.vector_length()
    if axis.name == "phase":
        return found | {"F1/F0": 2 * length}
    found[_half_width(axis)] = ring.half_width()
    if axis.name != "orientation":
        return found | {f"{axis.name} selectivity": length}
    return found | _of_orientation(ring) | {"circular variance": 1 - length}


def _of_orientation(ring: Ring) -> Found:
    """OSI, and DSI where ends differ: then opposite directions are taken together for the OSI."""
    if ring.period != 360:
        return {"OSI": contrast_index(ring.peak(), ring.at_top(ring.further(1 / 2)))}
    opposite = ring.further(1 / 2)
    both = Ring(ring.values, ring.response + opposite, ring.period)
    return {
        "OSI": contrast_index(both.peak(), both.at_top(both.further(1 / 4))),
        "DSI": contrast_index(ring.peak(), ring.at_top(opposite)),
    }


def _half_width(axis: Axis) -> str:
    return f"{axis.name} half width ({axis.unit})" if axis.unit else f"{axis.name} half width"


def _named(what: str, axis: Axis) -> str:
    return f"{what} {axis.name} ({axis.unit})" if axis.unit else f"{what} {axis.name}"


def of_one(table: Mapping[str, FloatArray], unit: int) -> dict[str, float]:
    """One unit's indices; those that are not defined for it are left out."""
    found = {name: float(values[unit]) for name, values in table.items()}
    return {name: value for name, value in found.items() if np.isfinite(value)}
