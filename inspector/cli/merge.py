"""The command `merge`."""

from __future__ import annotations

from argparse import Namespace

from inspector.cli.examples import scan_document
from inspector.cli.output import print_json, print_line
from inspector.workspace.scan_merge import merge_parts
from inspector.workspace.scans import Scans


def merge(arguments: Namespace) -> None:
    """Put the parts of scans together and keep the whole ones."""
    scans = Scans(arguments.workspace)
    try:
        found = merge_parts(arguments.parts, scans.folder)
        for summary in found:
            scans.keep(summary)
    finally:
        scans.close()
    if arguments.json:
        print_json([scan_document(summary, scans.folder) for summary in found])
        return
    for summary in found:
        print_line(
            f"Merged {summary.pictures} pictures of {summary.title} at {len(summary.nodes)} nodes; "
            f"kept in {scans.folder}"
        )
