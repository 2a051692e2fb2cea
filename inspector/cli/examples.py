"""The commands `scan` and `examples`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from PIL import Image

from inspector.cli.opening import located, opened
from inspector.cli.output import complain, finish, print_json, print_line, print_table
from inspector.files import replacing
from inspector.lenses.examples.document import document
from inspector.lenses.run import run
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.decode import open_picture
from inspector.pictures.picture import PictureError
from inspector.workspace.store import Store


def scan(arguments: Namespace) -> None:
    """Scan pictures once and keep the result in the workspace."""
    network, store = opened(arguments.network), Store(arguments.workspace)
    updates = run(
        "examples",
        network,
        Location(network.name),
        # Absolute, so that “examples” finds them again from wherever it is run.
        pictures=tuple(str(Path(name).absolute()) for name in arguments.pictures),
        nodes=tuple(arguments.nodes),
        top=arguments.top,
    )
    found = finish(updates, "Scanning")
    store.save_scan(network, found)
    first = next(iter(found.values()))
    for sentence in first.skipped:
        complain(f"skipped: {sentence}")
    if arguments.json:
        print_json(
            {
                "network": network.name,
                "nodes": list(found),
                "pictures": len(first.pictures),
                "skipped": list(first.skipped),
                "workspace": str(store.folder),
            }
        )
        return
    units = sum(len(examples.mean) for examples in found.values())
    print_line(
        f"Scanned {len(first.pictures)} pictures at {len(found)} nodes ({units:,} units); "
        f"kept in {store.folder}"
    )


def examples(arguments: Namespace) -> None:
    """A unit's pictures of the kept scan."""
    network = opened(arguments.network)
    location, unit = located(network, arguments.location)
    kept = Store(arguments.workspace).load_scan(network, str(location.node))
    found = document(kept, str(location), unit)
    if arguments.out is not None:
        for end in ("top", "bottom"):
            _save_views(network, found[end], arguments.out, end)
    if arguments.json:
        print_json(found)
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    print_line(f"{found['location']} over {found['scanned']} pictures")
    print_line(
        f"mean {found['mean']:.6g} · variance {found['variance']:.6g} · above zero {found['firing']:.1%}"
    )
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
