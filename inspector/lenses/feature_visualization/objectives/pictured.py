"""What is asked with a picture at hand: its activation at a position, and its caricature."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from inspector.lenses.feature_visualization.objectives.sums import Position, Term, called, placed
from inspector.lenses.feature_visualization.objectives.terms import check_power, powered
from inspector.network.errors import InspectorError
from inspector.saying import say

_SHORTEST_DIGEST = 8


class Known(Protocol):
    """What a picture is known by: its name, and the digest of its pixels."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def digest(self) -> str:
        """What tells its pixels from others."""


Some = TypeVar("Some", bound=Known)


def picture_meant(reference: int | str, pictures: Sequence[Some]) -> Some:
    """Which of some pictures a term speaks of.

    Raises:
        InspectorError: None of them.
    """
    if isinstance(reference, int) and reference < len(pictures):
        return pictures[reference]
    for picture in pictures:
        by_digest = len(str(reference)) >= _SHORTEST_DIGEST and picture.digest.startswith(str(reference))
        if isinstance(reference, str) and (picture.name == reference or by_digest):
            return picture
    there = ", ".join(picture.name for picture in pictures) or say("none was given")
    raise InspectorError(
        say(
            "The objective speaks of the picture “{reference}”; pictures: {there}.",
            reference=reference,
            there=there,
        )
    )


@dataclass(frozen=True)
class Activation(Term):
    """The direction of a picture's activations at one position of a node (Olah et al. 2018).

    Attributes:
        picture: Which of the parameters' pictures: its number, its name or (the beginning of) its digest.
        position: Row and column of the node's map, or the number of a token; None is the centre.
        power: The cosine's power, as in `Direction`.
    """

    picture: int | str = 0
    position: Position | None = None
    power: float = 1.0

    def __post_init__(self) -> None:
        check_power(self.power)

    def __str__(self) -> str:
        picture = _named(self.picture) or ("0" if self.position is None and self.power != 1 else "")
        return called("activation", picture + placed(self.position), powered(self.power))


@dataclass(frozen=True)
class Caricature(Term):
    """What a node makes of a picture, exaggerated: all its activations at all positions as one direction.

    The dot product with the picture's activations times their cosine to a power, the cosine floored at 0.1
    (lucid's caricatures; OpenAI Microscope 2020).

    Attributes:
        picture: Which of the parameters' pictures: its number, its name or (the beginning of) its digest.
        power: The cosine's power.
    """

    picture: int | str = 0
    power: float = 1.0

    def __post_init__(self) -> None:
        check_power(self.power)

    def __str__(self) -> str:
        picture = _named(self.picture) or ("0" if self.power != 1 else "")
        return called("caricature", picture, powered(self.power))


def _named(picture: int | str) -> str:
    return "" if picture == 0 else json.dumps(picture, ensure_ascii=False)
