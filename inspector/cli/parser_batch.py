"""The command `batch`, and what every command that computes a whole network can be told."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from inspector.cli import parser_parts as parts
from inspector.cli.values import positive


def add(adder: Any) -> None:
    """Add the command."""
    command = parts.command(
        adder, "batch", "batch:batch", "Compute what is wished for of a whole network, and keep it"
    )
    parts.add_network(command)
    parts.add_edits(command)
    add_wish(command)
    add_running(command)


def add_wish(command: argparse.ArgumentParser) -> None:
    """Add what to compute: nodes, objectives, recipe, families, pictures, thumbnails."""
    command.add_argument(
        "--node", action="append", default=[], dest="nodes", metavar="NODE",
        help="only this node; may be repeated (all with units that hold no others)",
    )  # fmt: skip
    command.add_argument(
        "--objective", action="append", dest="objectives", metavar="TEXT",
        help="a picture of every unit: channel, neuron, --objective=-channel ..., or none; may be repeated "
        "(these three)",
    )  # fmt: skip
    command.add_argument(
        "--picture", type=Path, action="append", default=[], dest="objective_pictures", metavar="FILE",
        help="a picture that objectives (caricature, activation) speak of; may be repeated",
    )  # fmt: skip
    parts.add_recipe(command, "preview", "steps=512")
    command.add_argument(
        "--family", action="append", default=[], dest="families", metavar="NAME",
        help="tune every unit to this family of stimuli, or “all”; may be repeated",
    )  # fmt: skip
    command.add_argument(
        "--pictures", action="append", default=[], metavar="PICTURES",
        help="find examples among these: a folder, an archive, a list, or “samples”; may be repeated",
    )  # fmt: skip
    command.add_argument("--unique", action="store_true", help="count equal pictures once")
    command.add_argument(
        "--top", type=positive, default=24, metavar="K", help="pictures kept at either end (24)"
    )
    command.add_argument(
        "--thumbnail", choices=("layer", "caricature", "none"), default="layer",
        help="every node's own picture: its DeepDream or a caricature (layer)",
    )  # fmt: skip
    command.add_argument(
        "--caricature-of", type=Path, metavar="FILE", help="the picture that caricatures are of"
    )


def add_running(command: argparse.ArgumentParser) -> None:
    """Add where and how to compute: workspace, dry run, processes, cluster."""
    parts.add_workspace(command)
    command.add_argument(
        "--dry-run", action="store_true",
        help="compute nothing: try a piece of each kind and tell pieces, time and disk",
    )  # fmt: skip
    where = command.add_mutually_exclusive_group()
    where.add_argument(
        "--local", type=positive, metavar="N", help="in N processes of this machine (needs the extra cluster)"
    )
    where.add_argument(
        "--scheduler", metavar="ADDRESS",
        help="on the workers of this Dask scheduler, as in tcp://node1:8786, or of its FILE.json",
    )  # fmt: skip
