"""Where taxonomies lie: a small JSON file for each network, written whole at every change.

They are not in the index, which may be made again from what was computed: what a person wrote cannot be.
A file that a person can read, copy and compare is also the safest home for it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from inspector.files import replacing
from inspector.saying import say
from inspector.workspace.errors import explained
from inspector.workspace.lock import exclusively
from inspector.workspace.taxonomy import Taxonomy
from inspector.workspace.taxonomy_json import from_json, to_json

FOLDER = "taxonomies"
_PATIENCE_S = 5.0


class Taxonomies:
    """The taxonomies of a workspace, by the network's fingerprint.

    Attributes:
        notices: Sentences for the user on what was found damaged; whoever tells them takes them out.
    """

    def __init__(self, workspace: Path) -> None:
        self._folder = workspace / FOLDER
        self.notices: list[str] = []

    def file(self, fingerprint: str) -> Path:
        """Where the taxonomy of that network lies."""
        return self._folder / f"{fingerprint[:32]}.json"

    def read(self, fingerprint: str) -> Taxonomy:
        """What was said of a network; an empty taxonomy where nothing was.

        A damaged file is moved aside, never overwritten.

        Raises:
            WorkspaceError: The file cannot be read or moved, or a newer program wrote it.
        """
        file = self.file(fingerprint)
        with explained(say("The notes in {file} could not be read", file=file)):
            try:
                return from_json(json.loads(file.read_text(encoding="utf-8")))
            except FileNotFoundError:
                return Taxonomy()
            except (ValueError, TypeError, KeyError, AttributeError):
                aside = file.with_name(f"{file.name}.damaged-{time.time_ns()}")
                file.replace(aside)
        self.notices.append(
            say("The notes on this network were damaged: they were moved to {name}.", name=aside.name)
        )
        return Taxonomy()

    def change(self, fingerprint: str, network: str, action: Callable[[Taxonomy], Taxonomy]) -> Taxonomy:
        """Apply a change to what is on disk now and return the result: two windows do not undo each other's.

        Raises:
            WorkspaceError: It could not be written; what was there is there still.
        """
        file = self.file(fingerprint)
        with explained("The notes could not be kept"):
            self._folder.mkdir(parents=True, exist_ok=True)
            with exclusively(self._folder / "taxonomies.lock", _PATIENCE_S):
                changed = action(self.read(fingerprint))
                document: dict[str, Any] = {
                    "network": network,
                    "fingerprint": fingerprint,
                    **to_json(changed),
                }
                with replacing(file) as part:
                    part.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        return changed
