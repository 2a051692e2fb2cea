"""Other units as a single page shows them: a small picture where one is kept, and no link."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.atlas.alone.facts import AloneFacts
from inspector.atlas.alone.memory import MemorySite
from inspector.atlas.names import folder_name
from inspector.atlas.sprites import TILE, fitted, webp
from inspector.atlas.tiles import Tiles
from inspector.atlas.unit_view import Link

_COVERING = "background-size:cover;background-position:0 0"


@dataclass(frozen=True)
class AloneTiles(Tiles):
    """Tiles with a picture file of their own each, written when they are asked for.

    Attributes:
        site: Where they are written.
        network: The network's folder there.
        facts: What is known of units.
    """

    site: MemorySite
    network: str
    facts: AloneFacts

    def link(self, node: str, unit: int, up: str) -> Link:
        """A unit as others show it; `up` leads from the page to the network's folder."""
        label = self.facts.mark(node, unit).label
        return Link(f"{node} {unit}{f' ({label})' if label else ''}", "", self.tile(node, unit, up))

    def tile(self, node: str, unit: int, up: str) -> str:
        """CSS of a unit's picture; "" where none is kept."""
        pictures = self.facts.pictures(node, unit)
        if not pictures:
            return ""
        name = f"tiles/{folder_name(node)}-{unit}.webp"
        if not self.site.holds(f"{self.network}/{name}"):
            pixels = next(iter(pictures.values())).images[0]
            content = webp(fitted(pixels, min(TILE, *pixels.shape[:2])), 80)
            self.site.write(f"{self.network}/{name}", content)
        return f"background-image:url('{up}{name}');{_COVERING}"
