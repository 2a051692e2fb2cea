"""Pictures as WebP, and many small ones in one file: the tiles of a node's units, the stimuli of a family."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

Array = np.ndarray[Any, Any]
COLUMNS, ROWS = 8, 4
"""Tiles across and down in a file: 32 of them are what one sees at once, about."""
TILE = 128
"""Longest side of a tile in px."""
_EMPTY = (128, 128, 128)


def webp(pixels: Array, quality: int = 86) -> bytes:
    """A picture uint8 [h,w,3] as a WebP file; the same pixels give the same bytes."""
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, "WEBP", quality=quality, method=3)
    return buffer.getvalue()


def side_by_side(pictures: Array, gap: int = 4) -> Array:
    """The pictures uint8 [n,h,w,3] of one objective as one, [h,w,3], with white between them."""
    if len(pictures) == 1:
        return pictures[0]  # type: ignore[no-any-return]
    between = np.full((pictures.shape[1], gap, 3), 255, np.uint8)
    parts = [part for picture in pictures for part in (between, picture)]
    return np.concatenate(parts[1:], axis=1)


def named_by_content(pixels: Array) -> str:
    """A file name that equal pictures share: two digits as folder, sixteen in all."""
    digest = hashlib.sha256(str(pixels.shape).encode() + np.ascontiguousarray(pixels).tobytes()).hexdigest()
    return f"{digest[:2]}/{digest[:16]}.webp"


def fitted(pixels: Array, side: int) -> Array:
    """A picture cut to a square from its middle and scaled to `side`, uint8 [side,side,3]."""
    height, width = pixels.shape[:2]
    short = min(height, width)
    top, left = (height - short) // 2, (width - short) // 2
    square = pixels[top : top + short, left : left + short]
    if short == side:
        return np.ascontiguousarray(square)
    filtered = Image.Resampling.BOX if short > side else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(np.ascontiguousarray(square)).resize((side, side), filtered))


def sheet_of(unit: int) -> tuple[int, int]:
    """The sheet that a unit's tile stands on, and its place there in reading order."""
    return divmod(unit, COLUMNS * ROWS)


def sheet(tiles: Mapping[int, Array], side: int) -> bytes:
    """The WebP file of tiles uint8 [h,w,3] by place; places without one are grey."""
    canvas = np.full((ROWS * side, COLUMNS * side, 3), _EMPTY, np.uint8)
    for place, pixels in tiles.items():
        row, column = divmod(place, COLUMNS)
        canvas[row * side : (row + 1) * side, column * side : (column + 1) * side] = fitted(pixels, side)
    return webp(canvas, quality=80)


@dataclass(frozen=True)
class Sprite:
    """Pictures in one file, to be shown one at a time.

    Attributes:
        file: Where it lies, from the network's folder.
        columns, rows: How many pictures across and down.
    """

    file: str
    columns: int
    rows: int

    def at(self, index: int) -> str:
        """The CSS background position of a picture, by its number in reading order."""
        row, column = divmod(index, self.columns)
        return f"{_share(column, self.columns)} {_share(row, self.rows)}"

    @property
    def size(self) -> str:
        """The CSS background size."""
        return f"{self.columns * 100}% {self.rows * 100}%"


def contact(pictures: Sequence[Array], columns: int, side: int) -> bytes:
    """The WebP file of pictures uint8 [h,w,3] in reading order."""
    rows = -(-len(pictures) // columns)
    canvas = np.full((rows * side, columns * side, 3), _EMPTY, np.uint8)
    for index, pixels in enumerate(pictures):
        row, column = divmod(index, columns)
        canvas[row * side : (row + 1) * side, column * side : (column + 1) * side] = fitted(pixels, side)
    return webp(canvas, quality=80)


def _share(place: int, count: int) -> str:
    return f"{100 * place / (count - 1):.4g}%" if count > 1 else "0%"
