"""What a kernel on the picture looks like: Gabor, colour contrast, centre-surround, plain. Free of torch.

A kernel's energy is split into light (the mean of its colours at each pixel) and colour (the rest). The
larger part decides whether it is a kernel of light or of colour. Its shape is told by the power spectrum
of that part: the share at zero frequency tells a blob from a pattern, and the anisotropy of the spectrum's
second moments (Bigün & Granlund 1987) tells stripes from rings.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inspector.lenses.suggestions import Array
from inspector.saying import say

_SPECTRUM = 32
_STRIPED = 0.5
_PLAIN = 0.5
_SURROUND = 0.25


@dataclass(frozen=True)
class Kernel:
    """One kernel, described.

    Attributes:
        kind: The name of its group.
        sure: Confidence, 0 to 1.
        along: What it is sorted by within the group: its angle or hue in degrees.
        word: The same for a person.
        rule: What makes a kernel one of this kind.
    """

    kind: str
    sure: float
    along: float
    word: str
    rule: str


def described(kernel: Array) -> Kernel | None:
    """What a kernel [h, w, 3] about 0 is; None for one without weights, of one pixel, or of no clear kind."""
    light = kernel.mean(2).astype(np.float64)
    colour = kernel.astype(np.float64) - light[..., None]
    energies = 3 * float((light**2).sum()), float((colour**2).sum())
    if sum(energies) < 1e-6 or min(light.shape) < 3:
        return None
    coloured = energies[1] / sum(energies)
    if coloured >= 0.5:
        return _of_colour(colour, coloured)
    return _of_light(light, 1 - coloured)


def _of_colour(colour: Array, share: float) -> Kernel:
    """A kernel of colour, along the axis of colour that holds most of it."""
    pixels = colour.reshape(-1, 3)
    _, _, axes = np.linalg.svd(pixels, full_matrices=False)
    axis = axes[0]
    part = (pixels @ axis).reshape(colour.shape[:2])
    centre = part[part.shape[0] // 2, part.shape[1] // 2]
    hue = _hue(axis * (1 if centre >= 0 else -1)) % 180
    rule = say("half of the energy or more lies in colour")
    if _ring(part) >= _SURROUND and _stripes(part)[0] < _STRIPED:
        kind, rule = (
            say("Colour centre-surround"),
            say("{rule}, and the middle is of the colour opposed to its surround", rule=rule),
        )
    else:
        kind = say("Colour contrast") if _plainness(part) < _PLAIN else say("Colour")
        rule = (
            say("{rule}, with both of two opposed colours", rule=rule)
            if kind == "Colour contrast"
            else say("{rule}, of one sign", rule=rule)
        )
    return Kernel(kind, round(share, 3), hue, say("{hue:.0f} deg of hue", hue=hue), rule)


def _of_light(light: Array, share: float) -> Kernel | None:
    striped, angle = _stripes(light)
    if striped >= _STRIPED and _plainness(light) < _PLAIN:
        rule = say(
            "kernels of light whose spectrum has an anisotropy of {striped:g} or more", striped=_STRIPED
        )
        return Kernel(
            say("Gabor"), round(min(striped, share), 3), angle, say("{angle:.0f} deg", angle=angle), rule
        )
    if _ring(light) >= _SURROUND and striped < _STRIPED:
        rule = say("kernels of light whose middle is opposed to its surround")
        sign = 0.0 if light[light.shape[0] // 2, light.shape[1] // 2] > 0 else 1.0
        return Kernel(
            say("Centre-surround"),
            round(share, 3),
            sign,
            say("dark") if sign else say("light"),
            rule,
        )
    if _plainness(light) >= _PLAIN:
        return Kernel(say("Brightness"), round(share, 3), 0.0, "", say("kernels of light of one sign"))
    return None


def _plainness(part: Array) -> float:
    """How far a kernel is of one sign: 0 where its weights add up to nothing, 1 where none is opposed."""
    return float(abs(part.sum()) / np.abs(part).sum())


def _stripes(part: Array) -> tuple[float, float]:
    """Anisotropy of the spectrum, 0 to 1, and the angle along the stripes in deg from 0 to 180."""
    power = np.abs(np.fft.fft2(part - part.mean(), (_SPECTRUM, _SPECTRUM))) ** 2
    y, x = np.meshgrid(np.fft.fftfreq(_SPECTRUM), np.fft.fftfreq(_SPECTRUM), indexing="ij")
    radius = np.hypot(x, y)
    radius[0, 0] = 1
    # Directions alone, twice their angle, weighted by power: a ring of all directions adds up to nothing.
    turned = (power * np.exp(2j * np.arctan2(-y, x))).sum() / max(power.sum(), 1e-12)
    across = np.degrees(np.angle(turned)) / 2
    return float(abs(turned)), float((across + 90) % 180)


def _ring(part: Array) -> float:
    """How far the middle is opposed to what is around it: the lesser of both sums, of all weights."""
    height, width = part.shape
    y, x = np.mgrid[:height, :width]
    radius = np.hypot((y - (height - 1) / 2) / height, (x - (width - 1) / 2) / width)
    best = 0.0
    for limit in (0.15, 0.25, 0.35):
        inside, outside = part[radius <= limit].sum(), part[radius > limit].sum()
        if inside * outside < 0:
            best = max(best, min(abs(inside), abs(outside)) / np.abs(part).sum())
    return float(best)


def _hue(axis: Array) -> float:
    """The hue of a colour's direction [3], in deg: 0 red, 120 green, 240 blue."""
    red, green, blue = axis
    return float(np.degrees(np.arctan2(np.sqrt(3) * (green - blue), 2 * red - green - blue)) % 360)
