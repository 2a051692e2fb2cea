"""From a node's numbers to what the page of one unit shows. Free of torch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from inspector.lenses.examples.evidence import Array, ClassShares, Example, QuiltBin
from inspector.lenses.examples.keys import EMPTY, unmixed
from inspector.lenses.examples.spectrum_size import BINS, SLOTS, STEP

_QUANTILES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)
_CLASSES_SHOWN = 8
_ALIKE = 12
MakeExample = Callable[[int, float, int], Example]
"""From a picture's number, a value and a flat position."""


@dataclass(frozen=True)
class UnitNumbers:
    """One unit's rows of the node's arrays, by name."""

    rows: Mapping[str, Array]

    def number(self, name: str) -> float:
        """One number; NaN where the scan did not make it."""
        return float(self.rows[name]) if name in self.rows else float("nan")

    def extremes(self, end: str, make: MakeExample) -> tuple[Example, ...]:
        """The examples of one end, "top" or "bottom"."""
        rows = zip(*(self.rows[f"{end}_{key}"].tolist() for key in ("index", "value", "place")), strict=True)
        return tuple(make(index, value, place) for index, value, place in rows if index >= 0)

    def histogram(self) -> tuple[Array, Array]:
        """Edges float64 [bins + 1] and counts int64 [bins], without the empty bins at either end."""
        if "counts" not in self.rows:
            return np.array([0.0, 1.0]), np.zeros(1, np.int64)
        filled = np.flatnonzero(self.rows["counts"])
        first, last = (filled[0], filled[-1]) if filled.size else (0, 0)
        edges, counts = self.rows["edges"][first : last + 2], self.rows["counts"][first : last + 1]
        return np.ascontiguousarray(edges), np.ascontiguousarray(counts)

    def quilt(self, make: MakeExample) -> tuple[QuiltBin, ...]:
        """The ranges of values that occur, lowest first."""
        if "quilt_keys" not in self.rows:
            return ()
        return tuple(self._range(slot, make) for slot in self._filled())

    def quantiles(self) -> tuple[tuple[float, float], ...]:
        """(share, value) pairs; within a bin values count as spread evenly."""
        if "counts" not in self.rows or not self.rows["counts"].any():
            return ()
        edges, counts = self.rows["edges"], self.rows["counts"]
        below = np.concatenate([[0], np.cumsum(counts)]) / counts.sum()
        low, high = self.number("lowest"), self.number("highest")
        values = np.clip(np.interp(_QUANTILES, below, edges), low, high)
        return tuple(zip(_QUANTILES, values.tolist(), strict=True))

    def shares(self, names: tuple[str, ...], labels: Array) -> ClassShares | None:
        """Which classes stand behind which range of values; None without classes.

        Args:
            names: All classes.
            labels: int [pictures], class of each picture of the set; -1 for none.
        """
        if not names or "quilt_keys" not in self.rows:
            return None
        slots = self._filled()
        counted = self.rows["quilt_classes"].shape[-1] > 0
        by_class = self.rows["quilt_classes"][slots].T if counted else self._drawn(slots, len(names), labels)
        shares = by_class / np.maximum(by_class.sum(0), 1)
        places = np.array([self._count(slot) for slot in slots])
        middle = np.array([sum(self._ends(slot)) / 2 for slot in slots])
        weighted = shares * (middle * places / max(places.sum(), 1))
        return _most_telling(names, shares, weighted, sampled=not counted)

    def alike(self, unit: int) -> tuple[tuple[tuple[int, float], ...], tuple[tuple[int, float], ...]]:
        """The units whose maxima go with this one's the most, and those that go against it."""
        if "correlation" not in self.rows:
            return (), ()
        correlation = self.rows["correlation"].astype(float).copy()
        correlation[unit] = np.nan
        known = np.flatnonzero(np.isfinite(correlation))
        order = known[np.argsort(-correlation[known], kind="stable")]
        positive = [int(other) for other in order[:_ALIKE] if correlation[other] > 0]
        negative = [int(other) for other in order[::-1][:_ALIKE] if correlation[other] < 0]
        return (
            tuple((other, float(correlation[other])) for other in positive),
            tuple((other, float(correlation[other])) for other in negative),
        )

    def _filled(self) -> list[int]:
        return [slot for slot in range(SLOTS) if self._count(slot)]

    def _bins(self, slot: int) -> slice:
        offset = int(self.rows["start"]) % STEP
        return slice(max(slot * STEP - offset, 0), max(min((slot + 1) * STEP - offset, BINS), 0))

    def _count(self, slot: int) -> int:
        return int(self.rows["counts"][self._bins(slot)].sum())

    def _ends(self, slot: int) -> tuple[float, float]:
        bins = self._bins(slot)
        return float(self.rows["edges"][bins.start]), float(self.rows["edges"][bins.stop])

    def _range(self, slot: int, make: MakeExample) -> QuiltBin:
        keys, values = self.rows["quilt_keys"][slot], self.rows["quilt_values"][slot]
        pictures, places = unmixed(keys[keys < EMPTY])
        examples = zip(pictures.tolist(), values.tolist(), places.tolist(), strict=False)
        low, high = self._ends(slot)
        return QuiltBin(low, high, self._count(slot), tuple(make(*example) for example in examples))

    def _drawn(self, slots: list[int], classes: int, labels: Array) -> Array:
        """How many of each range's drawn pictures are of each class, [classes, ranges]."""
        found = np.zeros((classes, len(slots)))
        for column, slot in enumerate(slots):
            keys = self.rows["quilt_keys"][slot]
            of = labels[unmixed(keys[keys < EMPTY])[0]]
            found[:, column] = np.bincount(of[of >= 0], minlength=classes)
        return found


def _most_telling(names: tuple[str, ...], shares: Array, weighted: Array, *, sampled: bool) -> ClassShares:
    """The classes that carry most of the expected value, and the others together."""
    order = np.argsort(-np.abs(weighted).sum(1), kind="stable")[:_CLASSES_SHOWN]
    rest = np.setdiff1d(np.arange(len(names)), order)

    def folded(array: Array) -> Array:
        parts = [array[order], array[rest].sum(0, keepdims=True)] if rest.size else [array[order]]
        return np.ascontiguousarray(np.concatenate(parts), np.float32)

    shown = (*(names[number] for number in order), *(["others"] if rest.size else []))
    return ClassShares(shown, folded(shares), folded(weighted), sampled)


def selectivity(means: Array) -> tuple[Array, Array]:
    """Class selectivity float32 and preferred class int64 of each unit, from class means [units, classes].

    (mean of the preferred class - mean of the others) / their sum, maxima below zero counted as zero. Source:
    Morcos, Barrett, Rabinowitz & Botvinick (2018), "On the importance of single directions for
    generalization".
    """
    units, classes = means.shape
    known = np.isfinite(means)
    if classes < 2 or not known.any():
        return np.full(units, np.nan, np.float32), np.full(units, -1, np.int64)
    best = np.argmax(np.where(known, means, -np.inf), 1)
    return class_selectivity(means, best), np.where(known.any(1), best, -1)


def class_selectivity(means: Array, classes: Array | int) -> Array:
    """The same for a class that is given, one or one for each unit: float32 [units], -1 to 1."""
    units = len(means)
    values = np.where(np.isfinite(means), np.maximum(means, 0), np.nan)
    own = values[np.arange(units), np.broadcast_to(classes, units)]
    count = np.isfinite(values).sum(1)
    with np.errstate(invalid="ignore", divide="ignore"):
        others = (np.nansum(values, 1) - own) / (count - 1)
        return np.asarray((own - others) / (own + others), np.float32)
