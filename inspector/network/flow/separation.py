"""Numbers kept apart: the nearest places to wished ones that hold a smallest distance."""

from __future__ import annotations

from collections.abc import Sequence


def kept_apart(wished: Sequence[float], distances: Sequence[float]) -> list[float]:
    """The places, in the given order, nearest to the wished ones (least squares).

    Isotonic regression by pooling adjacent violators (Ayer et al. 1955), after the distances are taken out.

    Args:
        wished: Where each would like to be.
        distances: Smallest distance of each from the one before it; the first does not count.
    """
    shifts: list[float] = []
    for number, distance in enumerate(distances):
        shifts.append(shifts[-1] + distance if number else 0.0)
    pools: list[tuple[float, int]] = []
    for wish, shift in zip(wished, shifts, strict=True):
        mean, count = wish - shift, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    return [mean + shift for mean, shift in zip(means, shifts, strict=True)]
