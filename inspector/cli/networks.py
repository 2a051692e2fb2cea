"""The commands `networks` and `nodes`."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from inspector.cli.opening import opened
from inspector.cli.output import print_json, print_line, print_table
from inspector.network.catalogue import Entry, catalogue
from inspector.network.graph import Node


def networks(arguments: Namespace) -> None:
    """What can be opened by name."""
    entries = list(catalogue().values())
    if arguments.json:
        print_json([_entry(entry) for entry in entries])
        return
    rows = [(entry.name, _sides(entry.input_size), _weights(entry), entry.title) for entry in entries]
    print_table(rows, ("name", "input", "weights", "title"))


def nodes(arguments: Namespace) -> None:
    """The nodes of a network in order of execution."""
    network = opened(arguments.network)
    found = list(network.nodes.values())
    if arguments.json:
        print_json([_node(node) for node in found])
        return
    badge = "" if network.trained else " · untrained"
    print_line(f"{network.name} · {network.architecture} · input {_sides(network.input_shape)}{badge}")
    rows = [(node.name, node.op, _sides(node.shape), node.units, node.parameters) for node in found]
    print_table(rows, ("node", "op", "shape", "units", "parameters"))


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "title": entry.title,
        "input": list(entry.input_size),
        "classes": len(entry.labels),
        "weights": _weights(entry),
        "source": entry.source,
    }


def _weights(entry: Entry) -> str:
    return "shipped" if entry.card is not None else "give NAME=FILE"


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
