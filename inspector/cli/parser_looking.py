"""Commands that look into a network: networks, nodes, activations, export, tune, visualize, graph ..."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspector.cli import parser_parts as parts
from inspector.cli.values import axis, family_value, output_file, positive, share


def add(adder: Any) -> None:
    """Add the commands."""
    for each in (_networks, _nodes, _activations, _tune, _visualize, _graph, _suggest, _export):
        each(adder)


def _networks(adder: Any) -> None:
    command = parts.command(adder, "networks", "networks:networks", "List what can be opened by name")
    command.add_argument("name", nargs="?", metavar="NAME", help="show the card of this one")
    command.add_argument("--all", action="store_true", help="also list timm’s networks")
    command.add_argument("--register", type=Path, metavar="FOLDER", help="look for weights there from now on")
    command.add_argument("--download", metavar="NAME", help="fetch the official weights of this one")


def _nodes(adder: Any) -> None:
    parts.add_network(parts.command(adder, "nodes", "networks:nodes", "List the nodes of a network"))


def _activations(adder: Any) -> None:
    command = parts.command(adder, "activations", "activations:activations", "Show pictures to a network")
    parts.add_network(command)
    parts.add_edits(command)
    command.add_argument("pictures", nargs="+", metavar="PICTURE", help="files and folders")
    command.add_argument("--node", help="also list its strongest units")
    command.add_argument(
        "--top", type=positive, default=5, metavar="K", help="how many classes and units (5)"
    )
    command.add_argument(
        "--out", type=output_file(".npz"), metavar="FILE.npz", help="write the node's activation maps"
    )


def _export(adder: Any) -> None:
    command = parts.command(adder, "export", "page:export", "Write a unit, node or group as one HTML page")
    parts.add_network(command)
    command.add_argument(
        "location", nargs="?", metavar="LOCATION", help="NODE/UNIT, or NODE for all its units"
    )
    command.add_argument("--group", default="", metavar="NAME", help="a group's members side by side")
    command.add_argument(
        "--out", type=output_file(".html"), required=True, metavar="FILE.html", help="the page"
    )
    command.add_argument(
        "--family", action="append", default=[], dest="families", metavar="NAME",
        help="tune to this family where that is not kept; may be repeated (grating)",
    )  # fmt: skip
    command.add_argument("--only-kept", action="store_true", help="make no visualization where none is kept")
    command.add_argument("--licence", default="", metavar="TEXT", help="a line at the foot of the page")
    command.add_argument(
        "--without-pictures", action="store_true", help="leave real pictures and their names out"
    )
    parts.add_workspace(command)


def _tune(adder: Any) -> None:
    command = parts.command(adder, "tune", "units:tune", "Measure a unit's tuning to synthetic stimuli")
    parts.add_location(command)
    parts.add_edits(command)
    command.add_argument("--family", required=True, metavar="NAME", help="grating, curve, hue, spot ...")
    command.add_argument(
        "--axis", type=axis, action="append", default=[], dest="axes", metavar="name=start:stop:count",
        help="vary this axis over these values; may be repeated",
    )  # fmt: skip
    command.add_argument(
        "--fix", type=family_value, action="append", default=[], dest="fixed", metavar="name=value",
        help="give an axis that is not varied this value; may be repeated",
    )  # fmt: skip
    command.add_argument("--reduction", choices=("centre", "max", "mean"), default="max", help="of the map")
    command.add_argument(
        "--subject", metavar="TEXT|FILE", help="the words, or the picture file, that the family shows"
    )
    command.add_argument(
        "--family-file", type=Path, metavar="FILE.py",
        help="also know the families of this Python file; it is run, so --trust must say that it may be",
    )  # fmt: skip
    command.add_argument(
        "--as-it-is", action="store_true",
        help="read a nonlinearity's own values, not those before it, which also tell what inhibits",
    )  # fmt: skip
    command.add_argument(
        "--find", metavar="QUERY", help="list the units that fulfil it, as in “OSI > 0.6 and radius < 20”"
    )
    command.add_argument(
        "--table", type=output_file(".csv"), metavar="FILE.csv", help="also write the indices of all units"
    )
    command.add_argument("--polar", action="store_true", help="draw an angle round a circle (.png, .svg)")
    command.add_argument(
        "--out", type=output_file(".csv", ".npz", ".png", ".svg"), metavar="FILE.csv|.npz|.png|.svg"
    )


def _visualize(adder: Any) -> None:
    command = parts.command(adder, "visualize", "visualize:visualize", "Make pictures that drive units")
    parts.add_network(command)
    parts.add_edits(command)
    either = command.add_mutually_exclusive_group(required=True)
    either.add_argument("locations", nargs="*", default=[], metavar="LOCATION", help=parts.LOCATION)
    either.add_argument(
        "--again", type=Path, metavar="FILE.png",
        help="make a picture again that this program wrote, from the recipe in it, with those made beside it",
    )  # fmt: skip
    command.add_argument(
        "--objective", action="append", dest="objectives", metavar="TEXT",
        help="channel, neuron, layer, logit(CLASS), --objective=-channel, “channel(3) - 0.5*neuron(7@2,3)”, "
        "“interpolate(3, 17, 5)”, “diversity(channel, 4)”, caricature ...; may be repeated",
    )  # fmt: skip
    command.add_argument(
        "--picture", type=Path, action="append", default=[], dest="pictures", metavar="FILE",
        help="what “caricature” and “activation(@Y,X)” speak of; may be repeated",
    )  # fmt: skip
    parts.add_recipe(command, "standard", "decay=0.1")
    command.add_argument("--size", type=positive, metavar="N", help="longer side in pixels (the recipe's)")
    command.add_argument("--steps", type=positive, metavar="N", help="of the optimiser (the recipe's)")
    command.add_argument("--seed", type=int, default=0, metavar="N", help="one seed makes one picture (0)")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the pictures")
    command.add_argument("--workspace", type=Path, metavar="DIR", help="where facets are kept")


def _graph(adder: Any) -> None:
    command = parts.command(adder, "graph", "graph:graph", "Draw the graph of a network's operations")
    parts.add_network(command)
    command.add_argument(
        "--unfold", choices=("some", "all", "none"), default="some", help="which blocks stand open (some)"
    )
    command.add_argument("--out", type=output_file(".svg", ".dot"), metavar="FILE.svg|.dot")


def _suggest(adder: Any) -> None:
    command = parts.command(
        adder, "suggest", "suggest:suggest", "Suggest groups of units that belong together"
    )
    parts.add_network(command)
    parts.add_edits(command)
    command.add_argument(
        "node", metavar="NODE", help="with /UNIT behind it only the groups that this unit is in"
    )
    command.add_argument(
        "--by", choices=("tuning", "kernels", "responses", "transform"), default="tuning", help="(tuning)"
    )
    command.add_argument(
        "--family", action="append", default=[], dest="families", metavar="NAME",
        help="stimuli that tell tuning; may be repeated (grating, hue, spot)",
    )  # fmt: skip
    command.add_argument(
        "--pictures", nargs="+", default=[], metavar="PICTURE",
        help="files and folders, for responses and transform (the newest scan, else the samples)",
    )  # fmt: skip
    command.add_argument(
        "--kind", action="append", default=[], dest="kinds", choices=("rotation", "flip", "scale", "hue"),
        help="try only this kind of transform; may be repeated",
    )  # fmt: skip
    command.add_argument(
        "--least", type=share, metavar="SHARE",
        help="the least selectivity, likeness or share of a best answer, from 0 to 1 (0.5)",
    )  # fmt: skip
    parts.add_workspace(command)
