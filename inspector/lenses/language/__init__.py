"""Pictures and words in one space: zero-shot classes, nearest words, Stroop grids; and units' words.

Radford et al. 2021, "Learning Transferable Visual Models From Natural Language Supervision"; Goh et al. 2021,
"Multimodal Neurons in Artificial Neural Networks".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import PICTURES, WORDS, LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]
COLOURS = ("red", "green", "blue", "yellow", "orange", "purple", "pink", "brown")
TEMPLATES: dict[str, tuple[str, ...]] = {
    "As they are": ("{}",),
    "a photo of a {}.": ("a photo of a {}.",),
    "Seven, averaged": (
        "itap of a {}.",
        "a bad photo of the {}.",
        "a origami {}.",
        "a photo of the large {}.",
        "a {} in a video game.",
        "art of the {}.",
        "a photo of the small {}.",
    ),
}
"""What prompts may be put into, by title; the seven are those of CLIP's authors."""


@dataclass(frozen=True)
class ZeroShotParameters:
    """Parameters of zero-shot classification.

    Attributes:
        picture: The picture.
        prompts: What it may show, at least one.
        templates: Texts with "{}" in them, which each prompt is put into; a prompt's direction is the mean of
            those of its texts.
    """

    picture: Picture
    prompts: tuple[str, ...]
    templates: tuple[str, ...] = ("{}",)


@dataclass(frozen=True, eq=False)
class ZeroShot:
    """How well prompts fit a picture.

    Attributes:
        network: Name of the network.
        picture: Name of the picture.
        digest: Its digest.
        prompts: The prompts.
        templates: What they were put into.
        cosines: float32 [prompts], between the picture and each prompt.
        probabilities: float32 [prompts], softmax of the scaled cosines.
        scale: What the cosines were multiplied by.
        recipe: Everything needed to get it again, as plain values.
    """

    network: str
    picture: str
    digest: str
    prompts: tuple[str, ...]
    templates: tuple[str, ...]
    cosines: Array
    probabilities: Array
    scale: float
    recipe: dict[str, Any] = field(default_factory=dict)


@register(
    "zero-shot",
    title="Zero-shot classes",
    explanation="How well typed prompts fit a picture, for a network with a text tower.",
    resolution="picture",
    parameters=ZeroShotParameters,
)
def zero_shot(
    network: Network, location: Location, parameters: ZeroShotParameters, token: CancelToken
) -> LensRun:
    """Compare a picture with prompts; returns `ZeroShot`."""
    from inspector.lenses.language.measure import zero_shot as measure

    return measure(network, parameters, token)


@dataclass(frozen=True)
class WordsParameters:
    """Parameters of responses to words.

    Attributes:
        words: The words; none stands for the list that is shipped.
        ink: Colour of the letters: "black" or "white" on grey.
        size: Size of the letters as a share of the shorter side; long words are made to fit.
    """

    words: tuple[str, ...] = ()
    ink: str = "black"
    size: float = 0.25


@dataclass(frozen=True, eq=False)
class WordResponses:
    """What the units of a node answer to words that are written.

    Attributes:
        node: The node.
        words: The words shown so far.
        responses: float32 [words, units], the strongest response on each unit's map.
        blank: float32 [units], the response to the ground alone.
        views: uint8 [words, h, w, 3], what was shown, small.
        recipe: Everything needed to get it again, as plain values.
    """

    node: str
    words: tuple[str, ...]
    responses: Array
    blank: Array
    views: Array
    recipe: dict[str, Any] = field(default_factory=dict)

    def best(self, unit: int, top: int) -> tuple[int, ...]:
        """Numbers of the words that a unit answers most strongly to, best first."""
        return tuple(int(i) for i in np.argsort(-self.responses[:, unit], kind="stable")[:top])


@register(
    "word-responses",
    title="Words",
    explanation="What units answer to common words that are written in the middle of a picture.",
    resolution="node",
    parameters=WordsParameters,
    reads=(PICTURES, WORDS),
)
def word_responses(
    network: Network, location: Location, parameters: WordsParameters, token: CancelToken
) -> LensRun:
    """Show written words; yields and returns `WordResponses`."""
    from inspector.lenses.language.measure import word_responses as measure

    return measure(network, location, parameters, token)


@dataclass(frozen=True)
class NearestParameters:
    """Parameters of nearest words.

    Attributes:
        words: The words; none stands for the list that is shipped.
        templates: What each word is put into.
        picture: A picture whose direction is compared too, or None.
    """

    words: tuple[str, ...] = ()
    templates: tuple[str, ...] = ("{}",)
    picture: Picture | None = None


@dataclass(frozen=True, eq=False)
class NearestWords:
    """Words as directions of the joint space.

    Attributes:
        words: The words.
        cosines: float32 [words, units]: with each unit's own direction, which is the word's coordinate.
        node: Name of the node that holds the joint space's units, or "" where no node has its values.
        picture: float32 [words], with the picture, or None.
        recipe: Everything needed to get it again, as plain values.
    """

    words: tuple[str, ...]
    cosines: Array
    node: str
    picture: Array | None = None
    recipe: dict[str, Any] = field(default_factory=dict)

    def best(self, unit: int | None, top: int) -> tuple[tuple[str, float], ...]:
        """The words nearest to a unit's direction, or to the picture where it is None, best first."""
        values = self.picture if unit is None else self.cosines[:, unit]
        order = np.argsort(-values, kind="stable")[:top] if values is not None else ()
        return tuple((self.words[i], float(values[i])) for i in order if values is not None)


@register(
    "nearest-words",
    title="Nearest words",
    explanation="The words whose directions lie nearest to a unit of the joint space, or to a picture.",
    resolution="picture",
    parameters=NearestParameters,
)
def nearest_words(
    network: Network, location: Location, parameters: NearestParameters, token: CancelToken
) -> LensRun:
    """Compare words with units of the joint space; returns `NearestWords`."""
    from inspector.lenses.language.measure import nearest_words as measure

    return measure(network, parameters, token)


@dataclass(frozen=True)
class StroopParameters:
    """Parameters of a Stroop grid.

    Attributes:
        words: Words that are written, most often names of colours.
        inks: Colours that they are written in.
        ink_prompt: What asks for the ink, with "{}" for a colour.
        word_prompt: What asks for the word, with "{}" for it.
        ground: Colour of the ground.
        size: Size of the letters as a share of the shorter side.
    """

    words: tuple[str, ...] = COLOURS[:5]
    inks: tuple[str, ...] = COLOURS[:5]
    ink_prompt: str = "my favorite word, written in the color {}"
    word_prompt: str = 'the word "{}"'
    ground: str = "white"
    size: float = 0.25


@dataclass(frozen=True, eq=False)
class Stroop:
    """Words in inks, and what a network takes them for.

    Attributes:
        words: The words, rows.
        inks: The inks, columns.
        by_ink: float32 [words, inks, inks], probabilities of the prompts that ask for the ink.
        by_word: float32 [words, inks, words], probabilities of the prompts that ask for the word.
        views: uint8 [words, inks, h, w, 3], what was shown, small.
        recipe: Everything needed to get it again, as plain values.
    """

    words: tuple[str, ...]
    inks: tuple[str, ...]
    by_ink: Array
    by_word: Array
    views: Array
    recipe: dict[str, Any] = field(default_factory=dict)

    @property
    def ink_right(self) -> Array:
        """float32 [words, inks]: the probability of the true ink."""
        return np.ascontiguousarray(np.einsum("wii->wi", self.by_ink))

    @property
    def word_right(self) -> Array:
        """float32 [words, inks]: the probability of the written word."""
        return np.ascontiguousarray(np.einsum("wiw->wi", self.by_word))


@register(
    "stroop",
    title="Stroop grid",
    explanation="Whether a network with a text tower goes by a word's ink or by what is written.",
    resolution="picture",
    parameters=StroopParameters,
)
def stroop(network: Network, location: Location, parameters: StroopParameters, token: CancelToken) -> LensRun:
    """Show every word in every ink; returns `Stroop`."""
    from inspector.lenses.language.measure import stroop as measure

    return measure(network, parameters, token)
