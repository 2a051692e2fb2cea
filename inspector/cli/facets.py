"""The command `facet`."""

from __future__ import annotations

from argparse import Namespace

from inspector import paths
from inspector.cli.opening import opened
from inspector.cli.output import look, print_json, print_line
from inspector.lenses.facets import Facet
from inspector.network.location import Location
from inspector.workspace.facets import Facets


def facet(arguments: Namespace) -> None:
    """Train a facet and keep it in the workspace."""
    network = opened(arguments.network, arguments.trust)
    found: Facet = look(
        f"Facet {arguments.name}",
        "facet",
        network,
        Location(network.name, arguments.node),
        name=arguments.name,
        positives=tuple(arguments.positive),
        negatives=tuple(arguments.negative),
        penalty=arguments.penalty,
    )
    file = Facets(arguments.workspace or paths.data_dir()).keep(found)
    if arguments.json:
        told = found.to_json()
        del told["weights"]
        print_json({**told, "units": len(found.weights), "file": str(file)})
    else:
        counts = " and ".join(map(str, found.pictures))
        print_line(
            f"{found.name} at {found.node}: {counts} pictures, {found.held_out:.0%} of those left out right"
        )
        print_line(f"{file}")
