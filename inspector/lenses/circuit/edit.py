"""Pruning and editing a circuit, and its form as a document."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from inspector.lenses.circuit import Circuit, CircuitEdge, CircuitUnit, End


def pruned(
    circuit: Circuit, least: float = 0.0, removed: Collection[End] = (), held: Collection[End] = ()
) -> Circuit:
    """The circuit without what is weak or was taken out.

    Args:
        circuit: The whole one.
        least: Edges of less strength are left out, but for those from a unit that is held.
        removed: Units to leave out, with all that leads to the circuit's unit through them alone.
        held: Units to keep however weak the paths from them are.

    Returns:
        What still leads to the circuit's unit.
    """
    stay = [
        edge
        for edge in circuit.edges
        if (edge.strength >= least or edge.source in held) and not {edge.source, edge.target} & set(removed)
    ]
    reached, grown = {circuit.units[0].end}, True
    while grown:
        more = {edge.source for edge in stay if edge.target in reached} - reached
        reached |= more
        grown = bool(more)
    units = tuple(unit for unit in circuit.units if unit.end in reached)
    edges = tuple(edge for edge in stay if edge.source in reached and edge.target in reached)
    return replace(circuit, units=units, edges=edges)


def document(circuit: Circuit) -> dict[str, Any]:
    """The circuit as plain values; the inverse of `from_document`."""
    return {
        "location": circuit.location,
        "label": circuit.label,
        "note": circuit.note,
        "units": [
            {"node": unit.node, "unit": unit.unit, "depth": unit.depth, "strength": unit.strength}
            for unit in circuit.units
        ],
        "edges": [
            {
                "source": list(edge.source),
                "target": list(edge.target),
                "norm": edge.norm,
                "sum": edge.sum,
                "share": edge.share,
                "strength": edge.strength,
                "kernel": edge.kernel.tolist(),
            }
            for edge in circuit.edges
        ],
    }


def from_document(values: Mapping[str, Any]) -> Circuit:
    """The circuit of a document.

    Raises:
        KeyError, TypeError, ValueError: It is none.
    """
    units = tuple(
        CircuitUnit(str(one["node"]), int(one["unit"]), int(one["depth"]), float(one["strength"]))
        for one in values["units"]
    )
    if not units:
        raise ValueError("a circuit has at least one unit")
    edges = tuple(
        CircuitEdge(
            _end(one["source"]),
            _end(one["target"]),
            float(one["norm"]),
            float(one["sum"]),
            float(one["share"]),
            float(one["strength"]),
            np.asarray(one["kernel"], np.float32),
        )
        for one in values["edges"]
    )
    return Circuit(str(values["location"]), units, edges, str(values["note"]))


def _end(pair: Any) -> End:
    node, unit = pair
    return str(node), int(unit)
