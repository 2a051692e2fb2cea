"""What the window says of each way to look for groups."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.gui.translation import mark, plural, tr
from inspector.lenses.suggestions import By


@dataclass(frozen=True)
class Words:
    """Texts of one way, to be translated when they are shown.

    Attributes:
        ask: The entry of the menu.
        looking: While it is looked for.
        none: Where it failed.
        way: Behind how many there are.
        about: What it takes together.
    """

    ask: str
    looking: str
    none: str
    way: str
    about: str


WORDS: dict[By, Words] = {
    "tuning": Words(
        mark("Suggest groups by tuning"),
        mark("Looking for groups by tuning …"),
        mark("No suggestions by tuning"),
        mark("by tuning"),
        mark("Units that prefer one angle, hue or size of synthetic stimuli."),
    ),
    "kernels": Words(
        mark("Suggest groups by kernels"),
        mark("Looking for groups by kernels …"),
        mark("No suggestions by kernels"),
        mark("by kernels"),
        mark("Units whose kernels are of one kind, or made of the same inputs."),
    ),
    "responses": Words(
        mark("Suggest groups by responses"),
        mark("Looking for groups by responses …"),
        mark("No suggestions by responses"),
        mark("by responses"),
        mark("Units that answer alike over a set of pictures."),
    ),
    "transform": Words(
        mark("Suggest groups by transform"),
        mark("Looking for groups by transform …"),
        mark("No suggestions by transform"),
        mark("by transform"),
        mark("Units that fire to each other’s examples, turned, mirrored, scaled or in other hues."),
    ),
}


def counted(by: By, count: int) -> str:
    """How many suggestions there are, and by what."""
    text = plural("{count:,} suggestion", "{count:,} suggestions", count).format(count=count)
    return f"{text} · {tr(WORDS[by].way)}"
