"""Blind labelling of a unit: shuffled crops of all ranges of activation, named without seeing their values.

Source: Cammarata et al. 2020, "Curve Detectors" (Distill), where the crops of a quilt were labelled by hand.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from inspector.lenses.examples import Example, QuiltBin
from inspector.saying import say

SKIPPED = -1
MOST_CLASSES = 9
"""As many as there are keys for them."""
DEFAULT = ("yes", "no", "unclear")

# What a crop is known by: "12@3,4" is row 3, column 4 of the unit's map for picture 12 of the scanned set.
CropKey = str


@dataclass(frozen=True, eq=False)
class Crop:
    """One crop to be labelled.

    Attributes:
        key: What it is known by.
        place: The number of its range of values.
        example: The crop.
    """

    key: CropKey
    place: int
    example: Example


@dataclass(frozen=True)
class Blind:
    """The labelling of one unit with one scan.

    Attributes:
        node: The unit's node.
        unit: The unit.
        scan: The scan's key.
        seed: What shuffles the crops.
        classes: Names of the classes, nine at most, by the key that stands for each.
        answers: Number of the class, or `SKIPPED`, by crop; those that wait are not there.
    """

    node: str
    unit: int
    scan: str
    seed: int
    classes: tuple[str, ...] = DEFAULT
    answers: Mapping[CropKey, int] = field(default_factory=dict)

    def answered(self, key: CropKey, answer: int | None) -> Blind:
        """The same with a crop labelled, or with its label taken back (None).

        Raises:
            ValueError: There is no such class.
        """
        if answer is not None and not SKIPPED <= answer < len(self.classes):
            raise ValueError(
                say(
                    "There are {count} classes; {answer} is none.", count=len(self.classes), answer=answer + 1
                )
            )
        answers = {other: said for other, said in self.answers.items() if other != key}
        return replace(self, answers=answers if answer is None else {**answers, key: answer})

    def with_classes(self, names: Sequence[str]) -> Blind:
        """The same with other classes: renamed where there are as many, else kept by name.

        Labels of a class that is gone are taken back.

        Raises:
            ValueError: There are fewer than two or more than nine, or two of one name.
        """
        new = tuple(name.strip() for name in names if name.strip())
        if not 2 <= len(new) <= MOST_CLASSES:
            raise ValueError(
                say(
                    "Two to {most_classes} classes are needed, separated by commas.",
                    most_classes=MOST_CLASSES,
                )
            )
        if len(set(new)) < len(new):
            raise ValueError("Two classes have the same name.")
        if len(new) == len(self.classes):
            return replace(self, classes=new)
        moved = {number: new.index(name) for number, name in enumerate(self.classes) if name in new}
        moved[SKIPPED] = SKIPPED
        answers = {key: moved[said] for key, said in self.answers.items() if said in moved}
        return replace(self, classes=new, answers=answers)


def crops(bins: Sequence[QuiltBin], seed: int) -> list[Crop]:
    """The crops of all ranges in an order that tells nothing of their values.

    One seed makes one order, whatever has been answered.
    """
    made = [
        Crop(f"{example.picture}@{example.y},{example.x}", place, example)
        for place, one in enumerate(bins)
        for example in one.examples
    ]
    made.sort(key=lambda crop: crop.key)  # the order of the ranges shall leave no trace
    random.Random(seed).shuffle(made)
    return made


def next_waiting(blind: Blind, order: Sequence[Crop], start: int) -> int | None:
    """Place of the first crop from `start` on, round the end, that has no answer; None where all have one."""
    turn = ((start + step) % len(order) for step in range(len(order)))
    return next((place for place in turn if order[place].key not in blind.answers), None)
