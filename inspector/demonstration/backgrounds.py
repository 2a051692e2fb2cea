"""Natural-looking backgrounds: coloured 1/f noise and occluding "dead leaves".

Both share the statistics of photographs: spectra that fall like 1/f (Field 1987, "Relations between the
statistics of natural images and the response properties of cortical cells") and edges from surfaces that hide
each other (Lee, Mumford, Huang 2001, "Occlusion models for natural images").
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from inspector.demonstration.canvas import REFERENCE_SIZE, Array, Frame, box, ellipse, scene_frame
from inspector.demonstration.palette import natural

# Natural colours vary most in lightness, then from blue to yellow, then from red to green.
LIGHT = np.array([0.577, 0.577, 0.577], dtype=np.float32)
BLUE_YELLOW = np.array([0.408, 0.408, -0.816], dtype=np.float32)
RED_GREEN = np.array([0.707, -0.707, 0.0], dtype=np.float32)


def pink_noise(rng: np.random.Generator, size: int, slope: float, channels: int) -> Array:
    """Noise `[channels, size, size]` of unit variance whose amplitude falls like 1/f^slope.

    The waves drawn are those of the reference size, so one seed gives the same pattern at every size.
    """
    n = REFERENCE_SIZE
    waves = rng.standard_normal((2, channels, n, n // 2 + 1), dtype=np.float32)
    spectrum = (waves[0] + 1j * waves[1]) * np.exp(np.float32(-slope) * _log_frequency())
    spectrum[:, 0, 0] = 0.0
    field = np.fft.irfft2(_resized(spectrum, size), s=(size, size)).astype(np.float32)
    out: Array = field / (field.std(axis=(1, 2), keepdims=True) + np.float32(1e-6))
    return out


@lru_cache(maxsize=1)
def _log_frequency() -> Array:
    """Logarithm of the frequency (cycles per picture, at least 1) of each wave of the reference size."""
    n = REFERENCE_SIZE
    frequency = np.hypot(np.fft.fftfreq(n, 1 / n)[:, None], np.arange(n // 2 + 1)[None])
    return np.asarray(np.log(np.maximum(frequency, 1.0)), dtype=np.float32)


def _resized(spectrum: np.ndarray, size: int) -> np.ndarray:
    """Keeps the waves that `size` px can show, with zeros for those that were not drawn."""
    half = min(size, REFERENCE_SIZE) // 2
    out = np.zeros((len(spectrum), size, size // 2 + 1), dtype=spectrum.dtype)
    out[:, :half, :half] = spectrum[:, :half, :half]
    out[:, -half + 1 :, :half] = spectrum[:, -half + 1 :, :half]
    return out


def texture(rng: np.random.Generator, size: int) -> Array:
    """A coloured 1/f texture `[size, size, 3]`, unclipped."""
    light, yellow, red = pink_noise(rng, size, rng.uniform(1.1, 1.8), 3)
    contrast = rng.uniform(0.12, 0.34)
    colour = contrast * rng.uniform(0.1, 0.5)
    out = natural(rng) + np.float32(contrast) * light[..., None] * LIGHT
    out += np.float32(colour) * yellow[..., None] * BLUE_YELLOW
    out += np.float32(colour * 0.7) * red[..., None] * RED_GREEN
    return np.asarray(out, dtype=np.float32)


def background(rng: np.random.Generator, size: int) -> Array:
    """A random background `[size, size, 3]`, 0 to 1: texture, leaves, or leaves with texture."""
    kind = rng.random()
    picture = texture(rng, size)
    if kind > 0.35:
        leaves = np.clip(picture, 0.0, 1.0)
        scatter_leaves(rng, leaves, int(rng.integers(12, 40)), (0.1, 0.8))
        if kind > 0.55:
            grain = picture - picture.mean(axis=(0, 1))
            leaves += np.float32(rng.uniform(0.1, 0.7)) * grain
        picture = leaves
    return np.clip(picture, 0.0, 1.0)


def scatter_leaves(
    rng: np.random.Generator, picture: Array, count: int, radii: tuple[float, float], margin: float = 0.0
) -> None:
    """Lays `count` leaves over a picture `[size, size, 3]`, in place.

    Args:
        rng: source of chance.
        picture: what the leaves hide.
        count: how many leaves.
        radii: smallest and largest radius in scene units; the density falls with the square of the radius.
        margin: keeps the leaves' centres at least this far from the picture's centre.
    """
    size = len(picture)
    low, high = 1.0 / radii[0], 1.0 / radii[1]
    for _ in range(count):
        radius = 1.0 / (low + rng.random() * (high - low))
        angle = rng.uniform(0.0, 2 * np.pi)
        distance = rng.uniform(margin, 1.35)
        _lay_leaf(rng, picture, size, radius, distance * np.cos(angle), distance * np.sin(angle))


def _lay_leaf(
    rng: np.random.Generator, picture: Array, size: int, radius: float, cu: float, cv: float
) -> None:
    """Paints one leaf, working only on the pixels of its bounding box."""
    kind, aspect, turn = int(rng.integers(3)), rng.uniform(0.25, 0.75), rng.uniform(0.0, np.pi)
    colour, strength = natural(rng), rng.uniform(-0.25, 0.25)
    reach = radius * 1.45
    x0, x1 = (int(np.clip((c + 1) * size / 2, 0, size)) for c in (cu - reach, cu + reach))
    y0, y1 = (int(np.clip((c + 1) * size / 2, 0, size)) for c in (cv - reach, cv + reach))
    if x0 >= x1 or y0 >= y1:
        return
    whole = scene_frame(size)
    part = Frame(whole.u[y0:y1, x0:x1], whole.v[y0:y1, x0:x1], whole.pixel, 1.0).moved(cu, cv, radius, turn)
    alpha = part.cover(_outline(part, kind, aspect))[..., None]
    shade = np.float32(1.0) + np.float32(strength) * part.u[..., None]
    region = picture[y0:y1, x0:x1]
    region += alpha * (np.clip(colour * shade, 0.0, 1.0) - region)


def _outline(part: Frame, kind: int, aspect: float) -> Array:
    """Signed distance to a leaf's outline: oval, pointed or oblong, never like a circle or a square."""
    if kind == 0:
        return ellipse(part, 1.0, aspect)
    if kind == 1:
        bow = (1.0 + aspect * aspect) / (2.0 * aspect)
        return np.hypot(part.u, np.abs(part.v) + np.float32(bow - aspect)) - np.float32(bow)
    return box(part, 1.0, 0.8 * aspect)
