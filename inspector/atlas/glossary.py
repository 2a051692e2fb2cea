"""What the numbers on a page mean, a sentence for each, for readers who have not got the program."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MEANINGS = {
    "mean": "The average of the unit’s values over all places of all pictures.",
    "standard deviation": "How far the values lie from their mean, as a rule.",
    "above zero": "The share of places where the unit is active at all.",
    "sparseness": "0 where everything drives the unit alike, 1 where one thing alone does "
    "(Vinje & Gallant 2000).",
    "class selectivity": "How far the class that drives the unit most stands out: (its mean − that of the "
    "others) / (their sum); 0 not at all, 1 alone (Morcos et al. 2018).",
    "drive": "The strongest answer, above that to plain grey.",
    "osi": "Orientation selectivity: (preferred − across) / (preferred + across); 0 none, 1 one alone.",
    "dsi": "Direction selectivity: (preferred − opposite) / (preferred + opposite); 0 none, 1 one alone.",
    "f1/f0": "How much the answer goes up and down with the phase of a grating: above 1 as a simple cell’s, "
    "below as a complex cell’s.",
    "circular variance": "0 where the answer has one narrow peak, 1 where it is the same all round.",
    "surround suppression": "How much weaker the largest stimulus is answered than the best one, as a share.",
    "colour selectivity": "How much weaker the best stimulus is answered without its colour, as a share.",
}
_PATTERNS = (
    (re.compile(r"preferred .+"), "The value that is answered most strongly, read between the samples."),
    (
        re.compile(r".+ half width"),
        "How far from the preferred value the answer is half as high.",
    ),
    (
        re.compile(r".+ bandwidth"),
        "How wide the range is that is answered at half height or more, in octaves.",
    ),
    (
        re.compile(r".+ selectivity|selectivity for .+"),
        "0 where all values are answered alike, 1 where one is alone.",
    ),
)
_GROUPED = ("preferred …", "… half width", "… bandwidth", "… selectivity")


def terms(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(name, sentence) of those numbers that have one, each once, in order; bracketed units do not count."""
    found: dict[str, str] = {}
    for name in names:
        plain = re.sub(r" \([^()]*\)$", "", name)
        if plain.lower() in _MEANINGS:
            found.setdefault(plain, _MEANINGS[plain.lower()])
            continue
        for (pattern, sentence), title in zip(_PATTERNS, _GROUPED, strict=True):
            if pattern.fullmatch(plain):
                found.setdefault(title, sentence)
                break
    return tuple(found.items())
