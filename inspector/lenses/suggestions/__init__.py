"""Suggestions of groups: units of a node that seem to belong together, for a person to accept or reject."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from inspector.lenses.base import LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]
By = Literal["tuning", "kernels", "responses", "transform"]
Kind = Literal["rotation", "flip", "scale", "hue"]
WAYS: dict[By, tuple[str, str]] = {
    "tuning": ("By tuning", "Units that prefer one angle, hue or size of synthetic stimuli."),
    "kernels": ("By kernels", "Units whose kernels are of one kind, or made of the same inputs."),
    "responses": ("By responses", "Units that answer alike over a set of pictures."),
    "transform": (
        "By transform",
        "Units that fire to each other’s examples, turned, mirrored, scaled or in other hues.",
    ),
}
"""Title and sentence of each way to find groups."""
KINDS: tuple[Kind, ...] = ("rotation", "flip", "scale", "hue")


@dataclass(frozen=True)
class KeptScan:
    """What a kept scan tells of a node; two are equal where they are of the same scan and node.

    Attributes:
        key: The scan's.
        node: The node.
        title: What the set is called.
        paths: What was scanned.
        correlation: float32 [units, units] of the pictures' maxima, NaN for a unit that never varies; None
            where the scan does not tell it.
        top: For each unit its strongest pictures, the strongest first: name in the set, flat position.
    """

    key: str
    node: str
    title: str = field(compare=False)
    paths: tuple[str, ...] = field(compare=False)
    correlation: Array | None = field(compare=False, repr=False)
    top: tuple[tuple[tuple[str, int], ...], ...] = field(compare=False, repr=False)


@dataclass(frozen=True)
class SuggestionParameters:
    """Parameters of suggestions.

    Attributes:
        by: What units are compared by.
        families: The stimulus families that tell tuning.
        pictures: Paths of pictures, or "samples", where no scan is given: for responses and transforms.
        most: How many of them at most, spread evenly over the set.
        kinds: The kinds of transforms.
        examples: How many of each unit's strongest pictures are transformed.
        selectivity: The least index of a tuned unit, 0 to 1.
        likeness: The least mean correlation of units that answer alike, or cosine of kernels.
        share: How much of its own best answer a sibling gives to a transformed example, at least.
        kept: A scan that spares looking at the pictures.
    """

    by: By = "tuning"
    families: tuple[str, ...] = ("grating", "hue", "spot")
    pictures: tuple[str, ...] = ("samples",)
    most: int = 200
    kinds: tuple[Kind, ...] = KINDS
    examples: int = 3
    selectivity: float = 0.5
    likeness: float = 0.5
    share: float = 0.5
    kept: KeptScan | None = None


@dataclass(frozen=True)
class Suggestion:
    """Units that may be a group.

    Attributes:
        name: What to call it.
        by: What was compared.
        node: The node.
        members: Units with the confidence, 0 to 1, in the order in which they are to be seen.
        source: Where it comes from, in a sentence.
        words: A few words for each member ("37 deg"), or none at all.
    """

    name: str
    by: By
    node: str
    members: tuple[tuple[int, float], ...]
    source: str
    words: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[int, ...]:
        """The units, in order."""
        return tuple(unit for unit, _ in self.members)

    @property
    def confidence(self) -> float:
        """The mean confidence of the members."""
        return sum(sure for _, sure in self.members) / max(len(self.members), 1)


@dataclass(frozen=True)
class Sibling:
    """Which unit fires where an example of another is transformed.

    Attributes:
        unit: Whose examples were transformed.
        kind: How.
        amount: By how much: degrees counter-clockwise, degrees of hue, a factor, or 0 for left and right
            exchanged and 1 for top and bottom.
        sibling: The unit that fires now; `unit` itself where it does not care.
        share: How much of its own best answer it gives, from its answer to mid grey on.
        mutual: Whether the way back leads to `unit`.
    """

    unit: int
    kind: Kind
    amount: float
    sibling: int
    share: float
    mutual: bool


@dataclass(frozen=True)
class Suggestions:
    """What was found for one node.

    Attributes:
        network: The network's name.
        node: The node.
        by: What was compared.
        groups: Suggested groups, the largest first.
        siblings: Of transforms: who fires for whom.
        note: What a person should know of it, such as why there is nothing; else "".
    """

    network: str
    node: str
    by: By
    groups: tuple[Suggestion, ...]
    siblings: tuple[Sibling, ...] = ()
    note: str = ""


@register(
    "suggestions",
    title="Suggested groups",
    explanation="Units of a node that seem to belong together, by tuning, kernels, responses or transforms.",
    resolution="node",
    parameters=SuggestionParameters,
)
def run(
    network: Network, location: Location, parameters: SuggestionParameters, token: CancelToken
) -> LensRun:
    """Look for groups; returns `Suggestions`. Of a unit's location, only those that it is in."""
    from inspector.lenses.suggestions.find import find

    return find(network, location, parameters, token)
