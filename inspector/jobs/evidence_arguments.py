"""The seven arguments of Zoom In (Olah et al. 2020), what is known of each, what a person says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
ARGUMENTS = {
    "feature": ("Feature visualization", "What is made to drive the unit shows what it is said to detect."),
    "examples": ("Dataset examples", "The pictures that drive it most show it, too."),
    "synthetic": ("Synthetic examples", "Stimuli drawn for the purpose drive it, others do not."),
    "joint": ("Joint tuning", "The response falls off over every property as it should for such a detector."),
    "implementation": ("Implementation", "The weights that make it are those that one would write."),
    "use": ("Use", "Units that read it are what can be made of such a feature."),
    "circuit": ("Hand-written circuit", "Weights written or cut by hand change it as the story says."),
}
VERDICTS = {"": "Not judged", "for": "Speaks for it", "against": "Speaks against it", "open": "Undecided"}


@dataclass(frozen=True, eq=False)
class Argument:
    """What is known of one argument.

    Attributes:
        name: Its name among `ARGUMENTS`.
        facts: Sentences, with the numbers.
        pictures: (caption, uint8 [h,w,3]) each.
        recipe: How it was come by.
    """

    name: str
    facts: tuple[str, ...] = ()
    pictures: tuple[tuple[str, Array], ...] = ()
    recipe: str = ""


@dataclass(frozen=True, eq=False)
class UnitEvidence:
    """All arguments of a unit that are there so far.

    Attributes:
        location: The unit's address.
        network: Architecture and fingerprint, for a person.
        arguments: In the order of `ARGUMENTS`.
        complete: Whether all have been gathered.
    """

    location: str
    network: str
    arguments: tuple[Argument, ...]
    complete: bool


@dataclass(frozen=True)
class Verdict:
    """What a person says of one argument."""

    argument: str
    verdict: str = ""
    remark: str = ""
