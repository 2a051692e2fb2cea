"""Finding one's way in a drawn graph: what lies at a point, beyond an edge, under a word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from inspector.network.flow.blocks import INPUT, Blocks
from inspector.network.flow.folding import shown_as
from inspector.network.flow.layout import HEADER, Box, GraphLayout

Way = Literal["up", "down", "left", "right"]


class GraphMap:
    """A laid-out graph to walk in.

    Attributes:
        blocks: The network's operations and blocks.
        layout: Where everything stands.
        boxes: The boxes by key.
    """

    def __init__(self, blocks: Blocks, layout: GraphLayout) -> None:
        self.blocks, self.layout = blocks, layout
        self.boxes = {box.key: box for box in layout.boxes}

    @cached_property
    def cards(self) -> tuple[Box, ...]:
        """The boxes that stand for something: no frames, not the input."""
        return tuple(box for box in self.layout.boxes if box.kind in ("operation", "block"))

    def shown(self, name: str | None) -> str | None:
        """Key of the box in which a node is seen, None where it is in none."""
        key = self.blocks.key_of(name) if name else None
        if key is None:
            return None
        return shown_as(self.blocks, key, self.layout.unfolded)

    def at(self, x: float, y: float) -> Box | None:
        """The card at a point, or the frame whose title is there."""
        for box in reversed(self.layout.boxes):
            height = HEADER if box.kind == "frame" else box.height
            if box.x <= x <= box.x + box.width and box.y <= y <= box.y + height and box.key != INPUT:
                return box
        return None

    def neighbour(self, key: str, way: Way) -> str | None:
        """Where an arrow key leads: along an edge up or down, to what stands beside to the left or right."""
        here = self.boxes.get(key)
        if here is None:
            return None
        if way in ("left", "right"):
            return self._beside(here, 1 if way == "right" else -1)
        if here.kind == "frame":
            inside = [box for box in self.cards if key in self.blocks.around(box.key)]
            ends = inside[:1] if way == "down" else []
            return ends[0].key if ends else self._nearest(here, self._entering(key))
        links = self.layout.links
        found = (
            [link.target for link in links if link.source == key]
            if way == "down"
            else [link.source for link in links if link.target == key]
        )
        return self._nearest(here, found)

    def _entering(self, frame: str) -> list[str]:
        inside = {box.key for box in self.cards if frame in self.blocks.around(box.key)}
        return [
            link.source for link in self.layout.links if link.target in inside and link.source not in inside
        ]

    def _nearest(self, here: Box, keys: Iterable[str]) -> str | None:
        others = [self.boxes[key] for key in keys if key != INPUT]
        middle = here.x + here.width / 2
        return (
            min(others, key=lambda box: (abs(box.x + box.width / 2 - middle), box.y)).key if others else None
        )

    def _beside(self, here: Box, side: int) -> str | None:
        middle, down = here.x + here.width / 2, here.y + here.height / 2
        others = [
            box
            for box in self.cards
            if (box.x + box.width / 2 - middle) * side > 1
            and box.y < here.y + here.height
            and here.y < box.y + box.height
        ]
        near = min(
            others,
            key=lambda box: (abs(box.x + box.width / 2 - middle), abs(box.y + box.height / 2 - down)),
            default=None,
        )
        return near.key if near is not None else None

    def matches(self, text: str) -> list[str]:
        """Operations whose name or kind holds every word of the text, in order; none for no words."""
        words = text.lower().split()
        return [
            name
            for name, node in self.blocks.operations.items()
            if words and all(word in f"{name} {node.op}".lower() for word in words)
        ]
