"""What an atlas is to hold. Importing this costs no torch."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inspector.batch.wish import AtlasWish

if TYPE_CHECKING:
    from inspector.batch.piece import Piece

FAMILIES = ("grating", "bar", "curve", "corner", "spot", "hue")
"""The families of an atlas where none are named: form, size and colour, in an affordable time."""


@dataclass(frozen=True)
class AtlasParameters:
    """What an atlas is to hold.

    Attributes:
        out: The site's folder; other networks may be in it.
        wish: What is computed: nodes, objectives, recipe, families, pictures; pictures are always shared.
        licence: A line at the foot of every page; "" for none.
        without_pictures: Whether real pictures and their names stay out of the site.
    """

    out: str
    wish: AtlasWish = field(default_factory=lambda: AtlasWish(families=FAMILIES))
    licence: str = ""
    without_pictures: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "wish", replace(self.wish, shared=True))


def scan_of(pieces: tuple[Piece, ...]) -> str:
    """The key of the scan that some pieces make; "" where they make none."""
    from inspector.batch.shards import MergePiece

    return next((piece.scan for piece in pieces if isinstance(piece, MergePiece)), "")
