"""The command `suggest`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from inspector.cli.opening import opened
from inspector.cli.output import look, print_json, print_line, print_table
from inspector.jobs.suggesting import kept_scan
from inspector.lenses.suggestions import KeptScan, Suggestion, Suggestions
from inspector.lenses.suggestions.turns import Turn
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.workspace.scans import Scans


def suggest(arguments: Namespace) -> None:
    """Groups of a node's units that may belong together."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    location = Location.parse(arguments.node, network.name)
    network.check(location)
    parameters = _parameters(network, location, arguments)
    title = f"Comparing units of {location.node}"
    found: Suggestions = look(title, "suggestions", network, location, **parameters)
    if arguments.json:
        print_json(document(found))
    else:
        _print(found)


def document(found: Suggestions) -> dict[str, Any]:
    """Suggestions as JSON has them."""
    return {
        "network": found.network,
        "node": found.node,
        "by": found.by,
        "note": found.note,
        "groups": [_group(group) for group in found.groups],
        "siblings": [asdict(one) for one in found.siblings],
    }


def _group(group: Suggestion) -> dict[str, Any]:
    words = group.words or ("",) * len(group.members)
    return {
        "name": group.name,
        "source": group.source,
        "confidence": round(group.confidence, 4),
        "units": [
            {"unit": unit, "confidence": round(sure, 4), "word": word}
            for (unit, sure), word in zip(group.members, words, strict=True)
        ],
    }


def _parameters(network: Network, location: Location, arguments: Namespace) -> dict[str, Any]:
    given: dict[str, Any] = {"by": arguments.by}
    for name in ("families", "kinds", "pictures"):
        if getattr(arguments, name):
            given[name] = tuple(getattr(arguments, name))
    if arguments.least is not None:
        given |= dict.fromkeys(("selectivity", "likeness", "share"), arguments.least)
    if not arguments.pictures and arguments.by in ("responses", "transform"):
        given["kept"] = _kept(network, location, arguments)
    return given


def _kept(network: Network, location: Location, arguments: Namespace) -> KeptScan | None:
    """What the newest scan of the node tells; None where there is none."""
    scans, node = Scans(arguments.workspace), location.node or ""
    try:
        newest = scans.newest(network.fingerprint, node)
        return kept_scan(scans, newest.key, node) if newest is not None else None
    finally:
        scans.close()


def _print(found: Suggestions) -> None:
    if found.note:
        print_line(found.note)
    for group in found.groups:
        print_line(f"{group.name} · {len(group.members)} units · {group.confidence:.0%} sure")
        print_line(f"  {', '.join(map(str, group.units))}")
        print_line(f"  {group.source}")
    asked = [one for one in found.siblings if one.sibling != one.unit]
    if asked:
        print_line()
        rows = [
            (one.unit, Turn(one.kind, one.amount).text, one.sibling, one.share, "yes" if one.mutual else "no")
            for one in asked
        ]
        print_table(rows, ("unit", "examples", "fires", "share", "and back"))
