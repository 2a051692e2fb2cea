"""What two networks side by side are looked at with: what a unit saw of the pictures that both were shown."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.jobs.bench import Bench
from inspector.jobs.comparison import ShownPictures
from inspector.jobs.looking import crop_box, rounded
from inspector.lenses.base import Partial, Progress, Update
from inspector.lenses.comparison import Array, Comparison
from inspector.lenses.examples.geometry import WHOLE, Field, box
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken

if TYPE_CHECKING:
    from inspector.lenses.activations import Activations
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture

SIDE, _BATCH = 144, 8
Crops = dict[str, np.ndarray[Any, Any]]
"""Crops, uint8 [h,w,3], by the names of their pictures."""


@dataclass(frozen=True)
class CropExamples:
    """Show a unit some of the pictures that were compared over again, and cut out what its maximum saw.

    Yields and returns `Crops`: the receptive field at the maximum with some of what is around it, as dataset
    examples are cut, and the whole picture where the unit has no place in it.

    Attributes:
        location: The unit.
        shown: The pictures that were compared over.
        names: Those that are wanted.
    """

    location: Location
    shown: ShownPictures
    names: tuple[str, ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Crops]:
        """A few at a time; one that does not open any more is left out."""
        from inspector.lenses.activations.measure import measure_pictures
        from inspector.lenses.examples.receptive import fields

        network, found = bench.network(self.location.network), Crops()
        node = network.check(self.location)
        field = fields(network, {}, (node.name,))[node.name]
        wanted = set(self.names)
        there = [shown for shown in self.shown.listed(bench) if shown.name in wanted]
        for start in range(0, len(there), _BATCH):
            yield Progress(start, len(there), there[start].name)
            token.check()
            pictures = list(_opened(there[start : start + _BATCH]))
            if pictures:
                maps = measure_pictures(network, pictures, node, predict=False, token=token)
                for picture, seen in zip(pictures, maps, strict=True):
                    found[picture.name] = _crop(network, picture, field, seen, self.location.unit or 0)
                yield Partial(dict(found))
        return found


def _opened(shown: Sequence[Any]) -> Generator[Picture, None, None]:
    from inspector.pictures.decode import from_image

    for one in shown:
        try:
            yield from_image(one.open(), one.name)
        except InspectorError:
            continue


def _crop(network: Network, picture: Picture, field: Field, seen: Activations, unit: int) -> Array:
    part, size = WHOLE, picture.image.size
    if seen.placed and seen.maps.ndim == 3:
        y, x = np.unravel_index(int(seen.maps[unit].argmax()), seen.maps.shape[1:])
        part = box(field, int(y), int(x), size, network.preprocessing.to_json())
    cut = picture.image.crop(rounded(crop_box(part, *size)))
    cut.thumbnail((SIDE, SIDE))
    return np.asarray(cut)


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
