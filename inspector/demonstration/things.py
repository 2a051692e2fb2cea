"""Classes that are things: eye, face, fish, word."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from inspector.demonstration.canvas import Array, Frame, Layer, box, ellipse, mix, polygon, segment
from inspector.demonstration.palette import lighter, shaded, unlike, vivid
from inspector.demonstration.registry import register

WHITE = np.array([0.97, 0.96, 0.93], dtype=np.float32)
BLACK = np.array([0.06, 0.05, 0.06], dtype=np.float32)
SKINS = np.array(
    [[0.96, 0.8, 0.69], [0.87, 0.67, 0.5], [0.72, 0.5, 0.35], [0.5, 0.33, 0.22], [0.34, 0.22, 0.16]],
    dtype=np.float32,
)
HAIRS = np.array(
    [[0.1, 0.08, 0.07], [0.3, 0.19, 0.1], [0.62, 0.42, 0.16], [0.72, 0.3, 0.12], [0.8, 0.78, 0.74]],
    dtype=np.float32,
)
# fmt: off
WORDS = (
    "and", "sea", "tea", "leaf", "moon", "word", "open", "road", "salt", "tree", "wind", "bird",
    "cafe", "exit", "gold", "hello", "light", "music", "north", "paper", "radio", "river", "shop",
    "stop", "sugar", "taxi", "train", "water", "bread", "cloud", "dream", "field", "green", "house",
    "maple", "night", "ocean", "piano", "queen",
)
# fmt: on


@register("eye", (0.55, 1.0), turn=0.8)
def eye(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """An eye: almond, iris with rays, pupil, glint, lid."""
    high = rng.uniform(0.42, 0.62)
    bow = (1.0 + high * high) / (2.0 * high)
    upper, lower = frame.moved(0.0, bow - high), frame.moved(0.0, high - bow)
    almond = np.maximum(upper.radius(), lower.radius()) - np.float32(bow)
    iris = frame.moved(rng.uniform(-0.2, 0.2), rng.uniform(-0.05, 0.05), rng.uniform(0.8, 1.0) * high)
    radius = iris.radius()
    rays = np.cos(np.arctan2(iris.v, iris.u) * np.float32(rng.integers(9, 16)))
    colour = vivid(rng)
    out = mix(
        shaded(frame, rng, WHITE),
        np.clip(colour * (1.0 + 0.25 * rays[..., None]), 0, 1),
        iris.cover(radius - 0.9),
    )
    out = mix(out, lighter(colour, -0.6), iris.stroke(radius - np.float32(0.85), 0.16))
    out = mix(out, BLACK, iris.cover(radius - np.float32(rng.uniform(0.32, 0.5))))
    out = mix(out, WHITE, iris.cover(iris.moved(-0.28, -0.3).radius() - np.float32(0.17)))
    lid = max(frame.finest(2.0), rng.uniform(0.06, 0.12))
    line = unlike(rng, WHITE, below)
    return Layer(mix(out, line, frame.cover(-almond)), frame.cover(almond - np.float32(lid)))


@register("face", (0.6, 1.0), turn=0.6)
def face(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A face: head, hair, eyes, brows, nose, mouth."""
    skin = SKINS[rng.integers(len(SKINS))] if rng.random() < 0.75 else unlike(rng, below)
    hair = HAIRS[rng.integers(len(HAIRS))] if rng.random() < 0.7 else vivid(rng)
    head = ellipse(frame, rng.uniform(0.68, 0.82), 0.95)
    out = shaded(frame, rng, np.asarray(skin, dtype=np.float32))
    fringe = frame.v + np.float32(rng.uniform(0.4, 0.6)) - np.float32(rng.uniform(-0.5, 0.3)) * frame.u**2
    out = mix(out, np.asarray(hair, dtype=np.float32), frame.cover(fringe))
    out = _features(frame, rng, out, np.asarray(skin, dtype=np.float32))
    return Layer(out, frame.cover(head))


def _features(frame: Frame, rng: np.random.Generator, out: Array, skin: Array) -> Array:
    """Adds eyes, brows, nose and mouth to a face `[H, W, 3]`."""
    apart, size, colour = rng.uniform(0.27, 0.34), rng.uniform(0.11, 0.16), lighter(vivid(rng), -0.5)
    size = max(size, frame.finest(2.6))
    dark = lighter(skin, -0.65)
    for side in (-apart, apart):
        place = frame.moved(side, -0.12)
        out = mix(out, WHITE, frame.cover(ellipse(place, size * 1.35, size)))
        out = mix(out, colour, frame.cover(place.radius() - np.float32(size * 0.72)))
        brow = segment(frame, (side - 0.17, -0.33), (side + 0.17, -0.33 + 0.08 * float(np.sign(side))))
        out = mix(out, dark, frame.cover(brow - np.float32(max(0.035, frame.finest(0.8)))))
    nose = segment(frame, (0.0, -0.02), (0.04, 0.22))
    out = mix(out, lighter(skin, -0.3), frame.cover(nose - np.float32(max(0.05, frame.finest(1.0)))))
    smile = np.float32(rng.uniform(-0.3, 0.9)) * frame.u**2
    mouth = ellipse(
        Frame(frame.u, frame.v - 0.52 + smile, frame.pixel, frame.scale), 0.32, rng.uniform(0.05, 0.14)
    )
    lips = np.array([0.72, 0.2, 0.22], dtype=np.float32) * np.float32(rng.uniform(0.6, 1.15))
    return mix(out, np.clip(lips, 0.0, 1.0), frame.cover(mouth - np.float32(0.02)))


@register("fish", (0.6, 1.0), turn=0.7)
def fish(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A fish that swims left or right: body, tail, fin, eye, bands."""
    hand = np.float32(rng.choice([-1.0, 1.0]))
    frame = Frame(frame.u * hand, frame.v, frame.pixel, frame.scale)
    high = rng.uniform(0.36, 0.55)
    body = ellipse(frame.moved(-0.2, 0.0), 0.72, high)
    fork, spread = rng.uniform(0.72, 0.88), rng.uniform(0.36, 0.52)
    tail = polygon(
        frame, np.array([[0.3, 0.0], [1.0, -spread], [fork, 0.0], [1.0, spread]], dtype=np.float32)
    )
    fin = polygon(
        frame, np.array([[-0.45, -high * 0.85], [0.0, -high - 0.28], [0.3, -high * 0.6]], dtype=np.float32)
    )
    colour = unlike(rng, below)
    trim = unlike(rng, colour)
    bands = np.sin((frame.u + 0.25 * frame.v**2) * np.float32(rng.uniform(9.0, 15.0)))
    out = mix(
        shaded(frame, rng, colour),
        trim,
        np.clip(bands * 3.0 - 1.0, 0.0, 1.0) * np.float32(rng.choice([0, 0.9])),
    )
    out = mix(out, trim, frame.cover(-body))
    eye_at = frame.moved(-0.62, -0.1).radius()
    out = mix(out, WHITE, frame.cover(eye_at - np.float32(max(0.12, frame.finest(2.6)))))
    out = mix(out, BLACK, frame.cover(eye_at - np.float32(max(0.06, frame.finest(1.4)))))
    return Layer(out, frame.cover(np.minimum(np.minimum(body, tail), fin)))


@register("word", (0.6, 1.0), turn=0.6)
def word(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A written word, sometimes on a sign."""
    text = str(rng.choice(WORDS))
    text = (text, text.upper(), text.capitalize())[rng.integers(3)]
    stretch, ink, sign = rng.uniform(0.9, 1.3), unlike(rng, below), rng.random() < 0.4
    half_height = min(0.55, 1.9 / len(text)) * stretch
    letters = _sampled(text, frame, half_height)
    if not sign:
        return Layer(shaded(frame, rng, ink), letters)
    board = unlike(rng, ink)
    plate = frame.cover(box(frame, 1.08, half_height + 0.1, 0.08))
    return Layer(mix(shaded(frame, rng, board), ink, letters), plate)


def _sampled(text: str, frame: Frame, half_height: float) -> Array:
    """Coverage of a word that fills u from -1 to 1 and v from -half_height to half_height."""
    rows = max(8, round(2 * half_height / frame.pixel))
    mask = _rendered(text, rows)
    height, width = mask.shape
    x = np.clip((frame.u + 1.0) * np.float32(width / 2) - 0.5, 0.0, width - 1.001)
    y = np.clip((frame.v / np.float32(half_height) + 1.0) * np.float32(height / 2) - 0.5, 0.0, height - 1.001)
    x0, y0 = x.astype(np.intp), y.astype(np.intp)
    fx, fy = x - x0, y - y0
    top = mask[y0, x0] * (1 - fx) + mask[y0, x0 + 1] * fx
    bottom = mask[y0 + 1, x0] * (1 - fx) + mask[y0 + 1, x0 + 1] * fx
    return np.asarray(top * (1 - fy) + bottom * fy, dtype=np.float32)


@lru_cache(maxsize=4096)
def _rendered(text: str, rows: int) -> Array:
    """The word's mask `[rows, W]` in Pillow's own font, with an empty edge of one pixel."""
    font, bold = ImageFont.load_default(size=rows), round(rows / 30)
    left, top, right, bottom = ImageDraw.Draw(Image.new("L", (1, 1))).textbbox(
        (0, 0), text, font, stroke_width=bold
    )
    picture = Image.new("L", (int(right - left) + 3, int(bottom - top) + 3))
    ImageDraw.Draw(picture).text((1 - left, 1 - top), text, fill=255, font=font, stroke_width=bold)
    return np.asarray(picture, dtype=np.float32) / np.float32(255)
