"""The help texts: one Markdown file for each page of the window, shipped in `resources/help`.

Each says what the page shows, how that is computed, when it misleads, and where the method comes from; the
window shows them and `docs/manual.md` is made of them.
"""

from __future__ import annotations

from inspector import paths
from inspector.network.errors import InspectorError
from inspector.saying import say

PAGES = {
    "activations": "Activations",
    "feature-visualization": "Feature visualization",
    "tuning": "Tuning",
    "dataset-examples": "Dataset examples",
    "weights": "Weights",
    "circuit": "Circuit",
    "kernel-wall": "Kernel wall",
    "families": "Families",
    "graph": "Graph",
    "attribution": "Attribution",
    "edits": "Edits",
    "effects": "Effects",
    "writing-on-the-picture": "Writing on the picture",
    "words": "Words",
    "groups-and-notes": "Groups and notes",
    "blind-labelling": "Blind labelling",
    "comparison": "Comparison",
    "evidence": "Evidence",
    "export": "Export",
    "atlas": "Atlas",
}
"""Titles of the texts by name, in the order in which they are read."""
SECTIONS = ("How it is computed", "When it misleads", "Source")
"""What stands in each text, below what the page shows."""


def text(name: str, language: str = "en") -> str:
    """The Markdown of a page's help; the English one where there is none in the language (its two letters).

    Raises:
        InspectorError: There is no such text, or it cannot be read.
    """
    if name not in PAGES:
        raise InspectorError(
            say("There is no help on “{name}”; there is some on {pages}.", name=name, pages=", ".join(PAGES))
        )
    try:
        folder = paths.resources() / "help"
        other = folder / language / f"{name}.md"
        return (other if other.exists() else folder / f"{name}.md").read_text(encoding="utf-8")
    except OSError as error:
        raise InspectorError(
            say("The help on “{name}” cannot be read: {reason}.", name=name, reason=error.strerror)
        ) from error
