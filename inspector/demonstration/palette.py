"""Colours: natural ones for backgrounds, vivid ones for objects, always told apart from what lies below."""

from __future__ import annotations

import colorsys

import numpy as np

from inspector.demonstration.canvas import Array, Frame

LUMINANCE = np.array([0.299, 0.587, 0.114], dtype=np.float32)
EARTHS = np.array(
    [
        [0.42, 0.33, 0.22],
        [0.30, 0.38, 0.20],
        [0.55, 0.62, 0.70],
        [0.70, 0.62, 0.48],
        [0.25, 0.28, 0.32],
        [0.45, 0.52, 0.30],
        [0.58, 0.40, 0.28],
        [0.38, 0.48, 0.58],
        [0.80, 0.78, 0.72],
        [0.20, 0.18, 0.15],
    ],
    dtype=np.float32,
)
"""Soil, leaves, sky, sand, slate, grass, clay, water, cloud, shadow."""


def vivid(rng: np.random.Generator) -> Array:
    """A random colour `[3]`: any hue, often strong, now and then nearly grey."""
    saturation = rng.uniform(0.45, 1.0) if rng.random() < 0.8 else rng.uniform(0.0, 0.3)
    return np.array(colorsys.hsv_to_rgb(rng.random(), saturation, rng.uniform(0.2, 1.0)), dtype=np.float32)


def natural(rng: np.random.Generator) -> Array:
    """A random colour `[3]` of a landscape, or (one time in four) a vivid one."""
    if rng.random() < 0.25:
        return vivid(rng)
    earth = EARTHS[rng.integers(len(EARTHS))]
    out: Array = np.clip(earth * rng.uniform(0.6, 1.35) + rng.normal(0.0, 0.05, 3), 0.0, 1.0).astype(
        np.float32
    )
    return out


def unlike(rng: np.random.Generator, *others: Array) -> Array:
    """A vivid colour `[3]` that stands out from the others.

    In a third of the draws the colour is as light as the first of the others and differs in hue alone, so
    that edges without any difference of lightness occur too.
    """
    same_light = rng.random() < 0.33
    best, best_distance = vivid(rng), -1.0
    for _ in range(12):
        colour = vivid(rng)
        if same_light:
            colour = _as_light_as(colour, others[0])
        distance = min(float(np.linalg.norm(colour - other)) for other in others)
        if distance > 0.5:
            return colour
        if distance > best_distance:
            best, best_distance = colour, distance
    return best


def _as_light_as(colour: Array, other: Array) -> Array:
    out: Array = np.clip(colour + np.dot(LUMINANCE, other - colour), 0.0, 1.0)
    return out


def shaded(frame: Frame, rng: np.random.Generator, colour: Array) -> Array:
    """Fills with a colour that grows lighter in a random direction: `[H, W, 3]`."""
    angle, strength = rng.uniform(0.0, 2 * np.pi), rng.uniform(0.0, 0.3)
    ramp = np.float32(np.cos(angle)) * frame.u + np.float32(np.sin(angle)) * frame.v
    light = np.float32(1.0) + np.float32(strength) * np.clip(ramp, -1.2, 1.2)
    return np.clip(colour * light[..., None], 0.0, 1.0)


def lighter(colour: Array, share: float) -> Array:
    """Moves a colour towards white (share > 0) or black (share < 0)."""
    target = np.float32(1.0 if share > 0 else 0.0)
    out: Array = colour + np.float32(abs(share)) * (target - colour)
    return out
