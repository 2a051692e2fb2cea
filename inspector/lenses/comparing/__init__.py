"""What edits change, beside the unedited network: pictures, examples, accuracy over a picture set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.lenses.activations import Prediction

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class PictureChange:
    """A picture's strongest classes without and with the edits.

    Attributes:
        picture: The picture's name.
        before, after: Strongest classes, best first.
    """

    picture: str
    before: tuple[Prediction, ...]
    after: tuple[Prediction, ...]


@dataclass(frozen=True)
class ResponseChange:
    """A unit's maximum on pictures without and with the edits.

    Attributes:
        location: The unit's address.
        names: Names of the pictures.
        views: What the network saw of them, uint8 [h,w,3] each.
        before, after: float32 [pictures].
        source: Where the pictures are from, for a person.
    """

    location: str
    names: tuple[str, ...]
    views: tuple[Array, ...]
    before: Array
    after: Array
    source: str = ""


@dataclass(frozen=True)
class AccuracyChange:
    """How often the right class is found without and with the edits, also while it is counted.

    Attributes:
        title: The picture set.
        pictures: How many pictures were looked at.
        total: How many there are with a class that the network knows.
        against: "labels", or "unedited" where the set has no classes: then right is what the unedited says.
        before, after: Share of pictures whose class is the strongest one.
        before_top5, after_top5: Share of pictures whose class is among the five strongest.
        difference, difference_top5: After less before.
        interval, interval_top5: 95 % intervals of the differences (paired bootstrap over pictures).
        skipped: One sentence for each picture that could not be read, at most ten.
        complete: Whether all pictures were looked at.
    """

    title: str
    pictures: int
    total: int
    against: str
    before: float
    after: float
    before_top5: float
    after_top5: float
    difference: float
    difference_top5: float
    interval: tuple[float, float]
    interval_top5: tuple[float, float]
    skipped: tuple[str, ...]
    complete: bool
