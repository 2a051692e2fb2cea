"""A unit's dataset examples as its page shows them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from inspector.atlas.glossary import terms
from inspector.atlas.plots import histogram
from inspector.atlas.shown_pictures import ShownPictures
from inspector.atlas.unit_view import ExamplesView, Range
from inspector.atlas.words import percent, short
from inspector.lenses.examples import UnitExamples
from inspector.lenses.examples.evidence import QuiltBin

TOP, BOTTOM = 12, 6
_RANGES, _EACH, _CLASSES = 8, 10, 5


def examples_view(found: UnitExamples, pictures: ShownPictures) -> ExamplesView:
    """Everything of a scan that the page of a unit shows."""
    top, numbers = tuple(map(pictures.shown, found.top[:TOP])), _numbers(found)
    return ExamplesView(
        title=found.title,
        pictures=found.pictures,
        shown=any(one.file for one in top),
        top=top,
        bottom=tuple(map(pictures.shown, found.bottom[:BOTTOM])),
        ranges=tuple(_range(one, pictures) for one in reversed(spread(found.quilt, _RANGES))),
        histogram=_histogram(found),
        numbers=numbers,
        classes=_classes(found),
        terms=terms(name for name, _ in numbers),
    )


def spread(bins: Sequence[QuiltBin], most: int) -> list[QuiltBin]:
    """At most so many of the ranges, the lowest and the highest among them."""
    filled = [one for one in bins if one.examples]
    places = np.linspace(0, len(filled) - 1, min(len(filled), most)).tolist()
    return [filled[round(place)] for place in places]


def _range(one: QuiltBin, pictures: ShownPictures) -> Range:
    text = f"{short(one.low)} to {short(one.high)}"
    return Range(text, f"{one.count:,}", tuple(map(pictures.shown, one.examples[:_EACH])))


def _histogram(found: UnitExamples) -> str:
    if not found.counts.any():
        return ""
    title = (
        f"Histogram of {int(found.counts.sum()):,} values from {short(found.lowest)} to "
        f"{short(found.highest)}, mean {short(found.mean)}, {percent(found.firing)} above zero."
    )
    return histogram(found.edges, found.counts, title)


def _numbers(found: UnitExamples) -> tuple[tuple[str, str], ...]:
    rows = [
        ("Mean", short(found.mean)),
        ("Standard deviation", short(found.deviation)),
        ("Range", f"{short(found.lowest)} to {short(found.highest)}"),
        ("Above zero", percent(found.firing)),
        ("Sparseness", short(found.sparseness)),
        ("Class selectivity", short(found.selectivity)),
    ]
    return tuple((name, value) for name, value in rows if value != "–")


def _classes(found: UnitExamples) -> tuple[tuple[str, str, str], ...]:
    """(class, mean maximum, its share of the largest as CSS) of the classes that the unit likes best."""
    best = found.class_order[:_CLASSES].tolist()
    largest = max((float(found.class_means[number]) for number in best), default=0.0)
    return tuple(
        (
            found.class_names[number],
            short(float(found.class_means[number])),
            f"{max(float(found.class_means[number]) / largest, 0):.1%}" if largest > 0 else "0%",
        )
        for number in best
    )
