"""The command `export`: a unit, a node or a group as one HTML page."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from inspector import paths
from inspector.atlas.alone.request import ExportPage
from inspector.cli.opening import opened
from inspector.cli.output import finish, print_json, print_line
from inspector.jobs.bench import Bench
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.workspace.findings import Findings


def export(arguments: Namespace) -> None:
    """Write the page; what a unit lacks is made first.

    Raises:
        InspectorError: Neither a location nor a group is named, or both.
    """
    if (arguments.location is None) == (not arguments.group):
        raise InspectorError("Name a unit or node (NODE/UNIT, NODE), or a group with --group.")
    network = opened(arguments.network, arguments.trust)
    place = Location(network.name)
    if arguments.location is not None:
        place = Location.parse(arguments.location, network.name)
        network.check(place)
    request = ExportPage(
        place,
        str(arguments.out),
        group=arguments.group,
        families=tuple(arguments.families or ("grating",)),
        make=not arguments.only_kept,
        licence=arguments.licence,
        without_pictures=arguments.without_pictures,
    )
    with Findings(arguments.workspace or paths.data_dir()) as findings:
        bench = Bench(findings)
        bench.put(network)
        written: tuple[Path, ...] = finish(lambda token: request.start(bench, token), "Writing the page")
    size = written[0].stat().st_size
    if arguments.json:
        print_json({"file": str(written[0]), "bytes": size, "location": str(place), "group": arguments.group})
    else:
        print_line(f"Wrote {written[0]} ({size / 1e6:.1f} MB)")
