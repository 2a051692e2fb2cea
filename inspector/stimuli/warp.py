"""Pictures prepared for being looked at from anywhere, and looked at through a moved frame."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from inspector.stimuli.drawing import coordinates

_FAR = 6.0  # standard deviations beyond which a Gaussian is nothing


def places(
    size: tuple[int, int], *, rotation: Tensor, x: Tensor, y: Tensor, width: Tensor, height: Tensor
) -> Tensor:
    """Where the pixels of stimuli lie in a picture that is turned, moved and scaled: [n,H,W,2].

    Args:
        size: Height and width of the stimuli.
        rotation: How far the picture is turned counter-clockwise, in deg, [n,1,1] as all that follow.
        x: How far its middle is moved to the right, in px of the stimulus.
        y: How far it is moved up.
        width: How wide it stands in the stimulus, in px of that.
        height: How high.

    Returns:
        What `sampled` takes: from -1 to 1 between the outer edges of the picture.
    """
    right, up = coordinates(size, width.device)
    right, up = right - x, up - y
    angle = torch.deg2rad(rotation % 360)
    cos, sin = 2 * torch.cos(angle), 2 * torch.sin(angle)
    count = max(map(len, (rotation, x, y, width, height)))
    found = width.new_empty(count, *size, 2)
    # Sums of one row and one column each: every pixel costs an addition per coordinate.
    torch.add(right * (cos / width), up * (sin / width), out=found[..., 0])
    torch.sub(right * (sin / height), up * (cos / height), out=found[..., 1])
    return found


def sampled(pictures: Tensor, at: Tensor) -> Tensor:
    """What of pictures [n or 1,c,h,w] lies at `places` [n,H,W,2], linear between pixels, 0 outside."""
    wide = pictures.expand(len(at), -1, -1, -1)
    return functional.grid_sample(wide, at, mode="bilinear", padding_mode="zeros", align_corners=False)


def sampled_from(pictures: Mapping[int, Tensor], which: Tensor, at: Tensor) -> Tensor:
    """Like `sampled`, each of `places` from the picture [1,c,h,w] that `which` [n] names, or 0."""
    only = int(which[0])
    if only in pictures and bool((which == only).all()):
        return sampled(pictures[only], at)
    channels = next(iter(pictures.values())).shape[1]
    found = at.new_zeros(len(at), channels, *at.shape[1:3])
    for name, picture in pictures.items():  # a copy of its picture for every stimulus would cost more
        mine = torch.nonzero(which == name).flatten()
        found.index_copy_(0, mine, sampled(picture, at.index_select(0, mine)))
    return found


def softened(pictures: Tensor, sigma: Tensor) -> Tensor:
    """Pictures [n or 1,c,h,w] under Gaussians of `sigma` px [n,1,1], normalised at the border; as is at 0."""
    if not bool((sigma > 0).any()):
        return pictures
    channels, height, width = pictures.shape[1:]
    down, across = (_gaussian(side, sigma) for side in (height, width))
    # Rows first and channels side by side: one large product instead of many small ones.
    rows = pictures.permute(0, 2, 1, 3).reshape(-1, height, channels * width)
    lower = down @ (rows[0] if len(rows) == 1 else rows)
    both = lower.reshape(len(sigma), height * channels, width) @ across.mT
    return both.view(-1, height, channels, width).permute(0, 2, 1, 3)


def finer(pictures: Tensor) -> Tensor:
    """Pictures [n,c,h,w] with pixels between their own, [n,c,2h-1,2w-1], cubic (Catmull-Rom).

    What is linear between these is nearly as good as cubic, at the price of linear.
    """
    return _finer_rows(_finer_rows(pictures).mT).mT


def margined(pictures: Tensor, fading: Tensor) -> Tensor:
    """Pictures [n,c,h,w] in a margin of 0, to which they fade at their border over `fading` px [n,1,1]."""
    margin = int(torch.ceil(fading.max() / 2 + 0.5))
    wide = functional.pad(pictures, (margin,) * 4, mode="replicate")
    for dimension in (2, 3):
        side = pictures.shape[dimension]
        place = torch.arange(side + 2 * margin, device=pictures.device) - margin - (side - 1) / 2
        ramp = ((side / 2 - place.abs()) / fading + 0.5).clamp(0, 1).unsqueeze(1)
        wide = wide * (ramp if dimension == 3 else ramp.mT)
    return wide


def hue_turned(picture: Tensor, degrees: Tensor) -> Tensor:
    """RGB [1,3,h,w] with every hue (that of HSL and HSV) turned by each of [n,1,1,1]: [n,3,h,w]."""
    if not bool((degrees % 360).any()):
        return picture
    highest, lowest = picture.amax(1, keepdim=True), picture.amin(1, keepdim=True)
    chroma = highest - lowest
    red, green, blue = (picture[:, index : index + 1] for index in range(3))
    from_red, from_green, from_blue = green - blue, blue - red, red - green
    hue = torch.where(red == highest, from_red, torch.where(green == highest, from_green, from_blue))
    start = torch.where(red == highest, 0.0, torch.where(green == highest, 2.0, 4.0))
    own = torch.tensor([0.0, 2.0, 4.0], device=picture.device).view(1, 3, 1, 1)
    # Channels reach the highest value within a sixth of a turn of their own hue, the lowest beyond a third.
    turns = (start + hue / chroma.clamp(min=1e-12) - own) / 6 + 0.5 + degrees / 360
    away = turns.sub_(turns.floor()).sub_(0.5).abs_().mul_(6)
    turned = torch.addcmul(lowest, chroma, away.neg_().add_(2).clamp_(0, 1))
    return torch.where(degrees % 360 == 0, picture, turned)


def _gaussian(side: int, sigma: Tensor) -> Tensor:
    """Weights [n,side,side] of every pixel (last) in every softened one."""
    place = torch.arange(side, device=sigma.device)
    away = ((place - place.unsqueeze(1)).abs() / sigma.clamp(min=1e-3)).clamp(max=_FAR)
    # Numbers too small for float32 to hold in full would slow this and every product with it.
    weights = torch.exp(-0.5 * away**2) * (away < _FAR)
    return weights / weights.sum(2, keepdim=True)


def _finer_rows(pictures: Tensor) -> Tensor:
    rows = pictures.shape[2]
    wide = functional.pad(pictures, (0, 0, 1, 1), mode="replicate")
    outer = wide[:, :, :-3] + wide[:, :, 3:]
    inner = wide[:, :, 1:-2] + wide[:, :, 2:-1]
    found = pictures.new_empty(*pictures.shape[:2], 2 * rows - 1, pictures.shape[3])
    found[:, :, ::2] = pictures
    found[:, :, 1::2] = (9 * inner - outer) / 16
    return found
