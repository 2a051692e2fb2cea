"""Makes `docs/manual.md` of the README and the help texts: `python docs/build.py`.

The manual says nothing of its own: what a page shows stands in `resources/help`, how the program is started
and used in the README. A test holds the file equal to what this makes.
"""

from __future__ import annotations

import re
from pathlib import Path

from inspector.help import PAGES, text

ROOT = Path(__file__).resolve().parents[1]
MANUAL = ROOT / "docs" / "manual.md"
FIRST = ("Install and start", "What to do first", "Your own networks")
LAST = ("Without a window", "Stimuli")
_HEAD = (
    "# Manual of the Neuron Inspector\n\n"
    "Made by `docs/build.py` of the README and of the texts that the window shows with `Shift+F1`; "
    "do not edit it here."
)


def manual() -> str:
    """The whole manual, Markdown."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first, last = (_sections(readme, titles) for titles in (FIRST, LAST))
    pages = [_lowered(text(name).strip()) for name in PAGES]
    titles = [*FIRST, "The pages", *LAST]
    contents = "\n".join(f"- [{title}](#{_anchor(title)})" for title in titles)
    return "\n\n".join([_HEAD, contents, *first, "## The pages", *pages, *last]) + "\n"


def _sections(readme: str, titles: tuple[str, ...]) -> list[str]:
    """Sections of the README, without its marks for tests; links lead out of `docs/` from here."""
    parts = {part.split("\n", 1)[0]: part for part in re.split(r"(?m)^## ", readme)}
    return [_linked(re.sub(r"<!--.*?-->\n", "", f"## {parts[title].strip()}")) for title in titles]


def _linked(section: str) -> str:
    return re.sub(r"\]\((?!https?:|#)([^)]+)\)", r"](../\1)", section)


def _lowered(page: str) -> str:
    """A page's text with its headings two levels further down."""
    return re.sub(r"(?m)^(#+ )", r"##\1", page)


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


if __name__ == "__main__":
    MANUAL.write_text(manual(), encoding="utf-8")
