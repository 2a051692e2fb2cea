"""What two networks side by side are looked at with: small versions of the pictures that both saw."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.jobs.bench import Bench
from inspector.jobs.comparison import ShownPictures
from inspector.lenses.base import Partial, Progress, Update
from inspector.lenses.comparison import Array, Comparison
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken

SIDE = 112
Small = dict[str, np.ndarray[Any, Any]]
"""Small pictures, uint8 [h,w,3], by name."""


@dataclass(frozen=True)
class SmallPictures:
    """Open some of the pictures that were compared over; yields and returns `Small`.

    Attributes:
        shown: The pictures that were compared over.
        names: Those that are wanted.
    """

    shown: ShownPictures
    names: tuple[str, ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Small]:
        """One by one; one that does not open any more is left out."""
        from inspector.pictures.decode import from_image, thumbnail

        wanted, found = set(self.names), {}
        there = [shown for shown in self.shown.listed(bench) if shown.name in wanted]
        for number, shown in enumerate(there):
            yield Progress(number, len(there), shown.name)
            token.check()
            try:
                found[shown.name] = thumbnail(from_image(shown.open(), shown.name), SIDE)
            except InspectorError:
                continue
            yield Partial(dict(found))
        return found


def correlation(comparison: Comparison, one: Location, other: Location) -> float:
    """Pearson's correlation of a unit of the first network with one of the second over the pictures.

    NaN where a node was not compared or a unit never varies.
    """
    first, second = values_of(comparison, one), values_of(comparison, other, second=True)
    if first is None or second is None or first.std() == 0 or second.std() == 0:
        return float("nan")
    return float(np.corrcoef(first, second)[0, 1])


def strongest(comparison: Comparison, location: Location, count: int, *, second: bool = False) -> list[int]:
    """Numbers of the pictures that a unit answers most to, strongest first; none where not known."""
    values = values_of(comparison, location, second=second)
    return [] if values is None else [int(i) for i in np.argsort(-values, kind="stable")[:count]]


def values_of(comparison: Comparison, location: Location, *, second: bool = False) -> Array | None:
    """A unit's answers, float64 [pictures]; None where its node was not compared."""
    values = (comparison.second if second else comparison.first).values.get(location.node or "")
    if values is None or location.unit is None or location.unit >= values.shape[1]:
        return None
    return np.asarray(values[:, location.unit], np.float64)
