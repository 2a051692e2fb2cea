"""Commands that test what units do (ablate, effects, attribute), and compare networks."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from inspector.cli.parser_parts import add_edits, add_network, command
from inspector.cli.values import output_file, positive


def add(adder: Any) -> None:
    """Add the commands."""
    for each in (_ablate, _edit, _effects, _attribute, _compare):
        each(adder)


def _ablate(adder: Any) -> None:
    ablate = command(
        adder, "ablate", "editing:ablate", "Silence each unit of a node and see what classes lose"
    )
    _network_and_node(ablate)
    ablate.add_argument("picture", type=Path, metavar="PICTURE")
    ablate.add_argument(
        "--to", choices=("zero", "mean"), default="zero", help="what a silent unit says (zero)"
    )
    _shown(ablate)


def _edit(adder: Any) -> None:
    edit = command(adder, "edit", "edited:edit", "Compare a network's answers without and with edits")
    add_network(edit)
    edit.add_argument("pictures", nargs="*", metavar="PICTURE", help="files and folders")
    add_edits(edit)
    edit.add_argument(
        "--over", nargs="+", default=[], metavar="PICTURE", help="compare the accuracy over this set, too"
    )
    edit.add_argument("--top", type=positive, default=5, metavar="K", help="how many classes (5)")
    edit.add_argument("--out", type=output_file(".json"), metavar="FILE.json", help="write the edits")


def _effects(adder: Any) -> None:
    effects = command(adder, "effects", "editing:effects", "Rank units by what they do for a class")
    _network_and_node(effects)
    effects.add_argument("pictures", nargs="+", metavar="PICTURE", help="files and folders")
    effects.add_argument("--class", required=True, dest="target", metavar="NAME|NUMBER")
    effects.add_argument("--confirm", type=positive, default=12, metavar="K", help="how many to ablate (12)")
    _shown(effects)


def _attribute(adder: Any) -> None:
    attribute = command(
        adder, "attribute", "editing:attribute", "Tell which units made a class or a unit fire"
    )
    _network_and_node(attribute)
    attribute.add_argument("picture", type=Path, metavar="PICTURE")
    attribute.add_argument(
        "--method",
        choices=("gradient", "integrated", "occlusion", "grad-cam"),
        default="gradient",
        help="(gradient)",
    )
    attribute.add_argument(
        "--class", dest="target", metavar="NAME|NUMBER", help="the strongest, where left out"
    )
    attribute.add_argument("--versus", metavar="NAME|NUMBER", help="a class whose score is subtracted")
    attribute.add_argument(
        "--unit", default="", metavar="LOCATION", help="explain this unit instead of a class"
    )
    _shown(attribute)


def _compare(adder: Any) -> None:
    compare = command(adder, "compare", "comparison:compare", "Compare two networks on pictures")
    add_network(compare)
    add_edits(compare)
    compare.add_argument("other", metavar="OTHER", help="the other network, or a checkpoint (NAME=FILE)")
    compare.add_argument(
        "--pictures", nargs="+", default=["samples"], metavar="PICTURE", help="files and folders (samples)"
    )
    compare.add_argument("--node", help="pair its units with those of the other network")
    compare.add_argument("--other-node", metavar="NODE", help="in the other network (its name, else by CKA)")
    compare.add_argument(
        "--reading", choices=("max", "mean"), default="max", help="of a unit on a picture (max)"
    )
    compare.add_argument("--most", type=positive, default=400, metavar="N", help="pictures at most (400)")
    _shown(compare)


def _network_and_node(command: argparse.ArgumentParser) -> None:
    add_network(command)
    add_edits(command)
    command.add_argument("node", metavar="NODE")


def _shown(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--top", type=positive, default=10, metavar="K", help="how many units are listed (10)"
    )
    command.add_argument("--out", type=output_file(".csv"), metavar="FILE.csv", help="write all units")
