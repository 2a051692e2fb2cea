"""A tuning as plain values, for JSON. Free of torch."""

from __future__ import annotations

import math
from typing import Any

from inspector.lenses.tuning import Tuning
from inspector.network.location import Location


def document(tuning: Tuning) -> dict[str, Any]:
    """What `neuron-inspector tune --json` prints: plain lists, None for no finite number."""
    return {"network": Location.parse(tuning.location).network, **recipe(tuning), **_values(tuning)}


def recipe(tuning: Tuning) -> dict[str, Any]:
    """What was measured and how, without the values."""
    return {
        "location": tuning.location,
        "family": tuning.family,
        "measured": tuning.measured,
        "reduction": tuning.reduction,
        "pre_activation": tuning.pre_activation,
        "recorded": tuning.recorded,
        "scale": tuning.scale_source,
        "subject": tuning.subject_text,
        "axis_units": dict(zip(tuning.axes, tuning.axis_units, strict=True)),
        "fixed": dict(tuning.fixed),
        "note": tuning.note,
        "compute": tuning.compute,
    }


def _values(tuning: Tuning) -> dict[str, Any]:
    return {
        "axes": {name: values.tolist() for name, values in tuning.axes.items()},
        "response": plain(tuning.response.tolist()),
        "baseline": plain(tuning.baseline),
        "baseline_noise": plain(noise(tuning)),
        "indices": {name: plain(value) for name, value in tuning.indices.items()},
    }


def noise(tuning: Tuning) -> float:
    """What a little noise in every pixel of mid grey does to the unit's response; NaN where not measured."""
    unit = Location.parse(tuning.location).unit
    return (
        float(tuning.baseline_noises[unit]) if unit is not None and tuning.baseline_noises.size else math.nan
    )


def plain(value: Any) -> Any:
    """Nested lists of numbers with None for those that JSON cannot hold."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value if math.isfinite(value) else None
