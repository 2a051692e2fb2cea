"""Small pictures of numbers for the evidence of a unit: kernels, planes of responses."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
_SIDE = 96
# Weights after the Circuits thread: blue inhibits, white is nothing, red excites.
_SIGNED = ((5, 113, 176), (255, 255, 255), (202, 0, 32))
# Five stops of viridis, as matplotlib has it.
_VIRIDIS = ((68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37))


def kernel_picture(kernel: Array, limit: float) -> Array:
    """A kernel [h,w] as uint8 [h',w',3], pixelated; full colour at plus or minus `limit`."""
    return _enlarged(_coloured(kernel / (limit or 1.0) / 2 + 0.5, _SIGNED))


def heat_picture(plane: Array, ends: tuple[float, float] | None = None) -> Array:
    """Responses [a,b] as uint8 [h,w,3], the first axis to the right; what is not known is grey.

    The colours go from `ends[0]` to `ends[1]`, from the lowest to the highest response where None.
    """
    known = np.isfinite(plane)
    own = (float(plane[known].min()), float(plane[known].max())) if known.any() else (0.0, 1.0)
    low, high = ends or own
    colours = _coloured((np.nan_to_num(plane) - low) / ((high - low) or 1.0), _VIRIDIS)
    return _enlarged(np.where(known[..., None], colours, np.uint8(128)).transpose(1, 0, 2)[::-1])


def _coloured(share: Array, stops: tuple[tuple[int, int, int], ...]) -> Array:
    places = np.linspace(0, 1, len(stops))
    channels = [np.interp(np.clip(share, 0, 1), places, [stop[c] for stop in stops]) for c in range(3)]
    return np.stack(channels, -1).round().astype(np.uint8)


def _enlarged(pixels: Array) -> Array:
    factor = max(1, _SIDE // max(pixels.shape[:2]))
    return np.ascontiguousarray(pixels.repeat(factor, 0).repeat(factor, 1))
