"""Text as coverage masks, in the font that Pillow carries."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from PIL import Image, ImageDraw, ImageFont
from torch.nn import functional

from inspector.network.errors import InspectorError
from inspector.saying import say

LONGEST = 60
# Four sizes to the octave, each halved again and again: no mask is shrunk by much when it is sampled, which
# would pass pixels over.
_LARGEST_EMS = tuple(256 / 2 ** (step / 4) for step in range(4))
_HALVINGS = 5
_NEVER_A_CHARACTER = "\uffff"


def check_text(text: str) -> None:
    """Look that a text can be written.

    Raises:
        InspectorError: It is empty or too long, or the font lacks some of its letters; they are named.
    """
    if not text.strip():
        raise InspectorError("There is no text to write: type a word.")
    if len(text) > LONGEST:
        raise InspectorError(
            say(
                "The text is {count} letters long; at most {longest} are written.",
                count=len(text),
                longest=LONGEST,
            )
        )
    font = ImageFont.load_default(24)
    # What the font lacks it draws as what it draws for no character at all.
    empty = bytes(font.getmask(_NEVER_A_CHARACTER))
    letters = (letter for letter in dict.fromkeys(text) if not letter.isspace())
    lacking = [letter for letter in letters if bytes(font.getmask(letter)) == empty]
    if lacking:
        named = ", ".join(f"“{letter}”" for letter in lacking)
        raise InspectorError(
            say(
                "The font has no letter for {named}: write “{text}” without it.",
                named=named,
                text=text.strip(),
            )
        )


@lru_cache(maxsize=4)
def masks(text: str) -> tuple[tuple[float, torch.Tensor], ...]:
    """The text in ever larger sizes: (em in px, coverage float32 [1,1,h,w]), its ink in the middle."""
    found = []
    for em in _LARGEST_EMS:
        mask = _drawn(text, em)
        for halving in range(_HALVINGS + 1):
            found.append((em / 2**halving, mask))
            mask = functional.avg_pool2d(mask, 2)
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _drawn(text: str, em: float) -> torch.Tensor:
    font = ImageFont.load_default(em)
    ruler = ImageDraw.Draw(Image.new("L", (1, 1)))
    left, top, right, bottom = ruler.multiline_textbbox((0, 0), text, font, align="center")
    # Sides that can be halved, with an empty pixel left around the smallest so that edges fade.
    unit = 2 ** (_HALVINGS + 1)
    width, height = (int(-(-(side + unit) // unit) * unit) for side in (right - left, bottom - top))
    canvas = Image.new("L", (width, height))
    corner = ((width - left - right) / 2, (height - top - bottom) / 2)
    ImageDraw.Draw(canvas).multiline_text(corner, text, 255, font, align="center")
    return torch.from_numpy(np.array(canvas)).float().div(255).view(1, 1, height, width)
