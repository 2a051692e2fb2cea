"""The command `visualize`."""

from __future__ import annotations

from argparse import Namespace
from collections import defaultdict
from typing import Any

from inspector.cli.opening import located, opened
from inspector.cli.output import complain, finish, print_json, print_line
from inspector.lenses.feature_visualization import Feature
from inspector.lenses.feature_visualization.export import document, save
from inspector.lenses.run import run
from inspector.network.location import Location
from inspector.network.network import Network

# Units of one node in one batch cost about half as much each; more than these bring nothing (STYLE F).
_BATCH = 8


def visualize(arguments: Namespace) -> None:
    """Make a picture for every location and objective."""
    network = opened(arguments.network)
    places = [located(network, text)[0] for text in arguments.locations]
    arguments.out.mkdir(parents=True, exist_ok=True)  # before minutes of work, not after
    found: list[dict[str, Any]] = []
    for batch in _batches(places):
        feature = _made(network, batch, arguments)
        found += document(feature, save(feature, arguments.out))
    for entry in found:
        if not entry["moved"]:
            complain(f"{entry['location']} could not be moved: no gradient reached the picture.")
    if arguments.json:
        print_json(found)
    else:
        for entry in found:
            print_line(f"{entry['file']}  {entry['location']} {entry['objective']} {entry['value']:.6g}")


def _batches(places: list[Location]) -> list[list[Location]]:
    """Locations of one node and position together; that changes a picture by no more than rounding."""
    groups: dict[Any, list[Location]] = defaultdict(list)
    for place in dict.fromkeys(places):
        groups[place.node, place.position].append(place)
    return [
        group[start : start + _BATCH] for group in groups.values() for start in range(0, len(group), _BATCH)
    ]


def _made(network: Network, batch: list[Location], arguments: Namespace) -> Feature:
    updates = run(
        "feature-visualization",
        network,
        batch[0],
        units=tuple(place.unit for place in batch),
        objectives=tuple(arguments.objectives or ("channel",)),
        size=arguments.size,
        steps=arguments.steps,
        seed=arguments.seed,
        frame_every=float("inf"),
    )
    feature: Feature = finish(updates, ", ".join(map(str, batch)))
    return feature
