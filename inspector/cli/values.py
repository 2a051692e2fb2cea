"""Values that are written on the command line, read and checked; wrong ones are wrong usage."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_MOST = 20_000


@dataclass(frozen=True)
class AxisRange:
    """An axis to vary: `count` values from start to stop."""

    name: str
    start: float
    stop: float
    count: int


def positive(text: str) -> int:
    """A whole number from 1 on."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number from 1 on")
    return number


def part(text: str) -> tuple[int, int]:
    """`I/N`, the I-th of N parts."""
    number, slash, parts = text.partition("/")
    if not slash or positive(number) > positive(parts):
        raise argparse.ArgumentTypeError(f"“{text}” does not read I/N, as in 1/4, with I from 1 to N")
    return int(number), int(parts)


def axis(text: str) -> AxisRange:
    """`name=start:stop:count`."""
    name, _, values = text.partition("=")
    parts = values.split(":")
    if not name or len(parts) != 3:
        raise argparse.ArgumentTypeError(
            f"“{text}” does not read name=start:stop:count, as in orientation=0:180:36"
        )
    count = positive(parts[2])
    if count > _MOST:
        raise argparse.ArgumentTypeError(f"“{text}” asks for more than {_MOST:,} values")
    return AxisRange(name, _number(parts[0], text), _number(parts[1], text), count)


def family_value(text: str) -> tuple[str, float]:
    """`name=value`."""
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise argparse.ArgumentTypeError(f"“{text}” does not read name=value, as in frequency=8")
    return name, _number(value, text)


def share(text: str) -> float:
    """A number from 0 to 1."""
    found = _number(text, text)
    if not 0 <= found <= 1:
        raise argparse.ArgumentTypeError(f"“{text}” does not lie between 0 and 1")
    return found


def place(text: str) -> tuple[float, float]:
    """`Y,X`, both from 0 to 1."""
    y, comma, x = text.partition(",")
    found = (_number(y, text), _number(x, text)) if comma else (math.nan, math.nan)
    if not all(0 <= share <= 1 for share in found):
        raise argparse.ArgumentTypeError(f"“{text}” does not read Y,X, as in 0.5,0.5, from 0 to 1")
    return found


def setting(text: str) -> tuple[str, int | float | str]:
    """`name=value`, a number where it reads as one."""
    name, equals, value = text.partition("=")
    if not name or not equals or not value:
        raise argparse.ArgumentTypeError(f"“{text}” does not read name=value, as in decay=0.1")
    for kind in (int, float):
        try:
            return name, kind(value)
        except ValueError:
            pass
    return name, value


def output_file(*endings: str) -> Callable[[str], Path]:
    """A file name with one of these endings."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() not in endings:
            raise argparse.ArgumentTypeError(f"“{text}” must end in {' or '.join(endings)}")
        return path

    return read


def _number(text: str, whole: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError(f"“{text}” in “{whole}” is no number")
    return number
