"""Pictures prepared for being looked at from anywhere, and looked at through a moved frame."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def sampled(picture: Tensor, right: Tensor, up: Tensor, *, beyond: str = "zeros") -> Tensor:
    """What of a picture lies at places [n,H,W], linear between its pixels: [n,c,H,W].

    Args:
        picture: [1,c,h,w].
        right: Places in the picture's own pixels, from its middle to the right.
        up: The same, from its middle up.
        beyond: What lies outside: "zeros", or its "border" for ever.
    """
    height, width = picture.shape[2:]
    grid = torch.stack((right * (2 / width), up * (-2 / height)), dim=3)
    wide = picture.expand(len(grid), -1, -1, -1)
    return functional.grid_sample(wide, grid, mode="bilinear", padding_mode=beyond, align_corners=False)


def softened(picture: Tensor, sigma: float) -> Tensor:
    """A picture [1,c,h,w] under a Gaussian of that many px, its border going on outside; the same where 0."""
    if sigma <= 0:
        return picture
    down, across = (_gaussian(side, sigma, picture.device) for side in picture.shape[2:])
    return down @ picture @ across.T


def finer(picture: Tensor) -> Tensor:
    """A picture [1,c,h,w] with pixels between its own, [1,c,2h-1,2w-1], by cubic interpolation (Catmull-Rom).

    What is linear between these is nearly as good as cubic, at the price of linear.
    """
    down, across = (_between(side, picture.device) for side in picture.shape[2:])
    return down @ picture @ across.T


def hue_turned(picture: Tensor, degrees: float) -> Tensor:
    """RGB [n,3,h,w] with every hue (that of HSL and HSV) turned; the same where it is a whole turn."""
    if degrees % 360 == 0:
        return picture
    highest, lowest = picture.amax(1, keepdim=True), picture.amin(1, keepdim=True)
    chroma = (highest - lowest).clamp(min=1e-12)
    red, green, blue = (picture[:, index : index + 1] for index in range(3))
    from_red = (green - blue) / chroma
    from_green, from_blue = 2 + (blue - red) / chroma, 4 + (red - green) / chroma
    hue = torch.where(red == highest, from_red, torch.where(green == highest, from_green, from_blue))
    # Channels reach the highest value within a sixth of a turn of their own hue, the lowest beyond a third.
    own = torch.tensor([0.0, 2.0, 4.0], device=picture.device).view(1, 3, 1, 1)
    away = ((hue + degrees / 60 - own + 3) % 6 - 3).abs()
    return lowest + (highest - lowest) * (2 - away).clamp(0, 1)


def _gaussian(side: int, sigma: float, device: torch.device) -> Tensor:
    """Weights [side,side] of every pixel in every softened one."""
    reach = int(4 * sigma) + 1
    here = torch.arange(side, device=device).view(-1, 1)
    offsets = torch.arange(-reach, reach + 1, device=device).view(1, -1)
    weights = torch.exp(-0.5 * (offsets / sigma) ** 2).expand(side, -1)
    return _gathered(here + offsets, weights / weights.sum(1, keepdim=True), side)


def _between(side: int, device: torch.device) -> Tensor:
    """Weights [2*side-1,side] of every pixel in every finer one."""
    place = torch.arange(2 * side - 1, device=device).view(-1, 1)
    offsets = torch.arange(-1, 3, device=device).view(1, -1)
    halfway = torch.tensor([-1 / 16, 9 / 16, 9 / 16, -1 / 16], device=device)
    at_pixel = torch.tensor([0.0, 1.0, 0.0, 0.0], device=device)
    return _gathered(place // 2 + offsets, torch.where(place % 2 == 1, halfway, at_pixel), side)


def _gathered(places: Tensor, weights: Tensor, side: int) -> Tensor:
    """A matrix [n,side] adding up weights [n,k] at places [n,k]; what lies outside counts for the border."""
    empty = weights.new_zeros(len(places), side)
    return empty.scatter_add_(1, places.clamp(0, side - 1), weights)
