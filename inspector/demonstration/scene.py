"""One picture of a scene: an object of a class, somewhere, in some light, over a background."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from inspector.demonstration import lines, shapes, textures, things
from inspector.demonstration.backgrounds import background, scatter_leaves
from inspector.demonstration.canvas import REFERENCE_SIZE, Array, Frame, Layer, scene_frame
from inspector.demonstration.registry import CLASSES, PictureClass

PAINTERS = (textures, lines, shapes, things)
"""The modules whose import fills the registry."""

LABELS: tuple[str, ...] = tuple(sorted(CLASSES))


def render(
    seed: int, index: int, size: int = REFERENCE_SIZE, grain: bool = True
) -> tuple[NDArray[np.uint8], int]:
    """Renders the picture that (seed, index) determines, whatever was rendered before.

    Args:
        seed: names a set of pictures.
        index: which picture of the set; the classes take turns.
        size: side in px; the geometry does not depend on it.
        grain: whether to add a camera's noise.

    Returns:
        The picture `[size, size, 3]` as RGB, and the index of its class in `LABELS`.
    """
    rng = np.random.default_rng([seed, index])
    label = index % len(LABELS)
    picture = background(rng, size)
    picture = _place(rng, picture, CLASSES[LABELS[label]])
    if rng.random() < 0.4:
        scatter_leaves(rng, picture, int(rng.integers(1, 5)), (0.08, 0.22), margin=0.25)
    picture = _light(rng, picture)
    if grain:
        noise = rng.standard_normal(picture.shape, dtype=np.float32)
        picture += np.float32(rng.uniform(0.0, 0.035)) * noise
    return np.clip(picture * 255.0 + 0.5, 0.0, 255.0).astype(np.uint8), label


def _place(rng: np.random.Generator, picture: Array, kind: PictureClass) -> Array:
    """Lays an object of the class over the picture, at a random place, size and angle."""
    low, high = kind.scales
    scale = np.exp(rng.uniform(np.log(low), np.log(high)))
    slack = max(0.0, 1.02 - 0.8 * scale)
    cu, cv = rng.uniform(-slack, slack, 2) * 0.9
    frame = scene_frame(len(picture)).moved(cu, cv, scale, rng.uniform(-kind.turn, kind.turn))
    soft = Frame(frame.u, frame.v, frame.pixel * rng.choice([1.0, 1.3, 2.0]), scale)
    layer = kind.paint(soft, rng, _mean_below(picture, cu, cv, scale))
    if rng.random() < 0.35:
        picture = _shadowed(rng, picture, layer.alpha)
    opacity = np.float32(1.0 if rng.random() < 0.7 else rng.uniform(0.78, 1.0))
    return Layer(layer.colour, layer.alpha * opacity).over(picture)


def _mean_below(picture: Array, cu: float, cv: float, scale: float) -> Array:
    """The mean colour `[3]` of the piece of the picture that an object will hide."""
    size = len(picture)
    x0, x1, y0, y1 = (
        int(np.clip((c + 1) * size / 2, 0, size)) for c in (cu - scale, cu + scale, cv - scale, cv + scale)
    )
    return np.asarray(picture[y0:y1, x0:x1].mean(axis=(0, 1)), dtype=np.float32)


def _shadowed(rng: np.random.Generator, picture: Array, alpha: Array) -> Array:
    """Darkens what the object's shadow falls on."""
    shift = rng.uniform(0.02, 0.05, 2) * len(picture) * rng.choice([-1, 1], 2)
    shadow = np.roll(alpha, np.round(shift).astype(int).tolist(), axis=(0, 1))
    return picture * (1.0 - np.float32(rng.uniform(0.3, 0.7)) * shadow[..., None])


def _light(rng: np.random.Generator, picture: Array) -> Array:
    """Changes brightness, contrast and the colour of the light."""
    contrast = np.float32(rng.uniform(0.65, 1.1))
    tint = rng.uniform(0.9, 1.1, 3).astype(np.float32) * np.float32(rng.uniform(0.8, 1.15))
    middle = np.float32(rng.uniform(0.45, 0.58))
    out: Array = ((picture - np.float32(0.5)) * contrast + middle) * tint
    return out
