"""Curves that stay: of other units, also of networks that lie beside or are no longer open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from inspector.gui.translation import tr
from inspector.gui.views.curves import MOST_LINES, Curve, best_line, card_of
from inspector.lenses.tuning import Tuning

MOST_PINS = MOST_LINES - 1


@dataclass(frozen=True)
class Pin:
    """A pinned unit.

    Attributes:
        label: Its address, and whose network it is where another one is open by now.
        tuning: What was last measured of it.
        unscaled: Whether there is nothing to tell its σ by: it is drawn raw even beside responses in σ.
    """

    label: str
    tuning: Tuning
    unscaled: bool = False


def slim(tuning: Tuning) -> Tuning:
    """Without what a curve does not need: the other units and the stimuli."""
    shape = tuning.response.shape
    return replace(
        tuning,
        responses=np.zeros((*shape, 0), np.float32),
        stimuli=np.zeros((*shape, 0, 0, 3), np.uint8),
        table={},
    )


def fits(pin: Pin, tuning: Tuning) -> bool:
    """Whether the pin's curve can stand beside the tuning's: the same family over the same first axis."""
    same_axis = next(iter(pin.tuning.axes), None) == next(iter(tuning.axes), None)
    same_measure = pin.tuning.measured == tuning.measured or pin.unscaled
    return pin.tuning.family == tuning.family and same_axis and same_measure


def remark(tuning: Tuning | None, pins: Sequence[Pin]) -> str:
    """One sentence about the pins that are drawn raw beside responses in σ; "" where there are none."""
    raw = [pin.label for pin in pins if tuning is not None and fits(pin, tuning) and _is_raw(pin, tuning)]
    if not raw:
        return ""
    return tr("{raw} drawn raw: telling σ there takes two picture files in the strip.").format(
        raw=tr(" and ").join(raw)
    )


def _is_raw(pin: Pin, tuning: Tuning) -> bool:
    return pin.tuning.measured != tuning.measured


def overlaid(tuning: Tuning, pins: Sequence[Pin], axis: int = 0) -> list[Curve]:
    """The tuning's line through its strongest response, and those of the pins that fit beside it."""
    fitting = [pin for pin in pins if fits(pin, tuning)] if axis == 0 else []
    own = best_line(tuning, axis, tuning.location)
    labels = [
        tr("{label} (raw)").format(label=pin.label) if _is_raw(pin, tuning) else pin.label
        for pin in fitting[:MOST_PINS]
    ]
    others = [best_line(pin.tuning, axis, text) for pin, text in zip(fitting, labels, strict=False)]
    return [own, *(Curve(other.label, other.values, other.response, None, axis) for other in others)]


def has_company(tuning: Tuning, pins: Sequence[Pin]) -> bool:
    """Whether any pin's curve stands beside the tuning's own."""
    return any(fits(pin, tuning) for pin in pins)


def periodic_axis(tuning: Tuning) -> int | None:
    """The first of the two leading axes that comes round; None where none does."""
    leading = range(min(tuning.response.ndim, 2))
    return next((place for place in leading if card_of(tuning, place).periodic), None)


def natural(tuning: Tuning) -> str:
    """How a measurement is best looked at first: many curves are easier to read as a map."""
    many = tuning.response.ndim > 1 and tuning.response.shape[1] > MOST_LINES
    return "heat" if many else "curve"
