"""A unit's tuning as its page shows it."""

from __future__ import annotations

from typing import Any

import numpy as np

from inspector.atlas.maps import heat_map
from inspector.atlas.plots import choice_bars, tuning_curve
from inspector.atlas.sprites import Sprite
from inspector.atlas.unit_view import Stimulus, TuningView
from inspector.atlas.words import short
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.polar import line_through_peak
from inspector.lenses.tuning.units import of_unit
from inspector.stimuli.family import family

Array = np.ndarray[Any, Any]
_STRIP, _INDICES = 7, 6
_OF_MAP = {"max": "maximum", "mean": "mean", "centre": "centre"}


def tuning_view(measured: Tuning, unit: int, sprite: Sprite) -> TuningView:
    """One family's part of the page; `measured` is the node's, and `sprite` holds the family's stimuli."""
    tuning = of_unit(measured, unit)
    kind, peak = family(tuning.family), _peak(tuning.response)
    title = kind.title
    return TuningView(
        family=tuning.family,
        title=title,
        sentence=kind.sentence,
        curve=_curve(tuning, title),
        heat=_heat(tuning, title) if tuning.response.ndim > 1 else "",
        best=_stimulus(tuning, sprite, peak),
        strip=tuple(_stimulus(tuning, sprite, place) for place in _along(tuning, peak)),
        indices=_indices(tuning),
        response=response_of(tuning),
        note=tuning.note,
    )


def _peak(response: Array) -> tuple[int, ...]:
    flat = int(np.where(np.isfinite(response), response, -np.inf).argmax())
    return tuple(int(place) for place in np.unravel_index(flat, response.shape))


def _along(tuning: Tuning, peak: tuple[int, ...]) -> list[tuple[int, ...]]:
    """A few places along the first axis, the others where the answer is strongest."""
    count = tuning.response.shape[0]
    places = sorted({round(place) for place in np.linspace(0, count - 1, min(count, _STRIP))})
    return [(place, *peak[1:]) for place in places]


def _stimulus(tuning: Tuning, sprite: Sprite, place: tuple[int, ...]) -> Stimulus:
    flat = int(np.ravel_multi_index(place, tuning.response.shape))
    return Stimulus(sprite.file, sprite.size, sprite.at(flat), told(tuning, place))


def told(tuning: Tuning, place: tuple[int, ...]) -> str:
    """A stimulus in words: "orientation 40 deg, frequency 8 cycles/image"."""
    values = zip(tuning.axes.items(), tuning.axis_units, tuning.axis_cards, place, strict=True)
    parts = []
    for (name, samples), unit, card, index in values:
        value = card.choices[int(samples[index])] if card.choices else short(float(samples[index]))
        parts.append(f"{name} {value} {unit}".rstrip())
    return ", ".join(parts)


def _curve(tuning: Tuning, title: str) -> str:
    line = line_through_peak(tuning.response, 0)
    card, samples = tuning.axis_cards[0], next(iter(tuning.axes.values()))
    known = line[np.isfinite(line)]
    strongest = short(float(known.max()) if known.size else None)
    text = (
        f"{title}: response along {card.name}, strongest {strongest} "
        f"at {told(tuning, _peak(tuning.response))}; mid grey {short(tuning.baseline)}."
    )
    if card.choices:
        return choice_bars(card.choices, line, tuning.baseline, text, measured=_measured(tuning))
    label = f"{card.name} ({card.unit})" if card.unit else card.name
    return tuning_curve(
        samples,
        line,
        tuning.baseline,
        label,
        text,
        logarithmic=card.logarithmic,
        measured=_measured(tuning),
    )


def _heat(tuning: Tuning, title: str) -> str:
    response: Array = tuning.response
    for place in reversed(_peak(response)[2:]):
        response = response[..., place]
    axes = [
        (samples, f"{card.name} ({card.unit})" if card.unit else card.name)
        for samples, card in zip(list(tuning.axes.values())[:2], tuning.axis_cards[:2], strict=True)
    ]
    text = f"{title}: response over {axes[0][1]} and {axes[1][1]}."
    return heat_map(response, axes, text, _measured(tuning))


def _indices(tuning: Tuning) -> tuple[tuple[str, str], ...]:
    return tuple((name, short(value)) for name, value in list(tuning.indices.items())[:_INDICES])


def response_of(tuning: Tuning) -> str:
    """What the answer is measured in, and where."""
    before = ", before the nonlinearity" if tuning.pre_activation else ""
    return f"{_measured(tuning)}, {_OF_MAP.get(tuning.reduction, tuning.reduction)} of the map{before}"


def _measured(tuning: Tuning) -> str:
    return "standard deviations" if tuning.measured == "sigma" else "activation"
