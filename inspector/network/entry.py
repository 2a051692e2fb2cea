"""What the catalogue knows of an architecture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from torch import nn

from inspector.network.counted import counted
from inspector.network.fitting import Builder
from inspector.network.official import Official, installed
from inspector.network.preprocessing import Preprocessing


@dataclass(frozen=True)
class Entry:
    """An architecture that opens by name.

    Attributes:
        name: Its name in the catalogue.
        title: Its name for a person.
        source: One sentence on where it comes from.
        preprocessing: What its published weights expect.
        labels: The classes of its published weights.
        card: The JSON of the weights that are shipped with the program, or None.
        official: Where its published weights can be had, or None.
        extra: The optional part of the installation that it needs, or "".
        published_parameters: How many numbers it has learned, as its library says, or None.
        reads: What its input is: "pictures", or "words" as tokens.
        microscope: Whether it is one of the eight networks of OpenAI's Microscope.
    """

    name: str
    title: str
    source: str
    preprocessing: Preprocessing
    labels: tuple[str, ...] = field(repr=False)
    builder: Builder = field(repr=False)
    card: Path | None = None
    official: Official | None = None
    extra: str = ""
    published_parameters: int | None = None
    microscope: bool = False
    reads: str = "pictures"

    @property
    def input_size(self) -> tuple[int, int, int]:
        """Channels, height and width of its input."""
        return (self.preprocessing.depth, *self.preprocessing.crop)

    @property
    def input_text(self) -> str:
        """Its input for a person: "3 x 224 x 224"."""
        return " x ".join(map(str, self.input_size)) if self.reads == "pictures" else "77 tokens"

    @property
    def parameters(self) -> int | None:
        """How many numbers it has learned, where that is known without building it."""
        return self._counted("parameters") or self.published_parameters

    @property
    def nodes(self) -> int | None:
        """How many nodes it has, likewise."""
        return self._counted("nodes")

    @property
    def units(self) -> int | None:
        """How many units these have together, likewise."""
        return self._counted("units")

    def _counted(self, what: str) -> int | None:
        return counted().get(self.name, {}).get(what)

    @property
    def year(self) -> int | None:
        """When it was published, as its source says."""
        found = re.search(r"\b(?:19|20)\d\d\b", self.source)
        return int(found[0]) if found else None

    @property
    def installed(self) -> Path | None:
        """Its trained weights on this machine: shipped, downloaded or in a registered folder."""
        return self.card or installed(self.name, self.official)

    def build(self, **arguments: Any) -> nn.Module:
        """The module, with fresh weights.

        Raises:
            OpenError: The optional part of the installation that it needs is missing.
        """
        return self.builder(**arguments)
