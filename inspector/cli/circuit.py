"""The command that follows weights: `circuit`."""

from __future__ import annotations

import csv
import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from inspector import paths
from inspector.cli.opening import located, opened
from inspector.cli.output import finish, look, print_json, print_line, print_table
from inspector.files import replacing
from inspector.lenses.circuit import Circuit, End
from inspector.lenses.circuit.edit import document as circuit_document
from inspector.lenses.circuit.svg import png, svg
from inspector.lenses.expanded_weights import COLOURS, LABEL, Expanded
from inspector.lenses.weights import Connection, Weights
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.decode import open_picture

_DRAWN = (".svg", ".pdf")


def circuit(arguments: Namespace) -> None:
    """List the strongest kernels into and out of a unit, or draw the paths that lead to it."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    location, _ = located(network, arguments.location)
    if arguments.out is not None and arguments.out.suffix.lower() in _DRAWN:
        _draw(network, location, arguments)
        return
    listed = _expanded if arguments.source or arguments.target else _nearest
    document = listed(network, location, arguments)
    if arguments.out is not None:
        _write(document, arguments.out)
    if arguments.json:
        print_json(document)
    elif arguments.out is None:
        _print(document)


def _nearest(network: Network, location: Location, arguments: Namespace) -> dict[str, Any]:
    weights: Weights = look(
        str(location), "weights", network, location, top=arguments.top, rank=arguments.rank
    )
    return {
        "location": weights.location,
        "label": LABEL,
        "inputs": [_connection(connection) for connection in weights.inputs],
        "users": [_connection(connection) for connection in weights.users],
        "note": weights.note,
    }


def _expanded(network: Network, location: Location, arguments: Namespace) -> dict[str, Any]:
    picture = open_picture(arguments.picture) if arguments.picture is not None else None
    found: Expanded = look(
        str(location),
        "expanded-weights",
        network,
        location,
        source=arguments.source or "",
        target=arguments.target or "",
        pooling="average" if picture is None else "picture",
        picture=picture,
        top=arguments.top,
        rank=arguments.rank,
    )
    pooling = "an average" if picture is None else f"at {found.at}"
    ends = " and ".join(filter(None, (found.source, found.target)))
    of_picture = found.colours is not None
    return {
        "location": found.location,
        "label": found.label,
        "source": found.source,
        "target": found.target,
        "inputs": [
            _connection(connection) | ({"colour": COLOURS[connection.unit]} if of_picture else {})
            for connection in found.inputs
        ],
        "users": [_connection(connection) for connection in found.users],
        "note": f"Expanded to {ends}; max pooling taken as {pooling}.",
    }


def _draw(network: Network, location: Location, arguments: Namespace) -> None:
    found: Circuit = look(
        str(location), "circuit", network, location, depth=arguments.depth, inputs=arguments.inputs
    )
    text = svg(found, _thumbnails(network, found, arguments.workspace or paths.data_dir()))
    if arguments.out.suffix.lower() == ".pdf":
        _write_pdf(text, arguments.out)
    else:
        with replacing(arguments.out) as temporary:
            temporary.write_text(text, "utf-8")
    if arguments.json:
        print_json(circuit_document(found))


def _thumbnails(network: Network, found: Circuit, workspace: Path) -> dict[End, bytes]:
    """What the workspace holds of the circuit's units."""
    from inspector.jobs.bench import Bench
    from inspector.jobs.unit_pictures import FindUnitPictures
    from inspector.workspace.findings import Findings

    if not workspace.is_dir():
        return {}
    bench = Bench(Findings(workspace))
    try:
        bench.put(network)
        request = FindUnitPictures(network.name, tuple(unit.end for unit in found.units))
        pictures = finish(lambda token: request.start(bench, token), found.location)
        return {(one.node, one.unit): png(one.pixels) for one in pictures}
    finally:
        bench.close()


def _write_pdf(text: str, path: Path) -> None:
    """With the window's own means, but without a window."""
    from inspector.gui.svg_pdf import with_fonts, write_pdf

    with_fonts()
    write_pdf(text, path)


def _connection(connection: Connection) -> dict[str, Any]:
    return {
        "node": connection.node,
        "unit": connection.unit,
        "norm": connection.norm,
        "sum": connection.sum,
        "kernel": connection.kernel.tolist(),
    }


def _print(document: dict[str, Any]) -> None:
    print_line(f"{document['location']} · {document['label']}")
    for side in ("inputs", "users"):
        rows = [
            (f"{entry['node']}/{entry.get('colour', entry['unit'])}", entry["norm"], entry["sum"])
            for entry in document[side]
        ]
        print_line()
        print_table(rows, (side, "norm", "sum"))
    if document["note"]:
        print_line()
        print_line(document["note"])


def _write(document: dict[str, Any], path: Path) -> None:
    with replacing(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        if path.suffix.lower() == ".json":
            json.dump(document, file, indent=1)
            return
        writer = csv.writer(file)
        writer.writerow(["side", "node", "unit", "norm", "sum"])
        for side in ("inputs", "users"):
            writer.writerows(
                [side, *(entry[key] for key in ("node", "unit", "norm", "sum"))] for entry in document[side]
            )
