"""What the page of one unit shows, as plain values for its template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Link:
    """Another unit: what it is called, its page ("" where it has none) and its tile as CSS ("" likewise)."""

    text: str
    href: str
    tile: str


@dataclass(frozen=True)
class Figure:
    """A visualization of the unit.

    Attributes:
        objective: What was made, in the language of objectives.
        title, sentence: What it is called, and what it is.
        file: The picture, beside the page.
        width, height: Its size in px.
        value: What the unit answers to it, for people, and what kind of number that is.
        recipe: How it was made.
        same: The unit whose picture it is, where that is another one; None else.
        why_same: What this unit makes of that one's values, as the end of a sentence.
    """

    objective: str
    title: str
    sentence: str
    file: str
    width: int
    height: int
    value: str
    recipe: dict[str, Any]
    same: Link | None = None
    why_same: str = ""
    measured: str = "activation"

    @property
    def wide(self) -> bool:
        """Whether it is a strip of several pictures."""
        return self.width > 2 * self.height


@dataclass(frozen=True)
class Shown:
    """A real picture, cut to what the unit sees.

    Attributes:
        file: The whole picture, from the network's folder; "" where it is left out.
        name: What to say of it.
        label: Its class, or "".
        value: The unit's value, for people.
        cut: CSS that shows the cut: its left, top, width and height as shares.
        seen: CSS of the frame around what the unit sees, as shares of the whole picture.
        shape: CSS aspect ratio of the whole picture.
    """

    file: str
    name: str
    label: str
    value: str
    cut: str = ""
    seen: str = ""
    shape: str = "1"


@dataclass(frozen=True)
class Range:
    """A range of values and some pictures of it: its text, how many places, and the pictures."""

    text: str
    count: str
    pictures: tuple[Shown, ...]


@dataclass(frozen=True)
class ExamplesView:
    """What a scan tells of the unit: the set, its highest and lowest pictures, the spectrum, and numbers.

    `shown` tells whether the pictures are in the site, `terms` what the numbers mean.
    """

    title: str
    pictures: int
    shown: bool
    top: tuple[Shown, ...]
    bottom: tuple[Shown, ...]
    ranges: tuple[Range, ...]
    histogram: str
    numbers: tuple[tuple[str, str], ...]
    classes: tuple[tuple[str, str, str], ...]
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Stimulus:
    """A stimulus: the file it is in, its place there as CSS, and what it is in words."""

    file: str
    size: str
    place: str
    text: str


@dataclass(frozen=True)
class TuningView:
    """The unit's answers to one family: plots as SVG, indices, the best stimulus and some of the others."""

    family: str
    title: str
    sentence: str
    curve: str
    heat: str
    best: Stimulus
    strip: tuple[Stimulus, ...]
    indices: tuple[tuple[str, str], ...]
    response: str
    note: str


@dataclass(frozen=True)
class Wire:
    """A kernel to or from another unit: the unit, the kernel as a picture, and its numbers."""

    other: Link
    kernel: str
    norm: str
    total: str
    excites: bool


@dataclass(frozen=True)
class WeightsView:
    """The strongest kernels in and out, how many there are in all, and why a side is empty where it is."""

    inputs: tuple[Wire, ...]
    users: tuple[Wire, ...]
    counts: tuple[int, int]
    note: str


@dataclass(frozen=True)
class UnitView:
    """Everything that stands on the page of a unit; `terms` tell what the tuning's numbers mean."""

    address: str
    node: str
    unit: int
    units: int
    op: str
    label: str
    note: str
    star: bool
    groups: tuple[str, ...]
    siblings: tuple[tuple[int, Link], ...]
    previous: int
    following: int
    figures: tuple[Figure, ...]
    examples: ExamplesView | None
    tunings: tuple[TuningView, ...]
    weights: WeightsView | None
    made: tuple[tuple[str, str], ...]
    terms: tuple[tuple[str, str], ...] = ()
