"""Every number of feature visualization that can be changed, its bounds, and a sentence on what it does."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

from inspector.network.errors import InspectorError
from inspector.saying import say

MIN_SIZE, MAX_SIZE = 8, 2048


@dataclass(frozen=True)
class Knob:
    """One parameter that a person can change.

    Attributes:
        name: The parameter's name.
        title: Its name for a person.
        sentence: What it does.
        kind: "int", "float" or "choice".
        minimum: Smallest value, of numbers.
        maximum: Largest value, of numbers.
        step: What one turn changes a number by.
        choices: The values to choose from.
        optional: Whether None is a value too (the network's own).
    """

    name: str
    title: str
    sentence: str
    kind: Literal["int", "float", "choice"]
    minimum: float = 0.0
    maximum: float = 1.0
    step: float = 1.0
    choices: tuple[str, ...] = ()
    optional: bool = False

    def check(self, value: Any) -> None:
        """Raise an InspectorError where the value is none that this knob takes."""
        if value is None and self.optional:
            return
        if self.kind == "choice":
            if value not in self.choices:
                known = ", ".join(self.choices)
                raise InspectorError(
                    say(
                        "Feature visualization: {name} is one of {known}, not “{value}”.",
                        name=self.name,
                        known=known,
                        value=value,
                    )
                )
            return
        wanted = int if self.kind == "int" else (int, float)
        fits = isinstance(value, wanted) and not isinstance(value, bool) and math.isfinite(value)
        if not fits or not self.minimum <= value <= self.maximum:
            bounds = say("{minimum:g} and {maximum:g}", minimum=self.minimum, maximum=self.maximum)
            raise InspectorError(
                say(
                    "Feature visualization: {name} lies between {bounds}, not {value}.",
                    name=self.name,
                    bounds=bounds,
                    value=value,
                )
            )


def _whole(name: str, title: str, sentence: str, minimum: int, maximum: int, step: int = 1) -> Knob:
    return Knob(name, title, sentence, "int", minimum, maximum, step)


def _number(name: str, title: str, sentence: str, maximum: float, step: float) -> Knob:
    return Knob(name, title, sentence, "float", 0.0, maximum, step)


def _choice(name: str, title: str, sentence: str, *choices: str) -> Knob:
    return Knob(name, title, sentence, "choice", choices=choices)


STATISTICS = {
    "fourier": "colours vary as in ImageNet's pictures (published with lucid); frequencies are evened by 1/f",
    "pixels": "colours vary as in ImageNet's pictures (published with lucid)",
    "maco": "magnitudes fall as 1/f, the published law of natural pictures (Field 1987); "
    "colours as in ImageNet's (published with lucid)",
}
"""What each form of picture takes from natural pictures, and where that is from."""

KNOBS: tuple[Knob, ...] = (
    _whole(
        "steps",
        "Steps",
        "How often the picture is changed: more steps, stronger and finer features.",
        1,
        100_000,
        16,
    ),
    Knob(
        "size",
        "Size",
        "Longer side of the picture in pixels; a larger one has place for more copies of a feature.",
        "int",
        MIN_SIZE,
        MAX_SIZE,
        16,
        optional=True,
    ),
    _whole(
        "seed",
        "Seed",
        "Chooses the starting noise; one seed always makes the same picture.",
        -(2**31),
        2**31 - 1,
    ),
    _choice(
        "parameterization",
        "Picture as",
        "What steps change: frequencies and colours, single pixels, or only where things lie.",
        "fourier",
        "pixels",
        "maco",
    ),
    _number(
        "learning_rate",
        "Step size",
        "How far the picture moves at each step; too far makes it glaring.",
        10.0,
        0.01,
    ),
    _number(
        "decay",
        "Fading",
        "Draws the picture back to grey at each step, which keeps colours natural.",
        10.0,
        0.05,
    ),
    _number(
        "transform",
        "Movement",
        "How strongly pictures are moved between steps; without, features drown in noise.",
        5.0,
        0.25,
    ),
    _number("shift", "Shift", "Largest shift in pixels before scaling and turning.", 64.0, 1.0),
    _number("shift_after", "Second shift", "Largest shift in pixels after scaling and turning.", 64.0, 1.0),
    _number("scaling", "Scaling", "Largest change of scale, 0.1 for a tenth larger or smaller.", 0.9, 0.05),
    _number("turn", "Turn", "Largest turn in degrees.", 180.0, 5.0),
    _number(
        "total_variation",
        "Smoothing",
        "Penalizes differences between neighbouring pixels: less fine noise.",
        100.0,
        0.1,
    ),
    _number(
        "grey",
        "Towards grey",
        "Penalizes all that differs from mid grey: what the unit needs not, fades.",
        100.0,
        0.1,
    ),
    _number(
        "boundary",
        "Quiet edges",
        "Penalizes what lies at the picture's edges: features gather in the middle.",
        100.0,
        0.1,
    ),
    _number(
        "diversity",
        "Diversity",
        "How much the pictures of one “diversity” objective are to differ.",
        100.0,
        0.25,
    ),
    _number(
        "sharing",
        "Even steps",
        "0 moves all frequencies alike, 1 as far as they matter to the unit: less noise.",
        1.0,
        0.25,
    ),
    _choice("optimiser", "Optimiser", "The rule by which steps follow gradients.", "adam", "nadam"),
    _whole(
        "crops", "Crops", "MACO: how many random crops of the picture the network sees at each step.", 1, 64
    ),
    _whole(
        "crop_steps",
        "Narrowing",
        "MACO: over how many steps the crops narrow, from half of the picture on.",
        1,
        100_000,
        16,
    ),
    Knob(
        "crop_to",
        "Last crops",
        "MACO: the side that crops narrow to, as a share of the picture's: smaller, finer.",
        "float",
        0.02,
        0.5,
        0.05,
    ),
    _number("noise", "Noise", "MACO: how much noise is laid over the crops.", 1.0, 0.02),
)


def check(values: dict[str, Any]) -> None:
    """Raise an InspectorError where one of the values is none that its knob takes."""
    for knob in KNOBS:
        knob.check(values[knob.name])
