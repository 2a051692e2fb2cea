"""The commands `networks` and `nodes`."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from inspector.cli.opening import opened
from inspector.cli.output import complain, print_json, print_line, print_table, progress_line
from inspector.jobs.catalogue import register
from inspector.network import extras
from inspector.network.catalogue import catalogue, entry, timm_entries
from inspector.network.download import fetch, finished
from inspector.network.entry import Entry
from inspector.network.errors import InspectorError, OpenError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.network.official import advice
from inspector.network.opening import open_network

_MEGA = 1_000_000


def networks(arguments: Namespace) -> None:
    """What can be opened by name, the card of one, or where weights are looked for."""
    if arguments.register is not None:
        print_line(register(arguments.register))
    elif arguments.download is not None:
        _download(arguments.download)
    elif arguments.name is not None:
        _show(entry(arguments.name), arguments.json)
    else:
        _list(arguments.all, arguments.json)


def nodes(arguments: Namespace) -> None:
    """The nodes of a network in order of execution."""
    network = opened(arguments.network, arguments.trust)
    found = list(network.nodes.values())
    if arguments.json:
        print_json([_node(node) for node in found])
        return
    badge = "" if network.trained else " · untrained"
    print_line(f"{network.name} · {network.architecture} · input {_sides(network.input_shape)}{badge}")
    rows = [(node.name, node.op, _sides(node.shape), node.units, node.parameters) for node in found]
    print_table(rows, ("node", "op", "shape", "units", "parameters"))


def _list(everything: bool, as_json: bool) -> None:
    entries = [*catalogue().values(), *(timm_entries().values() if everything else ())]
    if as_json:
        print_json([_entry(entry) for entry in entries])
        return
    rows = [
        (
            entry.name,
            entry.input_text,
            str(entry.year or ""),
            *(f"{count:,}" if count else "" for count in (entry.nodes, entry.units, entry.parameters)),
            _weights(entry),
            entry.title,
        )
        for entry in entries
    ]
    print_table(rows, ("name", "input", "year", "nodes", "units", "parameters", "weights", "title"))
    if extras.is_there("timm") and not everything:
        print_line("timm’s networks open by their names too; --all lists them.")
    print_line("“neuron-inspector networks NAME” shows a card: its sentence, weights’ address and licence.")


def _show(found: Entry, as_json: bool) -> None:
    """One card; what needs the network itself is counted in it, with random weights."""
    network = _built(found)
    card = {**_entry(found), **(network.counts if network is not None else {})}
    if as_json:
        print_json(card)
        return
    print_line(f"{found.title}" + (" · one of the Microscope’s eight" if found.microscope else ""))
    print_line(found.source)
    for key, value in card.items():
        if key not in ("title", "source") and value not in (None, ""):
            print_line(f"{key:>11}  {_shown(value)}")
    if found.official is not None and found.installed is None:
        print_line(advice(found.name, found.official))


def _built(found: Entry) -> Network | None:
    try:
        return open_network(found.name)
    except InspectorError as error:
        complain(str(error))
        return None


def _download(name: str) -> None:
    found = entry(name)
    if found.official is None:
        raise OpenError(f"{name} has no official weights that could be fetched.")
    complain(f"fetching {found.official.address} ({found.official.licence})")
    with progress_line(name) as show:
        fetching = fetch(name, found.official)
        file = finished(fetching, lambda done, total: show(done // _MEGA, total // _MEGA, "MB"))
    if not found.official.digest:
        complain("no checksum is published for this file, so it could not be compared")
    print_line(str(file))


def _entry(entry: Entry) -> dict[str, Any]:
    official = entry.official
    return {
        "name": entry.name,
        "title": entry.title,
        "year": entry.year,
        "source": entry.source,
        "input": list(entry.input_size) if entry.reads == "pictures" else [77],
        "reads": entry.reads,
        "classes": len(entry.labels),
        "nodes": entry.nodes,
        "units": entry.units,
        "parameters": entry.parameters,
        "weights": _weights(entry),
        "address": official.address if official is not None else None,
        "licence": official.licence if official is not None else None,
        "installed": str(entry.installed) if entry.installed is not None else None,
        "needs": extras.MODULES[entry.extra] if entry.extra and not extras.is_there(entry.extra) else None,
    }


def _weights(entry: Entry) -> str:
    if entry.card is not None:
        return "shipped"
    if entry.installed is not None:
        return "installed"
    return "give NAME=FILE"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return _sides(tuple(value))
    return f"{value:,}" if isinstance(value, int) and value > 9999 else str(value)


def _node(node: Node) -> dict[str, Any]:
    return {
        "name": node.name,
        "op": node.op,
        "shape": list(node.shape),
        "units": node.units,
        "parameters": node.parameters,
        "inputs": list(node.inputs),
        "container": node.container,
    }


def _sides(shape: tuple[int, ...]) -> str:
    return " x ".join(map(str, shape))
