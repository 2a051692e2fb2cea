"""Written words."""

from __future__ import annotations

import bisect
from typing import ClassVar

import torch
from torch import Tensor

from inspector.network.errors import InspectorError
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.picture import Picture
from inspector.stimuli.axes import Axis, Subject
from inspector.stimuli.drawing import hsl, on_grey, paint
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.lettering import check_text, masks
from inspector.stimuli.ranges import choice, length, place, turn
from inspector.stimuli.warp import places, sampled

_INKS = ("black", "white", "coloured")


@register
class Words(Family):
    """A word in the middle of the picture, in the font that Pillow carries; turned counter-clockwise."""

    name = "words"
    title = "Written words"
    sentence = "A written word, over the size of its letters and how far it is turned."
    varied = ("size", "rotation")
    subject: ClassVar[Subject] = "text"

    def __init__(self, text: str = "word") -> None:
        self._text = text

    def about(self, subject: str | Picture | None, preprocessing: Preprocessing | None = None) -> Family:
        if subject is None:
            return self
        if not isinstance(subject, str):
            raise InspectorError("Written words need a text, not a picture: type a word.")
        check_text(subject)
        return Words(subject)

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            length(size, "size", "Size of the letters (the font's em).", (0.05, 0.6, 0.22), 12, True, True),
            turn("rotation", "How far the word is turned, counter-clockwise."),
            choice("ink", "Colour of the letters; coloured ones have the hue's.", *_INKS),
            turn("hue", "Colour of coloured letters: 0 is red, 120 green, 240 blue."),
            place(size, "x"),
            place(size, "y"),
        )

    def draw(self, values: Values, size: Size) -> Tensor:
        covered = self._covered(values, size)
        black, coloured = (values["ink"] == _INKS.index(name) for name in ("black", "coloured"))
        if not coloured.any():
            return on_grey(covered, torch.where(black, -1.0, 1.0))
        pure = torch.ones_like(values["hue"])
        plain = torch.where(black, 0.0, 1.0).unsqueeze(1)
        return paint(covered, torch.where(coloured.unsqueeze(1), hsl(values["hue"], pure, pure / 2), plain))

    def _covered(self, values: Values, size: Size) -> Tensor:
        """Coverage [n,H,W]; every stimulus is sampled from the mask that is hardly larger than itself."""
        ems, found = zip(*masks(self._text), strict=True)
        levels = [min(bisect.bisect_left(ems, em), len(ems) - 1) for em in values["size"].flatten().tolist()]
        count = max(len(values[name]) for name in ("size", "rotation", "x", "y"))
        covered = values["size"].new_empty(count, 1, *size)
        for level in set(levels):
            at = torch.tensor([n for n in range(count) if levels[n % len(levels)] == level])
            here = {
                name: value[at.to(value.device)] if len(value) > 1 else value
                for name, value in values.items()
            }
            covered[at] = _written(found[level].to(covered.device), here, size, ems[level])
        return covered[:, 0]


def _written(mask: Tensor, values: Values, size: Size, em: float) -> Tensor:
    at = places(
        size,
        (mask.shape[2], mask.shape[3]),
        rotation=values["rotation"],
        x=values["x"],
        y=values["y"],
        scale=values["size"] / em,
    )
    return sampled(mask, at)
