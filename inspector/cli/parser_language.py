"""Commands about words: zero-shot classes, attacks, words of units, Stroop grids."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from inspector.cli.parser_parts import add_edits, add_network, command
from inspector.cli.values import output_file, place, positive


def add(adder: Any) -> None:
    """Add the commands."""
    zero_shot = command(adder, "zero-shot", "language:zero_shot", "Compare a picture with prompts (CLIP)")
    add_network(zero_shot)
    add_edits(zero_shot)
    _picture(zero_shot)
    _prompts(zero_shot, required=True)
    _out(zero_shot, ".csv", ".json")
    _attack(command(adder, "attack", "language:attack", "Write a word on a picture and look again"))
    words = command(
        adder, "words", "language:words", "List the words that a unit likes written, or (CLIP) near"
    )
    add_network(words)
    add_edits(words)
    words.add_argument("location", metavar="LOCATION", help="NODE/UNIT")
    words.add_argument(
        "--list", type=Path, metavar="FILE", help="words, one or more a line (415 are shipped)"
    )
    words.add_argument("--near", action="store_true", help="by the unit's direction in CLIP's joint space")
    words.add_argument("--top", type=positive, default=10, metavar="K", help="how many (10)")
    _out(words, ".csv", ".json")
    _facet(command(adder, "facet", "facets:facet", "Train what tells two folders of pictures apart"))
    _stroop(command(adder, "stroop", "language:stroop", "Words in inks: which does CLIP go by"))


def _attack(attack: argparse.ArgumentParser) -> None:
    add_network(attack)
    add_edits(attack)
    _picture(attack)
    attack.add_argument("--word", required=True, metavar="TEXT", help="what is written")
    attack.add_argument(
        "--at", type=place, action="append", dest="places", metavar="Y,X",
        help="where its middle stands, from 0 to 1 (0.5,0.5); may be repeated",
    )  # fmt: skip
    attack.add_argument("--eight", action="store_true", help="in eight places around the middle")
    attack.add_argument(
        "--size", type=float, default=0.2, metavar="S", help="of letters, as a share of the side (0.2)"
    )
    attack.add_argument("--ink", default="black", metavar="COLOUR", help="of letters (black)")
    attack.add_argument("--paper", default="", metavar="COLOUR", help="of a note behind them (none)")
    attack.add_argument("--node", help="also tell its strongest units before and after")
    attack.add_argument("--top", type=positive, default=5, metavar="K", help="how many (5)")
    _prompts(attack, required=False)
    _out(attack, ".csv", ".json", ".png")


def _facet(facet: argparse.ArgumentParser) -> None:
    add_network(facet)
    facet.add_argument(
        "node", metavar="NODE", help="where it lies, before the units that are looked at by it"
    )
    facet.add_argument("name", metavar="NAME", help='what objectives call it: “facet(channel, "NAME", 2)”')
    for name, what in (("--positive", "that show it"), ("--negative", "that do not")):
        facet.add_argument(
            name, action="append", required=True, metavar="DIR", help=f"pictures {what}; may be repeated"
        )
    facet.add_argument("--penalty", type=float, default=1.0, metavar="P", help="of the squared weights (1)")
    facet.add_argument("--workspace", type=Path, metavar="DIR", help="where facets are kept")


def _stroop(stroop: argparse.ArgumentParser) -> None:
    add_network(stroop)
    add_edits(stroop)
    stroop.add_argument("--word", action="append", dest="words", metavar="TEXT", help="may be repeated")
    stroop.add_argument("--ink", action="append", dest="inks", metavar="COLOUR", help="may be repeated")
    _out(stroop, ".csv", ".json", ".png")


def _picture(command: argparse.ArgumentParser) -> None:
    command.add_argument("picture", metavar="PICTURE", help="a file")


def _prompts(command: argparse.ArgumentParser, *, required: bool) -> None:
    command.add_argument(
        "--prompt", action="append", dest="prompts", metavar="TEXT", required=required, default=None,
        help="what the picture may show, for a network with a text tower; may be repeated",
    )  # fmt: skip
    command.add_argument(
        "--template", action="append", dest="templates", metavar="TEXT",
        help="what prompts are put into, as in “a photo of a {}.”; may be repeated, then averaged",
    )  # fmt: skip


def _out(command: argparse.ArgumentParser, *endings: str) -> None:
    command.add_argument("--out", type=output_file(*endings), metavar="FILE" + "|".join(endings))
