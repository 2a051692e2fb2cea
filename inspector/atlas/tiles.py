"""Tiles: where the small picture of a unit stands, and links to its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.atlas.names import folder_name
from inspector.atlas.sprites import COLUMNS, ROWS, Sprite, sheet_of
from inspector.atlas.unit_view import Link


@dataclass(frozen=True)
class Tiles:
    """The nodes of a site's network whose units have pages.

    Attributes:
        covers: What the files of a node's tiles are called, by the node ("channel"); "" for none.
        labels: What people call units, by (node, unit).
    """

    covers: Mapping[str, str]
    labels: Mapping[tuple[str, int], str]

    def link(self, node: str, unit: int, up: str) -> Link:
        """A unit as others show it; `up` leads from the page to the network's folder ("../../")."""
        name = self.labels.get((node, unit), "")
        text = f"{node} {unit}{f' ({name})' if name else ''}"
        if node not in self.covers:
            return Link(text, "", "")
        folder = f"{up}{folder_name(node)}"
        cover = self.covers[node]
        return Link(text, f"{folder}/{unit}/index.html", tile(folder, cover, unit) if cover else "")


def tile(folder: str, cover: str, unit: int) -> str:
    """CSS that shows a unit's tile, with its node's folder as the page sees it."""
    number, place = sheet_of(unit)
    sprite = Sprite(f"{folder}/{cover}-{number}.webp", COLUMNS, ROWS)
    return f"background-image:url('{sprite.file}');background-position:{sprite.at(place)}"
