"""A node's units in order of every number and by every name, for readers whose browser runs no scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from inspector.atlas.node_table import NodeTable
from inspector.atlas.words import short

MOST = 24
"""So many units stand in the order of a number."""


@dataclass(frozen=True)
class Order:
    """Some units in a row.

    Attributes:
        title: By what they are ordered.
        units: (unit, what stands beside it).
        left: How many more there are.
    """

    title: str
    units: tuple[tuple[int, str], ...]
    left: int = 0


def by_number(table: NodeTable) -> tuple[Order, ...]:
    """For every column its highest units, the highest first; of equal ones the lower number first."""
    return tuple(_highest(table, name) for name in table.columns)


def by_name(table: NodeTable) -> tuple[Order, ...]:
    """Units that are labelled or starred, then those of each group and class, by name."""
    named = [
        (label.lower(), unit, f"{label}{' ★' if table.stars[unit] else ''}".strip())
        for unit, label in enumerate(table.labels)
        if label or table.stars[unit]
    ]
    parts = [Order("Labelled or starred", tuple((unit, text) for _, unit, text in sorted(named)))]
    parts += _gathered(
        "Group", ((group, unit) for unit, groups in enumerate(table.groups) for group in groups)
    )
    parts += _gathered("Class", ((name, unit) for unit, name in enumerate(table.classes) if name))
    return tuple(part for part in parts if part.units)


def _highest(table: NodeTable, name: str) -> Order:
    values = table.columns[name]
    known = np.flatnonzero(np.isfinite(values))
    order = known[np.argsort(-values[known], kind="stable")]
    shown = tuple((int(unit), short(float(values[unit]))) for unit in order[:MOST])
    return Order(name, shown, len(order) - len(shown))


def _gathered(what: str, pairs: Iterator[tuple[str, int]]) -> list[Order]:
    found: dict[str, list[int]] = {}
    for name, unit in pairs:
        found.setdefault(name, []).append(unit)
    return [Order(f"{what} {name}", tuple((unit, "") for unit in found[name])) for name in sorted(found)]
