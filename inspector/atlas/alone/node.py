"""The page of a node as one file: all its units at one glance, and a table of their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.atlas.alone.facts import AloneFacts
from inspector.atlas.alone.inline import inlined
from inspector.atlas.alone.memory import MemorySite
from inspector.atlas.alone.style import style
from inspector.atlas.alone.tiles import AloneTiles
from inspector.atlas.alone.unit import NETWORK
from inspector.atlas.names import folder_name
from inspector.atlas.node_page import cut_of, node_table
from inspector.atlas.node_table import scan_columns, tuning_columns
from inspector.atlas.render import page
from inspector.atlas.sprites import TILE, fitted, webp
from inspector.atlas.unit_made import made_rows
from inspector.atlas.unit_page import UnitFacts
from inspector.network.flow.words import sides
from inspector.network.location import Location
from inspector.workspace.taxonomy import REST, page_of

if TYPE_CHECKING:
    from inspector.lenses.examples.evidence import Example
    from inspector.probe.cancel import CancelToken


def node_page(facts: AloneFacts, node: str, token: CancelToken) -> str:
    """A node's units: a picture of each (its visualization, else its strongest example), groups, numbers.

    Raises:
        WorkspaceError: The workspace cannot be read.
        Cancelled: The token was set.
    """
    about, network = facts.network.nodes[node], facts.network
    site, tunings = MemorySite(), facts.tunings(node)
    tiles, cover = _tiles(facts, node, site, token)
    columns = {**scan_columns(facts.columns(node)), **tuning_columns(tunings)}
    table = node_table(facts, node, about.units, columns)
    known = UnitFacts(facts.pictures(node, 0), facts.examples(node, 0), tunings, None)
    shares = [share for share in page_of(facts.taxonomy, node, about.units) if share.name != REST]
    text = page(
        "node-alone.html",
        root="",
        alone=style(),
        address=str(Location(network.name, node)),
        node=node,
        op=about.op,
        units=about.units,
        shape=sides(about.shape),
        parameters=about.parameters,
        label=facts.mark(node).label,
        note=facts.mark(node).note,
        trained=network.trained,
        licence=facts.parameters.licence,
        groups=[(share.name, len(share.units), f"{share.part:.1%}") for share in shares],
        tiles=tiles,
        cover=cover,
        table=table,
        words=any(table.labels) or any(table.groups),
        classes=any(table.classes),
        made=made_rows(network, known, facts.parameters),
    )
    return inlined(text, f"{NETWORK}/index.html", site.files)


def _tiles(facts: AloneFacts, node: str, site: MemorySite, token: CancelToken) -> tuple[list[str], str]:
    """CSS of every unit's tile, and what the tiles show."""
    units = facts.network.nodes[node].units
    links = AloneTiles({}, {}, site, NETWORK, facts)
    made: list[str] = []
    for unit in range(units):
        token.check()
        made.append(links.tile(node, unit, ""))
    count = sum(map(bool, made))
    shown = [f"{count} shown by a visualization"] if count else []
    for unit, example in facts.tops(node, units).items():
        if not made[unit] and example.thumbnail.size:
            made[unit] = f"background-image:url('{example_tile(site, node, unit, example)}')"
    others = sum(map(bool, made)) - count
    shown += [f"{others} by the strongest of their examples"] if others else []
    shown += [f"{units - count - others} by nothing that is kept"] if count + others < units else []
    return made, ", ".join(shown)


def example_tile(site: MemorySite, node: str, unit: int, example: Example) -> str:
    """The file of what a unit sees of an example, written when it is asked for."""
    name = f"tiles/{folder_name(node)}-{unit}-example.webp"
    site.write(f"{NETWORK}/{name}", webp(fitted(cut_of(example), TILE), 80))
    return name
