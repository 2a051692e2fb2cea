"""Which places of a picture are looked at, and in which order of chance places are kept.

Both follow from the picture's number in its set alone, so neither the order of the scan nor how it is shared
out changes them.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
PLACE_BITS, PICTURE_BITS = 20, 26
KEY_BITS = PLACE_BITS + PICTURE_BITS
_MASK = np.uint64((1 << KEY_BITS) - 1)
# Odd, so that multiplying by them modulo 2**46 can be undone.
_FACTORS = (0x2545F4914F6D, 0x369DEA0F31A5, 0x1B873593A2C9)
_INVERSES = tuple(pow(factor, -1, 1 << KEY_BITS) for factor in _FACTORS)
_SHIFT = np.uint64(KEY_BITS // 2)
EMPTY = 1 << 62
"""Larger than every key."""


def keys(pictures: Array, places: Array) -> Array:
    """A number of 46 bits for each place of each picture, as if drawn by chance; no two are equal.

    Args:
        pictures: int64 [n], below 2**26.
        places: int64 [n, s], flat positions, below 2**20.

    Returns:
        int64 [n, s].
    """
    mixed = (pictures.astype(np.uint64)[:, None] << np.uint64(PLACE_BITS)) | places.astype(np.uint64)
    for factor in _FACTORS:
        mixed = (mixed * np.uint64(factor)) & _MASK
        mixed ^= mixed >> _SHIFT
    return mixed.astype(np.int64)


def unmixed(values: Array) -> tuple[Array, Array]:
    """The pictures and places of keys, int64 each; -1 for `EMPTY`."""
    mixed = values.astype(np.uint64) & _MASK
    for inverse in reversed(_INVERSES):
        mixed ^= mixed >> _SHIFT  # shifting by half of the bits undoes itself
        mixed = (mixed * np.uint64(inverse)) & _MASK
    empty = values >= EMPTY
    pictures = np.where(empty, -1, (mixed >> np.uint64(PLACE_BITS)).astype(np.int64))
    return pictures, np.where(empty, -1, (mixed & np.uint64((1 << PLACE_BITS) - 1)).astype(np.int64))


def places_of(pictures: Array, positions: int, wanted: int) -> Array:
    """The flat positions int64 [n, s] that are looked at: all, or `wanted` different ones of each picture.

    They lie a golden section of the map apart from a start that is drawn by the picture's number: every
    position is as likely as every other, and no rows or columns are favoured.
    """
    if not wanted or positions <= wanted:
        return np.broadcast_to(np.arange(positions), (len(pictures), positions))
    start = keys(pictures, np.full((len(pictures), 1), positions % (1 << PLACE_BITS))) % positions
    return (start + np.arange(wanted) * _step(positions)) % positions


def _step(positions: int) -> int:
    step = max(round(positions * (math.sqrt(5) - 1) / 2), 1)
    while math.gcd(step, positions) != 1:
        step += 1
    return step
