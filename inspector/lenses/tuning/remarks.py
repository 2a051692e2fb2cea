"""What a person should know of a complete measurement, in a few sentences. Free of torch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from inspector.stimuli.axes import Axis

Array = np.ndarray[Any, Any]


def noted(*sentences: str) -> str:
    """The sentences that say something, one after the other."""
    return " ".join(filter(None, sentences))


def gaps(axes: Sequence[Axis], samples: Sequence[Array], response: Array) -> str:
    """A sentence on responses that are no numbers, naming the first; "" where all are."""
    missing = np.argwhere(~np.isfinite(response))
    if not len(missing):
        return ""
    if len(missing) == response.size:
        return "None of the responses is a finite number."
    places = ", ".join(
        f"{axis.name} {values[place]:g} {axis.unit}".rstrip()
        for axis, values, place in zip(axes, samples, missing[0], strict=True)
    )
    verb = "is not a finite number" if len(missing) == 1 else "are not finite numbers"
    which = f"at {places}" if len(missing) == 1 else f"the first at {places}"
    return f"{len(missing)} of {response.size} responses {verb}, {which}."


def on_phase(axes: Sequence[Axis], over_positions: bool) -> str:
    """A sentence where phase is varied, but the response is taken over all positions of a map; else ""."""
    if over_positions and any(axis.name == "phase" for axis in axes):
        return "Over all positions every phase is found somewhere: F1/F0 means something at the centre only."
    return ""
