"""Where a circuit's kernels are drawn: each on its edge, none under a card."""

from __future__ import annotations

from inspector.lenses.circuit import Circuit, CircuitEdge
from inspector.lenses.circuit.layout import CARD_HEIGHT, CARD_WIDTH, KERNEL, Places

_ALONG, _GAP = 0.28, 2.0
Point = tuple[float, float]


def ends_of(edge: CircuitEdge, places: Places) -> tuple[float, float, float, float]:
    """Where an edge begins and ends: x, y, x, y."""
    (x0, y0), (x1, y1) = places[edge.source], places[edge.target]
    return x0 + CARD_WIDTH, y0 + CARD_HEIGHT / 2, x1, y1 + CARD_HEIGHT / 2


def kernel_places(circuit: Circuit, places: Places) -> list[Point]:
    """The middle of each edge's kernel, edge by edge.

    A kernel lies on its edge near its source, where edges into one unit lie apart. Where a card would cover
    it (the source stands in a lane left of another), all kernels of that source stand in a stack beside it.
    """
    found = [_on_edge(edge, places) for edge in circuit.edges]
    for source in {edge.source for edge in circuit.edges}:
        own = [i for i, edge in enumerate(circuit.edges) if edge.source == source]
        if not any(_is_covered(found[i], places) for i in own):
            continue
        own.sort(key=lambda i: places[circuit.edges[i].target][1])
        x0, y0, _, _ = ends_of(circuit.edges[own[0]], places)
        for number, i in enumerate(own):
            down = (number - (len(own) - 1) / 2) * (KERNEL + _GAP)
            found[i] = (x0 + 2 * _GAP + KERNEL / 2, y0 + down)
    return found


def _on_edge(edge: CircuitEdge, places: Places) -> Point:
    x0, y0, x1, y1 = ends_of(edge, places)
    middle, rest = (x0 + x1) / 2, 1 - _ALONG
    weights = (rest**3, 3 * rest**2 * _ALONG, 3 * rest * _ALONG**2, _ALONG**3)
    xs, ys = (x0, middle, middle, x1), (y0, y0, y1, y1)
    return (
        sum(w * x for w, x in zip(weights, xs, strict=True)),
        sum(w * y for w, y in zip(weights, ys, strict=True)),
    )


def _is_covered(point: Point, places: Places) -> bool:
    half = KERNEL / 2
    return any(
        x - half < point[0] < x + CARD_WIDTH + half and y - half < point[1] < y + CARD_HEIGHT + half
        for x, y in places.values()
    )
