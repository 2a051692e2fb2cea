"""Round numbers for the marks of an axis."""

from __future__ import annotations

import math


def ticks(low: float, high: float, most: int, logarithmic: bool = False) -> list[float]:
    """About `most` round values from `low` to `high`; 1, 2, 5 of every decade where logarithmic."""
    if logarithmic:
        decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
        return [m * 10.0**d for d in decades for m in (1, 2, 5) if low <= m * 10.0**d <= high]
    step = _round_step((high - low) / most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [place * step for place in range(first, last + 1)]


def _round_step(least: float) -> float:
    decade = 10.0 ** math.floor(math.log10(least))
    return next(m * decade for m in (1, 2, 3, 5, 10) if m * decade >= least * (1 - 1e-9))


def number(value: float) -> str:
    """A number as short as it can be read: no trailing zeros, a true minus sign."""
    return f"{value:.4g}".replace("-", "−") if abs(value) > 1e-12 else "0"
