"""Where things are drawn: coordinate frames, antialiased coverage, and what an object hands back.

Geometry lives in scene units (the picture spans -1 to 1), so that one scene can be rendered at any size.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]

REFERENCE_SIZE = 96
"""The size in px that the network sees; detail is bounded by what survives at this size."""


@dataclass(frozen=True)
class Frame:
    """An object's own coordinates: `u` to the right, `v` downwards, the object within about -1 to 1.

    Attributes:
        u: `[H, W]` horizontal coordinate of every pixel.
        v: `[H, W]` vertical coordinate of every pixel.
        pixel: width of an edge in these units, at least the distance of two pixels.
        scale: length of one unit in scene units.
    """

    u: Array
    v: Array
    pixel: float
    scale: float

    def cover(self, distance: Array) -> Array:
        """Antialiased coverage (0 to 1) of the region where the signed distance is negative."""
        out: Array = np.clip(0.5 - distance / self.pixel, 0.0, 1.0)
        return out

    def stroke(self, distance: Array, width: float) -> Array:
        """Coverage of a line of the given width along the zero of a distance field."""
        return self.cover(np.abs(distance) - width / 2)

    def radius(self) -> Array:
        """`[H, W]` distance from the object's centre."""
        return np.hypot(self.u, self.v)

    def moved(self, u: float, v: float, scale: float = 1.0, turn: float = 0.0) -> Frame:
        """The frame of a part whose centre lies at (u, v), `scale` times as large, turned by radians."""
        du, dv = self.u - np.float32(u), self.v - np.float32(v)
        cos, sin = np.float32(np.cos(turn) / scale), np.float32(np.sin(turn) / scale)
        return Frame(cos * du + sin * dv, cos * dv - sin * du, self.pixel / scale, self.scale * scale)

    def finest(self, pixels: float) -> float:
        """The length in these units of so many pixels at the reference size."""
        return pixels * 2.0 / REFERENCE_SIZE / self.scale


@dataclass(frozen=True)
class Layer:
    """A painted object: `colour` `[H, W, 3]` (or one colour `[3]`) and `alpha` `[H, W]`, both 0 to 1."""

    colour: Array
    alpha: Array

    def over(self, below: Array) -> Array:
        """Lays the object over a picture `[H, W, 3]`."""
        return below + self.alpha[..., None] * (self.colour - below)


@lru_cache(maxsize=4)
def scene_frame(size: int) -> Frame:
    """The frame of a whole picture of `size` px; shared, so its arrays are read-only."""
    line = (np.arange(size, dtype=np.float32) + np.float32(0.5)) * np.float32(2.0 / size) - np.float32(1.0)
    u, v = np.meshgrid(line, line)
    u.flags.writeable = v.flags.writeable = False
    return Frame(u, v, 2.0 / size, 1.0)


def mix(a: Array, b: Array, share: Array) -> Array:
    """Blends two colours (`[3]` or `[H, W, 3]`) by a share `[H, W]` of the second."""
    out: Array = a + share[..., None] * (b - a)
    return out


def polygon(frame: Frame, corners: Array) -> Array:
    """Signed distance to a polygon with corners `[n, 2]` (I. Quilez, "2D distance functions")."""
    nearest = np.full_like(frame.u, np.inf)
    inside = np.zeros(frame.u.shape, dtype=bool)
    for (ax, ay), (bx, by) in zip(corners, np.roll(corners, 1, axis=0), strict=True):
        eu, ev = bx - ax, by - ay
        du, dv = frame.u - ax, frame.v - ay
        share = np.clip((du * eu + dv * ev) / (eu * eu + ev * ev), 0.0, 1.0)
        nearest = np.minimum(nearest, (du - share * eu) ** 2 + (dv - share * ev) ** 2)
        crossed = (frame.v >= ay) != (frame.v >= by)
        inside ^= crossed & ((du * ev < dv * eu) == (ev > 0))
    return np.where(inside, -np.sqrt(nearest), np.sqrt(nearest))


def box(frame: Frame, half_u: float, half_v: float, rounding: float = 0.0) -> Array:
    """Signed distance to a (rounded) rectangle of the given half sides."""
    du = np.abs(frame.u) - (half_u - rounding)
    dv = np.abs(frame.v) - (half_v - rounding)
    outside = np.hypot(np.maximum(du, 0.0), np.maximum(dv, 0.0))
    inside: Array = np.minimum(np.maximum(du, dv), 0.0)
    return outside + inside - np.float32(rounding)


def ellipse(frame: Frame, half_u: float, half_v: float) -> Array:
    """Approximate signed distance to an ellipse (exact at its outline)."""
    k0 = np.hypot(frame.u / half_u, frame.v / half_v)
    k1 = np.hypot(frame.u / half_u**2, frame.v / half_v**2) + np.float32(1e-6)
    out: Array = k0 * (k0 - 1.0) / k1
    return out


def segment(frame: Frame, start: tuple[float, float], end: tuple[float, float]) -> Array:
    """Distance to a straight line segment."""
    eu, ev = end[0] - start[0], end[1] - start[1]
    du, dv = frame.u - np.float32(start[0]), frame.v - np.float32(start[1])
    share = np.clip((du * eu + dv * ev) / (eu * eu + ev * ev), 0.0, 1.0)
    out: Array = np.hypot(du - share * eu, dv - share * ev)
    return out
