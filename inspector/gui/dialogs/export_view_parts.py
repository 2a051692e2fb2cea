"""What the dialog that exports a view is made of: kinds of files, colours, choices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.gui.theme import CONTRAST, DARK, LIGHT, PRINT
from inspector.gui.translation import mark

KINDS: dict[str, tuple[str, str]] = {
    "png": (mark("PNG"), mark("A picture of pixels, at the resolution below.")),
    "svg": (
        mark("SVG"),
        mark("A drawing: lines stay lines and letters letters, to be edited in a drawing program."),
    ),
    "pdf": (mark("PDF"), mark("A page of that size, for print: lines, letters and whole pictures.")),
}
THEMES = {
    mark("Print (white)"): PRINT,
    mark("Light"): LIGHT,
    mark("Dark"): DARK,
    mark("High contrast"): CONTRAST,
}


@dataclass(frozen=True)
class Choice:
    """A view that can be exported.

    Attributes:
        name: What it is called.
        view: The view.
        tell: How it came to be: title, caption, name of the file, and the whole for machines.
        controls: Whether its fields are what it shows, so that they stand in the picture at first.
    """

    name: str
    view: QWidget
    tell: Callable[[], dict[str, object]]
    controls: bool = False


def is_there(text: str) -> bool:
    """Whether a file of that path is there."""
    try:
        return bool(text) and Path(text).is_file()
    except (OSError, ValueError):  # such a name cannot be: writing will say so
        return False
