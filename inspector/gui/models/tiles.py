"""What can stand on the tiles of the unit grid: activation maps, pictures, kernels; as small RGB pixels."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from inspector.gui.pixels import colour_table, mapped, rgb_image
from inspector.gui.translation import mark

Array = np.ndarray[Any, Any]
NOT_MOVED = mark("could not be moved: no gradient reached the picture")
_STRIPE, _LEVELS = 6, (112, 144)


class Tiles(Protocol):
    """A source of tiles.

    Attributes:
        blended: Whether enlarging may blend pixels; False keeps every value a sharp square.
        legend: How to read the tiles, in a few words.
    """

    blended: bool
    legend: str

    def has(self, unit: int) -> bool:
        """Whether there is something to show for the unit."""

    def pixels(self, unit: int) -> Array:
        """The unit's tile, uint8 [h,w,3], at its own resolution."""


class MapTiles:
    """Activation maps, float [units,h,w], each scaled to its own range; single numbers share one range."""

    blended = False

    def __init__(self, maps: Array) -> None:
        self._maps = maps
        self._table = colour_table("viridis")
        single = maps.shape[1] * maps.shape[2] == 1
        self._shared = _range(maps) if single else None
        self.legend = mark("one scale for all units") if single else mark("each map on its own scale")

    def has(self, unit: int) -> bool:
        return unit < len(self._maps)

    def pixels(self, unit: int) -> Array:
        low, high = self._shared or _range(self._maps[unit])
        return mapped(self._maps[unit], low, high, self._table)


class KernelTiles:
    """Kernels, float [units,k,k,3], each scaled symmetrically about zero, which is mid grey."""

    blended = False
    legend = mark("grey is zero, each on its own scale")

    def __init__(self, kernels: Array) -> None:
        self._kernels = kernels

    def has(self, unit: int) -> bool:
        return unit < len(self._kernels)

    def pixels(self, unit: int) -> Array:
        return np.rint(255 * np.clip(self._kernels[unit], 0, 1)).astype(np.uint8)


class PictureTiles:
    """Pictures, uint8 [h,w,3], that come one by one."""

    blended = True
    legend = mark("tiles in sight are made first")

    def __init__(self) -> None:
        self._images: dict[int, Array] = {}
        self.notes: dict[int, str] = {}

    def has(self, unit: int) -> bool:
        return unit in self._images

    def pixels(self, unit: int) -> Array:
        return self._images[unit]

    def put(self, unit: int, image: Array, note: str = "") -> None:
        """Show `image` for the unit from now on, and say `note` of it."""
        self._images[unit] = image
        self.notes[unit] = note


class ExampleTiles(PictureTiles):
    """Crops of scanned pictures, where each unit answers most."""

    legend = mark("what drives each unit most among the scanned pictures")


def _range(values: Array) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    return (low, high) if high > low else (low, low + 1.0)


def tile_image(tiles: Tiles, unit: int, side: int) -> QImage:
    """The unit's tile as a picture whose longer side has `side` device pixels."""
    image = rgb_image(tiles.pixels(unit))
    shrinks = max(image.width(), image.height()) > side
    smooth = tiles.blended or shrinks
    mode = Qt.TransformationMode.SmoothTransformation if smooth else Qt.TransformationMode.FastTransformation
    return image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, mode)


def hatched(side: int) -> Array:
    """What stands where there is no picture and will be none: quiet slanted stripes, uint8 [side,side,3]."""
    y, x = np.mgrid[:side, :side]
    stripes = np.asarray(_LEVELS, np.uint8)[(x + y) // _STRIPE % 2]
    return np.repeat(stripes[..., None], 3, axis=2)
