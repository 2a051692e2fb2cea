"""A site that is held in memory, for pages that take its files into themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspector.atlas.site import Site


class MemorySite(Site):
    """Files by their place, never on disk.

    Attributes:
        files: What was written, by the place below the site's folder.
    """

    def __init__(self) -> None:
        super().__init__(Path())
        self.files: dict[str, bytes] = {}

    def write(self, place: str | Path, data: bytes | str) -> None:
        """Keep a file."""
        self.files[Path(place).as_posix()] = data.encode("utf-8") if isinstance(data, str) else data

    def holds(self, place: str | Path) -> bool:
        """Whether a file is there."""
        return Path(place).as_posix() in self.files

    def read_json(self, place: str | Path) -> dict[str, Any] | None:
        """Nothing was there before."""
        return None
