"""Edits as they are written on the command line, `--edit NODE/UNITS=WHAT`; reading them costs no torch."""

from __future__ import annotations

import argparse
import math
import re
from dataclasses import dataclass

KEPT = "kept"
FORMS = (
    "NODE/UNITS=WHAT: units as in 3,7-9; WHAT is zero, value:X, scale:X, clamp:LOW:HIGH, steer:X, "
    "mean:PICTURES, picture:FILE, zero-weights[:negative|positive] or flip-weights[:negative|positive]. Or a "
    "FILE.json of edits, or “kept” for those that the window keeps of the network. May be repeated"
)
_FORM = re.compile(r"(?P<node>[^/=]+)/(?P<units>\d+(-\d+)?(,\d+(-\d+)?)*)=(?P<what>[a-z-]+)(:(?P<rest>.+))?")
_NUMBERS = {"zero": 0, "value": 1, "scale": 1, "clamp": 2, "steer": 1}
WEIGHTS = {"zero-weights": "zero", "flip-weights": "flip"}
LOOKS = ("mean", "picture")
_MOST_UNITS = 100_000


@dataclass(frozen=True)
class Wish:
    """What one `--edit` asks for.

    Attributes:
        what: What is to be done, "kept" or "file".
        node: The node.
        units: Its units.
        numbers: How much, where that is numbers.
        rest: A file or folder, or which weights by their sign.
    """

    what: str
    node: str = ""
    units: tuple[int, ...] = ()
    numbers: tuple[float, ...] = ()
    rest: str = ""


def wish(text: str) -> Wish:
    """Read one `--edit`; what does not read is wrong usage."""
    if text == KEPT:
        return Wish(KEPT)
    if text.lower().endswith(".json") and "=" not in text:
        return Wish("file", rest=text)
    found = _FORM.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” does not read NODE/UNITS=WHAT, as in conv3/17=zero")
    what, rest = found["what"], found["rest"] or ""
    read = Wish(what, found["node"], _units(found["units"], text), _numbers(what, rest, text), rest)
    known = what in _NUMBERS or (what in LOOKS and rest)
    if not known and not (what in WEIGHTS and rest in ("", "negative", "positive")):
        raise argparse.ArgumentTypeError(f"“{text}”: “{what}{':' if rest else ''}{rest}” is no edit")
    return read


def _units(text: str, whole: str) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for piece in text.split(","):
        first, _, last = piece.partition("-")
        ends = int(first), int(last or first)
        if ends[1] < ends[0] or ends[1] - ends[0] > _MOST_UNITS:
            raise argparse.ArgumentTypeError(f"“{whole}”: {piece} is no range of units")
        found |= dict.fromkeys(range(ends[0], ends[1] + 1))
    return tuple(found)


def _numbers(what: str, rest: str, whole: str) -> tuple[float, ...]:
    if what not in _NUMBERS:
        return ()
    try:
        numbers = tuple(map(float, rest.split(":"))) if rest else ()
    except ValueError:
        numbers = (float("nan"),)
    if len(numbers) != _NUMBERS[what] or not all(map(math.isfinite, numbers)):
        raise argparse.ArgumentTypeError(f"“{whole}”: {what} takes {_NUMBERS[what]} numbers")
    return numbers
