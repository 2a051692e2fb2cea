"""How sure a mean of paired differences is."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
_CHUNK = 1 << 22


def bootstrap_interval(
    differences: Array, *, level: float = 0.95, samples: int = 2000, seed: int = 0
) -> tuple[float, float]:
    """Percentile interval of the mean of paired differences (Efron and Tibshirani 1993, chapter 13).

    Pairs are drawn anew with replacement, so what a picture does to both sides alike cancels out.

    Args:
        differences: [pairs], one number a picture.
        level: Share of the interval.
        samples: How often the pairs are drawn anew.
        seed: One seed gives one interval.

    Returns:
        Lower and upper bound; NaN for no pair.
    """
    given = np.asarray(differences, np.float64)
    if not given.size:
        return float("nan"), float("nan")
    generator = np.random.default_rng(seed)
    rows = max(1, _CHUNK // given.size)
    means = [
        given[generator.integers(0, given.size, (min(rows, samples - start), given.size))].mean(1)
        for start in range(0, samples, rows)
    ]
    low, high = np.quantile(np.concatenate(means), [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
