"""Classes that are plain shapes: circle, triangle, square, star, heart, flower."""

from __future__ import annotations

import numpy as np

from inspector.demonstration.canvas import Array, Frame, Layer, box, mix, polygon
from inspector.demonstration.palette import lighter, shaded, unlike
from inspector.demonstration.registry import register


def filled(frame: Frame, rng: np.random.Generator, below: Array, distance: Array) -> Layer:
    """A shape from its signed distance: filled, filled with an outline, or an outline alone."""
    kind, width = rng.random(), max(frame.finest(2.5), rng.uniform(0.08, 0.2))
    colour = unlike(rng, below)
    body = shaded(frame, rng, colour)
    if kind < 0.5:
        return Layer(body, frame.cover(distance))
    rim = frame.stroke(distance + np.float32(width / 2), width)
    if kind < 0.75:
        return Layer(mix(body, unlike(rng, colour), rim), frame.cover(distance))
    return Layer(body, rim)


def _ring(corners: int, radii: Array, turn: float = -np.pi / 2) -> Array:
    """Corners `[n, 2]` at equal angles and the given radii, the first one on top."""
    angles = turn + np.arange(corners) * (2 * np.pi / corners)
    return np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=1).astype(np.float32)


@register("circle")
def circle(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A disc, a ring, or a disc with an edge."""
    return filled(frame, rng, below, frame.radius() - np.float32(0.92))


@register("triangle", (0.45, 0.95))
def triangle(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A triangle, not always a regular one."""
    corners = _ring(3, rng.uniform(0.8, 1.1, 3).astype(np.float32))
    return filled(frame, rng, below, polygon(frame, corners))


@register("square")
def square(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A square or a slightly oblong rectangle."""
    return filled(frame, rng, below, box(frame, 0.85, 0.85 * rng.uniform(0.82, 1.0)))


@register("star", (0.5, 1.0))
def star(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A star with five to seven points."""
    points = int(rng.integers(5, 8))
    inner = rng.uniform(0.38, 0.52)
    radii = np.where(np.arange(2 * points) % 2 == 0, 1.0, inner).astype(np.float32)
    return filled(frame, rng, below, polygon(frame, _ring(2 * points, radii)))


@register("heart", turn=0.9)
def heart(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A heart (I. Quilez, "2D distance functions")."""
    part = frame.moved(0.0, 0.85, 1.5)
    u, v = np.abs(part.u), -part.v
    lobe = np.hypot(u - np.float32(0.25), v - np.float32(0.75)) - np.float32(np.sqrt(2) / 4)
    fold = 0.5 * np.maximum(u + v, 0.0)
    tip = np.minimum(np.hypot(u, v - 1.0), np.hypot(u - fold, v - fold)) * np.sign(u - v)
    distance = np.where(u + v > 1.0, lobe, tip) * np.float32(1.5)
    return filled(frame, rng, below, np.asarray(distance, dtype=np.float32))


@register("flower", (0.5, 1.0))
def flower(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """Five to nine petals around a disc of another colour."""
    petals, depth = int(rng.integers(5, 10)), rng.uniform(0.2, 0.32)
    radius = frame.radius()
    lobes = np.abs(np.cos(np.float32(petals / 2) * np.arctan2(frame.v, frame.u)))
    edge = np.float32(1.0 - depth) + np.float32(depth) * (2.0 * np.sqrt(lobes) - 1.0)
    petal = unlike(rng, below)
    body = mix(shaded(frame, rng, petal), lighter(petal, -0.45), np.clip(1.0 - lobes * 2.5, 0.0, 1.0) * 0.8)
    heart_of = frame.cover(radius - np.float32(rng.uniform(0.24, 0.36)))
    return Layer(mix(body, unlike(rng, petal), heart_of), frame.cover((radius - edge) * np.float32(0.8)))
