"""Comparisons as rows and documents: what is exported and printed."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspector.files import replacing
from inspector.lenses.comparison import Comparison, Matching, TimeLine

MATCHES = ("unit", "other unit", "correlation", "best node", "best unit", "best correlation", "best depth")


def match_rows(comparison: Comparison, matching: Matching) -> list[tuple[Any, ...]]:
    """One row a unit, under `MATCHES`; empty cells where there is no match."""
    nodes = comparison.second.nodes
    rows = []
    for unit, partner in enumerate(matching.partners):
        place = int(matching.best_nodes[unit])
        rows.append(
            (
                unit,
                int(partner) if partner >= 0 else "",
                _number(matching.correlations[unit]),
                nodes[place] if place >= 0 else "",
                int(matching.best_units[unit]) if place >= 0 else "",
                _number(matching.best[unit]),
                _number(matching.depths[unit]),
            )
        )
    return rows


def cka_rows(comparison: Comparison) -> list[tuple[Any, ...]]:
    """A heading of the second network's nodes, then one row for each node of the first."""
    heading = (f"{comparison.first.network} / {comparison.second.network}", *comparison.second.nodes)
    body = zip(comparison.first.nodes, comparison.cka, strict=True)
    return [heading, *((name, *map(_number, row)) for name, row in body)]


def time_rows(line: TimeLine) -> list[tuple[Any, ...]]:
    """One row for each checkpoint and node: CKA and the mean correlation of units of the same number."""
    heading = ("checkpoint", "node", "CKA", "correlation")
    return [
        heading,
        *(
            (name, node, _number(line.cka[i, j]), _number(line.correlations[i, j]))
            for i, name in enumerate(line.names)
            for j, node in enumerate(line.nodes)
        ),
    ]


def document(comparison: Comparison, matching: Matching | None = None) -> dict[str, Any]:
    """A comparison as JSON has it; null where there is no number."""
    found: dict[str, Any] = {
        "first": comparison.first.network,
        "second": comparison.second.network,
        "pictures": len(comparison.pictures),
        "title": comparison.title,
        "reading": comparison.reading,
        "skipped": list(comparison.skipped),
        "nodes": [list(comparison.first.nodes), list(comparison.second.nodes)],
        "cka": [[_number(value, None) for value in row] for row in comparison.cka],
    }
    if matching is not None:
        found |= {
            "node": matching.node,
            "other": matching.other,
            "depth": matching.depth,
            "matches": [
                {key: None if cell == "" else cell for key, cell in zip(MATCHES, row, strict=True)}
                for row in match_rows(comparison, matching)
            ],
        }
    return found


def write_csv(path: Path, rows: Sequence[Sequence[Any]]) -> None:
    """Write rows as CSV.

    Raises:
        InspectorError: The file cannot be written.
    """
    with replacing(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def _number(value: Any, nothing: Any = "") -> Any:
    return round(float(value), 6) if math.isfinite(value) else nothing
