"""Random shift, turn and scaling between steps: what survives them is a feature, not an accident of pixels.

The published sequence (pad 12, jitter 8, scale 0.9 to 1.1, rotate by 10 degrees, jitter 4: lucid) as one
affine warp of the whole batch, with parameters of its own for every picture. One interpolation instead of
three keeps the picture sharper and costs a fraction.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional as F

# The published jitters are pixels of a picture of this size; smaller pictures are shifted by the same share.
_REFERENCE_SIZE = 128
_GREY = 0.5


@dataclass(frozen=True)
class Warp:
    """How far pictures are moved at strength 1.

    Attributes:
        shift: Largest first shift in pixels (half of lucid's jitter, which crops at a corner).
        shift_after: Largest second shift in pixels, after scaling and turning.
        scale: Largest change of scale.
        degrees: Largest turn.
    """

    shift: float = 4.0
    shift_after: float = 2.0
    scale: float = 0.1
    degrees: float = 10.0

    def draw(self, shape: tuple[int, int], strength: float, generator: torch.Generator) -> torch.Tensor:
        """One random affine map [2,3] in pixels about the centre, from what is seen to what is read."""
        x, y, x_after, y_after, scale, turn = (torch.rand(6, generator=generator) * 2 - 1).tolist()
        pixels = strength * min(1.0, min(shape) / _REFERENCE_SIZE)
        angle = math.radians(self.degrees * strength * turn)
        zoom = 1 / (1 + self.scale * min(strength, 5.0) * scale)
        cos, sin = zoom * math.cos(angle), zoom * math.sin(angle)
        dx, dy = x_after * self.shift_after * pixels, y_after * self.shift_after * pixels
        return torch.tensor(
            [
                [cos, -sin, cos * dx - sin * dy + x * self.shift * pixels],
                [sin, cos, sin * dx + cos * dy + y * self.shift * pixels],
            ]
        )


def warped(pictures: torch.Tensor, maps: torch.Tensor) -> torch.Tensor:
    """Pictures [N,3,H,W] read through affine maps [N,2,3] in pixels; grey where a map reads outside."""
    height, width = pictures.shape[-2:]
    half = maps.new_tensor([width / 2, height / 2])
    # affine_grid counts from -1 to 1 along each side: maps in pixels are rescaled, so that a turn stays
    # a turn in pictures that are not square.
    linear = maps[:, :, :2] * half[None, None, :] / half[None, :, None]
    theta = torch.cat([linear, maps[:, :, 2:] / half[None, :, None]], dim=2).to(pictures)
    grid = F.affine_grid(theta, list(pictures.shape), align_corners=False)
    return F.grid_sample(pictures - _GREY, grid, align_corners=False) + _GREY


@dataclass(frozen=True)
class Draw:
    """What chance decided for one picture at one step.

    Attributes:
        maps: Affine maps [views, 2, 3], one for each view of the picture.
        seed: Seed of the noise laid over the views.
    """

    maps: torch.Tensor
    seed: int = 0


class Transform:
    """One view of each picture, moved by its next random warp.

    Attributes:
        views: How many views the network gets of each picture.
    """

    views = 1

    def __init__(self, strength: float, warp: Warp | None = None) -> None:
        self._strength = strength
        self._warp = warp or Warp()

    def draw(self, shape: tuple[int, int], step: int, generator: torch.Generator) -> Draw:
        """The next warp of a picture of `shape`, by its own generator alone."""
        if not self._strength:
            return Draw(torch.eye(2, 3)[None])
        return Draw(self._warp.draw(shape, self._strength, generator)[None])

    def show(self, pictures: torch.Tensor, draws: Sequence[Draw]) -> torch.Tensor:
        """The pictures [N,3,H,W], each as its draw moves it; themselves at strength 0."""
        if not self._strength:
            return pictures
        return warped(pictures, torch.cat([draw.maps for draw in draws]).to(pictures.device))
