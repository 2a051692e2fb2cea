"""Axes that many families share, with ranges and defaults that fit a picture's size."""

from __future__ import annotations

from typing import Literal

from inspector.stimuli.axes import Axis

_TURN_LOW, _TURN_HIGH = -360.0, 720.0


def share(size: tuple[int, int], part: float) -> float:
    """A part of the picture's shorter side in px, to a tenth and at least half a pixel."""
    return max(round(min(size) * part, 1), 0.5)


def half_diagonal(size: tuple[int, int]) -> float:
    """Radius in px of the circle around the picture's middle that holds all of it."""
    return round(float((size[0] ** 2 + size[1] ** 2) ** 0.5) / 2 + 1, 1)


def orientation(period: float, count: int = 36) -> Axis:
    """The angle of bars or lines, counter-clockwise from horizontal; 180 for bars, 360 where ends differ."""
    return Axis(
        "orientation", "deg", 0, period, count, 0,
        "Angle of the lines, counter-clockwise from horizontal.",
        periodic=True, minimum=_TURN_LOW, maximum=_TURN_HIGH,
    )  # fmt: skip


def turn(name: str, sentence: str, count: int = 24, default: float = 0) -> Axis:
    """An angle that comes round after 360 deg: a phase, a hue."""
    return Axis(
        name, "deg", 0, 360, count, default, sentence, periodic=True, minimum=_TURN_LOW, maximum=_TURN_HIGH
    )


def frequency(size: tuple[int, int], name: str = "frequency", sentence: str | None = None) -> Axis:
    """Cycles per shorter side of the picture, by ratio; the finest that pixels can carry is the limit."""
    shorter = min(size)
    return Axis(
        name, "cycles/image", 1, round(shorter / 3, 1), 12, round(shorter / 8, 1),
        sentence or "Cycles of light and dark over the shorter side of the picture.",
        minimum=0.1, maximum=shorter / 2, logarithmic=True,
    )  # fmt: skip


def contrast(sentence: str = "1 is white on grey, -1 black on grey.", signed: bool = True) -> Axis:
    """How far the stimulus departs from mid grey."""
    low = -1 if signed else 0
    return Axis("contrast", "", low, 1, 21 if signed else 11, 1, sentence, minimum=low, maximum=1)


def fraction(name: str, sentence: str, default: float, count: int = 6) -> Axis:
    """A plain number from 0 to 1."""
    return Axis(name, "", 0, 1, count, default, sentence, minimum=0, maximum=1)


def length(
    size: tuple[int, int],
    name: str,
    sentence: str,
    parts: tuple[float, float, float],
    count: int = 12,
    logarithmic: bool = False,
    extent: bool = False,
) -> Axis:
    """A length in px; `parts` are its low, high and default as shares of the shorter side."""
    low, high, default = (share(size, part) for part in parts)
    return Axis(
        name, "px", low, high, count, default, sentence,
        minimum=0.5, maximum=4.0 * max(size), logarithmic=logarithmic, extent=extent,
    )  # fmt: skip


def place(
    size: tuple[int, int], direction: Literal["x", "y"], name: str = "", reach: float = 0.4, count: int = 17
) -> Axis:
    """Distance of the stimulus from the picture's middle: "x" to the right, "y" up."""
    side = size[1] if direction == "x" else size[0]
    way = "to the right" if direction == "x" else "up"
    end = round(side * reach, 1)
    return Axis(
        name or direction, "px", -end, end, count, 0, f"Shift from the middle of the picture, {way}.",
        minimum=-float(side), maximum=float(side),
    )  # fmt: skip


def choice(name: str, sentence: str, *choices: str) -> Axis:
    """One of several kinds, which have names and no order; the first is the default."""
    last = len(choices) - 1
    return Axis(name, "", 0, last, last + 1, 0, sentence, minimum=0, maximum=last, choices=choices)
