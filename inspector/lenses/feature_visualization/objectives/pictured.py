"""What is asked with a picture at hand: its activation at a position, and its caricature."""

from __future__ import annotations

import json
from dataclasses import dataclass

from inspector.lenses.feature_visualization.objectives.sums import Position, Term, called, placed
from inspector.lenses.feature_visualization.objectives.terms import check_power, powered


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
