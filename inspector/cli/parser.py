"""What can be written on the command line. Importing this costs no torch, so `--help` answers at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspector import __version__
from inspector.cli import parser_editing, parser_language
from inspector.cli.values import axis, family_value, output_file, part, positive, setting

_NETWORK = (
    "demo, a name from “networks”, NAME=FILE (an architecture with weights from FILE), a FILE or folder, or "
    "FILE.py:NAME (code that builds one)"
)
_LOCATION = "NODE/UNIT, with @Y,X behind it for one neuron; the network may stand in front"
_WINDOW = "window:show"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command, its handler ("module:function" of this package) and its options.

    What begins with no command's name is the bare form, which opens the window.

    Raises:
        SystemExit: Help was asked for (0), or the usage is wrong (2).
    """
    parser = make_parser()
    first = next((word for word in arguments if not word.startswith("-")), None)
    asks = {"-h", "--help", "--version"} & set(arguments)
    if asks or first in commands(parser):
        return parser.parse_args(arguments)
    return _window_parser(parser).parse_args(arguments)


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands; the bare form that opens the window has one of its own."""
    parser = argparse.ArgumentParser(
        prog="neuron-inspector",
        usage="neuron-inspector [--fresh] [NETWORK] [PICTURE ...]\n       neuron-inspector COMMAND ...",
        description="A microscope for vision networks. Without a command it opens the window.",
        epilog=f"NETWORK is {_NETWORK}. “neuron-inspector COMMAND --help” explains a command.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    adder = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog=parser.prog)
    for add in (
        _networks,
        _nodes,
        _activations,
        _tune,
        _visualize,
        _scan,
        _merge,
        _examples,
        _workspace,
        _circuit,
        _graph,
        _tour,
    ):
        add(adder)
    parser_language.add(adder, _command, _add_network)
    parser_editing.add(adder, _command, _add_network)
    return parser


def commands(parser: argparse.ArgumentParser) -> frozenset[str]:
    """Names of the commands that a parser knows."""
    adders = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return frozenset(name for adder in adders for name in adder.choices)


def _window_parser(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    window = argparse.ArgumentParser(prog=parser.prog, usage=parser.usage, add_help=False)
    window.add_argument("network", nargs="?", metavar="NETWORK")
    window.add_argument("pictures", nargs="*", metavar="PICTURE")
    window.add_argument("--fresh", action="store_true")
    window.add_argument("--debug", action="store_true")
    window.set_defaults(handler=_WINDOW)
    return window


def _command(adder: Any, name: str, handler: str, text: str, *, json: bool = True) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = adder.add_parser(name, help=text, description=f"{text}.")
    command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    if json:
        command.add_argument("--json", action="store_true", help="print one JSON document")
    command.set_defaults(handler=handler)
    return command


def _add_network(command: argparse.ArgumentParser) -> None:
    command.add_argument("network", metavar="NETWORK", help=_NETWORK)
    command.add_argument(
        "--trust", action="store_true", help="let code in files that are named run (networks: remembered)"
    )


def _add_location(command: argparse.ArgumentParser) -> None:
    _add_network(command)
    command.add_argument("location", metavar="LOCATION", help=_LOCATION)


def _add_workspace(command: argparse.ArgumentParser) -> None:
    command.add_argument("--workspace", type=Path, metavar="DIR", help="where scans are kept")


def _networks(adder: Any) -> None:
    command = _command(adder, "networks", "networks:networks", "List what can be opened by name")
    command.add_argument("name", nargs="?", metavar="NAME", help="show the card of this one")
    command.add_argument("--all", action="store_true", help="also list timm’s networks")
    command.add_argument("--register", type=Path, metavar="FOLDER", help="look for weights there from now on")
    command.add_argument("--download", metavar="NAME", help="fetch the official weights of this one")


def _nodes(adder: Any) -> None:
    _add_network(_command(adder, "nodes", "networks:nodes", "List the nodes of a network"))


def _activations(adder: Any) -> None:
    command = _command(adder, "activations", "activations:activations", "Show pictures to a network")
    _add_network(command)
    command.add_argument("pictures", nargs="+", metavar="PICTURE", help="files and folders")
    command.add_argument("--node", help="also list its strongest units")
    command.add_argument(
        "--top", type=positive, default=5, metavar="K", help="how many classes and units (5)"
    )
    command.add_argument(
        "--out", type=output_file(".npz"), metavar="FILE.npz", help="write the node's activation maps"
    )


def _tune(adder: Any) -> None:
    command = _command(adder, "tune", "units:tune", "Measure a unit's tuning to synthetic stimuli")
    _add_location(command)
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
    command = _command(adder, "visualize", "visualize:visualize", "Make pictures that drive units")
    _add_network(command)
    either = command.add_mutually_exclusive_group(required=True)
    either.add_argument("locations", nargs="*", default=[], metavar="LOCATION", help=_LOCATION)
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
    command.add_argument(
        "--recipe", default="standard", metavar="NAME",
        help="preview, standard, strong, distill-2017, lucid, microscope or maco (standard)",
    )  # fmt: skip
    command.add_argument(
        "--set", type=setting, action="append", default=[], dest="settings", metavar="NAME=VALUE",
        help="change a number of the recipe, as in decay=0.1; may be repeated",
    )  # fmt: skip
    command.add_argument("--size", type=positive, metavar="N", help="longer side in pixels (the recipe's)")
    command.add_argument("--steps", type=positive, metavar="N", help="of the optimiser (the recipe's)")
    command.add_argument("--seed", type=int, default=0, metavar="N", help="one seed makes one picture (0)")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the pictures")
    command.add_argument("--workspace", type=Path, metavar="DIR", help="where facets are kept")


def _scan(adder: Any) -> None:
    command = _command(adder, "scan", "examples:scan", "Find every unit's strongest pictures of a set")
    _add_network(command)
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
    _add_workspace(command)


def _merge(adder: Any) -> None:
    command = _command(adder, "merge", "merge:merge", "Put the parts of scans together")
    command.add_argument("parts", nargs="+", type=Path, metavar="DIR", help="workspaces with parts")
    _add_workspace(command)


def _workspace(adder: Any) -> None:
    command = _command(adder, "workspace", "workspace:workspace", "Check, measure or clear what is kept")
    command.add_argument(
        "action", choices=("check", "size", "clear"),
        help="check: repair after a crash; size: tell what there is; clear: forget it",
    )  # fmt: skip
    command.add_argument("--scans", action="store_true", help="clear only scans")
    command.add_argument("--findings", action="store_true", help="clear only kept pictures")
    command.add_argument(
        "--older-than", type=positive, metavar="DAYS", help="clear only what is older than that"
    )
    _add_workspace(command)


def _examples(adder: Any) -> None:
    command = _command(adder, "examples", "examples:examples", "Show a unit's strongest pictures of a scan")
    _add_location(command)
    _add_workspace(command)
    command.add_argument("--out", type=Path, metavar="DIR", help="copy what the network saw of them here")
    command.add_argument(
        "--export", type=Path, metavar="DIR",
        help="write all that is known of the node to this folder (PNG, CSV, NPZ); UNIT may be left out",
    )  # fmt: skip


def _circuit(adder: Any) -> None:
    what = "List a unit's strongest inputs and users, or draw the circuit that leads to it"
    command = _command(adder, "circuit", "circuit:circuit", what)
    _add_location(command)
    command.add_argument("--top", type=positive, default=50, metavar="K", help="how many of each (50)")
    command.add_argument("--rank", choices=("norm", "sum", "-sum"), default="norm", help="which first (norm)")
    command.add_argument("--from", dest="source", metavar="NODE", help="expand the weights to this node")
    command.add_argument("--picture", type=Path, metavar="FILE", help="linearise max pooling at this picture")
    command.add_argument("--depth", type=positive, default=2, metavar="N", help="kernels back, drawn (2)")
    command.add_argument("--inputs", type=positive, default=5, metavar="N", help="of each unit, drawn (5)")
    command.add_argument("--workspace", type=Path, metavar="DIR", help="where kept pictures of units are")
    command.add_argument(
        "--out", type=output_file(".csv", ".json", ".svg", ".pdf"), metavar="FILE.csv|.json|.svg|.pdf",
        help="a table, a document, or the circuit drawn",
    )  # fmt: skip


def _graph(adder: Any) -> None:
    command = _command(adder, "graph", "graph:graph", "Draw the graph of a network's operations")
    _add_network(command)
    command.add_argument(
        "--unfold", choices=("some", "all", "none"), default="some", help="which blocks stand open (some)"
    )
    command.add_argument("--out", type=output_file(".svg", ".dot"), metavar="FILE.svg|.dot")


def _tour(adder: Any) -> None:
    command = _command(
        adder,
        "tour",
        "window:tour",
        "Drive the window through the main job and save its pictures",
        json=False,
    )
    command.add_argument("network", nargs="?", default="demo", metavar="NETWORK", help=_NETWORK)
    command.add_argument("pictures", nargs="*", metavar="PICTURE", help="what is dropped (three samples)")
    command.add_argument("--out", type=Path, default=Path("tour"), metavar="DIR", help="folder (tour)")
