"""Grouping units that are alike: average linkage, and chains of pairs."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from inspector.lenses.suggestions import Array

Members = tuple[tuple[int, float], ...]


def clusters(likeness: Array, least: float) -> list[Members]:
    """Groups of units that are alike on the average, the largest first.

    Agglomerative clustering with average linkage (Sokal & Michener 1958; scikit-learn): two groups join while
    the mean likeness between their members is `least` or more.

    Args:
        likeness: [units, units], 1 for the same; units whose own is NaN are left out.
        least: The least mean likeness.

    Returns:
        For each group its units with their mean likeness to the others, the most typical first.
    """
    known = np.flatnonzero(np.isfinite(np.diag(likeness)))
    if len(known) < 2:
        return []
    from sklearn.cluster import AgglomerativeClustering

    table = np.nan_to_num(likeness[np.ix_(known, known)].astype(np.float64))
    joined = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - least + 1e-9
    )
    numbers = joined.fit_predict(1 - table)
    groups = [np.flatnonzero(numbers == number) for number in range(int(numbers.max()) + 1)]
    found = [_typical_first(table[np.ix_(group, group)], known[group]) for group in groups if len(group) > 1]
    return sorted(found, key=lambda members: (-len(members), members[0][0]))


def _typical_first(table: Array, units: Array) -> Members:
    """Units by falling mean likeness to the others of their group."""
    mean = (table.sum(1) - np.diag(table)) / (len(table) - 1)
    order = np.argsort(-mean, kind="stable")
    return tuple((int(units[place]), float(np.clip(mean[place], 0, 1))) for place in order)


def chained(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Sets of units that pairs connect, each in order of number, by their smallest one."""
    home: dict[int, int] = {}

    def root(unit: int) -> int:
        while home.setdefault(unit, unit) != unit:
            unit = home[unit]
        return unit

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        home[high] = low
    found: dict[int, list[int]] = {}
    for unit in sorted(home):
        found.setdefault(root(unit), []).append(unit)
    return [units for _, units in sorted(found.items()) if len(units) > 1]
