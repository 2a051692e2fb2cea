"""The command `atlas`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspector.cli import parser_parts as parts
from inspector.cli.parser_batch import add_running, add_wish


def add(adder: Any) -> None:
    """Add the command."""
    command = parts.command(
        adder,
        "atlas",
        "atlas:atlas",
        "Write a site that shows every unit, to be browsed without this program",
    )
    parts.add_network(command)
    command.add_argument(
        "--out", type=Path, required=True, metavar="SITE",
        help="the site's folder; a network is added to those that are in it",
    )  # fmt: skip
    command.add_argument(
        "--families", nargs="+", action="extend", default=[], metavar="NAME",
        help="families of stimuli (grating, bar, curve, corner, spot, hue), “all” or “none”",
    )  # fmt: skip
    command.add_argument(
        "--licence", default="", metavar="TEXT", help="a line at the foot of every page: who may do what"
    )
    command.add_argument(
        "--without-pictures", action="store_true",
        help="leave real pictures and their names out of the site, their numbers in",
    )  # fmt: skip
    add_wish(command)
    add_running(command)
