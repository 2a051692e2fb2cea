"""Writing the page of a network, and the index of the networks in a site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from inspector.atlas.facts import Facts
from inspector.atlas.graph import graph_svg
from inspector.atlas.names import folder_name
from inspector.atlas.render import ASSETS, asset, page
from inspector.atlas.site import ABOUT, Site, as_json
from inspector.atlas.sprites import side_by_side, webp
from inspector.atlas.unit_page import figure
from inspector.atlas.words import file_of, title_of
from inspector.batch.spoken import terms_of
from inspector.lenses.feature_visualization.objectives import Logit
from inspector.network.flow.blocks import blocks_of
from inspector.network.flow.folding import open_at_first
from inspector.network.flow.layout import lay_out
from inspector.network.flow.words import kind, sides
from inspector.network.network import Network
from inspector.workspace.lock import exclusively
from inspector.workspace.taxonomy import unit_of

_PATIENCE_S = 60.0
_STACK = 5


def nodes_there(site: Site, network: Path, names: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What is told of each node that is whole in the site, in the network's order."""
    found = ((name, site.read_json(network / folder_name(name) / "node.json")) for name in names)
    return {name: told for name, told in found if told is not None and told.get("node") == name}


def write_network(site: Site, place: Path, facts: Facts) -> None:
    """Write the network's page and data, with all of its nodes that are in the site, and the index.

    Raises:
        InspectorError: A file cannot be written.
    """
    network = facts.network
    there = nodes_there(site, place, network.nodes)
    about = _about(network, place, there, facts.parameters.licence)
    cards = [_card(network, name, told) for name, told in there.items()]
    site.write(place / "search.js", _search(facts, there))
    site.write(place / "nodes.csv", _csv(cards))
    whole = facts.whole()
    for objective, finding in whole.items():
        site.write(place / "files" / f"{file_of(objective)}.webp", webp(side_by_side(finding.images)))
    html = page(
        "network.html",
        root="../../",
        network=network.name,
        trained=network.trained,
        licence=facts.parameters.licence,
        about=about,
        cards=cards,
        figures=[
            replace(figure(objective, finding), title=_class_title(network, objective))
            for objective, finding in whole.items()
        ],
        graph=_graph(network, there),
    )
    site.write(place / "index.html", html)
    site.write(place / ABOUT, as_json(about))
    write_index(site)


def _class_title(network: Network, objective: str) -> str:
    """What the picture of a class is called: by the class's label, where one is asked for by its number."""
    asked = terms_of(objective)
    target = asked[0].target if len(asked) == 1 and isinstance(asked[0], Logit) else None
    known = isinstance(target, int) and target < len(network.labels)
    return network.labels[int(target)] if known and target is not None else title_of(objective)


def write_index(site: Site) -> None:
    """Write the index of networks and the files that all pages share.

    Raises:
        InspectorError: A file cannot be written.
    """
    site.folder.mkdir(parents=True, exist_ok=True)
    with exclusively(site.folder / ".lock", _PATIENCE_S):
        for name in ASSETS:
            site.write(Path("assets", name), asset(name))
        # GitHub's pages would leave out some files else.
        site.write(".nojekyll", "")
        networks = site.networks()
        licences = sorted({str(one["licence"]) for one in networks if one["licence"]})
        html = page("index.html", root="", networks=networks, licence=" · ".join(licences))
        site.write("index.html", html)


def _about(
    network: Network, place: Path, there: Mapping[str, Mapping[str, Any]], licence: str
) -> dict[str, Any]:
    thumbnails = [folder_name(name) for name, told in there.items() if told["thumbnail"]]
    step = max(len(thumbnails) // _STACK, 1)
    return {
        "name": network.name,
        "folder": place.name,
        "fingerprint": network.fingerprint,
        "architecture": network.architecture,
        "title": str(network.card.get("title", "")),
        "description": str(network.card.get("description", "")),
        "trained": network.trained,
        "input": list(network.input_shape),
        "classes": len(network.labels),
        "nodes": list(there),
        "units": sum(told["units"] for told in there.values()),
        "parameters": network.counts["parameters"],
        "licence": licence,
        "pictures": thumbnails[::step][:_STACK],
        "thumbnail": next((str(told["thumbnail"]) for told in there.values() if told["thumbnail"]), ""),
    }


def _card(network: Network, name: str, told: Mapping[str, Any]) -> dict[str, Any]:
    cover = next(iter(told["tiles"]), "")
    return {
        "node": name,
        "folder": folder_name(name),
        "op": told["op"],
        "kind": kind(told["op"]),
        "shape": sides(tuple(told["shape"])),
        "units": told["units"],
        "parameters": told["parameters"],
        "picture": "thumbnail.webp" if told["thumbnail"] else "",
        "sheet": f"{cover}-0.webp" if cover and not told["thumbnail"] else "",
    }


def _graph(network: Network, there: Mapping[str, Mapping[str, Any]]) -> str:
    blocks = blocks_of(network.nodes)
    layout = lay_out(blocks, open_at_first(blocks))
    nodes = {box.key: blocks.node(box.key).name for box in layout.boxes if box.kind in ("operation", "block")}
    inside = {
        key: _shown_for(blocks.inside(key) if blocks.is_block(key) else [], name, there)
        for key, name in nodes.items()
    }
    links = {key: f"{folder_name(name)}/index.html" for key, name in inside.items() if name}
    thumbnails = {
        key: f"{folder_name(name)}/thumbnail.webp"
        for key, name in inside.items()
        if name and there[name]["thumbnail"]
    }
    return graph_svg(blocks, layout, links, thumbnails)


def _shown_for(operations: list[str], node: str, there: Mapping[str, Any]) -> str:
    """The node whose page a card leads to: its own, or the last one of a folded block; "" for none."""
    return next((name for name in (node, *reversed(operations)) if name in there), "")


def _search(facts: Facts, there: Mapping[str, Mapping[str, Any]]) -> str:
    """What the search of every page looks through: nodes, and units that people have named."""
    entries = [
        [name, f"{folder_name(name)}/index.html", f"{told['units']} units"] for name, told in there.items()
    ]
    for place, mark in facts.taxonomy.marks.items():
        unit = unit_of(place)
        if unit is not None and unit[0] in there and (mark.label or mark.star):
            text = f"{unit[0]} {unit[1]}"
            entries.append([mark.label or text, f"{folder_name(unit[0])}/{unit[1]}/index.html", text])
    return f"atlasSearch({json.dumps(entries, ensure_ascii=False, separators=(',', ':'))})\n"


def _csv(cards: list[dict[str, Any]]) -> str:
    import csv
    import io

    text = io.StringIO()
    names = ("node", "folder", "op", "shape", "units", "parameters")
    writer = csv.DictWriter(text, names, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(cards)
    return text.getvalue()
