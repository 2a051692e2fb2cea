"""Typographic attacks: what a word that is written on a picture does to a network's answer.

Goh et al. 2021, "Multimodal Neurons in Artificial Neural Networks".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken

Place = tuple[float, float]
_THIRDS = (1 / 6, 1 / 2, 5 / 6)
EIGHT: tuple[Place, ...] = tuple((y, x) for y in _THIRDS for x in _THIRDS if (y, x) != (0.5, 0.5))
"""Eight places around the picture's middle: the cells of three rows and three columns but the middle one."""


@dataclass(frozen=True)
class AttackParameters:
    """Parameters of a typographic attack.

    Attributes:
        picture: The picture.
        word: What is written on it; an empty text writes nothing.
        places: Where the middle of each copy stands on what the network sees: y and x from 0 to 1.
        size: Size of the letters (the font's em) as a share of the picture's shorter side. Several copies
            are made small enough to stand beside each other.
        ink: Colour of the letters: a name, or #rrggbb.
        paper: Colour of a note behind each word; empty for none.
        prompts: What a network with a text tower is asked instead of its classes (it has none).
        templates: What each prompt is put into; see `ZeroShotParameters`.
        top: How many of the strongest classes and units, before and after, are told.
    """

    picture: Picture
    word: str
    places: tuple[Place, ...] = ((0.5, 0.5),)
    size: float = 0.2
    ink: str = "black"
    paper: str = ""
    prompts: tuple[str, ...] = ()
    templates: tuple[str, ...] = ("{}",)
    top: int = 6


@dataclass(frozen=True)
class Change:
    """A class's probability, or a unit's strongest response, without the word and with it."""

    index: int
    label: str
    before: float
    after: float


@dataclass(frozen=True, eq=False)
class Attack:
    """What a word did.

    Attributes:
        network: Name of the network.
        picture: Name of the picture.
        digest: Its digest.
        word: The word.
        places: Where it stands.
        size: Size of the letters in px of what the network sees.
        covered: Share of the pixels that differ, from 0 to 1.
        before: What the network saw without the word, uint8 [H,W,3].
        after: What it saw with it.
        asked: "classes", "prompts", or "" where the network has neither.
        classes: Those that are strongest before or after, by their probability after.
        node: The node whose units are told, or None.
        units: Those that are strongest before or after, by their response after.
        peaks_before: float32 [units], every unit's strongest response without the word.
        peaks_after: The same with it.
        recipe: Everything needed to get it again, as plain values.
    """

    network: str
    picture: str
    digest: str
    word: str
    places: tuple[Place, ...]
    size: float
    covered: float
    before: np.ndarray[Any, Any]
    after: np.ndarray[Any, Any]
    asked: str
    classes: tuple[Change, ...]
    node: str | None
    units: tuple[Change, ...]
    peaks_before: np.ndarray[Any, Any]
    peaks_after: np.ndarray[Any, Any]
    recipe: dict[str, Any] = field(default_factory=dict)


@register(
    "attack",
    title="Typographic attack",
    explanation="What a word that is written on a picture does to the classes and to the units of a node.",
    resolution="picture",
    parameters=AttackParameters,
)
def run(network: Network, location: Location, parameters: AttackParameters, token: CancelToken) -> LensRun:
    """Show the picture without and with the word; returns `Attack`."""
    from inspector.lenses.attack.measure import measure

    return measure(network, location, parameters, token)
