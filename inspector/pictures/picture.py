"""A decoded picture, and the error where there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from inspector.network.errors import InspectorError


@dataclass(frozen=True)
class Picture:
    """A decoded picture; two are equal where their pixels are.

    Attributes:
        name: What to call it: the file's name, or "Pasted picture 1".
        digest: SHA-256 of size and pixels (hexadecimal).
        image: RGB, upright, alpha composited on mid grey. Not to be changed.
        path: The file, or None for a pasted picture.
        label: Its class where known, else "".
    """

    name: str = field(compare=False)
    digest: str
    image: Image.Image = field(compare=False, repr=False)
    path: Path | None = field(default=None, compare=False)
    label: str = field(default="", compare=False)


class PictureError(InspectorError):
    """A file or an array is no picture that can be used; the text names it and the reason."""
