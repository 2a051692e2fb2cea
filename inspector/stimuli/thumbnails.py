"""Small pictures of stimuli, to be shown where a point is hovered over."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch.nn import functional

from inspector.stimuli.drawing import GREY

_LARGE, _SMALL = 64, 48
_MANY = 2_000


def thumbnail_side(size: tuple[int, int], count: int) -> int:
    """Side in px of `count` thumbnails: smaller for many, and never larger than the stimulus itself."""
    return min(_LARGE if count <= _MANY else _SMALL, max(size))


def thumbnails(pictures: torch.Tensor, side: int) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """uint8 [n,side,side,3] of pictures [n,3,H,W] in [0,1]; what is not square stands on mid grey.

    Grey ones [n,1,H,W] cost a third.
    """
    height, width = pictures.shape[2:]
    scale = side / max(height, width)
    small = (max(round(height * scale), 1), max(round(width * scale), 1))
    if small != (height, width):
        pictures = functional.adaptive_avg_pool2d(pictures, small)
    top, left = (side - small[0]) // 2, (side - small[1]) // 2
    framed = functional.pad(pictures, (left, side - small[1] - left, top, side - small[0] - top), value=GREY)
    rounded = (framed * 255).round().to(torch.uint8)
    return np.ascontiguousarray(rounded.expand(-1, 3, -1, -1).permute(0, 2, 3, 1).cpu().numpy())
