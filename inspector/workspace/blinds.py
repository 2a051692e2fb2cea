"""Where blind labellings lie: a small JSON file for each unit and scan, written whole at every answer."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from inspector.files import replacing
from inspector.saying import say
from inspector.workspace.blind import Blind
from inspector.workspace.errors import WorkspaceError, explained

FOLDER = "blind"
VERSION = 1
_KEY = 24


class Blinds:
    """The blind labellings of a workspace, by network, unit and scan."""

    def __init__(self, workspace: Path) -> None:
        self._folder = workspace / FOLDER

    def file(self, fingerprint: str, node: str, unit: int, scan: str) -> Path:
        """Where that labelling lies."""
        name = f"{quote(node, safe='')}-{unit}-{quote(scan, safe='')[:_KEY]}.json"
        return self._folder / fingerprint[:32] / name

    def read(self, fingerprint: str, node: str, unit: int, scan: str) -> Blind | None:
        """The labelling of a unit with a scan; None where none was begun.

        A damaged file is moved aside, never overwritten.

        Raises:
            WorkspaceError: The file cannot be read or moved, or a newer program wrote it.
        """
        file = self.file(fingerprint, node, unit, scan)
        with explained(say("The labels in {file} could not be read", file=file)):
            try:
                return from_json(json.loads(file.read_text(encoding="utf-8")))
            except FileNotFoundError:
                return None
            except (ValueError, TypeError, KeyError, AttributeError):
                file.replace(file.with_name(f"{file.name}.damaged-{time.time_ns()}"))
        return None

    def keep(self, fingerprint: str, network: str, blind: Blind) -> Path:
        """Write a labelling in place of what was kept of it; returns the file.

        Raises:
            WorkspaceError: It could not be written; what was there is there still.
        """
        file = self.file(fingerprint, blind.node, blind.unit, blind.scan)
        document = {"network": network, "fingerprint": fingerprint, **to_json(blind)}
        with explained("The labels could not be kept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            with replacing(file) as part:
                part.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        return file


def to_json(blind: Blind) -> dict[str, Any]:
    """The document that `from_json` reads."""
    return {
        "version": VERSION,
        "node": blind.node,
        "unit": blind.unit,
        "scan": blind.scan,
        "seed": blind.seed,
        "classes": list(blind.classes),
        "answers": dict(blind.answers),
    }


def from_json(document: Any) -> Blind:
    """The inverse of `to_json`.

    Raises:
        WorkspaceError: A newer program wrote it.
        ValueError, TypeError, KeyError, AttributeError: It is something else.
    """
    if int(document["version"]) > VERSION:
        raise WorkspaceError("a newer version of the program wrote them; update the program")
    blind = Blind(
        str(document["node"]),
        int(document["unit"]),
        str(document["scan"]),
        int(document["seed"]),
        tuple(map(str, document["classes"])),
    )
    for key, answer in document["answers"].items():
        blind = blind.answered(str(key), int(answer))
    return blind
