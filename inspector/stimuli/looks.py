"""Looks of one picture: its hues turned, softened, ready to be seen from any place; kept while they fit."""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor

from inspector.stimuli.drawing import GREY
from inspector.stimuli.warp import finer, hue_turned, margined, softened

# Softness in px from which on the picture holds nothing between its pixels that linear interpolation lacks.
_SOFT = 0.6
_KEPT_BYTES = 1 << 27


class Look(NamedTuple):
    """A picture [1,3,h,w] relative to grey, with a margin, and how many of its pixels stand for one."""

    picture: Tensor
    fineness: int


class Looks:
    """Looks of a picture [1,3,H,W] in [0,1].

    A look is a row of three numbers: hue shift in deg, softness as a standard deviation in px, and by how
    much the picture will be shrunk (1 for not at all), which its edges must be prepared for.
    """

    def __init__(self, picture: Tensor) -> None:
        self._picture = picture
        self._kept: dict[tuple[float, ...], Look] = {}

    def still(self, looks: Tensor) -> Tensor:
        """Looks [n,3] in the picture's own place: [n,3,H,W], or [1,3,H,W] where it is the picture itself."""
        hue, sigma, _ = looks.view(-1, 3, 1, 1).unbind(1)
        return softened(hue_turned(self._picture, hue.unsqueeze(1)), sigma)

    def prepared(self, looks: Tensor) -> list[Look]:
        """Looks [n,3] to be seen from elsewhere; a grid of stimuli asks for the same ones again and again."""
        keys = [tuple(look) for look in looks.tolist()]
        new = [index for index, key in enumerate(keys) if key not in self._kept]
        if new:
            made = self.still(looks[new]).expand(len(new), -1, -1, -1) - GREY
            for row, index in enumerate(new):
                self._kept[keys[index]] = _prepared(made[row : row + 1], looks[index, 1], looks[index, 2])
        found = [self._kept[key] for key in keys]
        self._forget()
        return found

    def _forget(self) -> None:
        """Let the oldest go until the others fit."""
        held = sum(look.picture.nbytes for look in self._kept.values())
        for key in list(self._kept):
            if held <= _KEPT_BYTES:
                return
            held -= self._kept.pop(key).picture.nbytes


def _prepared(picture: Tensor, sigma: Tensor, shrunk: Tensor) -> Look:
    look = margined(picture, 1 / shrunk.view(1, 1, 1))
    return Look(finer(look), 2) if sigma < _SOFT else Look(look, 1)
