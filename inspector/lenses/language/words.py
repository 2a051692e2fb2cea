"""The words that are shipped, and words as pictures."""

from __future__ import annotations

from functools import cache

import torch

from inspector import paths
from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.stimuli import overlay
from inspector.stimuli.family import Size

_WIDEST = 0.92  # of the picture, so that no letter is cut off
MOST_WORDS = 20_000


@cache
def common_words() -> tuple[str, ...]:
    """The list that is shipped."""
    return tuple((paths.resources() / "words" / "common.txt").read_text("utf-8").split())


def chosen(words: tuple[str, ...]) -> tuple[str, ...]:
    """These words, each once; the shipped ones where there are none.

    Raises:
        InspectorError: There are too many.
    """
    found = tuple(dict.fromkeys(word.strip() for word in words if word.strip())) or common_words()
    if len(found) > MOST_WORDS:
        raise InspectorError(
            say("{count:,} words are more than {most_words:,}.", count=len(found), most_words=MOST_WORDS)
        )
    return found


def written(word: str, size: Size, share: float, ink: str, ground: str) -> torch.Tensor:
    """A picture [3,H,W] in [0,1] with a word in its middle, small enough to fit.

    Raises:
        InspectorError: The word cannot be written, or a colour is unknown.
    """
    em = share * min(size)
    picture = overlay.colour(ground).expand(3, *size)
    covered = overlay.coverage(word, size, em, ((0.5, 0.5),))
    width = overlay.extent(word, em)[1]
    if width > _WIDEST * size[1]:
        covered = overlay.coverage(word, size, em * _WIDEST * size[1] / width, ((0.5, 0.5),))
    return overlay.painted(picture, covered, ink)
