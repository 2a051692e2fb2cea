"""What the commands' adders share: how a command is made, and the arguments that many of them have."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from inspector.cli.edit_text import FORMS, wish
from inspector.cli.values import setting
from inspector.network.device import DEVICES, PRECISIONS

NETWORK = (
    "demo, a name from “networks”, NAME=FILE (an architecture with weights from FILE), a FILE or folder, or "
    "FILE.py:NAME (code that builds one)"
)
LOCATION = "NODE/UNIT, with @Y,X behind it for one neuron; the network may stand in front"


def command(adder: Any, name: str, handler: str, text: str, *, json: bool = True) -> argparse.ArgumentParser:
    """Add a command.

    Args:
        adder: What `add_subparsers` gave.
        name: Its name.
        handler: "module:function" of `inspector.cli` that does it.
        text: One sentence for the help, without its full stop.
        json: Whether it prints data, so that it takes `--json`.
    """
    made: argparse.ArgumentParser = adder.add_parser(name, help=text, description=f"{text}.")
    made.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    if json:
        made.add_argument("--json", action="store_true", help="print one JSON document")
    made.set_defaults(handler=handler)
    return made


def add_network(command: argparse.ArgumentParser) -> None:
    """Add the argument NETWORK, and the options to trust it and to say what computes."""
    command.add_argument("network", metavar="NETWORK", help=NETWORK)
    command.add_argument(
        "--trust", action="store_true", help="let code in files that are named run (networks: remembered)"
    )
    add_compute(command)


def add_compute(command: argparse.ArgumentParser) -> None:
    """Add the options of device, precision and threads; each stands for a variable of the environment."""
    command.add_argument("--device", choices=DEVICES, help="what computes (cpu)")
    command.add_argument("--precision", choices=list(PRECISIONS), help="in how many digits (float32)")
    command.add_argument("--threads", type=int, metavar="N", help="threads of the CPU (what suits it)")


def add_edits(command: argparse.ArgumentParser) -> None:
    """Add the option to look at the network through edits."""
    command.add_argument("--edit", type=wish, action="append", default=[], dest="edits", metavar="EDIT",
                         help=f"look through this edit: {FORMS}")  # fmt: skip


def add_location(command: argparse.ArgumentParser) -> None:
    """Add the arguments NETWORK and LOCATION."""
    add_network(command)
    command.add_argument("location", metavar="LOCATION", help=LOCATION)


def add_workspace(command: argparse.ArgumentParser) -> None:
    """Add the option of the folder where scans are kept."""
    command.add_argument("--workspace", type=Path, metavar="DIR", help="where scans are kept")


def add_recipe(command: argparse.ArgumentParser, usual: str, example: str) -> None:
    """Add a recipe for visualizations and what departs from it."""
    command.add_argument(
        "--recipe", default=usual, metavar="NAME",
        help=f"preview, standard, strong, distill-2017, lucid, microscope or maco ({usual})",
    )  # fmt: skip
    command.add_argument(
        "--set", type=setting, action="append", default=[], dest="settings", metavar="NAME=VALUE",
        help=f"change a number of the recipe, as in {example}; may be repeated",
    )  # fmt: skip
