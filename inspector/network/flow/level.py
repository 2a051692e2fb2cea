"""One level of the drawing: what stands in a block, in rows from top to bottom, branches side by side.

Ranks, orders and places are those of the Sugiyama method as the library fast-sugiyama computes it, whose
vertices are all of one size. Here open blocks are larger than others, so rows and distances are stretched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from fast_sugiyama import from_edges

from inspector.network.flow.separation import kept_apart

Point = tuple[float, float]
Edge = tuple[int, int]
GAP_X, GAP_Y = 18.0, 30.0
_LANE = 8.0
_SWEEPS = 4


@dataclass(frozen=True)
class Extent:
    """How far something reaches from its anchor, the point below which its edges run.

    Attributes:
        left: To the left.
        right: To the right.
        height: From top to bottom.
        leaves: Where edges leave at the bottom, relative to the anchor.
    """

    left: float
    right: float
    height: float
    leaves: float = 0.0


@dataclass(frozen=True)
class Level:
    """Where everything stands.

    Attributes:
        anchors: Anchor (x) and top (y) of each vertex.
        routes: The points along which each edge runs, from the bottom of the upper vertex to the top of the
            lower one.
        height: From the first row's top to the last one's bottom.
    """

    anchors: tuple[Point, ...]
    routes: Mapping[Edge, tuple[Point, ...]]
    height: float


def place(extents: Sequence[Extent], edges: Sequence[Edge]) -> Level:
    """Lay out vertices 0 to n-1.

    Args:
        extents: Of each vertex.
        edges: Each once, from the lower number to the higher, so that there are no circles; vertex 0 is the
            entry and the last one the exit. Who has no edge is held between the two.
    """
    held = _held(len(extents), edges)
    positions, _, _, pieces = from_edges(
        [*edges, *held], vertex_spacing=1, dummy_vertices=True, dummy_size=0.2, crossing_minimization="median"
    )[0]
    where = {int(vertex): (float(x), float(y)) for vertex, (x, y) in positions}
    below: dict[int, list[int]] = {}
    for source, target in pieces or ():
        below.setdefault(int(source), []).append(int(target))
    return _Stretched(extents, where, below).level(edges)


def _held(count: int, edges: Sequence[Edge]) -> list[Edge]:
    sources, targets = {a for a, _ in edges}, {b for _, b in edges}
    last = count - 1
    tops = [(0, vertex) for vertex in range(1, last) if vertex not in targets]
    ends = [(vertex, last) for vertex in range(1, last) if vertex not in sources]
    return [*tops, *ends]


def _rows(where: Mapping[int, Point], count: int) -> list[list[int]]:
    """Vertices by rank, from the top, in the library's order or its mirror image.

    Of the two, which cross each other as often, the one is taken in which what runs first stands left.
    """
    ranks = sorted({y for _, y in where.values()}, reverse=True)
    rows = [sorted((v for v in where if where[v][1] == y), key=lambda v: where[v][0]) for y in ranks]
    own = [[v for v in row if v < count] for row in rows]
    rising = sum(1 if a < b else -1 for row in own for a, b in pairwise(row))
    return rows if rising >= 0 else [row[::-1] for row in rows]


class _Stretched:
    """The library's drawing with room for what is larger than a card."""

    def __init__(
        self,
        extents: Sequence[Extent],
        where: Mapping[int, Point],
        below: Mapping[int, list[int]],
    ) -> None:
        lane = Extent(_LANE / 2, _LANE / 2, 0.0)
        self._count = len(extents)
        self._extents = {v: extents[v] if v < self._count else lane for v in where}
        self._below = below
        self._rows = _rows(where, self._count)
        widths = {e.left + e.right for e in extents if e.left + e.right}
        self._even = len(widths) < 2
        step = min(widths, default=0.0) + GAP_X
        turn = 1 if all(where[a][0] <= where[b][0] for row in self._rows for a, b in pairwise(row)) else -1
        self._x = {v: turn * x * step for v, (x, _) in where.items()}
        self._tops, self._heights = self._stacked()

    def _stacked(self) -> tuple[list[float], list[float]]:
        tops, heights, y = [], [], 0.0
        for row in self._rows:
            height = max(self._extents[v].height for v in row)
            tops.append(y)
            heights.append(height)
            y += height + GAP_Y
        return tops, heights

    def level(self, edges: Sequence[Edge]) -> Level:
        """Settle the places and follow the edges."""
        self._settle()
        row_of = {v: number for number, row in enumerate(self._rows) for v in row}
        tops = {
            v: self._tops[row_of[v]] + (self._heights[row_of[v]] - self._extents[v].height) / 2
            for v in range(self._count)
        }
        routes = {edge: self._route(edge, tops, row_of) for edge in edges}
        anchors = tuple((self._x[v], tops[v]) for v in range(self._count))
        return Level(anchors, routes, self._tops[-1] + self._heights[-1])

    def _settle(self) -> None:
        """Keep everything in a row apart, chains straight, and what stands alone on one line down."""
        for row in self._rows:
            self._place_row(row, [self._x[v] for v in row])
        if not self._even:
            self._sweep()
        for alone, rows in groupby(self._rows, lambda row: len(row) == 1):
            vertices = [v for row in rows for v in row]
            lefts = [self._x[v] - self._extents[v].left for v in vertices]
            rights = [self._x[v] + self._extents[v].right for v in vertices]
            middle = (min(lefts) + max(rights)) / 2
            self._x |= {v: 0.0 if alone else self._x[v] - middle for v in vertices}

    def _sweep(self) -> None:
        """Where sizes differ, draw each to the middle of those above it, then of those below, and again."""
        above: dict[int, list[int]] = {}
        for source, targets in self._below.items():
            for target in targets:
                above.setdefault(target, []).append(source)
        for sweep in range(_SWEEPS):
            down = sweep % 2 == 0
            neighbours = above if down else self._below
            for row in self._rows if down else self._rows[::-1]:
                self._place_row(row, [self._wish(v, neighbours.get(v), down) for v in row])

    def _wish(self, vertex: int, neighbours: list[int] | None, down: bool) -> float:
        if not neighbours:
            return self._x[vertex]
        if down:
            return sum(self._x[v] + self._extents[v].leaves for v in neighbours) / len(neighbours)
        return sum(self._x[v] for v in neighbours) / len(neighbours) - self._extents[vertex].leaves

    def _place_row(self, row: list[int], wished: list[float]) -> None:
        extents = [self._extents[v] for v in row]
        apart = [extents[i - 1].right + GAP_X + extents[i].left if i else 0.0 for i in range(len(extents))]
        self._x |= dict(zip(row, kept_apart(wished, apart), strict=True))

    def _route(self, edge: Edge, tops: Mapping[int, float], row_of: Mapping[int, int]) -> tuple[Point, ...]:
        source, target = edge
        start = self._x[source] + self._extents[source].leaves
        number = row_of[source]
        points = [
            (start, tops[source] + self._extents[source].height),
            (start, self._tops[number] + self._heights[number]),
        ]
        for lane in self._lanes(source, target):
            x, number = self._x[lane], row_of[lane]
            points += [(x, self._tops[number]), (x, self._tops[number] + self._heights[number])]
        points += [(self._x[target], self._tops[row_of[target]]), (self._x[target], tops[target])]
        return tuple(dict.fromkeys(points))

    def _lanes(self, source: int, target: int) -> list[int]:
        """The vertices in between that the library put in for a long edge."""
        for first in self._below.get(source, ()):
            lanes, vertex = [], first
            while vertex >= self._count:
                lanes.append(vertex)
                vertex = self._below[vertex][0]
            if vertex == target:
                return lanes
        return []
