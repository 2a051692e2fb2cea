"""Axes of stimulus families, free of torch, so that the window can show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Subject = Literal["", "text", "picture"]


@dataclass(frozen=True)
class Axis:
    """One property of a family's stimuli.

    Attributes:
        name: Its name ("orientation").
        unit: Physical unit of its values ("deg", "px", "cycles/image", "" for a plain number).
        low: Smallest value sampled by default.
        high: Largest value sampled by default (left out where the axis is periodic).
        count: How many samples by default.
        default: Value where the axis is not varied.
        sentence: What it is, for a person.
        periodic: Whether `high` is the same stimulus as `low`.
        minimum: Smallest value allowed.
        maximum: Largest value allowed.
        logarithmic: Whether samples are spaced by ratio.
        extent: Whether it is how far the stimulus reaches, so that its curve is one of size tuning.
        choices: Names of its values 0, 1, 2 ..., which have no order ("filled", "outline"); empty where the
            values are numbers.
    """

    name: str
    unit: str
    low: float
    high: float
    count: int
    default: float
    sentence: str
    periodic: bool = False
    minimum: float = float("-inf")
    maximum: float = float("inf")
    logarithmic: bool = False
    extent: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class FamilyCard:
    """What the window needs to know of a family.

    Attributes:
        name: Its name in scripts ("grating").
        title: Its name for a person.
        sentence: What it shows, in one sentence.
        axes: All its axes.
        varied: Names of the axes varied by default, in order: one for a curve, two for a heat map.
        subject: What it can be about beside its axes: a "text" that it writes, a "picture" that it changes.
        source: Name of the file that it was opened from, where it is not one of the program's own.
    """

    name: str
    title: str
    sentence: str
    axes: tuple[Axis, ...]
    varied: tuple[str, ...]
    subject: Subject = ""
    source: str = ""
