"""Classes that are textures: grating, stripes, checkerboard, dots, bricks, fur."""

from __future__ import annotations

import numpy as np

from inspector.demonstration.canvas import Array, Frame, Layer, box, ellipse, mix
from inspector.demonstration.palette import lighter, unlike, vivid
from inspector.demonstration.registry import register

PATCHES = (0.5, 1.1)


def patch(frame: Frame, rng: np.random.Generator) -> Array:
    """Coverage of the piece of texture that is seen: a disc, an ellipse, a box, or a blob."""
    kind, aspect, turned = rng.random(), rng.uniform(0.65, 1.0), rng.uniform(0.0, np.pi)
    part = frame.moved(0.0, 0.0, 1.0, turned)
    if kind < 0.35:
        return frame.cover(ellipse(part, 1.0, aspect))
    if kind < 0.7:
        return frame.cover(box(part, 0.95, 0.95 * aspect, rng.uniform(0.0, 0.4)))
    return frame.cover(part.radius() - _wobble(part, rng))


def _wobble(part: Frame, rng: np.random.Generator) -> Array:
    angle = np.arctan2(part.v, part.u)
    out = np.full_like(angle, 0.85)
    for k in (2, 3, 5):
        out += np.float32(rng.uniform(0.0, 0.22 / k)) * np.sin(k * angle + np.float32(rng.uniform(0.0, 6.3)))
    return out


def two_colours(rng: np.random.Generator, below: Array) -> tuple[Array, Array]:
    """Two colours that differ from each other, the first also from what lies below."""
    first = unlike(rng, below)
    return first, unlike(rng, first)


@register("grating", PATCHES)
def grating(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A sinusoidal grating under a soft round window (a Gabor patch) or in a hard-edged piece."""
    period = np.exp(rng.uniform(np.log(frame.finest(3.2)), np.log(0.62)))
    wave = np.sin(np.float32(2 * np.pi / period) * frame.u + np.float32(rng.uniform(0.0, 6.3)))
    first, second = two_colours(rng, below)
    share = np.float32(0.5) + np.float32(rng.uniform(0.35, 0.5)) * wave
    window = np.exp(-((frame.radius() / np.float32(0.75)) ** 4))
    alpha = window if rng.random() < 0.5 else patch(frame, rng)
    return Layer(mix(first, second, share), alpha)


@register("stripes", PATCHES)
def stripes(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """Hard-edged bands of two to four colours and unequal widths."""
    colours = [*two_colours(rng, below), vivid(rng), vivid(rng)][: int(rng.integers(2, 5))]
    widths = rng.uniform(0.6, 1.6, len(colours))
    period = rng.uniform(max(frame.finest(4.0), 0.12), 0.3) * len(colours)
    ends = np.cumsum(widths / widths.sum()) * period
    place = np.mod(frame.u + np.float32(rng.uniform(0.0, 1.0)), np.float32(period))
    out: Array = np.broadcast_to(colours[0], (*frame.u.shape, 3)).astype(np.float32)
    for end, colour in zip(ends, [*colours[1:], colours[0]], strict=True):
        out = mix(out, colour, frame.cover(np.float32(end) - place))
    return Layer(out, patch(frame, rng))


@register("checkerboard", PATCHES)
def checkerboard(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """Squares (or lozenges) of two colours."""
    side = np.float32(rng.uniform(max(frame.finest(4.5), 0.16), 0.42))
    slant = np.float32(rng.uniform(-0.35, 0.35) if rng.random() < 0.5 else 0.0)
    u, v = (frame.u + slant * frame.v) / side, frame.v / side
    edge = np.float32(frame.pixel) / side
    both = _square_wave(u, edge) * _square_wave(v, edge)
    return Layer(mix(*two_colours(rng, below), 0.5 + 0.5 * both), patch(frame, rng))


def _square_wave(phase: Array, edge: np.float32) -> Array:
    """A square wave of -1 and 1 with period 2, its edges softened to the width `edge`."""
    triangle = np.abs(np.mod(phase, 2.0) - 1.0) - np.float32(0.5)
    out: Array = np.clip(triangle / edge * 2.0, -1.0, 1.0)
    return out


@register("dots", PATCHES)
def dots(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """Round dots in rows, on a plain ground."""
    side = np.float32(rng.uniform(max(frame.finest(7.0), 0.24), 0.6))
    row = np.floor(frame.v / side)
    shift = np.float32(0.5) * np.mod(row, 2.0) if rng.random() < 0.6 else np.float32(0.0)
    u = (np.mod(frame.u / side + shift, 1.0) - 0.5) * side
    v = (np.mod(frame.v / side, 1.0) - 0.5) * side
    share = frame.cover(np.hypot(u, v) - side * np.float32(rng.uniform(0.24, 0.4)))
    return Layer(mix(*two_colours(rng, below), share), patch(frame, rng))


@register("bricks", (0.6, 1.1))
def bricks(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """A wall: rows of bricks of slightly different colours, with mortar between them."""
    height = max(frame.finest(8.0), rng.uniform(0.22, 0.4))
    width = height * rng.uniform(1.8, 2.6)
    row = np.floor(frame.v / np.float32(height))
    across = frame.u / np.float32(width) + np.float32(0.5) * np.mod(row, 2.0)
    tints = rng.uniform(0.7, 1.2, (64, 64)).astype(np.float32)
    tint = tints[row.astype(int) % 64, np.floor(across).astype(int) % 64]
    part_u = (np.mod(across, 1.0) - 0.5) * np.float32(width)
    part_v = (np.mod(frame.v / np.float32(height), 1.0) - 0.5) * np.float32(height)
    gap = max(frame.finest(1.4), height * rng.uniform(0.08, 0.16))
    cell = Frame(part_u, part_v, frame.pixel, frame.scale)
    solid = frame.cover(box(cell, (width - gap) / 2, (height - gap) / 2, gap * 0.5))
    brick = unlike(rng, below)
    mortar = lighter(brick, rng.choice([-0.7, 0.7]))
    return Layer(mix(mortar, np.clip(brick * tint[..., None], 0.0, 1.0), solid), patch(frame, rng))


@register("fur", (0.6, 1.1))
def fur(frame: Frame, rng: np.random.Generator, below: Array) -> Layer:
    """Hair that lies mostly one way: waves of similar direction, bent by a slow flow, with a soft marking."""
    bend_u = _waves(frame, rng, 4, 1.2, np.pi)
    bend_v = _waves(frame, rng, 4, 1.2, np.pi)
    bent = Frame(frame.u + 0.12 * bend_u, frame.v + 0.12 * bend_v, frame.pixel, frame.scale)
    fine = rng.uniform(2 * np.pi / frame.finest(7.0), 2 * np.pi / frame.finest(3.5))
    hair = _waves(bent, rng, 18, fine, 0.28) + 0.6 * _waves(bent, rng, 8, fine * 0.45, 0.3)
    coat = _coat(rng)
    marking = 1.0 / (1.0 + np.exp(-4.0 * _waves(frame, rng, 4, 3.0, np.pi)))
    ground = mix(coat, _coat(rng), np.asarray(marking, dtype=np.float32))
    light = np.clip(1.0 + rng.uniform(0.3, 0.5) * hair, 0.1, 2.0)
    ragged = frame.cover(frame.radius() - _wobble(frame, rng) + 0.06 * hair)
    return Layer(np.clip(ground * light[..., None], 0.0, 1.0).astype(np.float32), ragged)


def _coat(rng: np.random.Generator) -> Array:
    """A colour of fur: brown, ginger, grey, cream, black, now and then a fantastic one."""
    if rng.random() < 0.2:
        return vivid(rng)
    coats = [[0.45, 0.3, 0.18], [0.75, 0.45, 0.18], [0.5, 0.5, 0.5], [0.85, 0.78, 0.62], [0.2, 0.18, 0.17]]
    return np.asarray(coats[rng.integers(len(coats))] * rng.uniform(0.85, 1.15, 3), dtype=np.float32)


def _waves(frame: Frame, rng: np.random.Generator, count: int, frequency: float, spread: float) -> Array:
    """A sum `[H, W]` of random waves of about unit variance, running along u within `spread` radians."""
    out = np.zeros_like(frame.u)
    for angle, stretch, phase in rng.uniform((-1.0, 0.7, 0.0), (1.0, 1.3, 6.3), (count, 3)):
        k = frequency * stretch
        ku, kv = np.float32(k * np.cos(spread * angle)), np.float32(k * np.sin(spread * angle))
        out += np.sin(ku * frame.u + kv * frame.v + np.float32(phase))
    return out * np.float32(np.sqrt(2.0 / count))
