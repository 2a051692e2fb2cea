"""What a blind labelling tells: P(label | activation), density, and x p(x) by label, also as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.lenses.examples import QuiltBin
from inspector.workspace.blind import SKIPPED, Blind, crops

Array = np.ndarray[Any, Any]
_Z = 1.959964  # 95 % of a normal distribution lie within so many standard deviations


@dataclass(frozen=True, eq=False)
class BlindResults:
    """The numbers behind the plots; n ranges of values, k classes.

    Attributes:
        classes: Names of the classes.
        low, high: float64 [n], the ranges' ends.
        places: int64 [n], how many of the places looked at have such a value.
        labelled: int64 [k, n], crops of the range with this label.
        skipped: int64 [n], crops that were skipped.
        shares: float64 [k, n], P(label | activation); NaN where no crop of the range has a label.
        share_low, share_high: float64 [k, n], ends of Wilson's interval of 95 % (Wilson 1927); NaN likewise.
        density: float64 [n], probability density of the activation.
        density_by: float64 [k, n], the part of it that each label has.
        weighted: float64 [k, n], x p(x): what the range adds to the mean activation, by label; NaN likewise.
    """

    classes: tuple[str, ...]
    low: Array
    high: Array
    places: Array
    labelled: Array
    skipped: Array
    shares: Array
    share_low: Array
    share_high: Array
    density: Array
    density_by: Array
    weighted: Array

    @property
    def of_all(self) -> Array:
        """float64 [k]: the share of each label among all places, over the ranges that have labels."""
        known = np.isfinite(self.shares).all(0)
        total = max(float(self.places[known].sum()), 1.0)
        found: Array = (self.shares[:, known] * self.places[known]).sum(1) / total
        return found

    @property
    def of_mean(self) -> Array:
        """float64 [k]: the share of each label in what is above zero of the mean activation."""
        parts = np.where(self.high > 0, np.nan_to_num(np.maximum(self.weighted, 0)), 0).sum(1)
        found: Array = parts / max(float(parts.sum()), np.finfo(float).tiny)
        return found


def results(blind: Blind, bins: Sequence[QuiltBin]) -> BlindResults:
    """Count the labels by range. Within a range crops are drawn evenly, so their shares are those of it."""
    count, classes = len(bins), len(blind.classes)
    labelled, skipped = np.zeros((classes, count), np.int64), np.zeros(count, np.int64)
    for crop in crops(bins, blind.seed):
        answer = blind.answers.get(crop.key)
        if answer == SKIPPED:
            skipped[crop.place] += 1
        elif answer is not None:
            labelled[answer, crop.place] += 1
    low, high = (np.array([getattr(one, end) for one in bins], float) for end in ("low", "high"))
    places = np.array([one.count for one in bins], np.int64)
    known = labelled.sum(0)
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = labelled / known
    share_low, share_high = wilson(labelled, known)
    part = places / max(int(places.sum()), 1)
    width = np.where(high > low, high - low, np.nan)
    density = np.nan_to_num(part / width)
    return BlindResults(
        blind.classes, low, high, places, labelled, skipped, shares, share_low, share_high,
        density, shares * density, shares * ((low + high) / 2 * part),
    )  # fmt: skip


def wilson(hits: Array, of: Array) -> tuple[Array, Array]:
    """Both ends of Wilson's score interval of 95 % for `hits` of `of`; NaN where nothing was looked at."""
    with np.errstate(invalid="ignore", divide="ignore"):
        share = hits / of
        middle = (share + _Z**2 / (2 * of)) / (1 + _Z**2 / of)
        away = _Z / (1 + _Z**2 / of) * np.sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2))
    return np.where(of > 0, middle - away, np.nan), np.where(of > 0, middle + away, np.nan)


def to_csv(found: BlindResults) -> str:
    """A line for each range of values; empty where there is no number."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    by_class = [
        f"{what} ({name})"
        for name in found.classes
        for what in ("crops", "P", "P low", "P high", "density", "x p(x)")
    ]
    table.writerow(("low", "high", "places", "density", "skipped", *by_class))
    for n in range(len(found.low)):
        row: list[Any] = [found.low[n], found.high[n], found.places[n], _number(found.density[n])]
        row.append(found.skipped[n])
        for k in range(len(found.classes)):
            row.append(found.labelled[k, n])
            for part in (found.shares, found.share_low, found.share_high, found.density_by, found.weighted):
                row.append(_number(part[k, n]))
        table.writerow(row)
    return text.getvalue()


def crops_to_csv(blind: Blind, bins: Sequence[QuiltBin]) -> str:
    """A line for each crop in the order in which they were shown, with its value, which was hidden then."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("picture", "y", "x", "activation", "label"))
    names = dict(enumerate(blind.classes)) | {SKIPPED: "skipped"}
    for crop in crops(bins, blind.seed):
        one = crop.example
        label = names.get(blind.answers.get(crop.key, SKIPPED - 1), "")
        table.writerow((one.name, one.y, one.x, one.value, label))
    return text.getvalue()


def _number(value: float) -> float | str:
    return round(float(value), 8) if np.isfinite(value) else ""
