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
from inspector.stimuli.warp import places, sampled_from

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
        covered = self.coverage(values, size)
        black, coloured = (values["ink"] == _INKS.index(name) for name in ("black", "coloured"))
        if not coloured.any():
            return on_grey(covered, torch.where(black, -1.0, 1.0))
        pure = torch.ones_like(values["hue"])
        plain = torch.where(black, 0.0, 1.0).unsqueeze(1)
        return paint(covered, torch.where(coloured.unsqueeze(1), hsl(values["hue"], pure, pure / 2), plain))

    def coverage(self, values: Values, size: Size) -> Tensor:
        """How far the letters cover each pixel, [n,H,W]; `values` are size, rotation, x, y, [n,1,1] each."""
        # Every stimulus is sampled from the mask that is hardly larger than itself.
        ems, found = zip(*masks(self._text), strict=True)
        levels = [min(bisect.bisect_left(ems, em), len(ems) - 1) for em in values["size"].flatten().tolist()]
        sides = [(found[level].shape[3] / ems[level], found[level].shape[2] / ems[level]) for level in levels]
        width, height = (values["size"].new_tensor(side).view(-1, 1, 1) for side in zip(*sides, strict=True))
        at = places(
            size,
            rotation=values["rotation"],
            x=values["x"],
            y=values["y"],
            width=width * values["size"],
            height=height * values["size"],
        )
        which = torch.tensor(levels, device=at.device).expand(len(at))
        return sampled_from({level: found[level].to(at.device) for level in set(levels)}, which, at)[:, 0]
