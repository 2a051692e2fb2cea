"""Classes that are lines: curve, spiral, zigzag, cross."""

from __future__ import annotations

import numpy as np

from inspector.demonstration.canvas import Array, Frame, Layer, box
from inspector.demonstration.palette import shaded, unlike
from inspector.demonstration.registry import register


def stroke_width(frame: Frame, rng: np.random.Generator, low: float = 0.07, high: float = 0.24) -> float:
    """A line's width: never thinner than two pixels at the reference size."""
    return max(frame.finest(2.0), rng.uniform(low, high))


@register("curve")
def curve(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """One to three parallel arcs of a circle."""
    bow = rng.uniform(0.6, 1.5)
    reach = min(rng.uniform(0.75, 1.1) / bow, 1.35)
    part = frame.moved(0.0, bow - 0.35 * bow * reach)
    width = stroke_width(frame, rng, 0.1)
    alpha = np.zeros_like(frame.u)
    for k in range(int(rng.choice([1, 1, 1, 2, 3]))):
        alpha = np.maximum(alpha, frame.cover(_arc(part, bow - 1.9 * width * k, reach) - width / 2))
    return Layer(shaded(frame, rng, unlike(rng, below)), alpha)


def _arc(frame: Frame, radius: float, reach: float) -> Array:
    """Distance to an arc above the centre that spans `reach` radians to either side."""
    sin, cos = np.float32(np.sin(reach)), np.float32(np.cos(reach))
    u, v = np.abs(frame.u), -frame.v
    end = np.hypot(u - sin * np.float32(radius), v - cos * np.float32(radius))
    return np.where(cos * u > sin * v, end, np.abs(np.hypot(u, v) - np.float32(radius)))


@register("spiral", (0.5, 0.95))
def spiral(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """An Archimedean spiral, to the left or to the right."""
    turns = rng.uniform(1.8, min(3.6, 0.95 / frame.finest(4.6)))
    pitch = np.float32(0.95 / turns)
    hand = np.float32(rng.choice([-1.0, 1.0]))
    radius = frame.radius()
    winding = hand * np.arctan2(frame.v, frame.u) / np.float32(2 * np.pi)
    nearest = np.mod(radius / pitch - winding, 1.0) - np.float32(0.5)
    line = frame.stroke(nearest * pitch, float(pitch) * rng.uniform(0.3, 0.55))
    alpha = line * frame.cover(radius - np.float32(0.97))
    return Layer(shaded(frame, rng, unlike(rng, below)), alpha)


@register("zigzag", (0.5, 1.0))
def zigzag(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """One to three parallel zigzag lines."""
    teeth = rng.uniform(1.5, 3.6)
    height = rng.uniform(0.5, 1.0) / teeth
    slope = 2.0 * teeth * height
    wave = np.float32(height) * (2.0 * np.abs(np.mod(frame.u * np.float32(teeth / 2), 1.0) * 2.0 - 1.0) - 1.0)
    width = stroke_width(frame, rng, 0.1, 0.2)
    alpha = np.zeros_like(frame.u)
    lines = int(rng.choice([1, 1, 2, 3]))
    steep = np.float32(1.0 / np.hypot(1.0, slope))
    for k in range(lines):
        offset = (k - (lines - 1) / 2) * (width * 1.9 / float(steep))
        alpha = np.maximum(alpha, frame.stroke((frame.v - wave - np.float32(offset)) * steep, width))
    alpha *= frame.cover(np.abs(frame.u) - np.float32(0.97))
    return Layer(shaded(frame, rng, unlike(rng, below)), alpha)


@register("cross")
def cross(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """Two bars across each other."""
    width = max(frame.finest(3.0), rng.uniform(0.14, 0.34))
    long = rng.uniform(0.75, 1.0)
    bars = np.minimum(box(frame, width, long), box(frame, 0.95, width))
    return Layer(shaded(frame, rng, unlike(rng, below)), frame.cover(bars))
