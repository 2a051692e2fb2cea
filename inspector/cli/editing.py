"""The commands `ablate`, `effects` and `attribute`."""

from __future__ import annotations

import csv
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from inspector.cli.opening import opened
from inspector.cli.output import look, print_json, print_line, print_table
from inspector.files import replacing
from inspector.lenses.ablation import Ablation
from inspector.lenses.attribution import Attribution
from inspector.lenses.comparing.accuracy import class_index
from inspector.lenses.effects import Effects
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.pictures.decode import open_picture
from inspector.pictures.folders import collect


def ablate(arguments: Namespace) -> None:
    """The change of each class's score where a unit is silent."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    picture = open_picture(arguments.picture)
    place = _node(network, arguments.node)
    table: Ablation = look(arguments.node, "ablation", network, place, picture=picture, to=arguments.to)
    order = np.argsort(table.changes[:, 0], kind="stable")
    rows = [(int(unit), *map(float, table.changes[unit])) for unit in order]
    if arguments.json:
        print_json(
            {
                "location": table.location,
                "classes": [
                    {"index": index, "label": label, "score": float(score)}
                    for index, label, score in zip(table.classes, table.labels, table.before, strict=True)
                ],
                "units": [{"unit": unit, "changes": changes} for unit, *changes in rows],
            }
        )
    else:
        print_line(f"{table.location} · change of the score where the unit is silent")
        print_table(rows[: arguments.top], ("unit", *table.labels))
    _write(arguments.out, ("unit", *table.labels), rows)


def effects(arguments: Namespace) -> None:
    """Units by attribution to a class over pictures, the first ones confirmed by ablation."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    files = collect(arguments.pictures)
    if not files:
        raise InspectorError(f"There are no pictures in {', '.join(arguments.pictures)}.")
    found: Effects = look(
        arguments.node,
        "effects",
        network,
        _node(network, arguments.node),
        pictures=tuple(map(open_picture, files)),
        target=_class(network, arguments.target),
        confirm=arguments.confirm,
    )
    confirmed = [
        {"unit": int(unit), "drop": float(mean), "low": float(low), "high": float(high)}
        for unit, mean, (low, high) in zip(found.confirmed, found.means, found.intervals, strict=True)
    ]
    ranked = [(int(unit), float(found.attribution[unit])) for unit in found.order]
    if arguments.json:
        units = [{"unit": unit, "attribution": value} for unit, value in ranked]
        print_json({"location": found.location, "class": found.label, "pictures": found.pictures,
                    "confirmed": confirmed, "units": units})  # fmt: skip
    else:
        print_line(f"{found.location} · {found.label} · {found.pictures} pictures")
        print_table([tuple(entry.values()) for entry in confirmed], ("unit", "drop", "from", "to (95 %)"))
    _write(arguments.out, ("unit", "attribution"), ranked)


def attribute(arguments: Namespace) -> None:
    """The share of each unit of a node in a class's score or a unit's response."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    chosen: dict[str, Any] = {
        name: _class(network, text)
        for name, text in (("target", arguments.target), ("versus", arguments.versus))
        if text is not None
    }
    picture = open_picture(arguments.picture)
    place = _node(network, arguments.node)
    chosen |= {"method": arguments.method, "unit": arguments.unit}
    found: Attribution = look(arguments.node, "attribution", network, place, picture=picture, **chosen)
    rows = _ranked(found.units)
    if arguments.json:
        print_json(
            {
                "location": found.location,
                "method": found.method,
                "target": found.target,
                "score": found.score,
                "reference": found.reference,
                "total": None if np.isnan(found.total) else found.total,
                "error": None if np.isnan(found.error) else found.error,
                "units": [{"unit": unit, "share": share} for unit, share in rows],
                "heat": found.heat.tolist(),
            }
        )
    else:
        sums = "" if np.isnan(found.total) else f" · sum {found.total:.4g}, error {found.error:.1%}"
        print_line(f"{found.location} · {found.method} · {found.target} {found.score:.4g}{sums}")
        if rows:
            print_table(rows[: arguments.top], ("unit", "share"))
        else:
            width = found.heat.shape[1]
            places = [(f"{at // width},{at % width}", share) for at, share in _ranked(found.heat.ravel())]
            print_table(places[: arguments.top], ("place", "share"))
    _write(arguments.out, ("unit", "share"), rows)


def _ranked(shares: np.ndarray[Any, Any]) -> list[tuple[int, float]]:
    return [(int(place), float(shares[place])) for place in np.argsort(-shares, kind="stable")]


def _node(network: Network, text: str) -> str:
    name = text.removeprefix(f"{network.name}/")
    return f"{network.name}/{network.node(name).name}"


def _class(network: Network, text: str) -> int:
    index = class_index(network, text)
    if index is None and not (text.isdigit() and not network.labels):
        raise InspectorError(f"{network.name} has no class “{text}”.")
    return int(text) if index is None else index


def _write(path: Path | None, heading: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    if path is not None:
        with replacing(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([heading, *rows])
