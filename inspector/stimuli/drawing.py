"""Drawing with distances: antialiased shapes as coverage in [0, 1], blended onto mid grey.

Everything broadcasts: parameters are [n,1,1], coordinates [1,1,W] and [1,H,1], shapes [n,H,W].
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

GREY = 0.5


def coordinates(size: tuple[int, int], device: torch.device) -> tuple[Tensor, Tensor]:
    """Pixel centres in px from the picture's middle: x [1,1,W] to the right and y [1,H,1] up."""
    height, width = size
    x = torch.arange(width, device=device) + (0.5 - width / 2)
    y = height / 2 - 0.5 - torch.arange(height, device=device)
    return x.view(1, 1, -1), y.view(1, -1, 1)


def turned(x: Tensor, y: Tensor, degrees: Tensor) -> tuple[Tensor, Tensor]:
    """Coordinates (along, across) in a frame turned counter-clockwise by `degrees`."""
    angle = torch.deg2rad(degrees)
    cos, sin = torch.cos(angle), torch.sin(angle)
    return x * cos + y * sin, y * cos - x * sin


def inside(distance: Tensor) -> Tensor:
    """Coverage of pixels at a signed distance (px, negative inside) from an edge."""
    return (GREY - distance).clamp(0, 1)


def stroke(distance: Tensor, width: Tensor) -> Tensor:
    """Coverage by a line of that width (px) at a distance >= 0 (px) from its middle; exact below 1 px too."""
    # The overlap of the pixel, distance ± 0.5, with the line, ± width / 2, in as few passes as can be.
    return torch.minimum((width / 2 + 0.5 - distance).clamp_(min=0), width.clamp(max=1))


def soft_disc(distance: Tensor, radius: Tensor, edge: float) -> Tensor:
    """A disc that fades out over `edge` px around its radius, along a raised cosine.

    Args:
        distance: Distance from its middle in px.
        radius: Where it has faded to one half, in px.
        edge: Width of the fading, in px; a disc smaller than that fades over its own radius.
    """
    width = torch.clamp(2 * radius, max=edge)
    ramp = ((radius - distance) / width + 0.5).clamp(0, 1)
    return 0.5 - 0.5 * torch.cos(math.pi * ramp)


def on_grey(coverage: Tensor, contrast: Tensor) -> Tensor:
    """Grey pictures: `contrast` 1 paints white, -1 black, 0 nothing."""
    return torch.addcmul(coverage.new_full((1, 1, 1), GREY), GREY * contrast, coverage)


def paint(coverage: Tensor, colour: Tensor, ground: Tensor | float = GREY) -> Tensor:
    """RGB pictures [n,3,H,W]: a colour [n,3,1,1] where covered [n,H,W], the ground elsewhere."""
    return ground + coverage.unsqueeze(1) * (colour - ground)


def hsl(hue: Tensor, saturation: Tensor, lightness: Tensor) -> Tensor:
    """RGB [n,3,1,1] of hue (deg), saturation and lightness in [0,1], each [n,1,1] (CSS Color 3, 4.2.4)."""
    sector = torch.tensor([0.0, 8.0, 4.0], device=hue.device).view(1, 3, 1, 1)
    hue, saturation, lightness = hue.unsqueeze(1), saturation.unsqueeze(1), lightness.unsqueeze(1)
    place = (sector + hue / 30) % 12
    swing = torch.minimum(place - 3, 9 - place).clamp(-1, 1)
    return lightness - saturation * torch.minimum(lightness, 1 - lightness) * swing
