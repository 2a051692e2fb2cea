"""What is done to a unit's examples: turned, mirrored, scaled, recoloured about what the unit sees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from inspector.lenses.suggestions import Kind
from inspector.saying import say
from inspector.stimuli.drawing import GREY
from inspector.stimuli.warp import hue_turned


@dataclass(frozen=True)
class Turn:
    """One transform.

    Attributes:
        kind: Its kind.
        amount: As `Sibling` has it.
    """

    kind: Kind
    amount: float

    @property
    def back(self) -> Turn:
        """The transform that undoes it."""
        if self.kind == "scale":
            return Turn(self.kind, 1 / self.amount)
        return self if self.kind == "flip" else Turn(self.kind, -self.amount % 360)

    @property
    def text(self) -> str:
        """What was done, for a person."""
        if self.kind == "flip":
            return say("mirrored left to right") if self.amount == 0 else say("mirrored top to bottom")
        if self.kind == "scale":
            return say("{amount:.2g} times as large", amount=self.amount)
        return (
            say("turned by {amount:.0f}°", amount=self.amount)
            if self.kind == "rotation"
            else say("hues turned by {amount:.0f}°", amount=self.amount)
        )


_AMOUNTS: dict[Kind, tuple[float, ...]] = {
    "rotation": tuple(45.0 * step for step in range(1, 8)),
    "flip": (0.0, 1.0),
    "scale": (0.5, 2.0),
    "hue": tuple(60.0 * step for step in range(1, 6)),
}


def turns(kinds: Sequence[Kind]) -> tuple[Turn, ...]:
    """All transforms of these kinds; each of them with the one that undoes it."""
    return tuple(Turn(kind, amount) for kind in kinds for amount in _AMOUNTS[kind])


def turned(views: Tensor, source: Tensor, target: tuple[float, float], turn: Turn | None) -> Tensor:
    """Pictures transformed about a point each, which comes to lie at another one.

    Args:
        views: [n,3,H,W] in [0,1].
        source: [n,2], y and x in pixels from the middle of the first pixel: what is transformed about.
        target: y and x where that comes to lie.
        turn: The transform; None only moves.

    Returns:
        [n,3,H,W]; mid grey where nothing of the picture lies.
    """
    if turn is not None and turn.kind == "hue":
        views = torch.cat(
            [hue_turned(view[None], view.new_full((1, 1, 1, 1), turn.amount)) for view in views]
        )
    height, width = views.shape[2:]
    down = torch.arange(height, dtype=torch.float32) - target[0]
    across = torch.arange(width, dtype=torch.float32) - target[1]
    y, x = torch.meshgrid(down, across, indexing="ij")
    (yy, yx), (xy, xx) = _from(turn)
    at_y = source[:, 0].view(-1, 1, 1) + yy * y + yx * x
    at_x = source[:, 1].view(-1, 1, 1) + xy * y + xx * x
    at = torch.stack([(2 * at_x + 1) / width - 1, (2 * at_y + 1) / height - 1], -1)
    soft = _softened(views, turn)
    moved = functional.grid_sample(
        soft - GREY, at, mode="bilinear", padding_mode="zeros", align_corners=False
    )
    return moved + GREY


def _softened(views: Tensor, turn: Turn | None) -> Tensor:
    """What is to be shrunk, without detail that is too fine for it then."""
    if turn is None or turn.kind != "scale" or turn.amount >= 1:
        return views
    return functional.avg_pool2d(functional.pad(views, (1, 1, 1, 1), mode="replicate"), 3, stride=1)


def _from(turn: Turn | None) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a place of the result comes from, both as (down, right) from the middle: a matrix by rows."""
    if turn is None or turn.kind == "hue":
        return (1.0, 0.0), (0.0, 1.0)
    if turn.kind == "flip":
        return ((1.0, 0.0), (0.0, -1.0)) if turn.amount == 0 else ((-1.0, 0.0), (0.0, 1.0))
    if turn.kind == "scale":
        return (1 / turn.amount, 0.0), (0.0, 1 / turn.amount)
    cos, sin = (round(f(math.radians(turn.amount)), 12) for f in (math.cos, math.sin))
    # Counter-clockwise as one sees it, with rows running down: the result's right comes from the lower right.
    return (cos, sin), (-sin, cos)
