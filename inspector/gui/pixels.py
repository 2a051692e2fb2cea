"""Numbers to pixels: colour tables, heat maps over pictures, and QImages that own their memory."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter

Array = np.ndarray[Any, Any]

UNKNOWN = 128
"""Grey level of what has not been measured."""
_COLOURS = 256
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
_PALING = 0.8
# Below 1: a response of half the maximum shall be seen for one.
_COVER_POWER = 0.6
# Weights after the Circuits thread: blue inhibits, white is nothing, red excites.
_NEGATIVE, _ZERO, _POSITIVE = (0x05, 0x71, 0xB0), (0xFF, 0xFF, 0xFF), (0xCA, 0x00, 0x20)


def rgb_image(pixels: Array) -> QImage:
    """A QImage of uint8 [H,W,3]; it owns its memory, so the array may go.

    Raises:
        ValueError: The array is of another type or shape.
    """
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3:
        raise ValueError(f"A picture is uint8 [H,W,3], not {pixels.dtype} {list(pixels.shape)}.")
    height, width = pixels.shape[:2]
    # Four bytes a pixel are what Qt draws fastest; the alpha byte is not looked at in this format.
    four = np.full((height, width, 4), 255, np.uint8)
    four[..., :3] = pixels[..., ::-1]
    return QImage(four.data, width, height, width * 4, QImage.Format.Format_RGB32).copy()


def rgba_image(pixels: Array) -> QImage:
    """A QImage of uint8 [H,W,4], its last channel from 0 (clear) to 255 (opaque); it owns its memory.

    Raises:
        ValueError: The array is of another type or shape.
    """
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 4:
        raise ValueError(
            f"A picture with transparency is uint8 [H,W,4], not {pixels.dtype} {list(pixels.shape)}."
        )
    height, width = pixels.shape[:2]
    whole = np.ascontiguousarray(pixels)
    made = QImage(whole.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    return made.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


@cache
def colour_table(name: str) -> Array:
    """A colour map as uint8 [256,3]: "viridis" for activations, "weights" for signed values about 0.

    Raises:
        KeyError: There is no table of that name.
    """
    table = {"viridis": _viridis, "weights": _weights}[name]()
    table.setflags(write=False)
    return table


def _viridis() -> Array:
    return np.ascontiguousarray(pg.colormap.get("viridis").getLookupTable(nPts=_COLOURS, alpha=False))


def _weights() -> Array:
    place = np.linspace(-1, 1, _COLOURS)
    stops = np.array([_NEGATIVE, _ZERO, _POSITIVE], float)
    channels = [np.interp(place, [-1, 0, 1], stops[:, channel]) for channel in range(3)]
    return np.stack(channels, axis=-1).round().astype(np.uint8)


def mapped(values: Array, low: float, high: float, table: Array) -> Array:
    """Values as colours.

    Args:
        values: float [H,W]; NaN becomes mid grey.
        low: Value of the table's first colour; values below it take that colour too.
        high: Value of its last colour; where it is not above `low`, everything takes the first.
        table: uint8 [n,3].

    Returns:
        uint8 [H,W,3].
    """
    last = len(table) - 1
    scale = last / (high - low) if high > low else 0.0
    place = np.clip((np.nan_to_num(values, nan=low) - low) * scale, 0, last)
    colours = table[place.round().astype(np.intp)]
    return np.where(np.isnan(values)[..., None], np.uint8(UNKNOWN), colours)


def strength(heat: Array) -> Array:
    """A map as float [h,w] from 0 (no response, or below zero) to 1 (its strongest place)."""
    positive = np.nan_to_num(np.maximum(heat, 0).astype(np.float32))
    peak = float(positive.max(initial=0.0))
    return positive / peak if peak > 0 else positive


def upscaled(values: Array, height: int, width: int) -> Array:
    """A map [h,w] stretched bilinearly to [height, width]; each value stands at the middle of its cell."""
    top, bottom, down = _neighbours(values.shape[0], height)
    left, right, along = _neighbours(values.shape[1], width)
    tall = values[top] * (1 - down)[:, None] + values[bottom] * down[:, None]
    return tall[:, left] * (1 - along) + tall[:, right] * along


def _neighbours(given: int, wanted: int) -> tuple[Array, Array, Array]:
    """For `wanted` samples spread over `given` ones: the one below, the one above, how near the latter."""
    place = np.clip((np.arange(wanted) + 0.5) * given / wanted - 0.5, 0, given - 1)
    low = place.astype(np.intp)
    return low, np.minimum(low + 1, given - 1), place - low


def heat_overlay(view: Array, heat: Array, opacity: float) -> Array:
    """A unit's map over the picture that caused it; where the unit is silent the photo stays, paler.

    The photo gives up most of its colour, so that a green of the map is not taken for one of the photo.

    Args:
        view: uint8 [H,W,3].
        heat: float [h,w]; values of zero and below count as silent.
        opacity: 0 shows the photo alone, 1 hides it at the strongest place.

    Returns:
        uint8 [H,W,3].
    """
    shown = np.clip(upscaled(strength(heat), *view.shape[:2]), 0, 1)
    colours = mapped(shown, 0, 1, colour_table("viridis"))
    cover = (shown**_COVER_POWER * opacity)[..., None]
    grey = view @ _LUMA
    paled = view + (grey[..., None] - view) * (_PALING * opacity)
    return (paled * (1 - cover) + colours * cover).round().astype(np.uint8)


def draw_part(painter: QPainter, target: QRectF, image: QImage, source: QRectF) -> None:
    """Draw a part of a picture; for a drawing cut to whole pixels first, since SVG takes all of a picture."""
    if painter.paintEngine().type() == QPaintEngine.Type.Raster:
        painter.drawImage(target, image, source)
    else:
        painter.drawImage(target, image.copy(source.toAlignedRect()))
