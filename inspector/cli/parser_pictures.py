"""Commands about sets of pictures and what is kept: scan, merge, examples, workspace, circuit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspector.cli import parser_parts as parts
from inspector.cli.values import output_file, part, positive


def add(adder: Any) -> None:
    """Add the commands."""
    for each in (_scan, _merge, _examples, _workspace, _circuit):
        each(adder)


def _scan(adder: Any) -> None:
    command = parts.command(adder, "scan", "examples:scan", "Find every unit's strongest pictures of a set")
    parts.add_network(command)
    parts.add_edits(command)
    command.add_argument(
        "pictures", nargs="+", metavar="PICTURES",
        help="folders (sub-folders are classes) and files; or a zip, a tar, a list (.csv, .tsv, .txt: "
        "picture, class), a folder with CIFAR or MNIST as torchvision leaves them; “samples” for those "
        "that are shipped",
    )  # fmt: skip
    command.add_argument(
        "--node", action="append", default=[], dest="nodes", help="only this node; may be repeated"
    )
    command.add_argument(
        "--top", type=positive, default=24, metavar="K", help="pictures kept at either end (24)"
    )
    command.add_argument(
        "--positions", type=positive, metavar="N",
        help="places of each picture looked at for histogram and quilt (8 and more, by the set's size)",
    )  # fmt: skip
    command.add_argument(
        "--extremes-only", action="store_true", help="no histogram, quilt or correlations, for speed"
    )
    command.add_argument("--unique", action="store_true", help="count equal pictures once")
    command.add_argument(
        "--part", type=part, default=(1, 1), metavar="I/N",
        help="only the I-th of N parts, for several processes or machines; “merge” puts them together",
    )  # fmt: skip
    command.add_argument("--again", action="store_true", help="even where the same scan is kept already")
    parts.add_workspace(command)


def _merge(adder: Any) -> None:
    command = parts.command(adder, "merge", "merge:merge", "Put the parts of scans together")
    command.add_argument("parts", nargs="+", type=Path, metavar="DIR", help="workspaces with parts")
    parts.add_workspace(command)


def _examples(adder: Any) -> None:
    command = parts.command(
        adder, "examples", "examples:examples", "Show a unit's strongest pictures of a scan"
    )
    parts.add_location(command)
    parts.add_edits(command)
    parts.add_workspace(command)
    command.add_argument("--out", type=Path, metavar="DIR", help="copy what the network saw of them here")
    command.add_argument(
        "--export", type=Path, metavar="DIR",
        help="write all that is known of the node to this folder (PNG, CSV, NPZ); UNIT may be left out",
    )  # fmt: skip


def _workspace(adder: Any) -> None:
    command = parts.command(adder, "workspace", "workspace:workspace", "Check, measure or clear what is kept")
    command.add_argument(
        "action", choices=("check", "size", "clear"),
        help="check: repair after a crash; size: tell what there is; clear: forget it",
    )  # fmt: skip
    command.add_argument("--scans", action="store_true", help="clear only scans")
    command.add_argument("--findings", action="store_true", help="clear only kept pictures")
    command.add_argument(
        "--older-than", type=positive, metavar="DAYS", help="clear only what is older than that"
    )
    parts.add_workspace(command)


def _circuit(adder: Any) -> None:
    what = "List a unit's strongest inputs and users, or draw the circuit that leads to it"
    command = parts.command(adder, "circuit", "circuit:circuit", what)
    parts.add_location(command)
    parts.add_edits(command)
    command.add_argument("--top", type=positive, default=50, metavar="K", help="how many of each (50)")
    command.add_argument("--rank", choices=("norm", "sum", "-sum"), default="norm", help="which first (norm)")
    command.add_argument(
        "--from", dest="source", metavar="NODE", help="expand the inputs to this node, or to the “picture”"
    )
    command.add_argument("--to", dest="target", metavar="NODE", help="expand the users to this node behind")
    command.add_argument("--picture", type=Path, metavar="FILE", help="linearise max pooling at this picture")
    command.add_argument("--depth", type=positive, default=2, metavar="N", help="kernels back, drawn (2)")
    command.add_argument("--inputs", type=positive, default=5, metavar="N", help="of each unit, drawn (5)")
    command.add_argument("--workspace", type=Path, metavar="DIR", help="where kept pictures of units are")
    command.add_argument(
        "--out", type=output_file(".csv", ".json", ".svg", ".pdf"), metavar="FILE.csv|.json|.svg|.pdf",
        help="a table, a document, or the circuit drawn",
    )  # fmt: skip
