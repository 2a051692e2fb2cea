"""Sums of every unit that come out the same, to the last bit, in whatever order and shares they are made.

Addends are rounded to whole multiples of a small number, so float64 adds them without any error as long as
the sum stays below 2**53 of them. That number is a share of 2**-26 of the unit's own scale (2**-14 for
the factors of products), which a first look at the set's first pictures tells.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from inspector.lenses.examples import counting, upkeep

Array = np.ndarray[Any, Any]
_FINE, _COARSE = 2.0**26, 2.0**14
_AT_ONCE = 256
"""Pictures whose maxima are multiplied at once."""
_STRIPE = 128
"""Units that are multiplied at once with themselves and all later ones: half of the products, nearly."""


class Scale:
    """The powers of two that a unit's numbers are counted in.

    Attributes:
        value: float64 [units], at least the largest magnitude of the first pictures.
        pivot: float64 [units], what maxima are counted from when they are multiplied: near their mean.
        spread: float64 [units], at least the largest distance of a maximum from the pivot.
    """

    def __init__(self, value: Array, pivot: Array, spread: Array) -> None:
        self.value, self.pivot, self.spread = value, pivot, spread

    @classmethod
    def of(cls, lowest: Array, peaks: Array) -> Scale:
        """The scale that minima and maxima [n, units] of the first pictures tell."""
        peaks = peaks.astype(np.float64)
        value = _power(np.maximum(np.abs(peaks), np.abs(lowest.astype(np.float64))).max(0), np.ones(1))
        steps = value / 64
        pivot = np.rint(peaks.mean(0) / steps) * steps
        return cls(value, pivot, _power(np.abs(peaks - pivot).max(0), value))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scale) and all(
            np.array_equal(array, other.arrays()[name]) for name, array in self.arrays().items()
        )

    __hash__ = None  # type: ignore[assignment]

    def arrays(self) -> dict[str, Array]:
        """All of it, by name."""
        return {"value": self.value, "pivot": self.pivot, "spread": self.spread}


class Sums:
    """Sums over pictures and places, each in multiples of its own small number.

    Attributes:
        scale: What they are counted in.
        mean: float64 [units], of the pictures' means.
        drawn: float64 [units], of the values at the places looked at.
        squares: float64 [units], of their squares.
        fired: float64 [units], of the maxima above zero.
        fired_squares: float64 [units], of their squares.
        classes: float64 [classes, units], of the maxima by class.
    """

    NAMES = ("mean", "drawn", "squares", "fired", "fired_squares", "classes")

    def __init__(self, scale: Scale, classes: int) -> None:
        self.scale = scale
        units = len(scale.value)
        self.mean, self.drawn, self.squares = np.zeros(units), np.zeros(units), np.zeros(units)
        self.fired, self.fired_squares = np.zeros(units), np.zeros(units)
        self.classes = np.zeros((classes, units))

    def add(self, peaks: Array, means: Array, labels: Array) -> None:
        """Take maxima and means float32 [n, units] of pictures with these classes [n] (-1: none)."""
        if peaks.size >= upkeep.WORTH_COMPILING and (loops := upkeep.loops()) is not None:
            sums = self.mean, self.fired, self.fired_squares, self.classes
            loops.add(peaks, means, labels, 1 / self.scale.value, _FINE, *sums)
            return
        scaled = peaks / self.scale.value
        fired = np.maximum(scaled, 0)
        self.mean += np.rint(means / self.scale.value * _FINE).sum(0)
        self.fired += np.rint(fired * _FINE).sum(0)
        self.fired_squares += np.rint(fired * fired * _FINE).sum(0)
        for label in np.unique(labels[labels >= 0]):
            self.classes[label] += np.rint(scaled[labels == label] * _FINE).sum(0)

    def add_places(self, values: torch.Tensor) -> tuple[Array, Array]:
        """Take values float32 [units, places] of the places looked at; the lowest and highest [units]."""
        factor = torch.from_numpy(1 / self.scale.value).float()
        if values.numel() >= counting.WORTH_COMPILING and (loops := counting.loops()) is not None:
            ends = np.empty(len(values), np.float32), np.empty(len(values), np.float32)
            sums = self.drawn, self.squares
            loops.add(values.contiguous().numpy(), factor.numpy(), np.float32(_FINE), *sums, *ends)
            return ends
        scaled = values * factor[:, None]
        # Whole numbers from here on; their sums are exact in float64, whatever their order.
        self.drawn += (scaled * _FINE).round_().sum(1, dtype=torch.float64).numpy()
        self.squares += scaled.square_().mul_(_FINE).round_().sum(1, dtype=torch.float64).numpy()
        return values.amin(1).numpy(), values.amax(1).numpy()

    def merge(self, other: Sums) -> None:
        """Take the sums over other pictures; exactly where the scales are equal, else nearly."""
        ratio = other.scale.value / self.scale.value
        for name in self.NAMES:
            power = 2 if name.endswith("squares") else 1
            setattr(self, name, getattr(self, name) + np.rint(getattr(other, name) * ratio**power))

    def unit(self, name: str) -> Array:
        """One of the sums in the values' own units."""
        power = 2 if name.endswith("squares") else 1
        return np.asarray(getattr(self, name) / _FINE * self.scale.value**power)

    def arrays(self) -> dict[str, Array]:
        """All sums, by name."""
        return {name: getattr(self, name) for name in self.NAMES}


class Pairs:
    """Sums over pictures of products of two units' maxima, for their correlation.

    Maxima are rounded to multiples of 2**-14 of their spread before they are multiplied, so that their
    products add up without any error whatever is multiplied at once: up to 2**25 pictures.

    Attributes:
        products: float64 [units, units], in multiples of 2**-28 of both units' spreads; those of a unit with
            later ones lag behind until they are settled.
        sums: float64 [units], of the maxima themselves, in multiples of 2**-14.
    """

    def __init__(self, pivot: Array, spread: Array) -> None:
        self._pivot, self._spread = pivot, spread
        self.products = np.zeros((len(pivot), len(pivot)))
        self.sums = np.zeros(len(pivot))
        self._pending: list[Array] = []

    def add(self, peaks: Array) -> None:
        """Take maxima float32 [n, units]."""
        self.take(factors(peaks, self._pivot, self._spread))

    def take(self, scaled: Array) -> None:
        """Take the `factors` [n, units] of maxima."""
        # Most of a product of few pictures is going through the sums, so many wait for one product.
        self._pending.append(scaled)
        if sum(map(len, self._pending)) >= _AT_ONCE:
            self._multiply()

    def settle(self) -> None:
        """Bring what waits into the sums; needed before they are read."""
        if self._pending:
            self._multiply()
        self.products = np.tril(self.products) + np.tril(self.products, -1).T

    def _multiply(self) -> None:
        """Multiply what waits, of two units one way round: the later with the earlier."""
        scaled = torch.from_numpy(np.concatenate(self._pending)).double()
        self._pending = []
        products = torch.from_numpy(self.products)
        for start in range(0, len(self.sums), _STRIPE):
            stripe = slice(start, start + _STRIPE)
            products[start:, stripe].addmm_(scaled[:, start:].T, scaled[:, stripe])
        self.sums += scaled.sum(0).numpy()

    def merge(self, other: Pairs, pictures: int) -> None:
        """Take the sums over `pictures` other pictures; exactly where the scales are equal, else nearly."""
        self.settle()
        other.settle()
        ratio = other._spread / self._spread
        shift = (other._pivot - self._pivot) / self._spread * _COARSE
        sums = other.sums * ratio
        self.products += np.rint(other.products * np.outer(ratio, ratio))
        if shift.any():
            self.products += np.rint(np.outer(sums, shift) + np.outer(shift, sums))
            self.products += np.rint(pictures * np.outer(shift, shift))
        self.sums += np.rint(sums + shift * pictures)

    def correlation(self, pictures: int) -> Array:
        """float32 [units, units]; NaN for a unit whose maxima do not vary."""
        if not pictures:
            return np.full(self.products.shape, np.nan, np.float32)
        self.settle()
        means = self.sums / pictures
        covariance = self.products / pictures - np.outer(means, means)
        deviation = np.sqrt(np.maximum(np.diag(covariance), 0))
        # Rounding to float32 in the network leaves some of a constant unit's; that is no variation.
        deviation[deviation**2 <= 1e-5 * np.diag(self.products) / pictures] = np.nan
        return np.asarray(np.clip(covariance / np.outer(deviation, deviation), -1, 1), np.float32)

    def arrays(self) -> dict[str, Array]:
        """All sums, by name."""
        self.settle()
        return {"products": self.products, "sums": self.sums}


def factors(peaks: Array, pivot: Array, spread: Array) -> Array:
    """Distances of maxima [n, units] from the pivot, float32, whole numbers of 2**-14 of the spread."""
    if peaks.size >= upkeep.WORTH_COMPILING and (loops := upkeep.loops()) is not None:
        scaled = np.empty(peaks.shape, np.float32)
        loops.scale(peaks, pivot, _COARSE / spread, scaled)
        return scaled
    return np.rint((peaks - pivot) * (_COARSE / spread)).astype(np.float32)


def _power(values: Array, fallback: Array) -> Array:
    """The power of two at or above each value; the fallback for zero."""
    with np.errstate(divide="ignore"):
        powers = np.exp2(np.clip(np.ceil(np.log2(values)), -120, 120))
    return np.asarray(np.where(values > 0, powers, np.broadcast_to(fallback, values.shape)))
