"""Where a circuit's units stand: inputs left, the unit right, few crossings (Sugiyama's layered layout)."""

from __future__ import annotations

from collections.abc import Mapping

from fast_sugiyama import from_edges

from inspector.lenses.circuit import Circuit, End

CARD_WIDTH, CARD_HEIGHT, KERNEL = 104.0, 96.0, 22.0
_COLUMN, _LANE, _ROW = 190.0, CARD_WIDTH + KERNEL + 8, 112.0
_TALLEST = 6
_EDGE = 24.0
Places = Mapping[End, tuple[float, float]]


def lay_out(circuit: Circuit) -> tuple[Places, float, float]:
    """The top left corner of each unit's card, and the drawing's width and height."""
    ends = [unit.end for unit in circuit.units]
    number = {end: place for place, end in enumerate(ends)}
    edges = [(number[edge.source], number[edge.target]) for edge in circuit.edges]
    if not edges:
        return {ends[0]: (_EDGE, _EDGE)}, CARD_WIDTH + 2 * _EDGE, CARD_HEIGHT + 2 * _EDGE
    positions = from_edges(edges, vertex_spacing=1, dummy_vertices=True, crossing_minimization="median")[0][0]
    columns: dict[float, list[tuple[float, int]]] = {}
    for vertex, (x, y) in positions:
        if int(vertex) < len(ends):
            columns.setdefault(-float(y), []).append((float(x), int(vertex)))
    tallest = max(len(column) / _lanes(column) for column in columns.values())
    places: dict[End, tuple[float, float]] = {}
    left = _EDGE
    for _, column in sorted(columns.items()):
        vertices = [vertex for _, vertex in sorted(column)]
        lanes = _lanes(column)
        for place, vertex in enumerate(vertices):
            lane, row = place % lanes, place / lanes
            start = (tallest - len(vertices) / lanes) / 2
            # Lanes side by side are staggered, so that every card has its edges in sight.
            places[ends[vertex]] = (left + lane * _LANE, _EDGE + (start + row) * _ROW)
        left += (lanes - 1) * _LANE + _COLUMN
    height = max(y for _, y in places.values()) + CARD_HEIGHT + _EDGE
    return places, left - _COLUMN + CARD_WIDTH + _EDGE, height


def _lanes(column: list[tuple[float, int]]) -> int:
    """Over how many lanes a column of units is spread, so that none is tall."""
    return -(-len(column) // _TALLEST)
