"""The command `workspace`: check, size, clear."""

from __future__ import annotations

import time
from argparse import Namespace
from pathlib import Path

from inspector import paths
from inspector.cli.output import print_json, print_line
from inspector.workspace.findings import Findings
from inspector.workspace.scans import Scans

_DAY = 86400


def workspace(arguments: Namespace) -> None:
    """Do what is asked with all that is kept, scans and findings."""
    folder: Path = arguments.workspace or paths.data_dir()
    scans = Scans(folder)
    try:
        with Findings(folder) as findings:
            {"check": _check, "size": _size, "clear": _clear}[arguments.action](arguments, scans, findings)
    finally:
        scans.close()


def _check(arguments: Namespace, scans: Scans, findings: Findings) -> None:
    told = [*findings.check_and_say(), *scans.check_and_repair()]
    if arguments.json:
        print_json({"workspace": str(findings.folder), "done": told})
    else:
        for sentence in told or [f"{findings.folder} is in order."]:
            print_line(sentence)


def _size(arguments: Namespace, scans: Scans, findings: Findings) -> None:
    sizes = {"findings": findings.size_on_disk(), "scans": scans.size_on_disk()}
    counts = {"findings": findings.count(), "scans": len(scans.summaries())}
    if arguments.json:
        print_json({"workspace": str(findings.folder), **sizes, "counts": counts})
    else:
        told = " · ".join(f"{counts[name]:,} {name} {_megabytes(size)}" for name, size in sizes.items())
        print_line(f"{findings.folder}: {told}")


def _clear(arguments: Namespace, scans: Scans, findings: Findings) -> None:
    before = time.time() - arguments.older_than * _DAY if arguments.older_than else None
    cleared = {
        "findings": 0 if arguments.scans and not arguments.findings else findings.clear(before=before),
        "scans": 0 if arguments.findings and not arguments.scans else scans.clear(before=before),
    }
    if arguments.json:
        print_json({"workspace": str(findings.folder), "cleared": cleared})
    else:
        print_line(f"Cleared {cleared['findings']} findings and {cleared['scans']} scans.")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
