"""What is kept: a finding, and its line in the index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from inspector.saying import say
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.recipe import recipe_digest

Array = np.ndarray[Any, Any]
# How a finding calls itself among the keys of its recipe in a picture's text.
HEADER, INDEX = "finding", "index"


@dataclass(frozen=True, eq=False)
class Finding:
    """A result with everything needed to get it again.

    Attributes:
        fingerprint: The network's.
        location: Address of what was looked at; its node and unit are what it is listed by.
        lens: The lens's name.
        recipe: What to do to get it again: JSON-able; see `recipe_digest` for what of it counts.
        images: uint8 [n, H, W, 3], at least one.
        arrays: Further numbers by name, of any shape and kind but objects.
        told: Per picture what the recipe does not tell of it, JSON-able (its objective, for example);
            empty or of length n.
        value: The number it is listed with, or None.
        made_at: When, in seconds since 1970.
        seconds: How long it took.
        state: What one goes on from, as bytes; kept beside the pictures where there is room, and a finding
            that lost it is still a good one. Empty for none.
    """

    fingerprint: str
    location: str
    lens: str
    recipe: Mapping[str, Any]
    images: Array
    arrays: Mapping[str, Array] = field(default_factory=dict)
    told: tuple[Mapping[str, Any], ...] = ()
    value: float | None = None
    made_at: float = 0.0
    seconds: float = 0.0
    state: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        images = self.images
        if images.dtype != np.uint8 or images.ndim != 4 or images.shape[3] != 3 or not images.size:
            raise WorkspaceError(
                say(
                    "{location}: pictures to keep are uint8 [n, H, W, 3], not {dtype} {shape}.",
                    location=self.location,
                    dtype=images.dtype,
                    shape=list(images.shape),
                )
            )
        if any(array.dtype.hasobject for array in self.arrays.values()):
            raise WorkspaceError(say("{location}: arrays to keep hold numbers only.", location=self.location))
        if self.told and len(self.told) != len(images):
            raise WorkspaceError(
                say(
                    "{location}: {count} texts for {pictures} pictures.",
                    location=self.location,
                    count=len(self.told),
                    pictures=len(images),
                )
            )
        clashes = {HEADER, INDEX, *(key for about in self.told for key in about)} & set(self.recipe)
        if clashes or any({HEADER, INDEX} & set(about) for about in self.told):
            raise WorkspaceError(
                say("{location}: a recipe's keys and its pictures' must differ.", location=self.location)
            )

    @cached_property
    def digest(self) -> str:
        """The recipe's digest."""
        return recipe_digest(self.recipe)


@dataclass(frozen=True)
class Kept:
    """A finding's line in the index: enough to list it.

    Attributes:
        fingerprint: The network's.
        digest: The recipe's digest.
        location: Address of what was looked at.
        lens: The lens's name.
        images: How many pictures.
        bytes: Size on disk.
        value: The number it is listed with, or None.
        made_at: When, in seconds since 1970.
        seconds: How long it took.
        stem: What the names of its files begin with.
    """

    fingerprint: str
    digest: str
    location: str
    lens: str
    images: int
    bytes: int
    value: float | None
    made_at: float
    seconds: float
    stem: str
