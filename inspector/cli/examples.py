"""The commands `scan` and `examples`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from PIL import Image

from inspector.cli.opening import located, opened
from inspector.cli.output import complain, finish, print_json, print_line, print_table
from inspector.files import replacing
from inspector.jobs.scanning import scan_kept
from inspector.lenses.examples import ExamplesParameters, ScanSummary
from inspector.lenses.examples.document import document
from inspector.lenses.examples.nodes import node_examples
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.decode import open_picture
from inspector.pictures.picture import PictureError
from inspector.pictures.sources_files import SAMPLES
from inspector.workspace.scan_export import export_node
from inspector.workspace.scans import Scans


def scan(arguments: Namespace) -> None:
    """Scan pictures once and keep the result in the workspace."""
    network, scans = opened(arguments.network, arguments.trust, arguments.edits), Scans(arguments.workspace)
    parameters = ExamplesParameters(
        pictures=tuple(_absolute(name) for name in arguments.pictures),
        nodes=tuple(arguments.nodes),
        top=arguments.top,
        positions=arguments.positions,
        unique=arguments.unique,
        spectrum=not arguments.extremes_only,
    )
    try:
        found: ScanSummary = finish(
            lambda token: scan_kept(
                network, scans, parameters, token, part=arguments.part, again=arguments.again
            ),
            "Scanning",
        )
    finally:
        scans.close()
    for sentence in found.skipped:
        complain(f"skipped: {sentence}")
    if arguments.json:
        print_json(scan_document(found, scans.folder))
        return
    units = sum(network.nodes[name].units for name in found.nodes)
    print_line(
        f"Scanned {found.pictures} pictures at {len(found.nodes)} nodes ({units:,} units); "
        f"kept in {scans.folder}"
    )


def scan_document(found: ScanSummary, folder: Path) -> dict[str, Any]:
    """What is printed of a scan as JSON."""
    return {
        "network": found.network,
        "scan": found.key,
        "nodes": list(found.nodes),
        "pictures": found.pictures,
        "duplicates": found.duplicates,
        "skipped": list(found.skipped),
        "skipped_count": found.skipped_count,
        "classes": list(found.classes),
        "part": list(found.part),
        "seconds": found.seconds,
        "workspace": str(folder),
    }


def examples(arguments: Namespace) -> None:
    """A unit's pictures of the newest scan, or all that is known of its node as files."""
    network, scans = opened(arguments.network, arguments.trust, arguments.edits), Scans(arguments.workspace)
    try:
        if arguments.export is not None:
            _export(network, scans, arguments)
        else:
            _show(network, scans, arguments)
    finally:
        scans.close()


def _export(network: Network, scans: Scans, arguments: Namespace) -> None:
    location = Location.parse(arguments.location, network.name)
    network.check(location)
    node = str(location.node)
    units = () if location.unit is None else (location.unit,)
    key = _newest(network, scans, node).key
    title, out = f"{network.name}/{node}", arguments.export
    files: tuple[Path, ...] = finish(
        lambda token: export_node(scans, key, title, node, out, units, token), "Writing"
    )
    if arguments.json:
        print_json([str(file) for file in files])
    else:
        print_line(f"Wrote {len(files)} files to {arguments.export}")


def _show(network: Network, scans: Scans, arguments: Namespace) -> None:
    location, unit = located(network, arguments.location)
    node = str(location.node)
    summary = _newest(network, scans, node)
    arrays, pictures = scans.node_arrays(summary.key, node)
    kept = node_examples(network.nodes[node], arrays, pictures.seen, pictures.shown(), summary.skipped)
    found = document(kept, str(location), unit)
    if arguments.out is not None:
        for end in ("top", "bottom"):
            _save_views(network, found[end], arguments.out, end)
    if arguments.json:
        print_json(found)
    else:
        _print(found)


def _newest(network: Network, scans: Scans, node: str) -> ScanSummary:
    found = scans.newest(network.fingerprint, node)
    if found is None:
        raise InspectorError(
            f"{network.name}/{node} has not been scanned in {scans.folder}: run "
            f"“neuron-inspector scan {network.name} PICTURES” first."
        )
    return found


def _absolute(name: str) -> str:
    """So that “examples” finds the pictures again from wherever it is run."""
    return name if name == SAMPLES and not Path(name).exists() else str(Path(name).absolute())


def _print(found: dict[str, Any]) -> None:
    print_line(f"{found['location']} over {found['scanned']} pictures")
    numbers = [f"mean {found['mean']:.6g}"]
    if found["variance"] is not None:
        numbers += [f"variance {found['variance']:.6g}", f"above zero {found['firing']:.1%}"]
    print_line(" · ".join(numbers))
    for end in ("top", "bottom"):
        print_line()
        rows = [(entry["value"], f"{entry['y']},{entry['x']}", entry["picture"]) for entry in found[end]]
        print_table(rows, (end, "at y,x", "picture"))


def _save_views(network: Network, entries: list[dict[str, Any]], folder: Path, end: str) -> None:
    """What the network saw of the pictures, as PNG files numbered by rank."""
    folder.mkdir(parents=True, exist_ok=True)
    for rank, entry in enumerate(entries, 1):
        try:
            picture = open_picture(entry["picture"])
        except PictureError as error:
            complain(f"left out: {error}")
            continue
        view = Image.fromarray(network.preprocessing.view(picture.image))
        with replacing(folder / f"{end}-{rank:02} {Path(picture.name).stem}.png") as temporary:
            view.save(temporary, format="PNG")
