"""The whole drawing: cards, frames of open blocks, and the lines between them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from inspector.network.flow.blocks import INPUT, ROOT, Blocks
from inspector.network.flow.folding import fold
from inspector.network.flow.level import Edge, Extent, Level, Point, place

Kind = Literal["operation", "block", "frame", "input"]
CARD_WIDTH, CARD_HEIGHT = 174.0, 62.0
INPUT_WIDTH, INPUT_HEIGHT = 150.0, 30.0
HEADER = 28.0
"""Height of a frame's title."""
_PADDING = 14.0
_MARGIN = 24.0
_NOTHING = Extent(0.0, 0.0, 0.0)
_CARD = Extent(CARD_WIDTH / 2, CARD_WIDTH / 2, CARD_HEIGHT)
_PILL = Extent(INPUT_WIDTH / 2, INPUT_WIDTH / 2, INPUT_HEIGHT)


@dataclass(frozen=True)
class Box:
    """Something that stands somewhere.

    Attributes:
        key: The operation's name, the block's path, or `INPUT`.
        kind: An operation, a folded block, the frame of an open one, or the input.
        x, y: Top left corner.
        width, height: Size.
        depth: In how many frames it stands.
    """

    key: str
    kind: Kind
    x: float
    y: float
    width: float
    height: float
    depth: int


@dataclass(frozen=True)
class Link:
    """An edge between two boxes that are no frames.

    Attributes:
        source: Key of the box that it leaves.
        target: Key of the box that it enters.
        points: Where it runs, from source to target: straight down between points of the same x, else curved.
    """

    source: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class GraphLayout:
    """The drawing.

    Attributes:
        width, height: Of everything, a margin included.
        boxes: All boxes, a frame before what it holds.
        links: All edges.
        unfolded: The blocks that stand open.
    """

    width: float
    height: float
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    unfolded: frozenset[str]


def lay_out(
    blocks: Blocks, unfolded: Collection[str], check: Callable[[], None] = lambda: None
) -> GraphLayout:
    """Lay the graph out with these blocks open, in points from the top left.

    Args:
        blocks: The network's operations and blocks.
        unfolded: Paths of the open blocks.
        check: Called before each level; raises to give up.
    """
    return _Drawing(blocks, frozenset(unfolded), check).layout()


@dataclass
class _Part:
    """A level that has been laid out: its keys by number, the entry first and the exit last."""

    numbers: dict[str, int]
    level: Level
    extent: Extent
    left: float


class _Drawing:
    def __init__(self, blocks: Blocks, unfolded: frozenset[str], check: Callable[[], None]) -> None:
        self._blocks, self._unfolded, self._check = blocks, unfolded, check
        self._folded = fold(blocks, unfolded)
        self._chains = {key: self._chain(key) for key in self._folded.keys} | {INPUT: (ROOT,)}
        self._edges: dict[str, dict[tuple[str, str], None]] = {}
        self._parts: dict[str, _Part] = {}
        self._origins: dict[str, Point] = {}
        self._boxes: list[Box] = []
        for source, target in self._folded.edges:
            for block, a, b in self._steps(source, target):
                self._edges.setdefault(block, {})[a, b] = None

    def layout(self) -> GraphLayout:
        part = self._lay(ROOT)
        self._put(ROOT, (_MARGIN - part.left, _MARGIN), 0)
        links = tuple(Link(a, b, self._route(a, b)) for a, b in self._folded.edges)
        width = max(box.x + box.width for box in self._boxes) + _MARGIN
        height = part.level.height + 2 * _MARGIN
        return GraphLayout(width, height, tuple(self._boxes), links, self._unfolded & self._origins.keys())

    def _chain(self, key: str) -> tuple[str, ...]:
        """The levels around a shown key, from the whole network in."""
        return (ROOT, *reversed([*self._blocks.around(key)]))

    def _steps(self, source: str, target: str) -> list[tuple[str, str, str]]:
        """An edge as steps (block, from, to), each within one level: out of blocks, over, and into others.

        `_ENTRY` and `_EXIT` stand for the block's own rims.
        """
        out, into = self._chains[source], self._chains[target]
        common = sum(1 for a, b in zip(out, into, strict=False) if a == b)
        inner = [*out, source], [*into, target]
        steps = [(out[depth], inner[0][depth + 1], _EXIT) for depth in range(len(out) - 1, common - 1, -1)]
        steps.append((out[common - 1], inner[0][common], inner[1][common]))
        return steps + [(into[depth], _ENTRY, inner[1][depth + 1]) for depth in range(common, len(into))]

    def _lay(self, block: str) -> _Part:
        self._check()
        first = INPUT if block == ROOT else _ENTRY
        keys = [first, *self._blocks.members[block], _EXIT]
        numbers = {key: number for number, key in enumerate(keys)}
        extents = [self._extent(key) for key in keys]
        pairs = [(numbers[a], numbers[b]) for a, b in self._edges.get(block, ())]
        ordered = dict.fromkeys((min(pair), max(pair)) for pair in pairs)
        level = place(extents, list(ordered))
        lefts = [x - extent.left for (x, _), extent in zip(level.anchors, extents, strict=True)]
        rights = [x + extent.right for (x, _), extent in zip(level.anchors, extents, strict=True)]
        lanes = [x for route in level.routes.values() for x, _ in route]
        left, right = min(*lefts, *lanes), max(*rights, *lanes)
        entry, leaves = level.anchors[0][0], level.anchors[-1][0]
        reach = entry - left + _PADDING, right - entry + _PADDING
        extent = Extent(*reach, level.height + HEADER, leaves - entry)
        self._parts[block] = _Part(numbers, level, extent, left)
        return self._parts[block]

    def _extent(self, key: str) -> Extent:
        if key in (_ENTRY, _EXIT):
            return _NOTHING
        if key == INPUT:
            return _PILL
        return self._lay(key).extent if key in self._unfolded and self._blocks.is_block(key) else _CARD

    def _put(self, block: str, origin: Point, depth: int) -> None:
        """Let the block's level stand at `origin`, and all in it."""
        self._origins[block] = origin
        part = self._parts[block]
        for key, number in part.numbers.items():
            if key in (_ENTRY, _EXIT):
                continue
            x, y = part.level.anchors[number]
            x, y = x + origin[0], y + origin[1]
            inner = self._parts.get(key) if key != ROOT else None
            extent = inner.extent if inner else _PILL if key == INPUT else _CARD
            kind: Kind = (
                "input" if key == INPUT else "frame" if inner else
                "block" if self._blocks.is_block(key) else "operation"
            )  # fmt: skip
            self._boxes.append(
                Box(key, kind, x - extent.left, y, extent.left + extent.right, extent.height, depth)
            )
            if inner:
                self._put(key, (x - inner.level.anchors[0][0], y + HEADER), depth + 1)

    def _route(self, source: str, target: str) -> tuple[Point, ...]:
        points: list[Point] = []
        for block, a, b in self._steps(source, target):
            part, (x, y) = self._parts[block], self._origins[block]
            pair: Edge = (part.numbers[a], part.numbers[b])
            route = part.level.routes[min(pair), max(pair)]
            ordered = route if pair[0] < pair[1] else route[::-1]
            points += [(px + x, py + y) for px, py in ordered]
        return tuple(dict.fromkeys(points))


# No module path holds a space.
_ENTRY, _EXIT = " entry", " exit"
