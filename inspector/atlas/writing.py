"""Writing an atlas from what the workspace holds: nothing is computed here but the reading of weights."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.atlas.facts import Facts
from inspector.atlas.leaving_out import check_no_pictures_elsewhere
from inspector.atlas.network_page import nodes_there, write_index, write_network
from inspector.atlas.node_page import EXAMPLES, NodePages
from inspector.atlas.site import ABOUT, Site, as_json
from inspector.atlas.tiles import Tiles
from inspector.atlas.words import file_of
from inspector.batch.spoken import at_level
from inspector.batch.wish import chosen_nodes
from inspector.lenses.base import Progress, Update
from inspector.probe.cancel import CancelToken
from inspector.saying import say
from inspector.workspace.taxonomy import unit_of

if TYPE_CHECKING:
    from inspector.atlas.request import AtlasParameters
    from inspector.network.network import Network


def claimed(parameters: AtlasParameters, network: Network) -> tuple[Site, Path]:
    """The site that is asked for, and the network's place in it; to be called before anything is computed.

    Raises:
        InspectorError: The folder is no site, holds another network of that name or real pictures that would
            have to stay, or cannot be written.
    """
    site = Site(Path(parameters.out))
    site.claim()
    place = site.claim_network(network.name, network.fingerprint)
    if parameters.without_pictures:
        chosen = {node.name for node in chosen_nodes(parameters.wish, network)}
        check_no_pictures_elsewhere(site, place, network.nodes, chosen)
    if site.read_json(place / ABOUT) is None:
        # Whose folder it is, from the first moment on; without nodes the index leaves it out.
        about = {"name": network.name, "fingerprint": network.fingerprint, "nodes": []}
        site.write(place / ABOUT, as_json(about))
        write_index(site)
    return site, place


def write_site(
    site: Site, place: Path, facts: Facts, nodes: tuple[str, ...], token: CancelToken
) -> Generator[Update, None, None]:
    """Write all pages of these nodes, node by node, then the network's page and the index.

    Raises:
        InspectorError: A file cannot be written; what is written stays, and the next run goes on.
        Cancelled: The token was set, likewise.
    """
    pages = NodePages(site, place, facts, tiles_of(site, place, facts, nodes))
    units = [facts.network.nodes[node].units for node in nodes]
    done = 0
    for node, count in zip(nodes, units, strict=True):
        for update in pages.write(node, facts.tunings(node), token):
            if isinstance(update, Progress):
                yield Progress(done + update.done, sum(units), say("Writing {note}", note=update.note))
        done += count
    write_network(site, place, facts)
    yield Progress(done, done, "Written")


def tiles_of(site: Site, place: Path, facts: Facts, nodes: tuple[str, ...]) -> Tiles:
    """The units that have pages, or will have them at the end of this run."""
    there = nodes_there(site, place, facts.network.nodes)
    covers = {name: next(iter(told["tiles"]), "") for name, told in there.items()}
    covers |= dict.fromkeys(nodes, _cover(facts))
    marks: Mapping[str, str] = {spot: mark.label for spot, mark in facts.taxonomy.marks.items() if mark.label}
    labels = {unit: label for spot, label in marks.items() if (unit := unit_of(spot)) is not None}
    return Tiles(covers, labels)


def _cover(facts: Facts) -> str:
    if covers := at_level(facts.parameters.wish.objectives, "unit"):
        return file_of(covers[0])
    return EXAMPLES if facts.scan is not None and not facts.parameters.without_pictures else ""
