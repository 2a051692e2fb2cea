"""A unit's examples as plain values, for JSON. Free of torch."""

from __future__ import annotations

from typing import Any

import numpy as np

from inspector.lenses.examples import NodeExamples


def document(examples: NodeExamples, location: str, unit: int) -> dict[str, Any]:
    """What `neuron-inspector examples --json` prints of one unit.

    Pictures stand with their maximum and where it is: row y and column x of the node's map.
    """
    return {
        "location": location,
        "scanned": len(examples.pictures),
        "skipped": len(examples.skipped),
        "top": _entries(examples, examples.top_index, examples.top_value, examples.top_place, unit),
        "bottom": _entries(
            examples, examples.bottom_index, examples.bottom_value, examples.bottom_place, unit
        ),
        "histogram": _histogram(examples.edges[unit], examples.counts[unit]),
        "mean": float(examples.mean[unit]),
        "variance": _number(examples.variance[unit]),
        "firing": _number(examples.firing[unit]),
    }


def _number(value: Any) -> float | None:
    """The number; None where the scan did not make it."""
    return float(value) if np.isfinite(value) else None


def _entries(
    examples: NodeExamples,
    index: np.ndarray[Any, Any],
    value: np.ndarray[Any, Any],
    place: np.ndarray[Any, Any],
    unit: int,
) -> list[dict[str, Any]]:
    width = examples.map_shape[-1] if examples.map_shape else 1
    rows = zip(index[unit].tolist(), value[unit].tolist(), place[unit].tolist(), strict=True)
    return [
        {"picture": examples.pictures[i], "value": v, "y": p // width, "x": p % width}
        for i, v, p in rows
        if i >= 0
    ]


def _histogram(edges: np.ndarray[Any, Any], counts: np.ndarray[Any, Any]) -> dict[str, Any]:
    """Without the empty bins at either end."""
    filled = np.flatnonzero(counts)
    first, last = (int(filled[0]), int(filled[-1])) if filled.size else (0, 0)
    return {"edges": edges[first : last + 2].tolist(), "counts": counts[first : last + 1].tolist()}
