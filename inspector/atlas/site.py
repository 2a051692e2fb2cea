"""The folder of a site: whether it may be written to, and writing its files whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspector.atlas.names import folder_name
from inspector.files import replacing
from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.workspace.errors import explained

PROGRAM, FORMAT = "neuron-inspector", 1
MARK, ABOUT, NETWORKS = "atlas.json", "network.json", "networks"


class AtlasError(InspectorError):
    """A site cannot be written where it was asked for."""


class Site:
    """A site's folder.

    Attributes:
        folder: Where it lies.
        written: How many files were written; those that were there with the same bytes do not count.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written = 0

    def claim(self) -> None:
        """Make the folder, or look that the one there is a site of this program.

        Raises:
            AtlasError: It is something else, or a newer program made it.
            InspectorError: It cannot be written.
        """
        folder = self.folder
        if folder.exists() and not folder.is_dir():
            raise AtlasError(say("{folder} is a file: an atlas needs a folder.", folder=folder))
        with explained(say("{folder} cannot be read", folder=folder)):
            others = [] if not folder.is_dir() else [path for path in folder.iterdir() if path.name[0] != "."]
        mark = _read(folder / MARK)
        if others and (mark is None or mark.get("program") != PROGRAM):
            raise AtlasError(
                say(
                    "{folder} holds other files and no atlas of this program: name a new folder.",
                    folder=folder,
                )
            )
        if mark is not None and mark.get("atlas") != FORMAT:
            raise AtlasError(
                say("The atlas in {folder} was made by another version: name a new folder.", folder=folder)
            )
        self.write(MARK, as_json({"program": PROGRAM, "atlas": FORMAT}))

    def claim_network(self, name: str, fingerprint: str) -> Path:
        """The folder of a network below the site's, as a relative path.

        Raises:
            AtlasError: Another network of that name is there.
        """
        place = Path(NETWORKS, folder_name(name))
        there = _read(self.folder / place / ABOUT)
        if there is not None and there.get("fingerprint") != fingerprint:
            raise AtlasError(
                say(
                    "{folder} holds another network of the name “{name}”, with other weights: open this "
                    "one under another name (NAME=FILE), or name another folder.",
                    folder=self.folder,
                    name=name,
                )
            )
        return place

    def networks(self) -> list[Mapping[str, Any]]:
        """What is told of each network in the site whose page is there, by name."""
        found = [_read(path) for path in sorted(self.folder.glob(f"{NETWORKS}/*/{ABOUT}"))]
        return sorted(
            (about for about in found if about and about["nodes"]), key=lambda about: str(about["name"])
        )

    def write(self, place: str | Path, data: bytes | str) -> None:
        """Write a file of the site whole or not at all; one with the same bytes is left as it is.

        Raises:
            InspectorError: It cannot be written.
        """
        path = self.folder / place
        content = data.encode("utf-8") if isinstance(data, str) else data
        if _bytes(path) == content:
            return
        with explained(say("{path} cannot be written", path=path)):
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path) as temporary:
                temporary.write_bytes(content)
        self.written += 1

    def holds(self, place: str | Path) -> bool:
        """Whether a file is there."""
        return (self.folder / place).is_file()

    def read_json(self, place: str | Path) -> dict[str, Any] | None:
        """A JSON object of the site; None where there is none."""
        return _read(self.folder / place)


def as_json(value: Any) -> str:
    """A JSON text in one line, the same for equal values (with indentation it takes twenty times as long)."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def _read(path: Path) -> dict[str, Any] | None:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
