"""What can be written on the command line. Importing this costs no torch, so `--help` answers at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspector import __version__
from inspector.cli import (
    parser_atlas,
    parser_batch,
    parser_editing,
    parser_language,
    parser_looking,
    parser_pictures,
)
from inspector.cli.parser_parts import NETWORK, add_compute, command

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
        usage="neuron-inspector [--fresh] [--device NAME] [--precision NAME] [NETWORK] [PICTURE ...]\n"
        "       neuron-inspector COMMAND ...",
        description="A microscope for vision networks. Without a command it opens the window.",
        epilog=f"NETWORK is {NETWORK}. “neuron-inspector COMMAND --help” explains a command.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    adder = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog=parser.prog)
    themes = (parser_looking, parser_pictures, parser_batch, parser_atlas, parser_language, parser_editing)
    for theme in themes:
        theme.add(adder)
    _tour(adder)
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
    add_compute(window)
    window.add_argument("--debug", action="store_true")
    window.set_defaults(handler=_WINDOW)
    return window


def _tour(adder: Any) -> None:
    tour = command(
        adder,
        "tour",
        "window:tour",
        "Drive the window through the main job and save its pictures",
        json=False,
    )
    tour.add_argument("network", nargs="?", default="demo", metavar="NETWORK", help=NETWORK)
    tour.add_argument("pictures", nargs="*", metavar="PICTURE", help="what is dropped (three samples)")
    tour.add_argument("--out", type=Path, default=Path("tour"), metavar="DIR", help="folder (tour)")
