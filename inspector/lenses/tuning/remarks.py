"""What a person should know of a complete measurement, in a few sentences. Free of torch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from inspector.saying import counted, joined, say
from inspector.stimuli.axes import Axis

Array = np.ndarray[Any, Any]


def noted(*sentences: str) -> str:
    """The sentences that say something, one after the other."""
    return joined(" ", filter(None, sentences))


def gaps(axes: Sequence[Axis], samples: Sequence[Array], response: Array) -> str:
    """A sentence on responses that are no numbers, naming the first; "" where all are."""
    missing = np.argwhere(~np.isfinite(response))
    if not len(missing):
        return ""
    if len(missing) == response.size:
        return say("None of the responses is a finite number.")
    places = joined(
        ", ",
        (
            say(
                "{name} {value:g}{unit}",
                name=axis.name,
                value=values[place],
                unit=axis.unit and f" {axis.unit}",
            )
            for axis, values, place in zip(axes, samples, missing[0], strict=True)
        ),
    )
    return counted(
        "{count} of {size} responses is not a finite number, at {places}.",
        "{count} of {size} responses are not finite numbers, the first at {places}.",
        count=len(missing),
        size=response.size,
        places=places,
    )


def on_phase(axes: Sequence[Axis], over_positions: bool) -> str:
    """A sentence where phase is varied, but the response is taken over all positions of a map; else ""."""
    if over_positions and any(axis.name == "phase" for axis in axes):
        return say(
            "Over all positions every phase is found somewhere: F1/F0 means something at the centre only."
        )
    return ""
